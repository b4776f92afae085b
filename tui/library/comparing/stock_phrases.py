"""Weigh words: those that everybody says tell nothing about who said them first."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tui.resources import sections

_LISTS = sections(Path(__file__).parents[1] / "data" / "stock_phrases.txt")
_FUNCTION_WORDS = frozenset(" ".join(_LISTS["function words"]).split())
_COMMON_WORDS = frozenset(" ".join(_LISTS["common words"]).split())
NUMBERS = frozenset(" ".join(_LISTS["numbers"]).split())
"""Numbers as words."""

_LITTLE, _LESS = 0.15, 0.5
"""The weights of function words and of common words; that of any other is 1."""


def _by_first_word() -> dict[str, list[tuple[str, ...]]]:
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for line in _LISTS["stock phrases"]:
        words = tuple(line.split())
        phrases.setdefault(words[0], []).append(words)
    for those in phrases.values():
        those.sort(key=len, reverse=True)
    return phrases


_PHRASES_BY_FIRST_WORD = _by_first_word()


def weights(keys: Sequence[str]) -> list[float]:
    """Return the weight of each word: 1, less if it is common, 0 inside a stock phrase."""
    out = [_LITTLE if key in _FUNCTION_WORDS else _LESS if key in _COMMON_WORDS else 1.0 for key in keys]
    free = 0
    for at, key in enumerate(keys):
        if at < free:
            continue
        for phrase in _PHRASES_BY_FIRST_WORD.get(key, ()):
            if tuple(keys[at : at + len(phrase)]) == phrase:
                free = at + len(phrase)
                out[at:free] = [0.0] * len(phrase)
                break
    return out
