"""Quotation marks round a name: songs, books, ships. Nobody is said to have spoken it."""

from __future__ import annotations

from tui.analysis.layout import Layout

_SMALL = frozenset("the a an of and in on to for with at by or from is as 's ’s".split())
_LONGEST = 8  # words
_SAID = frozenset(".?!")


def names_a_work(layout: Layout, content: tuple[tuple[int, int], ...]) -> bool:
    """Whether most of a content (ranges of tokens) is quotations in title case without an end of a sentence."""
    quotes = {layout.quote_of[i] for first, last in content for i in range(first, last)} - {-1}
    marked = 0
    for quote in quotes:
        unit = layout.quote_units[quote]
        first, last = layout.unit_start[unit], layout.unit_end[unit]
        if not in_title_case(layout.parsed.word[first + 1 : last - 1]):
            return False
        marked += last - first
    return 2 * marked > sum(last - first for first, last in content)


def in_title_case(words: list[str]) -> bool:
    """Whether the words of a quotation are capitalised as those of a name are, and no sentence ends there."""
    if not words or words[-1] in _SAID:
        return False
    said = [word for word in words if word[0].isalnum()]
    return 0 < len(said) <= _LONGEST and all(
        word[0].isupper() or word[0].isdigit() or word.lower() in _SMALL for word in said
    )
