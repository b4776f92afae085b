"""Keys that come quicker than the screen changes go where they were meant.

Over a slow line keys come in bursts: "/turkey" in one go. Textual hands each key to what has the focus when the
key comes in, which is not yet the line that "/" is going to focus: "t" would change the theme. Here a key waits
until what the key before it asked for has been done.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from itertools import count

from textual import events
from textual.app import App, ScreenStackError, UnknownModeError
from textual.message_pump import MessagePump

SOON = 0.01
"""Seconds after which to look again whether a screen is there."""
PATIENCE = 0.3
"""Seconds that a key waits at most for the one before it."""
WALKS = 3
"""How often messages that a key leads to are handed on at most, before they act."""
AT_ONCE = frozenset({"ctrl+q", "ctrl+c"})
"""Keys that wait for nothing."""


class Typeahead(App[None]):
    """An app in which keys wait for each other."""

    def __init__(self) -> None:
        super().__init__()
        self._ahead: deque[events.Key] = deque()
        self._numbers = count(1)
        self._under_way = 0

    async def on_event(self, event: events.Event) -> None:
        """Have a key wait while another one is under way."""
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
        elif event.key in AT_ONCE and self._has_screen:
            await self._type(event)
        elif self._under_way or not self._takes_keys:
            if not self._ahead:
                number = self._under_way
                self.set_timer(PATIENCE if number else SOON, lambda: self._done(number))
            self._ahead.append(event)
        else:
            await self._type(event)

    @property
    def _takes_keys(self) -> bool:
        """Whether there is a screen, as there is none yet or no longer, with all that a key may be meant for."""
        return self._has_screen and self.screen.is_mounted and getattr(self.screen, "furnished", True)

    @property
    def _has_screen(self) -> bool:
        try:
            return bool(self.screen)
        except (ScreenStackError, UnknownModeError):
            return False

    async def _type(self, event: events.Key) -> None:
        """Deal with a key, and note when that is done: one message after another, in the order of the queues."""
        self._under_way = number = next(self._numbers)
        way = [*(self.focused or self.screen).ancestors_with_self]
        await super().on_event(event)
        self._follow(way, number, WALKS)

    def _follow(self, way: Sequence[MessagePump], number: int, walks: int, at: int = 0) -> None:
        """Go up behind the key, from what had the focus to the app, where bindings act; then behind what they set
        going, which may be handed on once more before it acts."""
        for place in range(at, len(way)):
            if way[place].call_later(self._follow, way, number, walks, place + 1):
                return  # but for one that has been closed
        if walks > 1 and self._ahead:
            self._follow(way, number, walks - 1)
        else:
            self._done(number)

    def _done(self, number: int) -> None:
        if number == self._under_way:
            self._under_way = 0
            if self._ahead:
                self.call_next(self._next_key)

    async def _next_key(self) -> None:
        if self._under_way or not self._ahead:
            return
        if self._takes_keys:
            await self._type(self._ahead.popleft())
            if self._ahead:
                self.set_timer(PATIENCE, lambda number=self._under_way: self._done(number))
        else:
            self.set_timer(SOON, self._next_key)
