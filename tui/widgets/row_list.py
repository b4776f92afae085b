"""A list of rows of one or more lines, drawn only where it shows.

The panels of the reader are such lists. Only the lines on the screen are ever drawn, whatever the number of
rows; a row's height is worked out once a width. Keys are the screen's business: a list offers methods.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from textual import events
from textual.color import Color
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget

from tui.widgets.ink import Ink
from tui.widgets.whole_lines import blank_line, whole

MARKER_CHOSEN = "▶"
MARKER_CURRENT = "›"
KEPT = 2_000
"""Drawn rows that are remembered."""


class Row(NamedTuple):
    """One row: what it stands for, its lines, empty lines after them; a heading cannot be chosen."""

    key: str
    lines: int = 1
    gap: int = 0
    heading: bool = False

    @property
    def height(self) -> int:
        """All its lines on the screen."""
        return self.lines + self.gap


class RowList(ScrollView, can_focus=True, inherit_bindings=False):
    """A scrolling list of rows. Subclasses say which rows there are and how each is drawn."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "row--chosen",
        "row--current",
        "row--faint",
        "row--heading",
        "row--strong",
    }

    EMPTY = ""
    """What to say when there is no row."""

    @dataclass
    class Chosen(Message):
        """A row was chosen; `key` is None when the chosen one was let go."""

        rows: RowList
        key: str | None

        @property
        def control(self) -> RowList:
            """The list, so that handlers can be bound by its id."""
            return self.rows

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: Sequence[Row] = ()
        self._width = 0  # in cells, that the rows are laid out for
        self._tops: list[int] = []
        self._chosen: str | None = None
        self._current: str | None = None
        self._at: dict[str, int] = {}
        self._drawn: dict[tuple[str, int, str, bool], list[Strip]] = {}
        self._hues: dict[str, Style] = {}
        self.empty_text = self.EMPTY

    # What subclasses say

    def rows(self, width: int) -> Sequence[Row]:
        """The rows at this width in cells."""
        raise NotImplementedError

    def draw(self, row: Row, width: int) -> list[Content]:
        """The row's lines at this width in cells, `row.lines` of them, without the marker."""
        raise NotImplementedError

    # What the screen does

    def update_rows(
        self, chosen: str | None = None, current: str | None = None, *, same: bool = False
    ) -> None:
        """Ask for the rows anew. `chosen` and `current` are keys; the one given scrolls into view.

        `same` says that a row that stays is drawn as it was.
        """
        if not same or len(self._drawn) > KEPT:
            self._drawn.clear()
        self._chosen, self._current = chosen, current
        self._lay_out()
        self._show(chosen or current)
        self.refresh()

    def point(self, chosen: str | None, current: str | None) -> None:
        """Move the markers; the rows stay what they are."""
        if (chosen, current) == (self._chosen, self._current):
            return
        self._chosen, self._current = chosen, current
        self._show(chosen or current)
        self.refresh()

    def move(self, steps: int) -> None:
        """Choose the row `steps` further; with nothing chosen, the current one or the nearest end."""
        order = [i for i, row in enumerate(self._rows) if not row.heading]
        if not order:
            return
        here = self._at.get(self._chosen or "")
        if here is None:
            current = self._at.get(self._current or "")
            target = current if current is not None else order[0 if steps > 0 else -1]
        else:
            place = order.index(here) + steps
            target = order[max(0, min(place, len(order) - 1))]
        self._choose(target)

    def move_to_end(self, last: bool) -> None:
        """Choose the first row, or the last."""
        order = [i for i, row in enumerate(self._rows) if not row.heading]
        if order:
            self._choose(order[-1 if last else 0])

    @property
    def page(self) -> int:
        """About how many rows are seen at once."""
        height = sum(row.height for row in self._rows) or 1
        return max(1, self.size.height * len(self._rows) // height - 1)

    def choose_here(self) -> None:
        """Choose the current row, as when Enter is pressed; what is chosen stays so."""
        if self._chosen is None:
            self.move(1)
        else:
            self.post_message(self.Chosen(self, self._chosen))

    def _choose(self, index: int) -> None:
        self._chosen = self._rows[index].key
        self._show(self._chosen)
        self.refresh()
        self.post_message(self.Chosen(self, self._chosen))

    # Drawing

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width
        if width <= 0:
            return
        self._width = width
        self._rows = self.rows(width)
        self._at = {row.key: i for i, row in enumerate(self._rows)}
        self._tops = list(accumulate((row.lines + row.gap for row in self._rows), initial=0))
        self._resized(Size(width, self._tops[-1]))

    def _resized(self, size: Size) -> None:
        """Let the list be `size` large, in cells.

        Textual lays the whole screen out when it is told so. That is needed only where the list is as high as its
        rows are; a scroll bar that comes or goes asks for it by itself. It would be felt at every choice in a
        long article.
        """
        rows, before = self.size.height, self.virtual_size.height
        self.set_reactive(Widget.virtual_size, size)
        if self.styles.auto_dimensions and size.height != before and not rows < min(before, size.height):
            self.refresh(layout=True)
        self._scroll_update(size)
        if self.scroll_y > self.max_scroll_y:
            self.scroll_to(y=self.max_scroll_y, animate=False, force=True)

    def _show(self, key: str | None) -> None:
        at = self._at.get(key or "")
        if at is None:
            return
        top = at - 1 if at and self._rows[at - 1].heading else at
        region = Region(0, self._tops[top], 1, self._tops[at + 1] - self._tops[top])
        self.scroll_to_region(region, animate=False, force=True)

    def _size_updated(
        self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True
    ) -> bool:
        """Heights depend on the width: lay the rows out before they are drawn at another one."""
        changed = super()._size_updated(size, virtual_size, container_size, layout)
        if self.scrollable_content_region.width != self._width:
            self._drawn.clear()
            self._lay_out()
        if changed:
            self._show(self._chosen or self._current)
        return changed

    def notify_style_update(self) -> None:
        """Another theme: draw all anew."""
        self._drawn.clear()
        self._hues.clear()
        super().notify_style_update()

    def look(self, name: str) -> Style:
        """The style of this component class, to lay over the list's own."""
        return self.get_visual_style(f"row--{name}", partial=True)

    def hue(self, name: str) -> Style:
        """A speaker's colour."""
        found = self._hues.get(name)
        if found is None:
            colour = Ink(self, "row--").style((name,)).color
            found = Style(foreground=Color.from_rich_color(colour)) if colour else Style()
            self._hues[name] = found
        return found

    def render_line(self, y: int) -> Strip:
        """Draw line `y` of the list's window."""
        return self._line(y + self.scroll_offset.y, self.size.width, self.visual_style)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the lines that are in sight."""
        width, base, top = self.size.width, self.visual_style, self.scroll_offset.y
        return whole(self, crop, width, [self._line(y + top, width, base) for y in crop.line_range])

    def _line(self, line: int, width: int, base: Style) -> Strip:
        if not self._rows:
            return self._empty_line(line, width, base)
        if line >= self._tops[-1]:
            return blank_line(width, base.rich_style)
        index = bisect_right(self._tops, line) - 1
        strips = self._strips(self._rows[index], base)
        return strips[line - self._tops[index]]

    def _empty_line(self, line: int, width: int, base: Style) -> Strip:
        key = (self.empty_text, width, "empty", self.has_focus)
        strips = self._drawn.get(key)
        if strips is None:
            lines = Content(self.empty_text).wrap(max(10, width - 4))
            faint = self.look("faint")
            strips = [_strip(Content(" ") + each.stylize(faint), width, base) for each in lines]
            self._drawn[key] = strips
        return strips[line] if 0 <= line < len(strips) else blank_line(width, base.rich_style)

    def _strips(self, row: Row, base: Style) -> list[Strip]:
        state = "chosen" if row.key == self._chosen else "current" if row.key == self._current else ""
        key = (row.key, self._width, state, self.has_focus)
        strips = self._drawn.get(key)
        if strips is None or len(strips) != row.height:
            style = base + self.look(state) if state else base
            marker = {"chosen": MARKER_CHOSEN, "current": MARKER_CURRENT}.get(state, " ")
            strips = []
            for number, content in enumerate(self.draw(row, self._width)):
                lead = " " if row.heading else f" {marker if number == 0 else ' '} "
                strips.append(_strip(Content(lead) + content, self.size.width, style))
            strips += [Strip.blank(self.size.width, base.rich_style)] * row.gap
            self._drawn[key] = strips
        return strips

    def on_focus(self) -> None:
        """The chosen row is drawn otherwise in a focused list."""
        self.refresh()

    def on_blur(self) -> None:
        """As on focus."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """A click chooses; on what is chosen it lets go."""
        line = int(event.y) + self.scroll_offset.y
        if not self._rows or not 0 <= line < self._tops[-1]:
            return
        index = bisect_right(self._tops, line) - 1
        row = self._rows[index]
        if row.heading:
            return
        event.stop()
        if row.key == self._chosen:
            self._chosen = None
            self.refresh()
            self.post_message(self.Chosen(self, None))
        else:
            self._choose(index)


def _strip(content: Content, width: int, style: Style) -> Strip:
    segments: list[Segment] = content.render_segments(style)
    return Strip(segments).adjust_cell_length(width, style.rich_style)
