"""How many cells a text takes in a terminal, where terminals do not agree.

Textual counts as the newest tables of Unicode do. Many terminals, and tmux, give a cell of its own to each spacing
vowel sign of Tamil or Hindi, two to a heart with a selector, and to joined emoji those of each of them.
"""

from __future__ import annotations

from functools import lru_cache
from unicodedata import category

from rich.cells import cell_len, split_graphemes

from tui.article.sanitising import is_plain

_SELECTOR = "\ufe0f"  # asks for a sign to be drawn as an emoji


def most_cells(text: str) -> int:
    """Return the most cells that any terminal gives the text."""
    if is_plain(text):
        return len(text)
    return sum(most_of_grapheme(text[start:end], size) for start, end, size in split_graphemes(text)[0])


@lru_cache(maxsize=4096)
def most_of_grapheme(grapheme: str, size: int) -> int:
    """Return the most cells that any terminal gives a grapheme, which has `size` of them for Textual."""
    if len(grapheme) == 1:
        return size
    alone = sum(max(cell_len(char), category(char) == "Mc") for char in grapheme)
    return max(size, alone, 2 if _SELECTOR in grapheme else 0)
