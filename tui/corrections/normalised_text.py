"""A text reduced to its letters and digits in lower case, with the offset of each in the original."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate, pairwise

from tui.article.spans import Span

_WORD = re.compile(r"[^\W_]+")
_MOST_MARKS = 4  # the most consecutive punctuation marks at an end of the words looked for


def normalise(text: str) -> str:
    """Return the letters and digits of `text` in lower case."""
    return "".join(normalised_words(text))


def normalised_words(text: str) -> list[str]:
    """Return the runs of letters and digits in `text`, in lower case."""
    return [_lower(run) for run in _WORD.findall(text)]


def is_punctuation(character: str) -> bool:
    """Tell whether a character is neither letter, digit nor white space."""
    return not (character.isalnum() or character.isspace())


def common_prefix_length(one: str, other: str) -> int:
    """Return the length of the longest common prefix of two texts."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))


class NormalisedText:
    """The letters and digits of a text. Positions count these; spans count characters of the text itself."""

    def __init__(self, text: str) -> None:
        self._text = text
        runs = [(match.start(), _lower(match.group())) for match in _WORD.finditer(text)]
        self._boundaries = list(accumulate((len(run) for _, run in runs), initial=0))
        self._starts = [start for start, _ in runs]
        self.letters = "".join(run for _, run in runs)

    def find_all(self, letters: str) -> Iterator[int]:
        """Yield every position at which these letters occur."""
        at = self.letters.find(letters) if letters else -1
        while at >= 0:
            yield at
            at = self.letters.find(letters, at + 1)

    def is_word_boundary(self, position: int) -> bool:
        """Tell whether a word begins, or the text ends, at a position."""
        return self._boundaries[bisect_left(self._boundaries, position)] == position

    def words(self, first: int, last: int) -> list[str]:
        """Return the words between two word boundaries."""
        begin, end = bisect_left(self._boundaries, first), bisect_right(self._boundaries, last)
        return [self.letters[start:stop] for start, stop in pairwise(self._boundaries[begin:end])]

    def span(self, first: int, last: int, *, lead: bool, trail: bool) -> Span:
        """Return the span between two positions, with `lead` or `trail` including the punctuation next to it."""
        start, end = self._offset(first), self._offset(last - 1) + 1
        least, most = max(0, start - _MOST_MARKS), min(len(self._text), end + _MOST_MARKS)
        while lead and start > least and is_punctuation(self._text[start - 1]):
            start -= 1
        while trail and end < most and is_punctuation(self._text[end]):
            end += 1
        return Span(start, end)

    def _offset(self, position: int) -> int:
        run = bisect_right(self._boundaries, position) - 1
        return self._starts[run] + position - self._boundaries[run]


def _lower(run: str) -> str:
    low = run.lower()
    return low if len(low) == len(run) else run  # each letter must keep its position: "İ" would become two
