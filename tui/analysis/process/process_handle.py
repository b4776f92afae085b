"""One run of the analysis process: how it is started, and the threads that write to it and read from it."""

from __future__ import annotations

import contextlib
import json
import subprocess
import threading
from collections import deque
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue
from typing import IO, cast

from tui import worker
from tui.analysis.process.protocol import Message, line
from tui.article.sanitising import one_line

_STDERR_KEPT = 20  # lines
_STOP_WITHIN = 0.25  # seconds


class ProcessHandle:
    """A started process.

    `received` is called with each message, `ended` once when the process has ended for whatever reason, both in
    the reading thread. Raises OSError when the process cannot be started.
    """

    def __init__(
        self,
        model: str,
        received: Callable[[ProcessHandle, Message], None],
        ended: Callable[[ProcessHandle], None],
    ) -> None:
        self.loaded = False
        self._received, self._ended = received, ended
        self._stderr: deque[str] = deque(maxlen=_STDERR_KEPT)
        self._outgoing: SimpleQueue[Message | None] = SimpleQueue()
        self.popen = worker.start("tui.analysis.process.analysis_host", _absolute(model), keep_stderr=True)
        self._threads = {
            target: threading.Thread(target=target, daemon=True, name=f"quoth analysis {target.__name__}")
            for target in (self._read, self._write, self._keep_stderr)
        }
        for thread in self._threads.values():
            thread.start()

    def send(self, message: Message) -> None:
        """Have `message` written, by the writing thread."""
        self._outgoing.put(message)

    def last_words(self) -> str:
        """The last line it wrote to standard error, in brackets."""
        words = one_line(self._stderr[-1]) if self._stderr else ""
        return f" ({words[:200]})" if words else ""

    def kill(self) -> None:
        """End it, and wait until it has."""
        self.popen.kill()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.popen.wait(_STOP_WITHIN)
        self._outgoing.put(None)

    def _read(self) -> None:
        for raw in _pipe(self.popen.stdout):
            try:
                message = json.loads(raw)
            except ValueError:
                break  # killed in the middle of a line
            self.loaded = self.loaded or message["event"] == "loaded"
            self._received(self, message)
        self.popen.kill()
        self.popen.wait()
        self._outgoing.put(None)
        self._threads[self._keep_stderr].join(_STOP_WITHIN)  # for its last words
        self._ended(self)

    def _write(self) -> None:
        pipe = _pipe(self.popen.stdin)
        with contextlib.suppress(OSError, ValueError):
            while (message := self._outgoing.get()) is not None:
                pipe.write(line(message))
                pipe.flush()
        with contextlib.suppress(OSError):
            pipe.close()

    def _keep_stderr(self) -> None:
        pipe = _pipe(self.popen.stderr)
        while raw := pipe.readline(10_000):
            if raw.strip():
                self._stderr.append(raw.decode("utf-8", "replace"))


def _absolute(model: str) -> str:
    """A folder's full path, so that a model beside the reader is found; a package's name as it is."""
    return model if model.isidentifier() or not Path(model).is_dir() else str(Path(model).resolve())


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    return cast(IO[bytes], pipe)  # all three were asked for
