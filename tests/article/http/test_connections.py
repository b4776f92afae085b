"""tui.article.http.connections: of several addresses the first that answers, and nothing left open behind it."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Iterator
from threading import Event

import pytest

from tests.article.loopback import Server, serving
from tui.article.http import connections
from tui.article.http.connections import Network

SILENT = "192.0.2.1"


@pytest.fixture
def server() -> Iterator[Server]:
    with serving(lambda visitor: None, mute=True) as found:
        yield found


@pytest.fixture
def silent(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[socket.socket]]:
    """Make SILENT an address that never answers: a socket that is full, and so never ready to be written."""
    sockets: list[socket.socket] = []
    really = connections._start_connecting

    def begun(ip: str, port: int) -> socket.socket:
        if ip != SILENT:
            return really(ip, port)
        ours, theirs = socket.socketpair()
        ours.setblocking(False)
        with contextlib.suppress(BlockingIOError):
            while True:
                ours.send(bytes(65536))
        sockets.extend((ours, theirs))
        return ours

    monkeypatch.setattr(connections, "_start_connecting", begun)
    yield sockets
    for sock in sockets:
        sock.close()


def connected(ips: list[str], port: int, timeout: float = 10) -> socket.socket:
    return Network().connect(ips, port, timeout, Event())


def test_the_next_address_is_tried_where_one_refuses(server: Server) -> None:
    with connected(["::1", "127.0.0.1"], server.port) as sock:
        assert sock.getpeername()[:2] == ("127.0.0.1", server.port)
        assert sock.gettimeout() == 10


def test_the_next_address_is_tried_beside_one_that_does_not_answer(
    server: Server, silent: list[socket.socket]
) -> None:
    with connected([SILENT, SILENT, "127.0.0.1"], server.port) as sock:
        assert sock.getpeername()[:2] == ("127.0.0.1", server.port)
    assert [ours.fileno() for ours in silent[::2]] == [-1, -1]  # those that were still being tried are closed


def test_nobody_there(server: Server, silent: list[socket.socket]) -> None:
    server.close()
    with pytest.raises(ConnectionRefusedError):
        connected(["127.0.0.1"], server.port)
    with pytest.raises(TimeoutError):
        connected([SILENT, "127.0.0.1"], server.port, timeout=0.3)
    with pytest.raises(OSError, match="no address"):
        connected([], server.port)
    assert silent[0].fileno() == -1


def test_giving_up(silent: list[socket.socket]) -> None:
    cancelled = Event()
    cancelled.set()
    with pytest.raises(ConnectionAbortedError):
        Network().connect([SILENT], 1, 10, cancelled)


def test_looking_up(monkeypatch: pytest.MonkeyPatch) -> None:
    def getaddrinfo(host: bytes, port: int, *, type: int) -> list[tuple[object, ...]]:
        assert host == b"news.example"
        six = [(socket.AF_INET6, type, 6, "", (f"2001:db8::{n}", port, 0, 0)) for n in range(3)]
        four = [(socket.AF_INET, type, 6, "", (f"192.0.2.{n}", port)) for n in range(20)]
        return [*six, *four, *six]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    found = Network().look_up("news.example", 80)
    assert found[:5] == ["2001:db8::0", "192.0.2.0", "2001:db8::1", "192.0.2.1", "2001:db8::2"]
    assert len(found) == len(set(found)) == 8
    assert Network().look_up("news.example", 80) == found
