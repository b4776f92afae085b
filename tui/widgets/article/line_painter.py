"""Draw rows of the article as strips: margin letters, indents, bullets, marked words, and the selection."""

from __future__ import annotations

from typing import TypeAlias

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.cache import LRUCache
from textual.strip import Strip

from tui.article.sanitising import displayable
from tui.article.spans import Span
from tui.widgets.article.line_marks import LineMarks
from tui.widgets.article.text_layout import LaidOutLine, TextLayout, TextPosition
from tui.widgets.article.wrapping import graphemes
from tui.widgets.colours import Colours

MARGIN = 3  # cells left of the text, for letters
EDGE = 1  # cell left of the letters
NARROWEST = 20  # cells; the margin shrinks before the text gets narrower
CACHED_ROWS = 1_024
_Runs: TypeAlias = list[tuple[int, int, tuple[str, ...]]]
_Letters: TypeAlias = list[tuple[str, str]]


def column(width: int, measure: int) -> tuple[int, int]:
    """Return the cells left of the text in a pane of `width` cells, and the width of the text.

    The text is centred and at most `measure` wide. A narrow pane keeps a margin for the letters and a cell at
    either edge; if not even `NARROWEST` cells fit beside them, the text takes the whole width.
    """
    text = min(measure, max(width - EDGE - MARGIN - 1, min(width, NARROWEST)))
    return min(max(EDGE + MARGIN, (width - text) // 2), width - text), text


class LinePainter:
    """A painter of the rows of one layout, which keeps them until their marks change."""

    def __init__(self, layout: TextLayout, colours: Colours, left: int, width: int) -> None:
        self._layout = layout
        self._colours = colours
        self._left = left
        self._width = width
        self._rows: LRUCache[TextPosition, tuple[LineMarks, tuple[_Runs, _Letters], Strip]] = LRUCache(
            CACHED_ROWS
        )

    def row(self, place: TextPosition, marks: LineMarks, selected: Span) -> Strip:
        """Draw the row at a position, with the characters of `selected`, which may be empty, as selected."""
        cached = self._rows.get(place)
        has_selection = selected.end > selected.start
        if cached is not None and cached[0] is marks and not has_selection:
            return cached[2]
        line = self._layout.line_at(place)
        if line is None:
            return Strip.blank(self._width, self._colours.style(()))
        runs = marks.runs(line.start, line.end)
        letters = marks.letters(line.start, line.end) if self._left > 1 else []
        if has_selection and selected.start < line.end and line.start < selected.end:
            return self._draw(place.piece, line, _overlay(runs, selected, "selection"), letters)
        look = runs, letters
        strip = cached[2] if cached and cached[1] == look else self._draw(place.piece, line, runs, letters)
        self._rows[place] = marks, look, strip
        return strip

    def _draw(self, piece: int, line: LaidOutLine, runs: _Runs, letters: _Letters) -> Strip:
        plain = self._colours.style(())
        segments = self._margin(letters, plain)
        if line.column:
            lead = line.bullet.rjust(line.column) if line.bullet else " " * line.column
            segments.append(Segment(lead, self._colours.style(("bullet",))))
        segments.extend(self._words(piece, line, runs))
        cells = sum(segment.cell_length for segment in segments)
        if cells < self._width:
            segments.append(Segment(" " * (self._width - cells), plain))
        strip = Strip(segments, max(cells, self._width))
        return strip.crop(0, self._width) if cells > self._width else strip

    def _margin(self, letters: _Letters, plain: Style) -> list[Segment]:
        room = min(MARGIN, self._left)
        out = [Segment(" " * (self._left - room), plain)] if self._left > room else []
        used = 0
        for index, (letter, style) in enumerate(letters):
            shown = displayable(letter)
            if used and used + 1 < room and index + 1 < len(letters):
                shown = "+"  # more speakers than the margin has room for
            if used + cell_len(shown) >= room:
                break
            out.append(Segment(shown, self._colours.style((style,))))
            used += cell_len(shown)
        if room > used:
            out.append(Segment(" " * (room - used), plain))
        return out

    def _words(self, piece: int, line: LaidOutLine, runs: _Runs) -> list[Segment]:
        text, at = self._layout.drawn(piece, line)
        base = (line.style,) if line.style else ()
        if len(runs) == 1:
            return [Segment(text, self._colours.style(base + runs[0][2]))]
        # A style covers whole graphemes: half of an emoji would not take the cells of a whole one.
        out: list[Segment] = []
        run = run_start = 0
        for start, _, _ in graphemes(text):
            if at[start] < runs[run][1]:
                continue
            if start > run_start:
                out.append(Segment(text[run_start:start], self._colours.style(base + runs[run][2])))
            run_start = start
            while at[start] >= runs[run][1]:
                run += 1
        out.append(Segment(text[run_start:], self._colours.style(base + runs[run][2])))
        return out

    def grapheme_at(self, place: TextPosition, x: int) -> Span:
        """Return the grapheme in a cell of a row.

        Beside a line, and in a blank row, this is an empty span at the nearest end of the line or paragraph.
        """
        flow = self._layout.flow
        if not len(flow):
            return Span(0, 0)
        line = self._layout.line_at(place)
        if line is None:
            at = flow.starts if place.row < flow.gaps[place.piece] else flow.ends
            return Span(at[place.piece], at[place.piece])
        cell = self._left + line.column
        if x < cell:
            return Span(line.start, line.start)
        text, offsets = self._layout.drawn(place.piece, line)
        for start, end, size in graphemes(text):
            cell += size
            if x < cell:
                return Span(offsets[start], offsets[end])
        return Span(line.end, line.end)

    def cell_of(self, place: TextPosition, offset: int) -> int:
        """Return the cell of a row in which the character at `offset` begins; that of its end for a later one."""
        line = self._layout.line_at(place)
        if line is None:
            return self._left
        cell = self._left + line.column
        text, offsets = self._layout.drawn(place.piece, line)
        for start, _, size in graphemes(text):
            if offsets[start] >= offset:
                break
            cell += size
        return cell


def _overlay(runs: _Runs, span: Span, style: str) -> _Runs:
    """Return the runs with one more style laid over the parts that `span` covers."""
    out: _Runs = []
    for start, end, styles in runs:
        first, last = max(start, min(end, span.start)), max(start, min(end, span.end))
        out.extend(
            (a, b, names)
            for a, b, names in ((start, first, styles), (first, last, (*styles, style)), (last, end, styles))
            if b > a
        )
    return out
