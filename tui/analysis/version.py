"""The number of quoth's own analysis, to be known without importing what an analysis is made of."""

VERSION = 3
"""Raised whenever the same text and model may give another analysis; kept analyses carry it."""
