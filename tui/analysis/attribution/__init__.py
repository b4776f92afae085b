"""What was said: quotation marks, and attributions with their contents, cues and sources."""
