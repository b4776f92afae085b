"""Work done behind the reader's back: one after the other, on one thread that begins with the first of it."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable

_LONGEST = 10.0  # seconds that leaving waits for what is still to be done


class Behind:
    """A queue and its thread. The thread ends when nothing is left to do, and begins again with the next."""

    def __init__(self) -> None:
        self._waiting: deque[Callable[[], object]] = deque()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def do(self, work: Callable[[], object]) -> None:
        """Do `work` after all that was asked for before."""
        with self._lock:
            self._waiting.append(work)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="library", daemon=True)
                self._thread.start()

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
                work = self._waiting.popleft()
            try:
                work()
            except Exception:  # the next is to be done all the same
                import sys

                threading.excepthook(threading.ExceptHookArgs((*sys.exc_info(), threading.current_thread())))
