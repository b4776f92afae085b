"""Articles, quotes and clippings as text and files."""
