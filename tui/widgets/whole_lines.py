"""Lines handed to the screen as they are drawn, without Textual's work on each of them.

Textual lays padding, borders, opacity and tint round every line of a widget, which takes longer than drawing
the line; the widgets that fill the screen have none of these, and keep what they draw themselves.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from rich.style import Style
from textual.containers import Container
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


def whole(widget: Widget, crop: Region, width: int, lines: Iterable[Strip]) -> list[Strip]:
    """What `Widget.render_lines` is to give for `crop`: these `lines` of it, each `width` cells wide.

    The app's filters (for terminals without true colours, for NO_COLOR) are applied as to any other widget.
    """
    _, background = widget.background_colors
    strips = list(lines)
    for line_filter in widget.get_line_filters():
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
