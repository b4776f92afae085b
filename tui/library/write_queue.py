"""The queue of writes to the library, which are made one after the other on a thread of its own.

Another program may hold the library's lock for any length of time. Changes are therefore passed to a `Runner`,
which makes them in the background and calls back once they are committed or have failed, so that the reader
never waits and nothing is said to be kept before it is.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from typing import Any, NamedTuple, Protocol, TypeVar

_T = TypeVar("_T")


class Runner(Protocol):
    """Runs `work` and passes its result to `callback`, which is called on the thread that asked for it."""

    def __call__(self, work: Callable[[], _T], callback: Callable[[_T], object], /) -> None: ...


class Enqueue(Protocol):
    """Runs `work` in the background, and passes its result to `callback` once it is committed or has failed.

    `is_change` marks a change that the reader made and must not lose.
    """

    def __call__(
        self, work: Callable[[], object], callback: Callable[[Any], object], *, is_change: bool
    ) -> None: ...


def run_inline(work: Callable[[], _T], callback: Callable[[_T], object], /) -> None:
    """Run `work` at once: a Runner for callers that may wait."""
    callback(work())


def queued_runner(enqueue: Enqueue, call_back: Callable[..., object]) -> Runner:
    """Return a Runner that uses a library's `enqueue`.

    `call_back(callback, result)` is called on the queue's thread and must call `callback(result)` on the reader's.
    """

    def run(work: Callable[[], _T], callback: Callable[[_T], object], /) -> None:
        enqueue(work, lambda result: call_back(callback, result), is_change=True)

    return run


class Interrupted(BaseException):
    """The queue is being stopped: raised by work that is waiting, which stays in the queue undone."""


class Unwritable(Exception):
    """The library cannot be written, and not because it is locked: raised by a change the reader made."""


class _Work(NamedTuple):
    do: Callable[[], object]
    callback: Callable[[Any], object]
    is_change: bool


def _ignore(_result: object) -> None:
    """Ignore a result."""


class WriteQueue:
    """A queue and its thread, which ends when the queue is empty and starts again with the next work."""

    def __init__(self, make_change: Callable[[Callable[[], object]], object] = lambda work: work()) -> None:
        """Make an empty queue; `make_change` does the work that is a reader's change and returns its result."""
        self._make_change = make_change
        self._waiting: deque[_Work] = deque()
        self._current: _Work | None = None
        self._stopping = False
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def enqueue(
        self,
        work: Callable[[], object],
        callback: Callable[[Any], object] = _ignore,
        *,
        is_change: bool = False,
    ) -> None:
        """Run `work` after everything that was enqueued before."""
        with self._lock:
            self._waiting.append(_Work(work, callback, is_change))
            if self._thread is None and not self._stopping:
                self._thread = threading.Thread(target=self._run, name="library", daemon=True)
                try:
                    self._thread.start()
                except RuntimeError:  # the system allows no more threads
                    self._thread = threading.current_thread()
            else:
                return
        if self._thread is threading.current_thread():
            self._run()

    @property
    def is_current_thread(self) -> bool:
        """Tell whether the caller is work of the queue."""
        return threading.current_thread() is self._thread

    @property
    def is_making_change(self) -> bool:
        """Tell whether the caller is work of the queue that is a reader's change."""
        current = self._current
        return self.is_current_thread and current is not None and current.is_change

    @property
    def is_stopping(self) -> bool:
        """Tell whether work that is waiting for something should raise Interrupted."""
        return self._stopping

    @property
    def changes(self) -> int:
        """The number of the reader's changes that are not written yet."""
        with self._lock:
            current = [] if self._current is None else [self._current]
            return sum(work.is_change for work in (*current, *self._waiting))

    def join(self, seconds: float | None = None) -> None:
        """Wait until the queue is empty, at most `seconds`. Exceptions of work go to `threading.excepthook`."""
        with self._lock:
            thread = self._thread
        if thread is not None and thread is not threading.current_thread():
            thread.join(seconds)

    def stop(self, seconds: float) -> list[Callable[[], object]]:
        """Stop, and return those of the reader's changes that are not written, in order.

        Their callbacks are not called, as nothing is acknowledged. Raises TimeoutError if the work in progress
        does not end within `seconds`.
        """
        self._stopping = True
        self.join(seconds)
        with self._lock:
            if self._thread is not None:
                raise TimeoutError
            left = [work.do for work in self._waiting if work.is_change]
            self._waiting.clear()
        return left

    def _run(self) -> None:
        while True:
            with self._lock:
                if self._stopping or not self._waiting:
                    self._thread = None
                    return
                self._current = work = self._waiting.popleft()
            try:
                work.callback(self._make_change(work.do) if work.is_change else work.do())
            except Interrupted:
                with self._lock:
                    self._waiting.appendleft(work)
            except Exception:  # the next work is done all the same
                import sys

                threading.excepthook(threading.ExceptHookArgs((*sys.exc_info(), threading.current_thread())))
            with self._lock:
                self._current = None
