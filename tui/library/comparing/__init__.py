"""Whether two quotes are the same words, and what differs between them. Plain Python, without SQLite."""
