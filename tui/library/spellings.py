"""Letters that stand for others, and are no accents: "Lukasz" is typed for "Łukasz", "Strasse" for "Straße".

The search tables have such letters as they are printed, and are told the same words again when an article is taken
out of them: so it is what is typed that is looked for in more than one spelling.
"""

from __future__ import annotations

import re
from itertools import combinations, islice, pairwise

from tui.article.folding import ONE_LETTER, TWO_LETTERS

_ALL = str.maketrans({**ONE_LETTER, **TWO_LETTERS})
_PRINTED: dict[str, str] = {}
for _letter, _typed in (*ONE_LETTER.items(), *TWO_LETTERS.items()):
    _PRINTED[_typed] = _PRINTED.get(_typed, "") + _letter
_MOST = 64  # spellings of what was typed
_LETTERS = 2  # of them that are printed otherwise, at most

EVEN = str.maketrans(ONE_LETTER)
"""For str.translate, in lower case: those that stand for one letter, by that letter."""


def spellings(typed: str) -> list[str]:
    """Return what may be printed for `typed` (lower case): itself, itself without such letters, then with some."""
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
    """Return an SQL expression that does to a column what `plain` does to a text."""
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
