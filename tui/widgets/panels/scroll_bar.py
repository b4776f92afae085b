"""A scroll bar that is drawn from a few cached strips, and is blank if nothing scrolls.

If it appeared and disappeared instead, the whole screen would be laid out each time.
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


class CachedScrollBar(ScrollBar):
    """A vertical bar that looks like Textual's, which is slow: two take as long to draw as the article."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the lines in sight; those that look the same are the same object."""
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
