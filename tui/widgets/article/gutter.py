"""The gutter beside the article: a map of where its quotes are and which part is on the screen."""

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
"""The glyphs by (on the screen, contains a quote), which do not depend on colour."""


class Gutter(Widget):
    """A map whose height represents the whole article; a click scrolls to that place."""

    ALLOW_SELECT = False

    class Jumped(Message):
        """Posted when a row is clicked; `offset` is a character of the article."""

        def __init__(self, offset: int) -> None:
            super().__init__()
            self.offset = offset

        def can_replace(self, message: Message) -> bool:
            """Tell whether a later message makes this one superfluous."""
            return isinstance(message, Gutter.Jumped)

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._items: Sequence[MarginLetter | TextMark] = ()
        self._length = 0
        self._viewport = Span(0, 0)
        self._styles_of_rows: dict[int, str] | None = None
        self._height = 0  # the height that `_styles_of_rows` are for
        self._colours: Colours | None = None
        self._drawn: dict[tuple[bool, str | None, int], Strip] = {}
        self._dragged_row: int | None = None  # the last row posted while the button is held

    def set_letters(self, letters: Sequence[MarginLetter | TextMark], length: int) -> None:
        """Show these letters in an article of `length` characters; of two in one row, the first is shown."""
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
        """Forget the colours of the old theme."""
        super().notify_style_update()
        self._colours = None
        self._drawn.clear()

    def _rows_of(self, span: Span) -> range:
        return _rows(span, self._length, self.size.height)

    def _row_styles(self) -> dict[int, str]:
        if self._styles_of_rows is None or self._height != self.size.height:
            styles: dict[int, str] = {}
            length, height = self._length, self.size.height
            self._height = height
            settled = -1
            # There may be thousands, so the arithmetic of `_rows` is inlined.
            for item in self._items if length else ():
                start, end = item.span
                first, last = start * height // length, (end * height - 1) // length
                if end <= start or first == last == settled:
                    continue
                for row in range(first, min(height, last + 1)):
                    if styles.get(row, "dim") == "dim":
                        styles[row] = item.style
                    settled = row if styles[row] != "dim" else settled
            self._styles_of_rows = styles
        return self._styles_of_rows

    def render_line(self, y: int) -> Strip:
        """Draw one row of the gutter."""
        return self._row(y in self._rows_of(self._viewport), self._row_styles().get(y), self.size.width)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the rows that are in sight."""
        visible, styles, width = self._rows_of(self._viewport), self._row_styles(), self.size.width
        return crop_strips(
            self, crop, width, [self._row(y in visible, styles.get(y), width) for y in crop.line_range]
        )

    @property
    def colours(self) -> Colours:
        """The colours of its components in the current theme."""
        self._colours = self._colours or Colours(self, "gutter--", decoration=("track",))
        return self._colours

    def _row(self, visible: bool, style: str | None, width: int) -> Strip:
        key = (visible, style, width)
        strip = self._drawn.get(key)
        if strip is None:
            names = (style or ("viewport" if visible else "track"),)
            strip = Strip([Segment(_GLYPHS[visible, style is not None], self.colours.style(names))], 1)
            self._drawn[key] = strip = strip.adjust_cell_length(width, self.colours.style(()))
        return strip

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Scroll to where the button is pressed, and follow while it is held."""
        self.capture_mouse()
        self._dragged_row = -1
        self._jump(event)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Follow the pointer while the button is held."""
        if self._dragged_row is not None:
            self._jump(event)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Stop following."""
        self._dragged_row = None
        self.release_mouse()
        event.stop()

    def _jump(self, event: events.MouseEvent) -> None:
        event.stop()
        row = max(0, min(self.size.height - 1, event.y))
        if self._length and row != self._dragged_row:
            self._dragged_row = row
            self.post_message(self.Jumped(self._length * row // self.size.height))


def _rows(span: Span, length: int, height: int) -> range:
    """Return which of `height` rows represent the characters of `span` in an article of `length` characters."""
    start, end = span
    if end <= start or not length:
        return range(0)
    return range(start * height // length, min(height, (end * height - 1) // length + 1))
