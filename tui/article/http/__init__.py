"""Addresses and what they lead to, fetched from servers that may be hostile."""
