"""Sockets to hosts: names looked up once, each address judged, and the connection made to that very address."""

from __future__ import annotations

import selectors
import socket
import time
from collections.abc import Sequence
from itertools import chain, zip_longest
from threading import Event

_ATTEMPT_DELAY = 0.25  # seconds until the next address is tried beside the one before (RFC 8305)
_TICK = 0.1  # seconds between looks at whether to give up
_MAX_ADDRESSES = 8  # addresses of one host that are tried


class Network:
    """The network as fetching sees it; tests put another in its place."""

    def look_up(self, host: str, port: int) -> list[str]:
        """Return the IP addresses of a host, best first. Raises socket.gaierror."""
        found = socket.getaddrinfo(host.encode("ascii"), port, type=socket.SOCK_STREAM)
        six = [str(entry[4][0]) for entry in found if entry[0] == socket.AF_INET6]
        four = [str(entry[4][0]) for entry in found if entry[0] == socket.AF_INET]
        first, second = (six, four) if found and found[0][0] == socket.AF_INET6 else (four, six)
        turns = chain.from_iterable(zip_longest(first, second))
        return list(dict.fromkeys(ip for ip in turns if ip is not None))[:_MAX_ADDRESSES]

    def connect(self, ips: Sequence[str], port: int, timeout: float, cancelled: Event) -> socket.socket:
        """Return a connection to the first of the addresses that answers; `timeout` in seconds is for all together.

        Raises OSError: the first address's where none answers, TimeoutError where none does in time.
        """
        return _happy_eyeballs(ips, port, timeout, cancelled)


def _happy_eyeballs(ips: Sequence[str], port: int, timeout: float, cancelled: Event) -> socket.socket:
    """Try each address a little after the one before, and keep the first connection (RFC 8305)."""
    end = time.monotonic() + timeout
    waiting = list(ips)
    error: OSError | None = None
    next_attempt = 0.0
    with selectors.DefaultSelector() as selector:
        try:
            while True:
                now = time.monotonic()
                if cancelled.is_set():
                    raise ConnectionAbortedError("cancelled")
                if now >= end:
                    raise TimeoutError("no answer")
                if waiting and now >= next_attempt:
                    next_attempt = now + _ATTEMPT_DELAY
                    try:
                        selector.register(_start_connecting(waiting.pop(0), port), selectors.EVENT_WRITE)
                    except OSError as failure:
                        error, next_attempt = error or failure, now
                if not selector.get_map():
                    if waiting:
                        continue
                    raise error or OSError("no address")
                for key, _ in selector.select(
                    max(0.0, min(_TICK, end - now, next_attempt - now if waiting else _TICK))
                ):
                    sock = key.fileobj
                    assert isinstance(sock, socket.socket)
                    selector.unregister(sock)
                    if code := sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR):
                        error, next_attempt = error or OSError(code, ""), now
                        sock.close()
                        continue
                    sock.settimeout(timeout)
                    return sock
        finally:
            for key in list(selector.get_map().values()):
                assert isinstance(key.fileobj, socket.socket)
                key.fileobj.close()


def _start_connecting(ip: str, port: int) -> socket.socket:
    sock = socket.socket(socket.AF_INET6 if ":" in ip else socket.AF_INET, socket.SOCK_STREAM)
    try:
        sock.setblocking(False)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        sock.connect((ip, port))
    except BlockingIOError:
        pass
    except BaseException:
        sock.close()
        raise
    return sock
