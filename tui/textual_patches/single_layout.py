"""Layouts that lead to no further ones.

Textual 8 takes the sizes that a layout gives to widgets for changes that ask for a layout and a frame of their
own. Where a terminal's size changes, everything was laid out twice and drawn twice, the same both times. What
does need another layout, a scroll bar that comes or goes, asks for it by itself.
"""

from __future__ import annotations

from threading import get_ident

from textual.geometry import Size
from textual.message import Message
from textual.messages import Update
from textual.screen import Screen, ScreenResultType
from textual.widget import Widget

from tui.textual_patches.compositor import Frames


class LaidOutOnce(Screen[ScreenResultType]):
    """A screen whose layouts are not repeated, and whose frames cost what has changed."""

    def __init__(self) -> None:
        super().__init__()
        self._compositor = Frames()

    def _refresh_layout(self, size: Size | None = None, scroll: bool = False) -> None:
        given = Widget.virtual_size
        asks = given._layout, given._repaint
        given._layout = given._repaint = False
        before = self._compositor._full_map
        try:
            super()._refresh_layout(size, scroll)
        finally:
            given._layout, given._repaint = asks
        if self.is_current and not self.app._batch_count:
            for widget, geometry in self._compositor._full_map.items():
                if geometry != before.get(widget):
                    widget._repaint_required = False  # this very frame showed all of it
                    widget._repaint_regions.clear()

    def post_message(self, message: Message) -> bool:
        """Note at once what is to be drawn: of ten widgets that change with a key, each sends a message."""
        if type(message) is Update and self._thread_id == get_ident() and self._running and not self._closing:
            if isinstance(message.widget, Widget) and self in self._compositor:
                self._dirty_widgets.add(message.widget)
                self.check_idle()
            return True
        return super().post_message(message)

    def draw_soon(self) -> None:
        """Have what has changed drawn without waiting for the next tick of Textual's clock.

        By way of the app: widgets that were mounted a moment ago have their turn meanwhile.
        """
        self.app.call_later(self.call_later, self._on_timer_update)

    def _on_timer_update(self) -> None:
        """Draw a frame, once the screen has heard all that it has been told of by now."""
        asking = [widget for widget in self.walk_children(Widget) if widget._layout_required]
        for widget in asking:
            widget._check_refresh()
        if asking or not self._message_queue.empty():
            self._update_timer.pause()
            self.call_later(self._draw)
        else:
            self._draw()

    def _draw(self) -> None:
        """Draw all that has changed in one frame, also what its widget has not told of yet."""
        self._dirty_widgets.update(w for w in self._compositor.visible_widgets if w._repaint_regions)
        super()._on_timer_update()

    def _screen_resized(self, size: Size) -> None:
        """Lay out and draw for a terminal of another size. Textual says it twice."""
        if self._compositor.size == size and self.is_mounted:
            return
        super()._screen_resized(size)
