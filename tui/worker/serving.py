"""The child's end of `tui.worker.supervisor`: its limits, its standard streams, and answering requests."""

from __future__ import annotations

import contextlib
import faulthandler
import json
import os
import select
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from time import sleep
from typing import Any, BinaryIO

Message = dict[str, Any]

_PR_SET_PDEATHSIG = 1  # of Linux's prctl
_LOOK = 0.5  # seconds between two checks that the reader is alive, if the system does not tell
_STUCK = 10  # seconds without a turn of the interpreter after which this process is ended
_SHELL = "/bin/sh"
_WATCH = "while kill -0 $1; do kill -0 $2 || exit; sleep 1; done; kill -9 $2"  # the reader's id, and this process's


def prepare(memory: int, reader: int) -> None:
    """Limit this process to `memory` bytes of address space (0: no limit), and end it with the process `reader`.

    It ignores Ctrl+C. Every child calls this first; anything else that must hold for all of them belongs here.
    """
    with contextlib.suppress(ValueError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    if not _end_by_signal(reader):
        _end_by_watcher(reader)
        threading.Thread(target=watch_reader, daemon=True).start()
    if not memory or sys.platform == "win32":
        return
    import resource

    try:
        _, most = resource.getrlimit(resource.RLIMIT_AS)
        limit = memory if most == resource.RLIM_INFINITY else min(memory, most)
        resource.setrlimit(resource.RLIMIT_AS, (limit, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ValueError, OSError):
        return  # macOS refuses a limit below what is already mapped; the time limit still applies


def _end_by_signal(reader: int) -> bool:
    """Have Linux kill this process as soon as the reader dies; tell whether it will.

    Nothing else ends a process that does not release the interpreter, as while matching a regular expression.
    """
    if sys.platform != "linux":
        return False
    try:
        import ctypes

        is_set = bool(ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0) == 0)
    except (ImportError, OSError, AttributeError):
        return False
    if os.getppid() != reader and _is_input_abandoned():
        os._exit(1)  # the reader died before the signal was set
    return is_set


def _end_by_watcher(reader: int) -> None:
    """Have a shell kill this process within two seconds of the reader's death, where the system has a shell.

    It is of this process's session, with which the reader kills it, too.
    """
    if sys.platform == "win32":
        return
    nowhere = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_RDWR, 0) for stream in range(3)]
    with contextlib.suppress(OSError):
        watch = [_SHELL, "-c", _WATCH, "watcher", str(reader), str(os.getpid())]
        os.posix_spawn(_SHELL, watch, os.environ, file_actions=nowhere)


def _is_input_abandoned() -> bool:
    """Tell whether nobody can write to standard input any more. Asked on Linux only: Windows has no poll."""
    if sys.platform == "win32":
        return False
    poll = select.poll()
    poll.register(0, 0)
    return bool(poll.poll(0))


def watch_reader() -> None:
    """End this process when the reader has died, or when this thread has not had a turn for `_STUCK` seconds.

    faulthandler's timer needs no turn of the interpreter; it is long, as on a busy machine a turn may be. On
    Windows a job object ends this process at once (`tui.worker.job_object`); the timer is for systems without one.
    """
    parent = os.getppid()
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123
        while os.getppid() == parent:
            faulthandler.dump_traceback_later(_STUCK, exit=True, file=nowhere)
            sleep(_LOOK)
    os._exit(1)


def limit_growth(most: int) -> None:
    """Limit further allocations so that this process holds about `most` bytes, if it runs on Linux.

    As in the memory that it holds, what libraries have mapped but do not use is not counted.
    """
    if sys.platform != "linux":
        return
    import resource

    with contextlib.suppress(OSError, ValueError):
        _, resident, _, _, _, data, _ = map(int, Path("/proc/self/statm").read_text().split())
        left = max(0, most - resident * resource.getpagesize())
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        soft = data * resource.getpagesize() + left
        resource.setrlimit(
            resource.RLIMIT_DATA, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard)
        )


def take_stdout() -> BinaryIO:
    """Return standard output, reserved for messages; anything that libraries print goes to standard error."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    return out


def encoded(message: Message) -> bytes:
    """Return `message` as a line of ASCII."""
    return json.dumps(message, separators=(",", ":")).encode("ascii") + b"\n"


def send(out: BinaryIO, message: Message) -> None:
    """Send a message to the reader, followed by the bytes in its "data". Raises OSError once nobody reads it."""
    data = message.get("data", b"")
    rest = {key: value for key, value in message.items() if key != "data"}
    out.write(encoded({**rest, "data_size": len(data)} if data else rest))
    out.write(data)
    out.flush()


def requests(incoming: BinaryIO) -> Iterator[tuple[Message, bytes]]:
    """Yield each message that the reader sends, with its data, until the input ends, even in mid-message."""
    for line in incoming:
        try:
            message = json.loads(line)
        except ValueError:
            return
        size = message.pop("data_size", 0)
        data = incoming.read(size) if size else b""
        if len(data) < size:
            return
        yield message, data


def serve(out: BinaryIO, answer: Callable[[Message, bytes], Message]) -> None:
    """Say that this process is ready, then answer each request until standard input ends.

    A request that runs out of memory is answered {"no_memory": true} and ends the process, as its state is then
    uncertain.
    """
    send(out, {"ready": True})
    for message, data in requests(sys.stdin.buffer):
        try:
            reply = answer(message, data)
        except MemoryError:
            send(out, {"no_memory": True})
            return
        send(out, reply)
