"""A scroll bar whose lines are few strips, each made once, and which is there also where nothing scrolls.

One that came and went would have the whole screen laid out each time, which is felt: it is blank instead.
"""

from __future__ import annotations

from functools import lru_cache
from typing import cast

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip

from tui.widgets.strips import blank_line, crop_strips


class QuickBar(ScrollBar):
    """A vertical bar that looks as Textual 8's. Two of those take as long to draw as the article between them."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of the bar that are in sight; those that look the same are the same object."""
        width, height = self.size
        if self.window_virtual_size <= self.window_size:
            blank = blank_line(width, self.visual_style.rich_style)
            return crop_strips(self, crop, width, [blank] * crop.height)
        bar = cast(ScrollBarRender, self.render())
        style = cast(Style, bar.style)
        lines = bar.render_bar(
            height,
            bar.virtual_size,
            bar.window_size,
            bar.position,
            bar.thickness,
            True,
            cast(Color, style.bgcolor),
            cast(Color, style.color),
        )
        base = self.visual_style.rich_style
        strips = [_strip(text, base, style) for text, style, _ in lines.segments]
        return crop_strips(self, crop, width, strips[crop.y : crop.bottom])


@lru_cache(maxsize=256)
def _strip(text: str, base: Style, style: Style) -> Strip:
    return Strip([Segment(text, base + style)])
