"""A text as its letters and digits alone, in lower case, and where each of them stands in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate, pairwise

from tui.article.spans import Span

_WORD = re.compile(r"[^\W_]+")
_MARKS = 4  # that may stand together at an end


def letters(text: str) -> str:
    """The letters and digits of `text`."""
    return "".join(words(text))


def words(text: str) -> list[str]:
    """The same, word by word."""
    return [_lower(run) for run in _WORD.findall(text)]


def is_mark(character: str) -> bool:
    """Whether it is neither letter, digit nor white space."""
    return not (character.isalnum() or character.isspace())


def alike(one: str, other: str) -> int:
    """How many characters two texts begin with in common."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))


class NormalisedText:
    """Places among the `letters` of a text are counted in these; spans in the characters of the text."""

    def __init__(self, text: str) -> None:
        self._text = text
        runs = [(match.start(), _lower(match.group())) for match in _WORD.finditer(text)]
        self._begins = list(accumulate((len(run) for _, run in runs), initial=0))
        self._starts = [start for start, _ in runs]
        self.letters = "".join(run for _, run in runs)

    def all(self, wanted: str) -> Iterator[int]:
        """Every place where these letters stand."""
        at = self.letters.find(wanted) if wanted else -1
        while at >= 0:
            yield at
            at = self.letters.find(wanted, at + 1)

    def is_border(self, place: int) -> bool:
        """Whether a word begins or the text ends there."""
        return self._begins[bisect_left(self._begins, place)] == place

    def words(self, first: int, last: int) -> list[str]:
        """The words between two borders."""
        borders = self._begins[bisect_left(self._begins, first) : bisect_right(self._begins, last)]
        return [self.letters[start:end] for start, end in pairwise(borders)]

    def span(self, first: int, last: int, *, lead: bool, trail: bool) -> Span:
        """Where the letters between two places stand; with the marks directly before and after, if asked for."""
        start, end = self._offset(first), self._offset(last - 1) + 1
        least, most = max(0, start - _MARKS), min(len(self._text), end + _MARKS)
        while lead and start > least and is_mark(self._text[start - 1]):
            start -= 1
        while trail and end < most and is_mark(self._text[end]):
            end += 1
        return Span(start, end)

    def _offset(self, place: int) -> int:
        run = bisect_right(self._begins, place) - 1
        return self._starts[run] + place - self._begins[run]


def _lower(run: str) -> str:
    low = run.lower()
    return low if len(low) == len(run) else run
