"""Typeahead: keys that arrive faster than the screen changes go where they were meant to go.

Over a slow line keys arrive in bursts: "/turkey" at once. Textual hands each key to what has the focus when the
key arrives, which is not yet the line that "/" is about to focus: "t" would change the theme. Here a key waits
until what the key before it asked for is done.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from itertools import count
from typing import Any

from textual import events
from textual.app import App
from textual.message_pump import MessagePump
from textual.screen import Screen

RETRY = 0.01
"""Seconds until it is checked again whether there is a screen."""
MAX_WAIT = 0.3
"""The most seconds that a key waits for the one before it."""
MAX_ROUNDS = 3
"""How often messages that a key leads to are passed on at most before they take effect."""
IMMEDIATE = frozenset({"ctrl+q", "ctrl+c"})
"""The keys that never wait."""


def is_whole(screen: Screen[Any]) -> bool:
    """Tell whether a screen has all its widgets."""
    return screen.is_mounted and getattr(screen, "fully_mounted", True)


class Typeahead:
    """A queue of keys, each of which is handled once the one before it has had its effect."""

    def __init__(self, app: App[None], handle: Callable[[events.Event], Awaitable[None]]) -> None:
        """Hold keys back; `handle` is the app's own way of handling an event."""
        self._app = app
        self._handle = handle
        self._numbers = count(1)
        self._current = 0
        """The number of the key being handled; 0 while there is none."""
        self.waiting: deque[events.Key] = deque()

    async def receive(self, event: events.Event) -> None:
        """Handle an event; a key waits while another one is being handled."""
        if not isinstance(event, events.Key) or event.is_forwarded:
            await self._handle(event)
        elif event.key in IMMEDIATE and self._app.screen_stack:
            await self._handle_key(event)
        elif self._current or not self._screen_takes_keys:
            if not self.waiting:
                number = self._current
                self._app.set_timer(MAX_WAIT if number else RETRY, lambda: self._finish(number))
            self.waiting.append(event)
        else:
            await self._handle_key(event)

    @property
    def _screen_takes_keys(self) -> bool:
        """True while there is a screen with all its widgets, as there is none at the start and the end."""
        return bool(self._app.screen_stack) and is_whole(self._app.screen)

    async def _handle_key(self, event: events.Key) -> None:
        """Handle a key, and notice when that is done by following it from one message queue to the next."""
        self._current = number = next(self._numbers)
        pumps = [*(self._app.focused or self._app.screen).ancestors_with_self]
        await self._handle(event)
        self._follow(pumps, number, MAX_ROUNDS)

    def _follow(self, pumps: Sequence[MessagePump], number: int, rounds: int, start: int = 0) -> None:
        """Follow a key from the focused widget up to the app, where its binding acts.

        Then follow the messages that it led to, which may be passed on once more before they take effect.
        """
        for place in range(start, len(pumps)):
            if pumps[place].call_later(self._follow, pumps, number, rounds, place + 1):
                return  # a pump that is closed takes no call
        if rounds > 1 and self.waiting:
            self._follow(pumps, number, rounds - 1)
        else:
            self._finish(number)

    def _finish(self, number: int) -> None:
        if number == self._current:
            self._current = 0
            if self.waiting:
                self._app.call_next(self._handle_next)

    async def _handle_next(self) -> None:
        if self._current or not self.waiting:
            return
        if self._screen_takes_keys:
            await self._handle_key(self.waiting.popleft())
            if self.waiting:
                self._app.set_timer(MAX_WAIT, lambda number=self._current: self._finish(number))
        else:
            self._app.set_timer(RETRY, self._handle_next)
