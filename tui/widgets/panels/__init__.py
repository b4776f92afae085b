"""Lists beside the article and elsewhere: rows, and what stands in them."""
