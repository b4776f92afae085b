"""What is kept across articles: clippings, the library's entries, everything that a speaker has said."""
