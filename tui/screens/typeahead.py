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
from textual.app import App
from textual.message_pump import MessagePump

from tui.session import gc_tuning
from tui.textual_patches.bound_keys import only_bindings_hear

SOON = 0.01
"""Seconds after which to look again whether a screen is there."""
PATIENCE = 0.3
"""Seconds that a key waits at most for the one before it."""
WALKS = 3
"""How often messages that a key leads to are handed on at most, before they act."""
IDLE = 0.03
"""Seconds after a key in which what it led to has been drawn, and garbage may be looked for."""
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
        elif event.key in AT_ONCE and self._screen_stacks.get(self._current_mode):
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
        if not self._screen_stacks.get(self._current_mode):
            return False
        return self.screen.is_mounted and getattr(self.screen, "furnished", True)

    async def _type(self, event: events.Key) -> None:
        """Deal with a key, and note when that is done: one message after another, in the order of the queues."""
        self._under_way = number = next(self._numbers)
        target, screen = self.focused or self.screen, self.screen
        way = [*target.ancestors_with_self]
        if screen.maximized is None and only_bindings_hear(target, event):
            self.app_focus = True
            screen._clear_tooltip()
            if not await self._check_bindings(event.key, priority=True):
                await self._check_bindings(event.key)
            if not self._ahead:
                way = [screen, self]  # behind what the screen was told, and what it asked of the app
        else:
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
            elif gc_tuning.due():
                self.set_timer(IDLE, gc_tuning.tidy)

    async def _next_key(self) -> None:
        if self._under_way or not self._ahead:
            return
        if self._takes_keys:
            await self._type(self._ahead.popleft())
            if self._ahead:
                self.set_timer(PATIENCE, lambda number=self._under_way: self._done(number))
        else:
            self.set_timer(SOON, self._next_key)
