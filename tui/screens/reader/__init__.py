"""The reader of an article, and what opens over it."""
