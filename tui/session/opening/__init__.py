"""From what was asked for to an article on the desk, one after another."""
