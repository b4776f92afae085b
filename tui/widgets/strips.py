"""Lines handed to the screen as they are drawn, without Textual's work on each of them.

Textual lays padding, borders, opacity and tint round every line of a widget, which takes longer than drawing
the line; the widgets that fill the screen have none of these, and keep what they draw themselves.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.containers import Container
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


def whole(widget: Widget, crop: Region, width: int, lines: Iterable[Strip]) -> list[Strip]:
    """What `Widget.render_lines` is to give for `crop`: these `lines` of it, each `width` cells wide.

    The app's filters (for terminals without true colours, for NO_COLOR) are applied as to any other widget.
    """
    strips = list(lines)
    for line_filter in widget.get_line_filters():
        background = widget.visual_style.background
        assert background is not None
        strips = [strip.apply_filter(line_filter, background) for strip in strips]
    first, last = crop.column_span
    return strips if (first, last) == (0, width) else [strip.crop(first, last) for strip in strips]


@lru_cache(maxsize=64)
def blank_line(width: int, style: Style) -> Strip:
    """One blank line, the same object each time: what it looks like on the screen is worked out once."""
    return Strip.blank(width, style)


def blank(widget: Widget, crop: Region) -> list[Strip]:
    """The same of a widget that draws nothing of its own; one line serves for all."""
    width = widget.size.width
    return whole(widget, crop, width, [blank_line(width, widget.visual_style.rich_style)] * crop.height)


class Told(Widget):
    """A widget whose screen is told at once that it is to be drawn, not when the widget has its next turn.

    With one key ten of them change, and a turn of each costs more than what it has to say. Among bases it comes
    last: Textual takes styles from the first.
    """

    def check_idle(self) -> None:
        """Ask for a turn only where more than drawing is to be done."""
        more = self._layout_required or self._scroll_required or self._refresh_styles_required
        if self._repaint_required and self._is_mounted and not more:
            self._check_refresh()
        else:
            super().check_idle()


class OneLine(Told):
    """A line of words, `render` gives them, with blank cells beside them as its padding says."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """The line, or what Textual makes of it where there is no room for it, or for more lines."""
        content, width = self.render(), self.size.width
        if (
            not isinstance(content, Content)
            or "\n" in content.plain
            or content.cell_length > width
            or self.outer_size.height != 1
            or self.text_selection is not None
        ):
            return super().render_lines(crop)
        style, edges = self.visual_style, self.styles.padding
        blank = Style(bgcolor=style.rich_style.bgcolor)
        words = Strip(content.render_segments(style), content.cell_length).apply_offsets(0, 0)
        beside = [[Segment(" " * cells, blank)] if cells else [] for cells in (edges.left, edges.right)]
        line = Strip([*beside[0], *words.adjust_cell_length(width, blank), *beside[1]], width + edges.width)
        return whole(self, crop, width + edges.width, [line])


class Room(Container):
    """Room for other widgets: it draws nothing but a border above or below, where it has one."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Blank lines between the borders."""
        edges = self.gutter
        if not edges.height:
            return blank(self, crop)
        first, last = edges.top, edges.top + self.size.height
        draw = super().render_lines
        out = [draw(Region(crop.x, y, crop.width, 1))[0] for y in range(crop.y, min(first, crop.bottom))]
        within = crop.intersection(Region(crop.x, first, crop.width, last - first))
        if within:
            out += blank(self, within)
        out += [draw(Region(crop.x, y, crop.width, 1))[0] for y in range(max(last, crop.y), crop.bottom)]
        return out
