"""The article: laid out, wrapped, painted, scrolled and selected."""
