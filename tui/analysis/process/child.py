"""One run of the analysis process: how it is started, and the threads that write to it and read from it."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue
from typing import IO, cast

import tui
from tui.analysis.process.protocol import Message, line
from tui.article.cleaning import one_line

_STDERR_KEPT = 20  # lines
_STOP_WITHIN = 0.25  # seconds
# The package is loaded from the very place this one was, whether installed or a checkout, and neither the
# current folder nor the script's is looked into: a "spacy.py" that lies there must not be run.
BOOT = """
import importlib.util as u, sys
spec = u.spec_from_file_location("tui", sys.argv[1], submodule_search_locations=[sys.argv[2]])
sys.modules["tui"] = module = u.module_from_spec(spec)
spec.loader.exec_module(module)
from tui.analysis.process.host import main
main(sys.argv[3])
"""
_FLAGS = ("-I" if sys.flags.isolated else "-P", "-W", "ignore")


class Child:
    """A started process.

    `received` is called with each message, `ended` once when the process has ended for whatever reason, both in
    the reading thread. Raises OSError when the process cannot be started.
    """

    def __init__(
        self,
        model: str,
        received: Callable[[Child, Message], None],
        ended: Callable[[Child], None],
    ) -> None:
        self.loaded = False
        self._received, self._ended = received, ended
        self._stderr: deque[str] = deque(maxlen=_STDERR_KEPT)
        self._outgoing: SimpleQueue[Message | None] = SimpleQueue()
        self.popen = subprocess.Popen(
            [sys.executable, *_FLAGS, "-c", BOOT, str(tui.__file__), tui.__path__[0], _absolute(model)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=_environment(),
            start_new_session=os.name == "posix",  # a Ctrl+C in the terminal is for the reader alone
            creationflags=_creation_flags(),
        )
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


def _environment() -> dict[str, str]:
    """This process's environment; PYTHONPATH without the entries that mean the current folder."""
    environment = dict(os.environ)
    if "PYTHONPATH" in environment:
        parts = environment["PYTHONPATH"].split(os.pathsep)
        environment["PYTHONPATH"] = os.pathsep.join(part for part in parts if Path(part).is_absolute())
    return environment


def _creation_flags() -> int:
    if sys.platform == "win32":
        return subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP
    return 0


def _absolute(model: str) -> str:
    """A folder's full path, so that a model beside the reader is found; a package's name as it is."""
    return model if model.isidentifier() or not Path(model).is_dir() else str(Path(model).resolve())


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    return cast(IO[bytes], pipe)  # all three were asked for
