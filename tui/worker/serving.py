"""The child's end of `tui.worker.supervisor`: its limits, its standard streams, and answering requests."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sys
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

Message = dict[str, Any]

_GIVE_UP = 20  # seconds for one request, long after the reader has given up waiting


def prepare(memory: int) -> None:
    """Limit this process to `memory` bytes of address space (0: no limit) and keep Ctrl+C from it.

    Every child calls this first; what else is to hold for all of them belongs here.
    """
    with contextlib.suppress(ValueError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    if not memory or sys.platform == "win32":
        return
    import resource

    try:
        _, most = resource.getrlimit(resource.RLIMIT_AS)
        limit = memory if most == resource.RLIM_INFINITY else min(memory, most)
        resource.setrlimit(resource.RLIMIT_AS, (limit, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ValueError, OSError):
        return  # macOS refuses a limit below what is mapped already; the time limit still holds


def take_stdout() -> BinaryIO:
    """Return the standard output for messages alone; what a library prints goes to standard error."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    return out


def encoded(message: Message) -> bytes:
    """Return `message` as a line of ASCII."""
    return json.dumps(message, separators=(",", ":")).encode("ascii") + b"\n"


def send(out: BinaryIO, message: Message) -> None:
    """Write a message for the reader. Raises OSError once nobody reads any more."""
    out.write(encoded(message))
    out.flush()


def requests(incoming: BinaryIO) -> Iterator[tuple[Message, bytes]]:
    """Yield each message that the reader sends, with its data, until it goes or breaks off in the middle."""
    for line in incoming:
        try:
            message = json.loads(line)
        except ValueError:
            return
        size = message.pop("size", 0)
        data = incoming.read(size) if size else b""
        if len(data) < size:
            return
        yield message, data


def serve(out: BinaryIO, answer: Callable[[Message, bytes], Message]) -> None:
    """Say that this process is ready, then answer each request until standard input ends.

    A request that takes more memory than there is gets {"no_memory": true} and ends the process: what is left of
    the memory is uncertain. One that takes too long kills it, should the reader have died before it.
    """
    send(out, {"ready": True})
    for message, data in requests(sys.stdin.buffer):
        _alarm(_GIVE_UP)
        try:
            reply = answer(message, data)
        except MemoryError:
            send(out, {"no_memory": True})
            return
        send(out, reply)
        _alarm(0)


def _alarm(seconds: int) -> None:
    if hasattr(signal, "alarm"):  # not on Windows
        signal.alarm(seconds)
