"""What is kept beyond one article: clippings, the shelf, what one speaker has said."""
