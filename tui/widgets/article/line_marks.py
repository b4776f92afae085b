"""Look up the marks on a line among thousands."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from tui.article.spans import Span

if TYPE_CHECKING:
    from tui.session.reading.text_marks import MarginLetter, TextMark

_REACH = 8_000  # characters to each side of a line within which marks are kept


class LineMarks:
    """Marks and margin letters; later marks lie over earlier ones.

    The marks near the last line are cached: for its neighbours, which are drawn next, only a handful are
    searched, and thousands of marks cost nothing until some are drawn.
    """

    def __init__(self, marks: Sequence[TextMark] = (), letters: Sequence[MarginLetter] = ()) -> None:
        self._marks = marks
        self._letters = letters
        self._near = Span(0, 0)
        self._marks_near: list[tuple[int, int, str]] = []
        self._letters_near: list[tuple[int, int, str, str]] = []

    def _collect_near(self, start: int, end: int) -> None:
        if self._near.start <= start and end <= self._near.end:
            return
        first, last = self._near = Span(start - _REACH, end + _REACH)
        spans = [mark.span for mark in self._marks]
        self._marks_near = [
            (a, b, mark.style)
            for (a, b), mark in zip(spans, self._marks, strict=True)
            if a < last and b > first
        ]
        self._letters_near = sorted(
            (item.span.start, item.span.end, item.letter, item.style)
            for item in self._letters
            if item.span.start < last and item.span.end > first
        )

    def runs(self, start: int, end: int) -> list[tuple[int, int, tuple[str, ...]]]:
        """Cut `[start, end)` into runs of the same styles: start, end, styles from the lowest up."""
        self._collect_near(start, end)
        found = [mark for mark in self._marks_near if mark[0] < end and mark[1] > start]
        if not found:
            return [(start, end, ())]
        cuts = {start, end}
        for first, last, _ in found:
            cuts.add(max(start, first))
            cuts.add(min(end, last))
        out: list[tuple[int, int, tuple[str, ...]]] = []
        for a, b in pairwise(sorted(cuts)):
            styles = tuple(style for first, last, style in found if first <= a and b <= last)
            if out and out[-1][2] == styles:
                out[-1] = (out[-1][0], b, styles)
            else:
                out.append((a, b, styles))
        return out

    def letters(self, start: int, end: int) -> list[tuple[str, str]]:
        """Return the letters beside `[start, end)` with their styles, in reading order, each once."""
        self._collect_near(start, end)
        return list(
            dict.fromkeys(
                (letter, style)
                for first, last, letter, style in self._letters_near
                if first < end and last > start
            )
        )
