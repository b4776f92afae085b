"""The layout of an article in a column of text: the position of each character.

A layout is a flow at a certain width. Only pieces near the requested positions are wrapped; the heights of all
others are estimates. Drawing depends only on distances between wrapped pieces, so no estimate is ever visible,
and a text of any length costs only as much as its visible part.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from tui.article.spans import Span
from tui.widgets.article.flow import Flow, Shape
from tui.widgets.article.wrapping import graphemes, line_text, wrap

CACHED_PIECES = 512  # the most pieces whose lines are cached
TAIL = 1  # blank rows under the last line
_MARKER = r"(?:[-*•‣◦▪●·–]|\(?(?:\d{1,3}|[A-Za-z])[.)]) +(?=[^ ])"


class TextPosition(NamedTuple):
    """A row of a piece, counted from the blank rows above its lines."""

    piece: int
    row: int


class LaidOutLine(NamedTuple):
    """One line of text: its characters `[start, end)`, its first cell in the column, bullet and style.

    `displayed` is the stretch of what is displayed of its piece.
    """

    start: int
    end: int
    column: int
    bullet: str
    style: str
    displayed: Span


class _Wrapped(NamedTuple):
    text: str  # as displayed, from the beginning of the piece
    places: Sequence[int]  # of its characters in the article, and of the end
    starts: tuple[int, ...]  # the starts of lines, as offsets in `text`
    hang: int  # further indent, in cells, of lines after the first


class TextLayout:
    """A flow in lines of at most `width` cells, 1 or more."""

    def __init__(self, flow: Flow, width: int) -> None:
        self.flow = flow
        self.width = max(1, width)
        average = max(1, self.width - self.width // 16)  # lines are not filled to the last cell
        self._heights = [
            gap + (end - start + average - 1) // average
            for start, end, gap in zip(flow.starts, flow.ends, flow.gaps, strict=True)
        ]
        self._exact = bytearray(len(flow))
        self._tops: list[int] | None = None
        self._wrapped = lru_cache(maxsize=CACHED_PIECES)(self._wrap)

    # Pieces and their lines

    def _wrap(self, piece: int) -> _Wrapped:
        flow = self.flow
        shape = flow.shapes[piece]
        text = flow.displayed(piece)
        room = max(1, self.width - self._indent(shape))
        hang = 0
        body = 0
        if shape.bullet:
            marker = re.match(_MARKER, text)  # the text has its own bullet or number
            if marker:
                body = marker.end()
                hang = len(marker.group().rstrip()) + 1
            else:
                hang = len(shape.bullet)
            if hang * 3 > room:
                hang = body = 0
        starts = [body + at for at in wrap(text[body:], max(1, room - hang))]
        if starts and body:
            starts[0] = 0
        return _Wrapped(text, flow.places(piece), tuple(starts), hang)

    def _indent(self, shape: Shape) -> int:
        return min(shape.indent, self.width // 8)

    def line_count(self, piece: int) -> int:
        """Return the number of lines of text in a piece."""
        return len(self._wrapped(piece).starts)

    def line(self, piece: int, number: int) -> LaidOutLine:
        """Return line `number` of a piece, counted from 0. Raises IndexError if there is none."""
        wrapped = self._wrapped(piece)
        shape = self.flow.shapes[piece]
        start = wrapped.starts[number]
        last = number + 1 == len(wrapped.starts)
        end = len(wrapped.text) if last else wrapped.starts[number + 1]
        end = start + len(wrapped.text[start:end].rstrip())
        own_marker = bool(shape.bullet) and number == 0 and re.match(_MARKER, wrapped.text) is not None
        bullet = shape.bullet if shape.bullet and wrapped.hang and number == 0 and not own_marker else ""
        column = self._indent(shape) + (wrapped.hang if number or bullet else 0)
        places = wrapped.places
        return LaidOutLine(places[start], places[end], column, bullet, shape.style, Span(start, end))

    def drawn(self, piece: int, line: LaidOutLine) -> tuple[str, Sequence[int]]:
        """Return what is drawn of a line, and the offset of each of its characters and of its end."""
        wrapped = self._wrapped(piece)
        text, at = line_text(wrapped.text, *line.displayed)
        places = wrapped.places
        if isinstance(at, range):
            return text, places[at.start : at.stop]
        return text, [places[offset] for offset in at]

    # Rows

    @property
    def _rows(self) -> list[int]:
        if self._tops is None:
            self._tops = list(accumulate(self._heights, initial=0))
        return self._tops

    @property
    def height(self) -> int:
        """The total number of rows; an estimate unless every piece is wrapped."""
        return self._rows[-1] + TAIL

    def row(self, place: TextPosition) -> int:
        """Return the row of a position in the whole layout, which changes as pieces above are wrapped."""
        return self._rows[place.piece] + place.row

    def place(self, row: int) -> TextPosition:
        """Return the position at a row; for rows below the text, one past the end of the last piece."""
        if not len(self.flow):
            return TextPosition(0, 0)
        row = max(0, row)
        piece = min(bisect_right(self._rows, row) - 1, len(self.flow) - 1)
        return TextPosition(piece, row - self._rows[piece])

    def _fit(self, piece: int) -> None:
        if not self._exact[piece]:
            self._exact[piece] = 1
            height = self.flow.gaps[piece] + self.line_count(piece)
            if height != self._heights[piece]:
                self._heights[piece] = height
                self._tops = None

    @property
    def measured(self) -> int:
        """The number of pieces whose heights are exact."""
        return self._exact.count(1)

    def measure(self, around: TextPosition, above: int, below: int) -> None:
        """Wrap all pieces within `above` and `below` rows of a position, so that their heights are exact."""
        if not len(self.flow):
            return
        piece = around.piece
        need = below + around.row
        while piece < len(self.flow) and need > 0:
            self._fit(piece)
            need -= self._heights[piece]
            piece += 1
        piece = around.piece - 1
        need = above - around.row
        while piece >= 0 and need > 0:
            self._fit(piece)
            need -= self._heights[piece]
            piece -= 1

    def end(self, rows: int) -> TextPosition:
        """Return the position at the top of the last `rows` rows."""
        last = TextPosition(max(0, len(self.flow) - 1), 0)
        self.measure(last, rows, rows)
        return self.place(max(0, self.height - rows))

    # Offsets

    def find(self, offset: int) -> TextPosition:
        """Return the position of the line that contains `offset`, or else of the nearest line before it."""
        if not len(self.flow):
            return TextPosition(0, 0)
        piece = self.flow.piece_at(offset)
        self._fit(piece)
        places, starts = self._wrapped(piece).places, self._wrapped(piece).starts
        number = max(0, bisect_right(starts, offset, key=places.__getitem__) - 1)
        return TextPosition(piece, self.flow.gaps[piece] + number)

    def line_at(self, place: TextPosition) -> LaidOutLine | None:
        """Return the line at a position; None if the row is blank."""
        number = place.row - self.flow.gaps[place.piece] if len(self.flow) else -1
        if number < 0 or number >= self.line_count(place.piece):
            return None
        return self.line(place.piece, number)

    def grapheme(self, offset: int) -> Span:
        """Return the span of the grapheme that the character at `offset` is part of."""
        line = self.line_at(self.find(offset))
        if line is not None and line.start <= offset < line.end:
            text, at = self.drawn(self.flow.piece_at(offset), line)
            for start, end, _ in graphemes(text):
                if at[start] <= offset < at[end]:
                    return Span(at[start], at[end] if end < len(text) else line.end)
        return Span(offset, offset + 1)

    def first_offset(self, place: TextPosition) -> int:
        """Return the offset of the first character at or below a position."""
        if not len(self.flow):
            return 0
        line = self.line_at(place)
        if line is not None:
            return line.start
        if place.row < self.flow.gaps[place.piece]:
            return self.flow.starts[place.piece]
        return self.flow.ends[place.piece]

    def visible(self, top: TextPosition, rows: int) -> Span:
        """Return the characters on the screen when `top` is the first of `rows` rows."""
        if not len(self.flow):
            return Span(0, 0)
        start = self.first_offset(top)
        bottom = self.place(self.row(top) + max(1, rows) - 1)
        line = self.line_at(bottom)
        if line is not None:
            return Span(start, max(start, line.end))
        if bottom.row < self.flow.gaps[bottom.piece]:
            end = self.flow.ends[bottom.piece - 1] if bottom.piece else 0
        else:
            end = self.flow.ends[bottom.piece]
        return Span(start, max(start, end))
