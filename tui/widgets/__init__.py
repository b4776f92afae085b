"""One widget a file. Widgets draw and post messages; what they mean is decided in `tui.session`."""
