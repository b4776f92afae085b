"""Widgets, one a file: they draw and post messages; `tui.session` decides what these mean."""
