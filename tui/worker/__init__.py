"""Child processes: how the reader starts, feeds and ends them, and how they serve."""
