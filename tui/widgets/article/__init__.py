"""The article pane: wrapping, layout, painting, scrolling and selecting."""
