"""The version of quoth's analysis, in a module that imports nothing."""

VERSION = 23
"""Raised whenever the same text and model may give another analysis; kept analyses carry it."""
