"""Detect that something has stopped making progress."""

from __future__ import annotations

import threading
from collections.abc import Callable

_TURN = 0.5  # seconds counted at a time


class Watchdog:
    """Calls `on_stall` once, in its own thread, if `allow` is not called again within the seconds it was given.

    Seconds during which this process is suspended do not count: the watched one may have reported meanwhile.
    Raises RuntimeError if no thread can be started.
    """

    def __init__(self, on_stall: Callable[[], None]) -> None:
        self._on_stall = on_stall
        self._changed = threading.Condition()
        self._left: float | None = None  # seconds
        self._calls = 0
        self._is_closed = False
        threading.Thread(target=self._watch, daemon=True, name="watchdog").start()

    def allow(self, seconds: float | None) -> None:
        """Restart the count with this many seconds; with None, stop counting."""
        with self._changed:
            is_sooner = seconds is not None and (self._left is None or seconds < self._left)
            self._left = seconds
            self._calls += 1
            if is_sooner:
                self._changed.notify()

    def close(self) -> None:
        """End the thread."""
        with self._changed:
            self._is_closed = True
            self._changed.notify()

    def _watch(self) -> None:
        with self._changed:
            while not self._is_closed and (self._left is None or self._left > 0):
                turn = None if self._left is None else min(self._left, _TURN)
                calls = self._calls
                self._changed.wait(turn)
                if calls == self._calls and self._left is not None and turn is not None:
                    self._left -= turn
            if self._is_closed:
                return
        self._on_stall()
