"""Screens that are laid out and drawn once for each change.

What Textual does: the sizes that a layout gives to widgets count as changes that ask for another layout and
another frame. When the terminal's size changes, everything is laid out twice and drawn twice, the same both
times. Each widget that changes sends the screen a message of its own.
What ours gains: a resize costs 11 ms CPU with it, 33 ms without. What does need another layout, a scroll bar that
comes or goes, asks for it by itself.
Concerns: `Screen._refresh_layout`, `_on_timer_update`, `_screen_resized` and `_compositor` in textual/screen.py,
the reactive `Widget.virtual_size` in textual/widget.py.
A layout also tells the screen of its own size, so that two sizes in its queue at once would follow each other
for ever: a size that the terminal no longer has is passed over.
Can go: when a resize in tests/benchmarks/interaction.py costs the same without it.
"""

from __future__ import annotations

from threading import get_ident

from textual.events import Resize
from textual.geometry import Size
from textual.message import Message
from textual.messages import Update
from textual.screen import Screen, ScreenResultType
from textual.widget import Widget

from tui.textual_patches.compositor import PartialCompositor


class SingleLayoutScreen(Screen[ScreenResultType]):
    """A screen whose layouts are not repeated and whose frames hold only what has changed."""

    def __init__(self) -> None:
        super().__init__()
        self._compositor = PartialCompositor()

    def _refresh_layout(self, size: Size | None = None, scroll: bool = False) -> None:
        virtual_size = Widget.virtual_size
        saved = virtual_size._layout, virtual_size._repaint
        virtual_size._layout = virtual_size._repaint = False
        before = self._compositor._full_map
        try:
            super()._refresh_layout(size, scroll)
        finally:
            virtual_size._layout, virtual_size._repaint = saved
        if self.is_current and not self.app._batch_count:
            for widget, geometry in self._compositor._full_map.items():
                if geometry != before.get(widget):
                    widget._repaint_required = False  # the frame just drawn shows all of it
                    widget._repaint_regions.clear()

    def post_message(self, message: Message) -> bool:
        """Handle an Update at once instead of queueing it: with one key ten widgets may change."""
        if type(message) is Update and self._thread_id == get_ident() and self._running and not self._closing:
            if isinstance(message.widget, Widget) and self in self._compositor:
                self._dirty_widgets.add(message.widget)
                self.check_idle()
            return True
        return super().post_message(message)

    def draw_soon(self) -> None:
        """Draw what has changed without waiting for the next tick of Textual's clock.

        The call goes through the app so that widgets mounted a moment ago have their turn first.
        """
        self.app.call_later(self.call_later, self._on_timer_update)

    def _on_timer_update(self) -> None:
        """Draw a frame once the screen has handled the messages that are in its queue."""
        waiting = [widget for widget in self.walk_children(Widget) if widget._layout_required]
        for widget in waiting:
            widget._check_refresh()
        if waiting or not self._message_queue.empty():
            self._update_timer.pause()
            self.call_later(self._draw)
        else:
            self._draw()

    def _draw(self) -> None:
        """Draw all changes in one frame, also those of widgets that have not posted an Update yet."""
        self._dirty_widgets.update(w for w in self._compositor.visible_widgets if w._repaint_regions)
        super()._on_timer_update()

    def _on_resize(self, event: Resize) -> None:  # type: ignore[override]
        """Pass over a size that the terminal no longer has; the new one follows."""
        if event.size != self.app.size:
            event.prevent_default().stop()

    def _screen_resized(self, size: Size) -> None:
        """Lay out and draw for a new terminal size, of which Textual tells twice."""
        if self._compositor.size == size and self.is_mounted:
            return
        super()._screen_resized(size)
