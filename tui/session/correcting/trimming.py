"""The ends of a quote's content, moved by words."""

from __future__ import annotations

import re

from tui.article.spans import Span

_UNIT = re.compile(r"\w+(?:[’'\-]\w+)*|[^\w\s]+")
_FAR = 2_000  # characters in which the next word begins, or there is none


class Trimming:
    """A content being trimmed or extended; marks that stand together count as a word.

    None of its pieces is ever empty, or marks alone, but those that were so from the first.
    """

    def __init__(self, text: str, content: tuple[Span, ...]) -> None:
        self._text = text
        self._was = content
        self.start, self.end = content[0].start, content[-1].end

    @property
    def content(self) -> tuple[Span, ...]:
        """The pieces that are left, the first and the last with their ends where they are now."""
        pieces = [piece for piece in self._was if piece.start < self.end and piece.end > self.start]
        if not pieces:
            return (Span(self.start, self.end),)
        pieces[0] = Span(self.start, pieces[0].end)
        pieces[-1] = Span(pieces[-1].start, self.end)
        return tuple(pieces)

    @property
    def changed(self) -> bool:
        """Whether it is another content than at first."""
        return self.content != self._was

    def move_end(self, step: int) -> None:
        """The end a word on (1) or back (-1)."""
        if step > 0:
            self.end = self._next_end(self.end)
        elif (end := self._last_end(self.end)) > self.start:
            self.end = end

    def move_start(self, step: int) -> None:
        """The beginning a word on (1) or back (-1)."""
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
        """Where the word before the one that ends at `at` ends: of the same piece, or of the one before."""
        ends = [
            match.end()
            for piece in self.content
            for match in _UNIT.finditer(self._text, *piece)
            if match.end() < at and self._says(piece.start, match.end())
        ]
        return max(ends, default=at)

    def _next_start(self, at: int) -> int:
        starts = [
            match.start()
            for piece in self.content
            for match in _UNIT.finditer(self._text, *piece)
            if match.start() > at and self._says(match.start(), piece.end)
        ]
        return min(starts, default=at)

    def _says(self, start: int, end: int) -> bool:
        return any(map(str.isalnum, self._text[start:end]))
