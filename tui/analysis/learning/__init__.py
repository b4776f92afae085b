"""Training: the weights of `quoting` learned from attributions marked by hand."""
