"""Texts: bytes decoded, lines and blocks told apart, what stands round the prose."""
