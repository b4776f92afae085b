"""Whole programs on a pseudo terminal of 120×40: how long until words are seen, how much memory, how long to quit.

POSIX only, for want of pseudo terminals elsewhere; memory is read from /proc, so on Linux only.
"""

from __future__ import annotations

import contextlib
import os
import re
import select
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.measuring import Missing

ROOT = Path(__file__).resolve().parents[2]
SEED = min((ROOT / "seeds").glob("*.txt"))
PYTHON = sys.executable
EMPTY = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static("READY")
Empty().run()
"""
_ESCAPES = re.compile(rb"\x1b(?:\[[0-9;?:<=>]*[ -/]*[@-~]|[\]PX^_].*?(?:\x07|\x1b\\)|[@-Z\\-_])", re.S)
_PATIENCE = 180.0  # seconds
_LEAVING = 10.0  # seconds until what does not end when told to is killed


class Program:
    """A program on a terminal of its own."""

    def __init__(self, command: list[str], home: str) -> None:
        if os.name != "posix":
            raise Missing("there are no pseudo terminals here")
        import fcntl
        import pty
        import struct
        import termios

        self.started = time.perf_counter()
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            # An installed program is compiled once, not at each start.
            os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
            os.environ.update(
                TERM="xterm-256color", COLORTERM="truecolor", QUOTH_HOME=home, COLUMNS="120", LINES="40"
            )
            os.chdir(ROOT)
            os.execv(command[0], command)  # noqa: S606
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        self._seen = self.rest = b""
        self.status = 0

    def until(self, awaited: bytes) -> float:
        """Return the seconds from the start until the pattern `awaited` has been drawn in one piece."""
        last = time.perf_counter() + _PATIENCE
        while not re.search(awaited, _ESCAPES.sub(b"", self._seen)):
            left = last - time.perf_counter()
            if left < 0 or not select.select([self._terminal], [], [], left)[0]:
                raise Missing(f"“{awaited.decode()}” was never seen")
            self._seen += os.read(self._terminal, 65536)
        return time.perf_counter() - self.started

    def press(self, keys: bytes) -> None:
        """Type keys."""
        os.write(self._terminal, keys)

    def memory(self) -> float:
        """Return the megabytes it holds (resident), without the processes it started."""
        try:
            status = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii")
        except OSError:
            raise Missing("there is no /proc here") from None
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024  # type: ignore[index]

    def worked(self) -> float:
        """Return the CPU seconds that its main thread has used, without the processes it started."""
        try:
            return int(Path(f"/proc/{self.pid}/schedstat").read_text(encoding="ascii").split()[0]) / 1e9
        except OSError:
            raise Missing("there is no /proc here") from None

    def children(self) -> list[int]:
        """Return the processes it started."""
        tasks = list(Path(f"/proc/{self.pid}/task").glob("*/children"))  # each thread has its own
        if not tasks:
            raise Missing("there is no /proc here")
        return [int(pid) for task in tasks for pid in task.read_text(encoding="ascii").split()]

    def stopped(self) -> None:
        """Wait until it has been stopped, as by Ctrl+Z. What it still writes is read: it waits for that."""
        self._wait_for(os.WIFSTOPPED, os.WUNTRACED)

    def ended(self) -> float:
        """Return the seconds until it ends by itself; then `status` is its exit status, `rest` what it wrote."""
        begun = time.perf_counter()
        status = self._wait_for(lambda _: True, 0)
        took = time.perf_counter() - begun
        self.rest += self._written(0)
        self.pid, self.status = 0, os.waitstatus_to_exitcode(status)
        return took

    def _wait_for(self, wanted: Callable[[int], bool], options: int, patience: float = _PATIENCE) -> int:
        """Return its status once it is as `wanted`. Raises Missing when that takes too long."""
        until = time.perf_counter() + patience
        self.rest = b""
        while time.perf_counter() < until:
            pid, status = os.waitpid(self.pid, os.WNOHANG | options)
            if pid and wanted(status):
                return status
            self.rest += self._written(0.005)
        raise Missing("it went on and on")

    def _written(self, seconds: float) -> bytes:
        """Return what it writes within so many seconds, or has written; nothing once the terminal is closed."""
        if not select.select([self._terminal], [], [], seconds)[0]:
            return b""
        with contextlib.suppress(OSError):  # closed at its end
            if written := os.read(self._terminal, 65536):
                return written
        time.sleep(seconds)
        return b""

    def close(self) -> None:
        """End it, whatever state it is in."""
        if self.pid:
            os.kill(self.pid, signal.SIGTERM)
            os.kill(self.pid, signal.SIGCONT)
            try:
                self._wait_for(lambda _: True, 0, _LEAVING)
            except Missing:
                os.kill(self.pid, signal.SIGKILL)
                os.waitpid(self.pid, 0)
            self.pid = 0
        os.close(self._terminal)


def quoth(article: Path, *options: str) -> list[str]:
    """Return the command that opens an article."""
    return [PYTHON, "-m", "tui", *options, str(article)]


def empty() -> list[str]:
    """Return the command of the empty app, which draws READY."""
    return [PYTHON, "-c", EMPTY]


def first_words(text: str) -> bytes:
    """Return what is seen of an article first."""
    return re.escape(" ".join(text.split()[:5]).encode())
