"""Start a module of this package in a child process that ends with this one, and kill it with its own children."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue

import tui
from tui.debug_log import log

STOP_LIMIT = 0.25
"""Seconds to wait for a killed process."""

# The package is loaded from the place this one was loaded from, an installation or a checkout. Neither the
# current folder nor the script's is searched: a "spacy.py" that happens to be there must not be run.
BOOT = """
import importlib, importlib.util, sys
file, folder, memory, reader, name, *rest = sys.argv[1:]
spec = importlib.util.spec_from_file_location("tui", file, submodule_search_locations=[folder])
sys.modules["tui"] = module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
importlib.import_module("tui.worker.serving").prepare(int(memory), int(reader))
importlib.import_module(name).main(*rest)
"""
_FLAGS = ("-I" if sys.flags.isolated else "-P", "-W", "ignore")


def spawn(module: str, *arguments: str, memory: int = 0) -> subprocess.Popen[bytes]:
    """Start `main` of a module of this package with these arguments, with a pipe for each standard stream.

    `memory` is how many bytes of address space it may have if the system can limit that, 0 for no limit. It
    ends at the latest when this process does. Raises OSError if no process can be started.
    """
    package = (str(tui.__file__), tui.__path__[0])
    command = [
        sys.executable,
        *_FLAGS,
        "-c",
        BOOT,
        *package,
        str(memory),
        str(os.getpid()),
        module,
        *arguments,
    ]

    def start() -> subprocess.Popen[bytes]:
        popen = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=_environment(),
            start_new_session=os.name == "posix",  # Ctrl+C in the terminal is for the reader alone
            creationflags=_creation_flags(),
        )
        if sys.platform == "win32":
            from tui.worker.job_object import confine, kernel32

            with contextlib.suppress(OSError, AttributeError):
                log.info("process %d is confined: %s", popen.pid, confine(kernel32(), popen.pid, memory))
        return popen

    if sys.platform != "linux" or threading.current_thread() is threading.main_thread():
        return start()
    return _STARTER.call(start)


class _Starter:
    """A thread that starts processes and lasts as long as this one.

    For Linux a child's parent is the thread that started it: when that ends, the child is killed.
    """

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._thread: threading.Thread | None = None
        self._calls: SimpleQueue[Callable[[], subprocess.Popen[bytes]]] = SimpleQueue()
        self._results: SimpleQueue[subprocess.Popen[bytes] | Exception] = SimpleQueue()

    def call(self, start: Callable[[], subprocess.Popen[bytes]]) -> subprocess.Popen[bytes]:
        """Return what `start` returns in that thread. Raises what it raises, or OSError if no thread can start."""
        with self._turn:
            if self._thread is None:
                thread = threading.Thread(target=self._serve, daemon=True, name="starter of processes")
                try:
                    thread.start()
                except RuntimeError as error:  # the system allows no more threads
                    raise OSError(str(error)) from None
                self._thread = thread
            self._calls.put(start)
            result = self._results.get()
        if isinstance(result, Exception):
            raise result
        return result

    def _serve(self) -> None:
        while True:
            try:
                self._results.put(self._calls.get()())
            except Exception as error:
                self._results.put(error)


_STARTER = _Starter()


def kill_session(popen: subprocess.Popen[bytes], killing: threading.Lock) -> None:
    """Kill a process with its whole session (on Windows, the process alone), and reap it."""
    with killing:
        # Until it has been reaped its id cannot belong to another process, even if it ended by itself.
        if popen.returncode is None:
            if sys.platform == "win32":
                popen.kill()
            else:
                with contextlib.suppress(ProcessLookupError, PermissionError):
                    os.killpg(popen.pid, signal.SIGKILL)
            with contextlib.suppress(subprocess.TimeoutExpired):
                popen.wait(STOP_LIMIT)


def _environment() -> dict[str, str]:
    """Return this process's environment, with PYTHONPATH stripped of entries that mean the current folder."""
    environment = dict(os.environ)
    if "PYTHONPATH" in environment:
        parts = environment["PYTHONPATH"].split(os.pathsep)
        environment["PYTHONPATH"] = os.pathsep.join(part for part in parts if Path(part).is_absolute())
    return environment


def _creation_flags() -> int:
    if sys.platform == "win32":
        return subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP
    return 0
