"""A rule beside the article: where in the whole of it quotes stand, and what part is on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.article.spans import Span
from tui.widgets.colours import Colours
from tui.widgets.strips import crop_strips

if TYPE_CHECKING:
    from tui.session.reading.text_marks import MarginLetter, TextMark

_GLYPHS = {(False, False): "│", (False, True): "┤", (True, False): "┃", (True, True): "┫"}
"""What is drawn for (on the screen, holds a quote): it can be read without colours."""


class Gutter(Widget):
    """The height of the widget stands for the article's characters; a click goes where it points."""

    ALLOW_SELECT = False

    class Jumped(Message):
        """A character of the article was asked for."""

        def __init__(self, offset: int) -> None:
            super().__init__()
            self.offset = offset

        def can_replace(self, message: Message) -> bool:
            """Only the newest matters."""
            return isinstance(message, Gutter.Jumped)

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._items: Sequence[MarginLetter | TextMark] = ()
        self._length = 0
        self._viewport = Span(0, 0)
        self._styles_of_rows: dict[int, str] | None = None
        self._height = 0  # that they are for
        self._ink: Colours | None = None
        self._drawn: dict[tuple[bool, str | None, int], Strip] = {}
        self._asked: int | None = None  # the row asked for last while the button is held

    def set_letters(self, letters: Sequence[MarginLetter | TextMark], length: int) -> None:
        """Show where these stand in an article of `length` characters; of two in one row the first."""
        self._items = letters
        self._length = length
        self._styles_of_rows = None
        self.refresh()

    def set_viewport(self, visible: Span) -> None:
        """Show which characters are on the screen."""
        rows = self._rows_of(visible), self._rows_of(self._viewport)
        self._viewport = visible
        if rows[0] != rows[1]:
            self.refresh(Region(0, 0, self.size.width, self.size.height))

    def notify_style_update(self) -> None:
        """Forget another theme's colours."""
        super().notify_style_update()
        self._ink = None
        self._drawn.clear()

    def _rows_of(self, span: Span) -> range:
        return _rows(span, self._length, self.size.height)

    def _ticks(self) -> dict[int, str]:
        if self._styles_of_rows is None or self._height != self.size.height:
            ticks: dict[int, str] = {}
            length, height = self._length, self.size.height
            self._height = height
            settled = -1
            for item in (
                self._items if length else ()
            ):  # there may be thousands: `_rows`, without a call for each
                start, end = item.span
                first, last = start * height // length, (end * height - 1) // length
                if end <= start or first == last == settled:
                    continue
                for row in range(first, min(height, last + 1)):
                    if ticks.get(row, "dim") == "dim":
                        ticks[row] = item.style
                    settled = row if ticks[row] != "dim" else settled
            self._styles_of_rows = ticks
        return self._styles_of_rows

    def render_line(self, y: int) -> Strip:
        """One row of the gutter."""
        return self._row(y in self._rows_of(self._viewport), self._ticks().get(y), self.size.width)

    def render_lines(self, crop: Region) -> list[Strip]:
        """All rows of it."""
        seen, ticks, width = self._rows_of(self._viewport), self._ticks(), self.size.width
        return crop_strips(
            self, crop, width, [self._row(y in seen, ticks.get(y), width) for y in crop.line_range]
        )

    @property
    def ink(self) -> Colours:
        """Its colours in the theme of now."""
        self._ink = self._ink or Colours(self, "gutter--", decoration=("track",))
        return self._ink

    def _row(self, seen: bool, style: str | None, width: int) -> Strip:
        key = (seen, style, width)
        strip = self._drawn.get(key)
        if strip is None:
            names = (style or ("viewport" if seen else "track"),)
            strip = Strip([Segment(_GLYPHS[seen, style is not None], self.ink.style(names))], 1)
            self._drawn[key] = strip = strip.adjust_cell_length(width, self.ink.style(()))
        return strip

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Go where the button is pressed, and follow while it is held."""
        self.capture_mouse()
        self._asked = -1
        self._jump(event)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Follow the pointer while the button is held."""
        if self._asked is not None:
            self._jump(event)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Stop following."""
        self._asked = None
        self.release_mouse()
        event.stop()

    def _jump(self, event: events.MouseEvent) -> None:
        event.stop()
        row = max(0, min(self.size.height - 1, event.y))
        if self._length and row != self._asked:
            self._asked = row
            self.post_message(self.Jumped(self._length * row // self.size.height))


def _rows(span: Span, length: int, height: int) -> range:
    """The rows, of `height`, that stand for the characters of `span`, of `length`, at least in part."""
    start, end = span
    if end <= start or not length:
        return range(0)
    return range(start * height // length, min(height, (end * height - 1) // length + 1))
