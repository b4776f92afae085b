"""The chords ]a and [a, to the next and the previous article of a list."""

from __future__ import annotations

from collections.abc import Mapping

from textual import events

from tui.screens.reader.article_screen import ArticleScreen


class ArticleChord:
    """Waits for the second key of a chord, and says which it is."""

    def __init__(self, screen: ArticleScreen, keymap: Mapping[str, str]) -> None:
        self._screen = screen
        self._keymap = keymap
        self._step = 0
        """Which way to go once `a` follows the bracket; 0 while no chord is begun."""

    def press(self, step: int) -> None:
        """Begin a chord; where a keymap has bound another key to it, that key is enough."""
        name = "article.next" if step > 0 else "article.previous"
        if name in self._keymap:
            self._go(step)
            return
        self._step = step
        what = "the next article" if step > 0 else "the previous article"
        self._hint("]" if step > 0 else "[", ("a", what), ("Esc", "cancels"))

    def handle_key(self, event: events.Key) -> None:
        """Take the second key of a chord; any other than `a` only ends it."""
        if not self._step:
            return
        event.stop()
        event.prevent_default()
        step, self._step = self._step, 0
        self._hint()
        if event.key == "a":
            self._go(step)

    def _hint(self, *pending: str | tuple[str, str]) -> None:
        if self._screen.fully_mounted:
            from tui.widgets.key_hints import KeyHints

            self._screen.query_one(KeyHints).pending = pending

    def _go(self, step: int) -> None:
        from tui.screens.messages import StepInList

        self._screen.post_message(StepInList(step))
