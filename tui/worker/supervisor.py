"""Run a module of this package in a child process, exchange messages with it, and end it.

Whatever may hang, run out of memory or crash runs in such a process: web pages, feeds, the analysis. Messages
are JSON objects, one on each line, in ASCII. In either direction bytes may follow a message; those from the
child are its "data". `tui.worker.serving` is the child's end.
"""

from __future__ import annotations

import contextlib
import json
import threading
import weakref
from collections.abc import Callable
from enum import Enum
from queue import Empty, SimpleQueue
from time import monotonic
from typing import IO, Self, cast

from tui.debug_log import log
from tui.worker import spawning
from tui.worker.serving import Message, encoded
from tui.worker.watchdog import Watchdog

START_LIMIT = 30.0  # seconds within which a process must say that it is ready, even on a busy machine
_TICK = 0.05  # seconds between two checks whether the caller has given up
_LONGEST_COMPLAINT = 10_000  # bytes of one line of standard error


class Failure(Enum):
    """The reasons for getting no answer."""

    NOT_STARTED = "not started"
    ENDED = "ended"
    TOO_SLOW = "too slow"
    CANCELLED = "cancelled"


class NoAnswer(Exception):
    """A process gave no answer and has been killed; `failure` says why."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.value)
        self.failure = failure


class SupervisedProcess:
    """A child process that runs `main` of a module of this package.

    Either `ask` for one answer at a time, or pass `on_message`, which is called with each message, and
    `on_exit`, which is called once when the process has ended for whatever reason; both are called in the
    reading thread. The process is killed at the latest when the interpreter exits. Raises OSError if no process
    can be started.

    `has_stalled` tells whether it was killed because it made no progress (see `allow`).
    """

    def __init__(
        self,
        module: str,
        *arguments: str,
        memory: int = 0,
        on_message: Callable[[SupervisedProcess, Message], None] | None = None,
        on_exit: Callable[[SupervisedProcess], None] | None = None,
    ) -> None:
        self._answers: SimpleQueue[Message | None] = SimpleQueue()  # None marks the end
        self._outgoing: SimpleQueue[tuple[Message, bytes] | None] = SimpleQueue()  # None marks the end
        self._on_message = on_message or (lambda _, message: self._answers.put(message))
        self._on_exit = on_exit
        self._is_ready = False
        self._watchdog: Watchdog | None = None
        self.has_stalled = False
        self._complaint = b""
        self._popen = spawning.spawn(module, *arguments, memory=memory)
        log.info("started %s as process %d", module, self.pid)
        self._killing = threading.Lock()
        self._at_exit = weakref.finalize(self, spawning.kill_session, self._popen, self._killing)
        self._threads = {
            target: threading.Thread(target=target, daemon=True, name=f"{module} {target.__name__}")
            for target in (self._read, self._write, self._drain_stderr)
        }
        try:
            for thread in self._threads.values():
                thread.start()
        except RuntimeError as error:  # the system allows no more threads
            self.kill()
            raise OSError(str(error)) from None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    @property
    def pid(self) -> int:
        """The process's id."""
        return self._popen.pid

    @property
    def is_running(self) -> bool:
        """Tell whether the process is still running."""
        with self._killing:
            return self._popen.poll() is None

    @property
    def last_words(self) -> str:
        """The last line that it wrote to standard error, as it wrote it; "" for none."""
        return self._complaint.decode("utf-8", "replace").strip()

    def send(self, message: Message, data: bytes = b"") -> None:
        """Send `message`, and `data` after it, from the writing thread; returns at once."""
        self._outgoing.put((message, data))

    def allow(self, seconds: float | None) -> None:
        """Kill the process unless `allow` is called again within `seconds`; None lifts the limit."""
        if self._watchdog is None:
            if seconds is None:
                return
            try:
                self._watchdog = Watchdog(self._kill_stalled)
            except RuntimeError:  # the system allows no more threads
                log.info("process %d is not watched", self.pid)
                return
        self._watchdog.allow(seconds)

    def ask(
        self,
        message: Message,
        data: bytes = b"",
        *,
        seconds: float,
        cancel: threading.Event | None = None,
    ) -> Message:
        """Send `message` with `data` and return the answer, one of `tui.worker.serving.serve`.

        `seconds` count from when the process is ready. Raises NoAnswer, after killing the process, if no answer
        comes in time or `cancel` is set first.
        """
        try:
            if not self._is_ready:
                self._receive(START_LIMIT, cancel, Failure.NOT_STARTED)
                self._is_ready = True
            start = monotonic()
            self.send(message, data)
            answer = self._receive(seconds, cancel, Failure.TOO_SLOW)
            log.info("process %d answered after %.3f s", self.pid, monotonic() - start)
            return answer
        except (
            BaseException
        ) as error:  # also for Ctrl+C: a late answer would be taken for that of the next request
            log.info("process %d is killed: %s", self.pid, error)
            self.kill()
            raise

    def kill(self) -> None:
        """Kill the process and its children, and wait until it has ended. Calling it again does nothing."""
        spawning.kill_session(self._popen, self._killing)
        self._outgoing.put(None)
        if self._watchdog is not None:
            self._watchdog.close()

    def _kill_stalled(self) -> None:
        log.info("process %d makes no progress and is killed", self.pid)
        self.has_stalled = True
        self.kill()

    def _receive(self, seconds: float, cancel: threading.Event | None, late: Failure) -> Message:
        end = monotonic() + seconds
        while True:
            if cancel is not None and cancel.is_set():
                raise NoAnswer(Failure.CANCELLED)
            if (left := end - monotonic()) <= 0:
                raise NoAnswer(late)
            with contextlib.suppress(Empty):
                answer = self._answers.get(timeout=min(left, _TICK))
                if answer is None:
                    raise NoAnswer(Failure.ENDED if self._is_ready else Failure.NOT_STARTED)
                return answer

    def _read(self) -> None:
        with cast(IO[bytes], self._popen.stdout) as pipe:
            for line in pipe:
                try:
                    message = json.loads(line)
                except ValueError:
                    break  # the process was killed in mid-line
                if size := message.pop("data_size", 0):
                    message["data"] = pipe.read(size)
                    if len(message["data"]) < size:
                        break
                self._on_message(self, message)
        self.kill()
        with contextlib.suppress(RuntimeError):  # the system allowed no such thread
            self._threads[self._drain_stderr].join(spawning.STOP_LIMIT)  # so that `last_words` is complete
        log.info("process %d ended with status %s: %r", self.pid, self._popen.returncode, self.last_words)
        self._answers.put(None)
        if self._on_exit is not None:
            self._on_exit(self)

    def _write(self) -> None:
        pipe = cast(IO[bytes], self._popen.stdin)
        with contextlib.suppress(OSError, ValueError):
            while (outgoing := self._outgoing.get()) is not None:
                message, data = outgoing
                pipe.write(encoded({**message, "data_size": len(data)} if data else message) + data)
                pipe.flush()
        with contextlib.suppress(OSError):
            pipe.close()

    def _drain_stderr(self) -> None:
        with cast(IO[bytes], self._popen.stderr) as pipe:
            while line := pipe.readline(_LONGEST_COMPLAINT):
                self._complaint = line if line.strip() else self._complaint
                log.debug("process %d wrote %r", self.pid, line)
