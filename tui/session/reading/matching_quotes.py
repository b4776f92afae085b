"""The matching quotes of an article by where they begin: the next one, the first in sight, those near a place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from tui.article.spans import Span
from tui.session.reading.quote_links import LONGEST

_SAME_START = 8  # quotes that begin at one character: nested ones, rarely two


class MatchingQuotes:
    """Quotes in the order of the article, by their index in the analysis."""

    def __init__(self, quotes: Sequence[int], starts: Sequence[int]) -> None:
        """Take the matching quotes and the offsets at which they begin."""
        self._quotes = quotes
        self._starts = starts

    def step(self, direction: int, around: Span, chosen: int | None) -> int | None:
        """Return the quote after (1) or before (-1) the one that begins at `chosen`; None if there is none.

        Without a chosen quote it is the first from the start of `around` on, or the last before its end.
        """
        starts = self._starts
        if chosen is not None:
            at = bisect_right(starts, chosen) if direction > 0 else bisect_left(starts, chosen) - 1
        else:
            at = bisect_left(starts, around.start) if direction > 0 else bisect_left(starts, around.end) - 1
        return self._quotes[at] if 0 <= at < len(starts) else None

    def first_in(self, span: Span) -> int | None:
        """Return the first quote that begins in `span`; None if none does."""
        at = bisect_left(self._starts, span.start)
        return self._quotes[at] if at < len(self._starts) and self._starts[at] < span.end else None

    def from_offset(self, offset: int) -> int:
        """Return the first quote that begins at an offset or after it, else the first of all; there must be one."""
        return self._quotes[bisect_left(self._starts, offset) % len(self._quotes)]

    def holds(self, quote: int, start: int) -> bool:
        """Tell whether the quote that begins at `start` is among these."""
        at = bisect_left(self._starts, start)
        return quote in self._quotes[at : at + _SAME_START]

    def spread(self, most: int, length: int) -> Sequence[int]:
        """Return at most about `most` quotes: of many, the first of each part of a text of `length`."""
        if len(self._quotes) <= most:
            return self._quotes
        places = {bisect_left(self._starts, length * n // most) for n in range(most)}
        return [self._quotes[at] for at in sorted(places) if at < len(self._quotes)]

    def near(self, span: Span | None) -> Sequence[int]:
        """Return the quotes that may overlap `span`; all of them without it."""
        if span is None:
            return self._quotes
        first = bisect_left(self._starts, span.start - LONGEST)
        return self._quotes[first : bisect_left(self._starts, span.end)]
