"""The same words elsewhere, as they are shown and printed."""
