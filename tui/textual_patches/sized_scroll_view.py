"""A scroll view that is laid out for a new size before it is drawn, with a scroll bar of its own class.

What Textual does: it sends a Resize message, which arrives after a frame was drawn at the new size. It makes the
scroll bar itself, and lays the whole screen out whenever a widget's virtual size changes.
What ours gains: a resize is one frame, not two of which the first is wrong; laying out and drawing 33 → 11 ms CPU
together with `single_layout`.
Concerns: `Widget._size_updated`, `Widget._scroll_update`, `Widget._vertical_scrollbar` and `App._start_widget` in
textual/widget.py, textual/scroll_view.py and textual/app.py.
Can go: when a scroll view is told of its size before `render_lines` is called.
"""

from __future__ import annotations

from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.widget import Widget


class SizedScrollView(ScrollView, inherit_bindings=False):
    """A scroll view with a hook for a new size, and one for its scroll bar."""

    def fit_size(self, *, changed: bool) -> None:
        """Lay the content out for the size there is now; `changed` tells that it differs from the last."""

    def make_vertical_scrollbar(self) -> ScrollBar:
        """Return a new vertical scroll bar."""
        return ScrollBar(name="vertical", thickness=self.scrollbar_size_vertical)

    def set_virtual_size(self, size: Size) -> None:
        """Let the content be `size` large, in cells, without having the whole screen laid out."""
        self.set_reactive(Widget.virtual_size, size)
        self._scroll_update(size)

    def _size_updated(
        self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True
    ) -> bool:
        changed = super()._size_updated(size, virtual_size, container_size, layout)
        self.fit_size(changed=changed)
        return changed

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The scroll bar, made when it is first asked for."""
        if self._vertical_scrollbar is None:
            self._vertical_scrollbar = bar = self.make_vertical_scrollbar()
            # Displayed as it is going to be: changing that later would lay the screen out once more.
            bar.display = self.styles.overflow_y == "scroll"
            self.app._start_widget(self, bar)
        return self._vertical_scrollbar
