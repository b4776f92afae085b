"""How two versions of an article differ: paragraphs, words, quotes."""
