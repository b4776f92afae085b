"""The analysis process, and the reader's end of it."""
