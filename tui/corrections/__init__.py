"""Corrections by the reader: what they are, how they are anchored to a text and applied to an analysis of it."""
