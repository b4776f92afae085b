"""Pages over HTTP, from servers that may be slow, broken or hostile: one clear sentence within its time limit.

The work is done in a thread of its own, which the caller watches: whatever that hangs in, the caller is back
within a twentieth of a second after `cancel`, and when the time is up.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from threading import Event, Thread

from tui.article.errors import Cancelled, CannotRead
from tui.article.http.address_scope import AddressScope, scope_of_host, scope_of_ip
from tui.article.http.connections import Network
from tui.article.http.cookies import Cookies
from tui.article.http.decompression import CannotUnpack, unpacked
from tui.article.http.http_client import HttpExchange, proxy_for
from tui.article.http.http_errors import (
    http_error,
    lookup_error,
    media_type_error,
    private_address_error,
    status_error,
    too_large_error,
)
from tui.article.http.limits import Limits
from tui.article.http.urls import Url, parse_url, safe_link
from tui.article.sanitising import one_line
from tui.article.text import charset_labels

Progress = Callable[[str, int, int | None], None]
"""What is being done in words, bytes so far, bytes in all or None."""

_TICK = 0.05  # seconds between looks at `cancel`
_REDIRECTS = (300, 301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server said of a page, to be asked with whether it has changed: where it was, ETag, Last-Modified."""

    url: str
    etag: str | None = None
    modified: str | None = None

    def headers(self) -> dict[str, str]:
        """Return the headers that ask for the page only if it has changed."""
        named = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in named.items() if value}


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page. `url` is where it was found in the end; `content_type` the media type in small letters, or "";
    `charset` Python's name of the codec that the header names, or None."""

    url: str
    data: bytes
    content_type: str
    charset: str | None
    validators: Validators | None = field(default=None, compare=False)
    is_unchanged: bool = False
    """True if the page is still the one that the validators sent belong to; `data` is then empty."""


def fetch(
    address: str,
    *,
    cancel: Event | None = None,
    on_progress: Progress | None = None,
    typed: bool = True,
    came_from: str | None = None,
    private_origins: set[str] | None = None,
    limits: Limits | None = None,
    until: float | None = None,
    network: Network | None = None,
    validators: Validators | None = None,
) -> Fetched:
    """Get the page at `address`, over as many redirects as the limits allow.

    An address that the reader `typed` may be on this computer or in a private network. One that came from a page
    or feed may be only where that, the one at `came_from`, was fetched from such a place itself, and so may the
    target of a redirect. `private_origins` are the origins of this kind that pages were fetched from before; one
    that is found now is added. Names are looked up once, and the connection is made to an address that was
    judged. A proxy, where the environment names one, does its own looking up: only names and numbers are judged.
    `validators` are those of an earlier fetch; a page that has not changed since is not sent again.
    `until` is when the whole time is up, by time.monotonic, where that began before. `on_progress` is called from
    the calling thread. Raises CannotRead with one sentence, Cancelled among them.
    """
    limits = limits or Limits()
    origins = set() if private_origins is None else private_origins
    private = typed or _origin(came_from) in origins
    work = _Fetch(parse_url(address), private, origins, limits, network or Network(), validators)
    end = time.monotonic() + limits.whole if until is None else until
    reported: object = None
    thread = Thread(target=work.run, name="quoth fetches", daemon=True)
    thread.start()
    try:
        while not work.done.wait(_TICK):
            if cancel is not None and cancel.is_set():
                raise Cancelled(f"Opening “{work.place}” was cancelled.")
            if time.monotonic() >= end:
                raise http_error(work.place, f"was not done within {limits.whole:g} seconds; try again later")
            now = work.progress
            if on_progress is not None and now is not reported:
                reported = now
                on_progress(*now)
    finally:
        work.cancel()
    if cancel is not None and cancel.is_set():
        raise Cancelled(f"Opening “{work.place}” was cancelled.")
    if work.error is not None:
        raise work.error
    assert work.result is not None
    return work.result


class _Fetch:
    """One fetch, redirects and all. `run` is for its thread; the rest may be read by the one that watches."""

    def __init__(
        self,
        address: Url,
        private: bool,
        private_origins: set[str],
        limits: Limits,
        network: Network,
        validators: Validators | None,
    ) -> None:
        self._validators = validators
        self._address = address
        self._private_origins = private_origins
        self._private = private  # whether what comes next may be on this computer or in a private network
        self._limits = limits
        self._network = network
        self._cookies = Cookies()
        self._exchange = HttpExchange(network, limits.connect, limits.read)
        self._https_error: CannotRead | None = None  # what to say where https, tried in place of http, fails
        self._cancelled = False
        self.done = Event()
        self.result: Fetched | None = None
        self.error: CannotRead | None = None
        self.place = one_line(address.place)
        self.progress: tuple[str, int, int | None] = (f"Looking up {self.place}", 0, None)

    def cancel(self) -> None:
        """End the work, if it is not done."""
        self._cancelled = True
        self._exchange.abort()

    def run(self) -> None:
        """Do it, and leave what was `found` or the `error`."""
        try:
            self.result = self._follow()
        except CannotRead as error:
            self.error = error
        except Exception as error:
            what = one_line(f"{type(error).__name__}: {error}")[:200]
            self.error = http_error(
                self.place, f"could not be read, a fault of quoth ({what}); please report it"
            )
        finally:
            self.done.set()

    def _follow(self) -> Fetched:
        address, before = self._address, None
        try:
            for _ in range(self._limits.redirects + 1):
                answer = self._answer(address, before)
                if isinstance(answer, Fetched):
                    return answer
                address, before = self._next(address, answer), address
        finally:
            self._exchange.close()
        start = one_line(self._address.place)
        raise http_error(start, f"redirects more than {self._limits.redirects} times; open it in a browser")

    def _answer(self, address: Url, before: Url | None) -> Fetched | str:
        """Return the page at `address`, or where it redirects to; `before` redirected there."""
        self.place = place = one_line(address.place)
        self.progress = (f"Looking up {place}", 0, None)
        ips = self._allowed_ips(address, before)
        self.progress = (f"Waiting for {place}", 0, None)
        try:
            known = self._validators if self._validators and self._validators.url == address.url else None
            asked = known.headers() if known else {}
            response = self._exchange.get(address, ips, self._cookies.sent_to(address), asked)
            self._cookies.take(address, response.headers.getlist("set-cookie"))
            location = response.headers.get("location")
            if response.status in _REDIRECTS and location is not None:
                return location
            if response.status == 304 and asked:
                return Fetched(address.url, b"", "", None, known, is_unchanged=True)
            login = address.login is not None
            wait = response.headers.get("retry-after")
            if refused := status_error(place, response.status, login=login, retry_after=wait):
                raise refused
        except CannotRead:
            if self._https_error is None:
                raise
            raise self._https_error from None
        media, charset = charset_labels.parse_content_type(response.headers.get("content-type", ""))
        if error := media_type_error(place, media):
            raise error
        data = self._body(place, response.headers)
        if self._private:
            self._private_origins.add(address.origin)
        named = Validators(address.url, *map(response.headers.get, ("etag", "last-modified")))
        return Fetched(address.url, data, media, charset, named)

    def _allowed_ips(self, address: Url, before: Url | None) -> list[str]:
        """Return the IP addresses that may be connected to; none where a proxy looks them up."""
        ips: list[str] = []
        if proxy_for(address) is not None:
            far = {address.host: scope_of_host(address.host)}
        else:
            try:
                ips = self._network.look_up(address.host, address.port)
            except (OSError, UnicodeError) as error:
                raise lookup_error(
                    address.place, error if isinstance(error, OSError) else OSError()
                ) from None
            far = {ip: scope_of_ip(ip) for ip in ips}
        public = [ip for ip, where in far.items() if where is AddressScope.PUBLIC]
        if not public and not self._private and far:
            came_from = before.place if before is not None else None
            raise private_address_error(address.place, came_from, min(far.values()))
        if not self._private:
            ips = [ip for ip in ips if far[ip] is AddressScope.PUBLIC]
        self._private = self._private and not public
        return ips

    def _next(self, address: Url, location: str) -> Url:
        """Return where a redirect leads. Raises CannotRead if it must not be followed."""
        with suppress(UnicodeError):
            location = location.encode("latin-1").decode("utf-8")  # headers come as Latin-1
        link = safe_link(address.url, location)
        if link is None:
            raise http_error(
                address.place, "redirects to something that is not a web page; open it in a browser"
            )
        following = parse_url(link)
        self._https_error = None
        if (address.scheme, following.scheme) == ("https", "http"):
            plain = http_error(
                address.place,
                f"redirects from https to plain http at “{one_line(following.place)}”, where anyone on the way "
                "could change the page; type that address with http:// to read it all the same",
            )
            secure = Url("https", following.host, 443, following.target)
            if following.port != 80 or secure.url == address.url:
                raise plain
            following, self._https_error = secure, plain
        if following.origin == address.origin and address.login is not None:
            following = replace(following, login=address.login)
        return following

    def _body(self, place: str, headers: Mapping[str, str]) -> bytes:
        """Return the whole body, unpacked. Raises CannotRead, for one that is too large too."""
        length = headers.get("content-length", "")
        total = int(length) if length.isascii() and length.isdigit() and len(length) < 16 else None
        encoding = headers.get("content-encoding", "")
        too_large = too_large_error(place, self._limits.size)
        if total is not None and total > self._limits.size:
            raise too_large
        came = 0

        def received() -> Iterator[bytes]:
            nonlocal came
            for piece in self._exchange.body():
                came += len(piece)
                if came > self._limits.size:
                    raise too_large
                self.progress = (f"Reading {place}", came, total)
                yield piece

        self.progress = (f"Reading {place}", 0, total)
        data = bytearray()
        try:
            for piece in unpacked(received(), encoding):
                data += piece
                if len(data) > self._limits.size or self._cancelled:
                    raise too_large
        except CannotUnpack as error:
            raise http_error(place, f"sends a page that {error.what}; try again later") from None
        return bytes(data)


def _origin(address: str | None) -> str | None:
    """Return the origin of an address; None if it is not an address."""
    try:
        return parse_url(address).origin if address is not None else None
    except CannotRead:
        return None
