"""Work done behind the reader's back: one after the other, on one thread that begins with the first of it.

Another program may hold the library for seconds. What is written while one reads is handed to an `Apart`, which has
it done behind and then tells what came of it, so that nobody at the keys waits.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Protocol, TypeVar

_LONGEST = 10.0  # seconds that leaving waits for what is still to be done

_T = TypeVar("_T")


class Apart(Protocol):
    """Has `work` done and hands what it returns to `told`, on the thread that asked."""

    def __call__(self, work: Callable[[], _T], told: Callable[[_T], object], /) -> None: ...


def at_once(work: Callable[[], _T], told: Callable[[_T], object], /) -> None:
    """Here and now: for who may wait."""
    told(work())


def apart(behind: Callable[[Callable[[], object]], None], come_back: Callable[..., object]) -> Apart:
    """With a library's `behind`. `come_back(told, result)`, called there, is to have told(result) called here."""

    def do(work: Callable[[], _T], told: Callable[[_T], object], /) -> None:
        behind(lambda: come_back(told, work()))

    return do


class WriteQueue:
    """A queue and its thread. The thread ends when nothing is left to do, and begins again with the next."""

    def __init__(self) -> None:
        self._waiting: deque[tuple[float, Callable[[], object]]] = deque()
        self._asked: float | None = None
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def do(self, work: Callable[[], object]) -> None:
        """Do `work` after all that was asked for before."""
        with self._lock:
            self._waiting.append((time.monotonic(), work))
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="library", daemon=True)
                self._thread.start()

    @property
    def asked(self) -> float | None:
        """When (`time.monotonic`) what is being done was asked for; None on any thread but the one that does it."""
        return self._asked if threading.current_thread() is self._thread else None

    def finish(self) -> None:
        """Wait until nothing is left, some seconds at most. What fails is reported as Python reports threads'."""
        with self._lock:
            thread = self._thread
        if thread is not None and thread is not threading.current_thread():
            thread.join(_LONGEST)

    def _run(self) -> None:
        while True:
            with self._lock:
                if not self._waiting:
                    self._thread = None
                    return
                self._asked, work = self._waiting.popleft()
            try:
                work()
            except Exception:  # the next is to be done all the same
                import sys

                threading.excepthook(threading.ExceptHookArgs((*sys.exc_info(), threading.current_thread())))
