"""What the reader of one article is doing: chosen, left by the filter, marked and named."""
