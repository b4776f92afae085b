"""Corrections as they are made, undone and kept."""
