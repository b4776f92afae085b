"""From what was asked for to an article in the history, one after another."""
