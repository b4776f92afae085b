"""Where the terminal's cursor stands after each frame, which braille and speech follow."""

from __future__ import annotations

from textual.geometry import Offset
from textual.screen import Screen
from textual.widget import Widget


def attention(screen: Screen[object], focused: Widget | None) -> Offset | None:
    """Return where the reader's attention is: where somebody types, at the marked row, where a page begins.

    None if nothing on the screen can say so.
    """
    typed: Offset | None = getattr(focused, "cursor_screen_offset", None)  # an Input, which is imported later
    if typed is not None:  # one cell further at the end of the text than it is drawn
        return typed - Offset(int(getattr(focused, "cursor_at_end", False)), 0)
    place: Offset | None = getattr(focused, "attention", None)
    if place is not None:
        return place
    if focused is not None:
        row = getattr(focused, "highlighted", None) or 0  # of an OptionList
        return focused.content_region.offset + Offset(0, max(0, row - focused.scroll_offset.y))
    page = next(iter(screen.query("VerticalScroll")), None) if screen.is_modal else None
    return page.content_region.offset if page is not None else None
