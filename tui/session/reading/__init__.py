"""What the reader of one article is doing: chosen, matched by the filter, marked and named."""
