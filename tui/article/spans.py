"""Half-open stretches of an article's text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """`[start, end)` in characters of `Article.text`: never bytes, tokens, lines or screen columns."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters of `text` inside this span."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Tell whether every character of `other` is one of this span's."""
        return self.start <= other.start and other.end <= self.end


def merged(spans: Iterable[Span]) -> list[Span]:
    """Return the spans in reading order, those that touch or overlap joined into one."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        elif span.end > span.start:
            out.append(span)
    return out


def hull(spans: Iterable[Span]) -> Span:
    """Return the smallest span that contains all of `spans`. Raises ValueError for none."""
    found = list(spans)
    return Span(min(s.start for s in found), max(s.end for s in found))
