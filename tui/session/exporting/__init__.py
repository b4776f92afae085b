"""Articles, quotes and clippings as text, citations and files."""
