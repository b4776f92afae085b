"""Corrections by the reader, applied to any analysis of the text or of one like it."""
