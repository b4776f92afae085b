"""Keys that come quicker than the screen changes go where they were meant.

Over a slow line keys come in bursts: "/turkey" in one go. Textual hands each key to what has the focus when the
key comes in, which is not yet the line that "/" is going to focus: "t" would change the theme. Here a key that
bubbles up unused is dealt with only after what the key before it asked for has been done, and goes to what has
the focus then.
"""

from __future__ import annotations

from collections import deque
from weakref import WeakKeyDictionary

from textual import events
from textual.app import App
from textual.dom import DOMNode

SOON = 0.01
"""Seconds after which to look again whether a screen is there."""


class TypingAhead(App[None]):
    """An app in which keys wait for each other."""

    def __init__(self) -> None:
        super().__init__()
        self._typed_for: WeakKeyDictionary[events.Key, DOMNode] = WeakKeyDictionary()
        self._waiting: deque[events.Key] = deque()

    async def on_event(self, event: events.Event) -> None:
        """Note what had the focus when a key came in."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            self._typed_for[event] = self.focused or self.screen
        await super().on_event(event)

    async def _on_key(self, event: events.Key) -> None:
        """A key that nothing had a use for where it was typed: a binding, or meant for what comes next."""
        event.prevent_default()  # or Textual's own handler of the same name deals with it at once
        self._waiting.append(event)
        if len(self._waiting) == 1:
            await self._take_key()

    async def _take_key(self) -> None:
        if not self.screen.is_mounted:
            self.set_timer(SOON, self._take_key)
            return
        event = self._waiting[0]
        here = self.focused or self.screen
        if self._typed_for.get(event, here) is here:
            await super()._on_key(event)
        else:
            again = events.Key(event.key, event.character)
            self._typed_for[again] = here
            here._forward_event(again)
        # Behind what the key has set going here, on the screen and in the app: a change of focus, another screen.
        screen = self.screen
        here.call_later(screen.call_later, self.call_later, self._next_key)

    async def _next_key(self) -> None:
        self._waiting.popleft()
        if self._waiting:
            await self._take_key()
