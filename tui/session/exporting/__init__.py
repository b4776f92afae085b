"""Quotes and clippings as text, citations and files."""
