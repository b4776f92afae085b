"""Markup in an article's text: what is written there and not shown, and how words stand out.

A Markdown file is kept as it is written, so that offsets are the file's own. What a page made of it would show is
the text without its markup: `ShownText` holds that, and the way from each character there to its place in the file.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from tui.article.spans import Span


class Markup(NamedTuple):
    """Characters in whose place `shown` is shown, mostly nothing: "**", the address of a link, "&amp;"."""

    span: Span
    shown: str = ""


class Emphasis(StrEnum):
    """How words stand out from those around them."""

    STRONG = "strong"
    EMPHASISED = "emphasised"
    CODE = "code"
    STRUCK = "struck"
    LINK = "link"


class EmphasisedWords(NamedTuple):
    """Words that stand out, without the marks that say so."""

    span: Span
    emphasis: Emphasis


def within(markup: Sequence[Markup], span: Span) -> Iterator[Markup]:
    """Yield what of `markup`, which is in order and does not overlap, overlaps `span`."""
    first = bisect_right(markup, span.start, key=lambda mark: mark.span.end)
    for n in range(first, len(markup)):
        if markup[n].span.start >= span.end:
            return
        yield markup[n]


def shown_in(text: str, markup: Sequence[Markup], span: Span) -> str:
    """Return what is shown of the characters in `span`."""
    return ShownText(text, markup, span).text if markup else span.of(text)


def blanked(text: str, markup: Sequence[Markup]) -> str:
    """Return the text with spaces for its markup, one for each character: for what looks for words in it."""
    parts: list[str] = []
    at = 0
    for (start, end), shown in markup:
        parts += text[at:start], shown[: end - start].ljust(end - start)
        at = end
    return "".join([*parts, text[at:]])


class ShownText:
    """What is shown of a text, or of a part of it, and where each character of that stands in the text."""

    def __init__(self, text: str, markup: Sequence[Markup], span: Span | None = None) -> None:
        at, end = span or Span(0, len(text))
        # Of each stretch: its place in what is shown, its place in the text, and whether it is the text's own.
        self._shown: list[int] = []
        self._places: list[Span] = []
        self._own: list[bool] = []
        parts: list[str] = []
        length = 0
        for mark in (*within(markup, Span(at, end)), Markup(Span(end, end))):
            stretches: list[tuple[Span, str | None]] = [(Span(at, max(at, mark.span.start)), None)]
            stretches.append((Span(mark.span.start, min(end, mark.span.end)), mark.shown))
            for place, instead in stretches:
                words = place.of(text) if instead is None else instead if place.start >= at else ""
                if words:
                    self._shown.append(length)
                    self._places.append(place)
                    self._own.append(instead is None)
                    parts.append(words)
                    length += len(words)
            at = max(at, min(end, mark.span.end))
        self._end = end
        self.text = "".join(parts)

    def place(self, offset: int) -> int:
        """Return where a character of what is shown stands in the text; past the last one, the end."""
        if offset >= len(self.text):
            return self._end
        n = bisect_right(self._shown, offset) - 1
        return self._places[n].start + (offset - self._shown[n] if self._own[n] else 0)

    def places(self) -> list[int]:
        """Return `place` of each character, and the end."""
        out: list[int] = []
        for n, (start, end) in enumerate(self._places):
            shown_end = self._shown[n + 1] if n + 1 < len(self._shown) else len(self.text)
            out += range(start, end) if self._own[n] else [start] * (shown_end - self._shown[n])
        return [*out, self._end]

    def span_in_text(self, span: Span) -> Span:
        """Return where a stretch of what is shown stands in the text: from its first character to its last."""
        if span.end <= span.start:
            return Span(self.place(span.start), self.place(span.start))
        n = bisect_right(self._shown, span.end - 1) - 1
        end = self.place(span.end - 1) + 1 if self._own[n] else self._places[n].end
        return Span(self.place(span.start), end)

    def shown_at(self, offset: int) -> int:
        """Return where in what is shown a character of the text stands; of one that is not, where the next does."""
        n = bisect_right(self._places, offset, key=lambda place: place.start) - 1
        if n < 0:
            return 0
        end = self._shown[n + 1] if n + 1 < len(self._shown) else len(self.text)
        if self._own[n]:
            return min(end, self._shown[n] + offset - self._places[n].start)
        return self._shown[n] if offset == self._places[n].start else end

    def shown_span(self, span: Span) -> Span:
        """Return where a stretch of the text stands in what is shown."""
        return Span(self.shown_at(span.start), self.shown_at(span.end))


def settled(markup: Sequence[Markup]) -> tuple[Markup, ...]:
    """Return the marks in order, without those that another one holds already."""
    out: list[Markup] = []
    for mark in sorted(markup, key=lambda each: (each.span.start, -each.span.end)):
        if out and mark.span.start < out[-1].span.end:
            if mark.span.end <= out[-1].span.end:
                continue
            mark = Markup(Span(out[-1].span.end, mark.span.end), mark.shown)
        if mark.span.end > mark.span.start:
            out.append(mark)
    return tuple(out)
