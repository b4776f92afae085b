"""From an address, a path, a list or a paste to an article."""
