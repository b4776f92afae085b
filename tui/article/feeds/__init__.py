"""Feeds and lists of feeds, read in a process of their own."""
