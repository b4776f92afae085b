"""Selecting by mouse: from the character where the button was pressed to the pointer, also beyond the edge."""

from __future__ import annotations

from collections.abc import Callable

from textual.geometry import Offset
from textual.timer import Timer

from tui.article.spans import Span, hull
from tui.widgets.article.article_scroll import ArticleScroll

SCROLL_INTERVAL = 0.05
"""Seconds between two lines while the pointer is held beyond the edge."""


class MouseSelection:
    """A selection in the making, while the button is held."""

    def __init__(
        self, pane: ArticleScroll, character_at: Callable[[Offset], Span], select: Callable[[Span], None]
    ) -> None:
        """Select in `pane`: `character_at` returns the character in a cell, `select` selects a span."""
        self._pane = pane
        self._character_at = character_at
        self._select = select
        self._anchor: Span | None = None
        self._pointer = Offset(0, 0)
        self._has_moved = False
        self._timer: Timer | None = None

    def press(self, pointer: Offset) -> None:
        """Begin where the button is pressed."""
        self._anchor, self._pointer, self._has_moved = self._character_at(pointer), pointer, False
        self._pane.capture_mouse()

    def move(self, pointer: Offset) -> None:
        """Select up to the pointer, and scroll while it is held beyond the edge."""
        if self._anchor is None:
            return
        self._has_moved |= pointer != self._pointer
        self._pointer = pointer
        self._extend()
        if self._speed and self._timer is None:
            self._timer = self._pane.set_interval(SCROLL_INTERVAL, self._extend)

    def release(self) -> bool:
        """End the selection; return False if the button was not pressed in the pane."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if self._anchor is None:
            return False
        self._anchor = None
        self._pane.release_mouse()
        return True

    @property
    def _speed(self) -> int:
        """The lines to scroll, for a pointer beyond the pane or in its last row at the screen's edge."""
        pane, y = self._pane, self._pointer.y
        if y < 0 or (y == 0 and pane.region.y == 0):
            return min(-1, y)
        if y >= pane.size.height or (
            y == pane.size.height - 1 and pane.region.bottom >= pane.screen.size.height
        ):
            return max(1, y - pane.size.height + 1)
        return 0

    def _extend(self) -> None:
        if self._anchor is None or not self._has_moved:
            return
        if self._timer is not None and (speed := self._speed):
            self._pane.scroll_lines(speed)
        x, y = self._pointer
        here = self._character_at(Offset(x, max(0, min(self._pane.size.height - 1, y))))
        self._select(hull((self._anchor, here)))
