"""Pass strips to the compositor as they are drawn, without Textual's work on each of them.

Textual adds padding, borders, opacity and tint to every line of a widget, which takes longer than drawing the
line. The widgets that fill the screen have none of these, and cache the strips they have drawn.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


def crop_strips(widget: Widget, crop: Region, width: int, lines: Iterable[Strip]) -> list[Strip]:
    """Return `lines`, each `width` cells wide, as `Widget.render_lines` must return them for `crop`.

    The app's line filters (for terminals without true colour, for NO_COLOR) are applied as for any other widget.
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
    """Return a blank line, the same object each time, so that the compositor need not write it again."""
    return Strip.blank(width, style)
