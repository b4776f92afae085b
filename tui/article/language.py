"""Recognise English cheaply, by its commonest words."""

from __future__ import annotations

import re

# Frequent in English, and none of them frequent in another language of Latin script.
_FUNCTION_WORDS = frozenset(
    "the and to that with his by has had from they not are were said which this who it be as but of "
    "he she their been will would what there when about if can all its than after into you your "
    "we our".split()
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SAMPLE = 4000  # characters, taken at three places
_ENOUGH = 20  # words below which nothing can be said from frequencies
_SHARE = 0.055  # of English prose 0.2 and more are these words, of other languages under 0.04


def looks_english(text: str) -> bool:
    """Tell whether `text` is probably English; too short a text is, unless its letters are not Latin."""
    middle, last = max(0, len(text) // 2 - _SAMPLE // 2), max(0, len(text) - _SAMPLE)
    starts = [0] if len(text) <= 3 * _SAMPLE else [0, middle, last]
    sample = " ".join(text[start : start + (_SAMPLE if len(starts) > 1 else len(text))] for start in starts)
    plain = " ".join(word for word in sample.split() if "://" not in word)  # of addresses nothing can be said
    words = _WORD.findall(plain.casefold())
    if len(words) < _ENOUGH:
        letters = [c for c in sample if c.isalpha()]
        return sum(c < "\u0250" for c in letters) * 2 >= len(letters)
    return sum(word in _FUNCTION_WORDS for word in words) >= _SHARE * len(words)
