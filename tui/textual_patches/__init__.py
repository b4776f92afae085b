"""The only place that touches a private name of Textual, or puts something of ours in the place of its own."""
