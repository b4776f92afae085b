"""A web server on the loopback interface that behaves as badly as a test wants, and a network of made-up hosts."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Event

from tui.article.http.connections import Network

CERTIFICATES = Path(__file__).parent / "certificates"


class Visitor:
    """One connection with the request that came over it."""

    def __init__(self, sock: socket.socket) -> None:
        self.sock = sock
        self.gone = Event()
        self.request = b""

    @property
    def path(self) -> str:
        return self.request.split(b" ")[1].decode() if self.request.count(b" ") > 1 else ""

    def header(self, name: str) -> str | None:
        for line in self.request.decode("latin-1").split("\r\n")[1:]:
            key, _, value = line.partition(": ")
            if key.lower() == name.lower():
                return value
        return None

    def send(self, data: bytes) -> bool:
        """Send bytes; tell whether the visitor is still there to take them."""
        try:
            self.sock.sendall(data)
        except OSError:
            self.gone.set()
        return not self.gone.is_set()

    def answer(self, body: bytes = b"", status: str = "200 OK", **headers: str) -> None:
        """Send a whole answer; `content_type` stands for Content-Type."""
        lines = {"Content-Length": str(len(body)), "Connection": "close"}
        lines |= {name.replace("_", "-").title(): value for name, value in headers.items()}
        head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
        self.send(f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body)

    def wait(self) -> None:
        """Say nothing until the visitor goes away."""
        with contextlib.suppress(OSError):
            while self.sock.recv(65536):
                pass
        self.gone.set()


Behaviour = Callable[[Visitor], object]


class Server:
    """`behaviour` is called with each visitor, in a thread, once its request is there (or at once: `mute`)."""

    def __init__(self, behaviour: Behaviour, certificate: str | None = None, mute: bool = False) -> None:
        self.behaviour = behaviour
        self.visitors: list[Visitor] = []
        self.arrived = Event()
        self._mute = mute
        self._tls: ssl.SSLContext | None = None
        if certificate is not None:
            self._tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self._tls.load_cert_chain(CERTIFICATES / f"{certificate}.pem")
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listening.getsockname()[1])
        self._threads = [threading.Thread(target=self._listen, daemon=True)]
        self._threads[0].start()

    @property
    def url(self) -> str:
        return f"{'https' if self._tls else 'http'}://localhost:{self.port}"

    @property
    def paths(self) -> list[str]:
        return [visitor.path for visitor in self.visitors]

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)  # else accept goes on on Linux
        self._listening.close()
        for visitor in self.visitors:
            with contextlib.suppress(OSError):
                visitor.sock.shutdown(socket.SHUT_RDWR)
            visitor.sock.close()
        for thread in self._threads:
            thread.join(120)

    def _listen(self) -> None:
        while True:
            try:
                sock, _ = self._listening.accept()
            except OSError:
                return
            thread = threading.Thread(target=self._serve, args=(sock,), daemon=True)
            self._threads.append(thread)
            thread.start()

    def _serve(self, sock: socket.socket) -> None:
        visitor = Visitor(sock)
        self.visitors.append(visitor)
        try:
            if not self._mute:
                if self._tls is not None:
                    visitor.sock = self._tls.wrap_socket(sock, server_side=True)
                while b"\r\n\r\n" not in visitor.request:
                    data = visitor.sock.recv(65536)
                    if not data:
                        return
                    visitor.request += data
            self.arrived.set()
            self.behaviour(visitor)
        except OSError:
            pass
        finally:
            visitor.sock.close()
            visitor.gone.set()


@contextmanager
def serving(behaviour: Behaviour, certificate: str | None = None, mute: bool = False) -> Iterator[Server]:
    server = Server(behaviour, certificate, mute)
    try:
        yield server
    finally:
        server.close()


def pages(**answers: Callable[[Visitor], object] | bytes) -> Behaviour:
    """Return a behaviour that answers by the first word of the path; bytes are a page."""

    def behave(visitor: Visitor) -> None:
        answer = answers.get(visitor.path.strip("/").partition("?")[0].partition("/")[0] or "front")
        if answer is None:
            visitor.answer(b"", "404 Not Found")
        elif isinstance(answer, bytes):
            visitor.answer(answer, content_type="text/html; charset=utf-8")
        else:
            answer(visitor)

    return behave


def to(location: str, status: str = "302 Found", **headers: str) -> Behaviour:
    """Return a behaviour that redirects to `location`."""
    return lambda visitor: visitor.answer(b"", status, location=location, **headers)


class MadeUp(Network):
    """Hosts that are only said to be somewhere; whatever is connected to is really the loopback `port`."""

    def __init__(self, hosts: dict[str, Sequence[str]], port: int) -> None:
        self.hosts = hosts
        self.port = port
        self.looked_up: list[str] = []
        self.connected: list[list[str]] = []

    def look_up(self, host: str, port: int) -> list[str]:
        self.looked_up.append(host)
        if host not in self.hosts:
            raise socket.gaierror(socket.EAI_NONAME, "no such name")
        return list(self.hosts[host])

    def connect(self, ips: Sequence[str], port: int, timeout: float, cancelled: Event) -> socket.socket:
        self.connected.append(list(ips))
        return super().connect(["127.0.0.1"], self.port, timeout, cancelled)
