"""The reader's corrections: their types, and how they are anchored to a text and applied to an analysis."""
