"""Web pages: the article in them, taken out in a process of its own."""
