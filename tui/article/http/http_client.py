"""One request over HTTP and its answer: through urllib3, to the addresses that were judged, and breakable.

urllib3 is imported with this module, so this module is imported where something is fetched, and only then.
"""

from __future__ import annotations

import contextlib
import os
import socket
import ssl
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from http.client import HTTPException
from threading import Event
from typing import Any
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

from urllib3 import BaseHTTPResponse, HTTPConnectionPool, HTTPSConnectionPool, ProxyManager, Timeout
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError

import tui
from tui.article.errors import CannotRead
from tui.article.http.address_scope import AddressScope, scope_of_host
from tui.article.http.connections import Network
from tui.article.http.decompression import KNOWN, PIECE
from tui.article.http.http_errors import Unconnected, connection_error, http_error
from tui.article.http.urls import Url

_WANTED = (
    "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/feed+json,"
    "application/xml;q=0.9,text/plain;q=0.9,text/markdown;q=0.9,*/*;q=0.1"
)

_FAILURES = (CannotRead, HTTPError, HTTPException, OSError)


class HttpExchange:
    """A request that is under way. `abort` may be called from any thread, at any moment."""

    def __init__(self, network: Network, connect: float, read: float) -> None:
        self._network = network
        self._connect, self._read = connect, read
        self._cancelled = Event()
        self._sockets: list[socket.socket] = []
        self._pool: HTTPConnectionPool | None = None
        self._response: BaseHTTPResponse | None = None
        self._place = ""
        self._via: str | None = None

    def get(
        self, address: Url, ips: Sequence[str], cookies: str | None, further: Mapping[str, str]
    ) -> BaseHTTPResponse:
        """Return the answer without its body; `ips` are ignored where there is a proxy. Raises CannotRead.

        `further` are headers to send besides.
        """
        self.close()
        self._place = address.place
        headers = {**_headers(address, cookies), **further}
        proxy = proxy_for(address)
        target = address.target
        timeout = Timeout(connect=self._connect, read=self._read)
        tls = _tls(os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR"))
        port = address.port
        if proxy is None:
            self._via = None
            if address.scheme == "https":
                self._pool = HTTPSConnectionPool(address.host, port, ssl_context=tls)
            else:
                self._pool = HTTPConnectionPool(address.host, port)
        else:
            parts = urlsplit(proxy)
            host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
            self._via = f"{host}:{port}"
            ips = self._proxy_ips(host, port)
            login = unquote(parts.netloc.rpartition("@")[0])
            manager = ProxyManager(
                f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}",
                proxy_headers={"Proxy-Authorization": _basic(login)} if login else None,
                ssl_context=tls,
            )
            self._pool = manager.connection_from_url(address.origin)
            if address.scheme == "http":
                target = address.url
        self._pool.ConnectionCls = _Secure if self._pool.scheme == "https" else _Plain
        self._pool.conn_kw["opener"] = lambda: self._open(ips, port)
        try:
            self._response = self._pool.urlopen(
                "GET",
                target,
                headers=headers,
                timeout=timeout,
                retries=False,
                redirect=False,
                assert_same_host=False,
                preload_content=False,
                decode_content=False,
            )
        except _FAILURES as error:
            raise self._failure(error) from None
        return self._response

    def body(self) -> Iterator[bytes]:
        """Yield the body's bytes as they come over the wire, still compressed. Raises CannotRead."""
        assert self._response is not None
        while True:
            try:
                piece = self._response.read1(PIECE, decode_content=False)
            except _FAILURES as error:
                raise self._failure(error) from None
            if not piece:
                return
            yield piece

    def abort(self) -> None:
        """Have the other thread's connecting or reading end at once."""
        self._cancelled.set()
        for sock in list(self._sockets):
            with contextlib.suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Close the connection, if there is one."""
        if self._response is not None:
            self._response.close()
            self._response = None
        if self._pool is not None:
            self._pool.close()
            self._pool = None
        while self._sockets:
            self._sockets.pop().close()

    def _open(self, ips: Sequence[str], port: int) -> socket.socket:
        try:
            sock = self._network.connect(ips, port, self._connect, self._cancelled)
        except OSError as error:
            raise Unconnected("no connection") from error
        # TLS takes the socket over; a second handle on the same connection is what can break it off.
        self._sockets.append(sock.dup())
        if self._cancelled.is_set():
            self.abort()
        return sock

    def _proxy_ips(self, host: str, port: int) -> list[str]:
        try:
            return self._network.look_up(host, port)
        except (OSError, UnicodeError):
            raise http_error(
                f"{host}:{port}", "is the proxy, and cannot be found; check the proxy's settings"
            ) from None

    def _failure(self, error: Exception) -> CannotRead:
        if isinstance(error, CannotRead):
            return error
        return connection_error(self._place, error, via=self._via, connect=self._connect, read=self._read)


class _Plain(HTTPConnection):
    def __init__(self, *arguments: Any, opener: Callable[[], socket.socket], **more: Any) -> None:
        super().__init__(*arguments, **more)
        self._opener = opener

    def _new_conn(self) -> socket.socket:
        return self._opener()


class _Secure(HTTPSConnection):
    def __init__(self, *arguments: Any, opener: Callable[[], socket.socket], **more: Any) -> None:
        super().__init__(*arguments, **more)
        self._opener = opener

    def connect(self) -> None:
        """Connect and agree on keys, for which there is as much time as for connecting."""
        try:
            super().connect()
        except TimeoutError as error:
            raise Unconnected("no handshake") from error

    def _new_conn(self) -> socket.socket:
        return self._opener()


def proxy_for(address: Url) -> str | None:
    """Return the proxy that the environment or the system names for a URL; none for this computer's own.

    Raises CannotRead for one that quoth cannot use."""
    if scope_of_host(address.host) is AddressScope.HERE or proxy_bypass(address.place):
        return None
    proxies = getproxies()
    proxy = proxies.get(address.scheme) or proxies.get("all")
    if not proxy:
        return None
    if "://" not in proxy:
        proxy = f"http://{proxy}"
    try:
        parts = urlsplit(proxy)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable:
        raise http_error(
            address.place,
            "has a proxy set for it that is not an http proxy; set http_proxy and https_proxy to one",
        )
    return proxy


@lru_cache(maxsize=2)
def _tls(_file: str | None, _folder: str | None) -> ssl.SSLContext:
    """Return the certificates to check with: the system's, or certifi's where Python finds none."""
    context = ssl.create_default_context()
    if not context.cert_store_stats()["x509_ca"] and not _file:
        import certifi

        context.load_verify_locations(certifi.where())
    return context


def _headers(address: Url, cookies: str | None) -> dict[str, str]:
    headers = {
        "User-Agent": f"quoth/{tui.__version__}",
        "Accept": _WANTED,
        "Accept-Language": _languages(),
        "Accept-Encoding": ", ".join(KNOWN),
    }
    if address.login is not None:
        headers["Authorization"] = _basic(address.login)
    if cookies:
        headers["Cookie"] = cookies
    return headers


def _languages() -> str:
    """Return English, in the reader's own variety where the locale names one."""
    locale = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    language, _, region = locale.partition(".")[0].partition("_")
    known = language == "en" and len(region) == 2 and region.isascii() and region.isalpha()
    return f"en-{region.upper()},en;q=0.9,*;q=0.5" if known else "en,*;q=0.5"


def _basic(login: str) -> str:
    return "Basic " + b64encode(login.encode("utf-8", "replace")).decode("ascii")
