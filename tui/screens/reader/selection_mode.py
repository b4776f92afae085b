"""Selecting by keys as in vim: v begins, movements move one end, o takes the other, y copies, Esc ends it."""

from __future__ import annotations

from collections.abc import Callable

from textual import events

from tui.screens.reader.article_screen import ArticleScreen

_BY_UNIT = {
    **dict.fromkeys(("l", "w", "e", "right"), ("word", 1)),
    **dict.fromkeys(("h", "b", "left"), ("word", -1)),
    "right_parenthesis": ("sentence", 1),
    "left_parenthesis": ("sentence", -1),
    "right_curly_bracket": ("paragraph", 1),
    "left_curly_bracket": ("paragraph", -1),
}
_BY_LINE = {"j": 1, "down": 1, "k": -1, "up": -1}
_HINTS = (
    ("h l", "word"),
    ("( )", "sentence"),
    ("j k", "line"),
    ("o", "other end"),
    ("y Y m", "copy, clip"),
    ("Esc", ""),
)


class SelectionMode:
    """Selecting by keys, and what they do meanwhile."""

    def __init__(self, screen: ArticleScreen, begin: Callable[[], None]) -> None:
        """Select by keyboard; `begin` selects the first word unless something is selected."""
        self._screen = screen
        self._begin = begin
        self._is_on = False

    def toggle(self) -> None:
        """Begin a selection; if one is being made, end it."""
        if self._is_on:
            self.end()
            return
        self._screen.article_pane.focus()
        self._begin()
        self._is_on = self._screen.article_pane.selected_span is not None
        self._show_hints()

    def end(self) -> None:
        """Clear the selection, and give the keys back."""
        if self._is_on:
            self._screen.article_pane.clear_selection()
            self._stop()

    def handle_key(self, event: events.Key) -> None:
        """Move an end of the selection; leave every other key to its binding."""
        if not self._is_on:
            return
        pane = self._screen.article_pane
        if pane.selected_span is None or self._screen.focused is not pane or event.key == "escape":
            self._stop()
            return
        if event.key in _BY_UNIT:
            pane.extend_selection(*_BY_UNIT[event.key])
        elif event.key in _BY_LINE:
            pane.extend_selection_by_line(_BY_LINE[event.key])
        elif event.key == "o":
            pane.swap_selection_ends()
        else:
            return
        event.stop()
        event.prevent_default()

    def _stop(self) -> None:
        self._is_on = False
        self._show_hints()

    def _show_hints(self) -> None:
        if self._screen.fully_mounted:
            from tui.widgets.key_hints import KeyHints

            self._screen.query_one(KeyHints).pending = ("select", *_HINTS) if self._is_on else ()
