"""The queue of writes to the library, done one after the other on a thread of its own.

Another program may hold the library for seconds. What is written while one reads is handed to a `Runner`, which has
it done in the background and calls back when it is committed or has failed, so that nobody at the keys waits.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Protocol, TypeVar

_LONGEST_WAIT = 10.0  # seconds that closing waits for what is still to be written

_T = TypeVar("_T")


class Runner(Protocol):
    """Runs `work` and hands its result to `callback`, on the thread that asked for it."""

    def __call__(self, work: Callable[[], _T], callback: Callable[[_T], object], /) -> None: ...


def run_inline(work: Callable[[], _T], callback: Callable[[_T], object], /) -> None:
    """Run `work` here and now: a Runner for whoever may wait."""
    callback(work())


def queued_runner(
    enqueue: Callable[[Callable[[], object]], None], call_back: Callable[..., object]
) -> Runner:
    """Return a Runner that uses a library's `enqueue`.

    `call_back(callback, result)`, called on the queue's thread, must have callback(result) called on the reader's.
    """

    def run(work: Callable[[], _T], callback: Callable[[_T], object], /) -> None:
        enqueue(lambda: call_back(callback, work()))

    return run


class WriteQueue:
    """A queue and its thread, which ends when nothing is left to do and starts again with the next work."""

    def __init__(self) -> None:
        self._waiting: deque[tuple[float, Callable[[], object]]] = deque()
        self._requested_at: float | None = None
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def enqueue(self, work: Callable[[], object]) -> None:
        """Have `work` done after everything that was enqueued before."""
        with self._lock:
            self._waiting.append((time.monotonic(), work))
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="library", daemon=True)
                self._thread.start()

    @property
    def requested_at(self) -> float | None:
        """When the work being done was enqueued (`time.monotonic`); None on any thread but the queue's."""
        return self._requested_at if threading.current_thread() is self._thread else None

    def join(self) -> None:
        """Wait some seconds at most until nothing is left. What fails is reported to `threading.excepthook`."""
        with self._lock:
            thread = self._thread
        if thread is not None and thread is not threading.current_thread():
            thread.join(_LONGEST_WAIT)

    def _run(self) -> None:
        while True:
            with self._lock:
                if not self._waiting:
                    self._thread = None
                    return
                self._requested_at, work = self._waiting.popleft()
            try:
                work()
            except Exception:  # the next work is to be done all the same
                import sys

                threading.excepthook(threading.ExceptHookArgs((*sys.exc_info(), threading.current_thread())))
