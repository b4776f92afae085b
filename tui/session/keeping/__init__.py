"""What is kept of all articles: clippings, the library's entries, what one speaker has said."""
