"""Compare two quotes: are they the same words, and what differs? Plain Python, without SQLite."""
