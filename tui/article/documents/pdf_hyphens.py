"""Hyphens at the ends of a PDF's lines: those that only divide a word are undone."""

from __future__ import annotations

import re
from collections.abc import Iterable

_LAST_WORD = 60  # characters in which it is looked for
_OWN_HYPHEN = frozenset(
    "well self vice year two three twenty thirty forty fifty sixty seventy eighty ninety".split()
)  # words that begin others with a hyphen, and hardly any without
_HYPHENATED = re.compile(r"[^\W\d_]{1,40}[-\u2010\xad]$")


def words_within(lines: Iterable[str]) -> set[str]:
    """Return the words, in lower case, that stand undivided within some line, with their hyphens."""
    return {word.lower() for line in lines for word in re.findall(r"\w+-\w+|\w+", line[:-1])}


def joined(words: str, following: str, undivided: set[str]) -> str:
    """Join a line to those before; the hyphen at a line's end goes, unless the word has one elsewhere."""
    following = following.strip()
    words = words.rstrip()
    divided = _HYPHENATED.search(words, max(0, len(words) - _LAST_WORD))
    if divided is None or not following[:1].islower():
        return f"{words} {following}"
    first, rest = divided[0][:-1], re.match(r"\w+", following)
    hyphenated = f"{first}-{rest[0]}".lower() if rest else ""
    is_own = hyphenated in undivided or (first.lower() in _OWN_HYPHEN and len(hyphenated) > len(first) + 4)
    return f"{words}{following}" if is_own else f"{words[:-1]}{following}"
