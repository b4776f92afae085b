"""The filter: its language, its index, and what completes it."""
