"""Training: the weights of `attribution` learned from attributions marked by hand."""
