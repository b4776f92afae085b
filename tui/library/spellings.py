"""Spellings of letters that are not just accented: "Lukasz" is typed for "Łukasz", "Strasse" for "Straße".

The search tables hold such letters as they are printed, because deleting an article from them takes the very
words that were inserted. So several spellings of what is typed are searched for.
"""

from __future__ import annotations

import re
from itertools import combinations, islice, pairwise

from tui.article.folding import ONE_LETTER, TWO_LETTERS

_ALL = str.maketrans({**ONE_LETTER, **TWO_LETTERS})
_PRINTED: dict[str, str] = {}
for _letter, _typed in (*ONE_LETTER.items(), *TWO_LETTERS.items()):
    _PRINTED[_typed] = _PRINTED.get(_typed, "") + _letter
_MOST = 64  # the most spellings of what was typed
_LETTERS = 2  # the most letters of a spelling that are printed differently

EVEN = str.maketrans(ONE_LETTER)
"""For str.translate, in lower case: replaces each such letter that is typed as a single one."""


def spellings(typed: str) -> list[str]:
    """Return what may be printed for `typed` (lower case): itself, then without such letters, then with some."""
    even = plain(typed)
    swaps = [
        (at, at + length, letter)
        for at in range(len(even))
        for length in (2, 1)
        for letter in _PRINTED.get(even[at : at + length], "")
    ]
    ways = (some for many in range(_LETTERS + 1) for some in combinations(swaps, many) if _apart(some))
    return list(dict.fromkeys([typed, *(_swapped(even, some) for some in islice(ways, _MOST))]))


def plain(text: str) -> str:
    """Return `text` (lower case) with such letters replaced."""
    return text.translate(_ALL)


def plain_in_sql(column: str) -> str:
    """Return an SQL expression that applies `plain` to a column."""
    for letter, typed in (*ONE_LETTER.items(), *TWO_LETTERS.items()):
        column = f"replace({column}, '{letter}', '{typed}')"
    return column


def pattern(typed: str) -> str:
    """Return a regular expression for all spellings of a word, in text translated by `EVEN`."""
    escaped = re.escape(plain(typed))
    for letter, two in TWO_LETTERS.items():
        escaped = escaped.replace(two, f"(?:{two}|{letter})")
    return escaped


def _apart(swaps: tuple[tuple[int, int, str], ...]) -> bool:
    return all(one[1] <= other[0] for one, other in pairwise(swaps))


def _swapped(word: str, swaps: tuple[tuple[int, int, str], ...]) -> str:
    for start, end, letter in reversed(swaps):
        word = word[:start] + letter + word[end:]
    return word
