"""Move the ends of a quote's content by words."""

from __future__ import annotations

import re

from tui.article.sanitising import one_line
from tui.article.spans import Span

_UNIT = re.compile(r"\w+(?:[’'\-]\w+)*|[^\w\s]+")
_FAR = 2_000  # characters in which the next word is looked for


class Trimming:
    """A content being trimmed or extended; adjacent punctuation marks count as one word.

    None of its spans becomes empty or is reduced to marks alone.
    """

    def __init__(self, text: str, content: tuple[Span, ...]) -> None:
        self._text = text
        self._old = content
        self.start, self.end = content[0].start, content[-1].end

    @property
    def content(self) -> tuple[Span, ...]:
        """The spans that remain, with the new beginning and end."""
        spans = [span for span in self._old if span.start < self.end and span.end > self.start]
        if not spans:
            return (Span(self.start, self.end),)
        spans[0] = Span(self.start, spans[0].end)
        spans[-1] = Span(spans[-1].start, self.end)
        return tuple(spans)

    @property
    def changed(self) -> bool:
        """Tell whether the content has changed."""
        return self.content != self._old

    def move_end(self, step: int) -> None:
        """Move the end forward (1) or back (-1) by a word."""
        if step > 0:
            self.end = self._next_end(self.end)
        elif (end := self._last_end(self.end)) > self.start:
            self.end = end

    def move_start(self, step: int) -> None:
        """Move the beginning forward (1) or back (-1) by a word."""
        if step < 0:
            self.start = self._last_start(self.start)
        elif (start := self._next_start(self.start)) < self.end:
            self.start = start

    def _next_end(self, at: int) -> int:
        found = _UNIT.search(self._text, at)
        return found.end() if found and found.start() - at < _FAR else at

    def _last_start(self, at: int) -> int:
        found = [match.start() for match in _UNIT.finditer(self._text, max(0, at - _FAR), at)]
        return found[-1] if found else at

    def _last_end(self, at: int) -> int:
        """Return the end of the word before `at`, in the same span or the one before it."""
        ends = [
            match.end()
            for span in self.content
            for match in _UNIT.finditer(self._text, *span)
            if match.end() < at and self._has_words(span.start, match.end())
        ]
        return max(ends, default=at)

    def _next_start(self, at: int) -> int:
        starts = [
            match.start()
            for span in self.content
            for match in _UNIT.finditer(self._text, *span)
            if match.start() > at and self._has_words(match.start(), span.end)
        ]
        return min(starts, default=at)

    def _has_words(self, start: int, end: int) -> bool:
        return any(map(str.isalnum, self._text[start:end]))


def last_words(text: str, most: int) -> str:
    """Return the last words on one line, none of them cut, in about `most` characters; “…” for more."""
    start = max(0, len(text) - most)
    shown = text[start:]
    if start and not text[start - 1].isspace() and not shown[:1].isspace():
        shown = shown.partition(" ")[2] if " " in shown.strip() else shown
    lead = "… " if text[:start].strip() or len(shown) < len(text) - start else ""
    return f"{lead}{' '.join(one_line(shown).split())}"


def first_words(text: str, most: int) -> str:
    """Return the first words on one line, none of them cut, in about `most` characters; “…” for more."""
    shown = text[:most]
    if most < len(text) and not text[most].isspace() and not shown[-1:].isspace():
        shown = shown.rpartition(" ")[0] if " " in shown.strip() else shown
    trail = " …" if text[len(shown) :].strip() else ""
    return f"{' '.join(one_line(shown).split())}{trail}"
