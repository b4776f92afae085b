"""Typeahead: keys that arrive faster than the screen changes go where they were meant to go.

Over a slow line keys arrive in bursts: "/turkey" at once. Textual hands each key to what has the focus when the
key arrives, which is not yet the line that "/" is about to focus: "t" would change the theme. Here a key waits
until what the key before it asked for is done, also by a thread; none is dropped.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable
from itertools import count
from typing import Any

from textual import events
from textual.app import App
from textual.message_pump import MessagePump
from textual.screen import Screen

from tui.textual_patches.app_internals import PALETTE_SEARCH

RETRY = 0.01
"""Seconds until it is checked again whether the screen takes keys."""
MAX_WAIT = 0.3
"""Seconds after which it is checked whether the key before has led to another screen or place."""
MAX_CHECKS = 10
"""How often that is checked at most before the next key is handled all the same."""
MAX_AWAITED = 300
"""How often it is checked at most whether a thread is done: for three seconds."""
MIN_ROUNDS, MAX_ROUNDS = 3, 12
"""How often messages that a key leads to are passed on at least and at most before they take effect."""
IMMEDIATE = frozenset({"ctrl+q", "ctrl+c"})
"""The keys that never wait."""
OPENING = frozenset({"compared", "comparing"})
"""The groups of a screen's workers that open another screen: keys wait for it."""
FINDING = frozenset({"search", "people", PALETTE_SEARCH})
"""The groups of those that look up the rows of a list: Enter, which opens one of them, waits for it."""


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
        self._awaited = 0
        """How often a thread was found not to be done since the last key."""
        self.waiting: deque[events.Key] = deque()

    async def receive(self, event: events.Event) -> None:
        """Handle an event; a key waits while another one is being handled."""
        if not isinstance(event, events.Key):
            await self._handle(event)
        elif event.is_forwarded:  # it comes back from the screen, which had no use for it
            if self._app.screen_stack and not is_whole(self._app.screen):
                self._wait(events.Key(event.key, event.character), first=True)
            else:
                await self._handle(event)
        elif event.key in IMMEDIATE and self._app.screen_stack:
            await self._handle_key(event)
        elif self._current or self.waiting or not self._screen_takes(event):
            self._wait(event)
        else:
            await self._handle_key(event)

    def take_back(self) -> list[events.Key]:
        """Return the keys that wait, which are then forgotten unless `put_back` has them handled after all."""
        taken = [*self.waiting]
        self.waiting.clear()
        return taken

    def put_back(self, keys: list[events.Key]) -> None:
        """Have keys that were taken back handled before those that wait."""
        for key in reversed(keys):
            self._wait(key, first=True)

    def _wait(self, event: events.Key, *, first: bool = False) -> None:
        """Have a key wait, behind the others or, if it was handed to a screen that is gone, before them."""
        if not self.waiting:
            if self._current:
                self._check_later(self._current, MAX_CHECKS)
            else:
                self._app.set_timer(RETRY, self._handle_next)
        if first:
            self.waiting.appendleft(event)
        else:
            self.waiting.append(event)

    def _screen_takes(self, event: events.Key) -> bool:
        """Tell whether a screen is ready for this key; at the start and at the end there is none."""
        if not self._app.screen_stack or not is_whole(self._app.screen):
            return False
        screen = self._app.screen
        awaited = OPENING | FINDING if event.key == "enter" else OPENING
        if self._awaited < MAX_AWAITED and any(
            worker.group in awaited and worker.node is screen and not worker.is_finished
            for worker in self._app.workers
        ):
            self._awaited += 1
            return False
        return True

    async def _handle_key(self, event: events.Key) -> None:
        """Handle a key, and notice when that is done by following it from one message queue to the next."""
        self._awaited = 0
        self._current = number = next(self._numbers)
        pumps = self._pumps()
        await self._handle(event)
        self._follow(pumps, number, 1)

    def _pumps(self) -> list[MessagePump]:
        return [*(self._app.focused or self._app.screen).ancestors_with_self]

    def _follow(self, pumps: list[MessagePump], number: int, rounds: int, start: int = 0) -> None:
        """Follow a key from the focused widget up to the app, where its binding acts.

        Then follow the messages that it led to, which may be passed on some more times before they take effect.
        """
        for place in range(start, len(pumps)):
            if pumps[place].call_later(self._follow, pumps, number, rounds, place + 1):
                return  # a pump that is closed takes no call
        if self.waiting and (rounds < MIN_ROUNDS or (rounds < MAX_ROUNDS and self._is_busy())):
            self._follow(self._pumps() if self._app.screen_stack else pumps, number, rounds + 1)
        else:
            self._finish(number)

    def _is_busy(self) -> bool:
        """Tell whether any widget of the screen has messages that it has not handled."""
        pumps: list[MessagePump] = [self._app]
        if self._app.screen_stack:
            pumps += [self._app.screen, *self._app.screen.walk_children()]
        return any(pump.message_queue_size for pump in pumps)

    def _check_later(self, number: int, checks: int) -> None:
        """Handle the next key after a while if this one, which may not return, has led to another screen."""
        place = self._place()

        def check() -> None:
            if number == self._current and self.waiting:
                if checks > 1 and place == self._place():
                    self._check_later(number, checks - 1)
                else:
                    self._finish(number)

        self._app.set_timer(MAX_WAIT, check)

    def _place(self) -> tuple[object, object]:
        return (self._app.screen, self._app.focused) if self._app.screen_stack else (None, None)

    def _finish(self, number: int) -> None:
        if number == self._current:
            self._current = 0
            if self.waiting:
                self._app.call_next(self._handle_next)

    async def _handle_next(self) -> None:
        if self._current or not self.waiting:
            return
        if self._screen_takes(self.waiting[0]):
            await self._handle_key(self.waiting.popleft())
            if self.waiting:
                self._check_later(self._current, MAX_CHECKS)
        else:
            self._app.set_timer(RETRY, self._handle_next)
