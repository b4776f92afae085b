"""Why a page could not be fetched, each reason as one sentence that says what to do next.

`place` is a host, with its port where that is unusual: never a whole address, whose path may hold a secret.
"""

from __future__ import annotations

import errno
import http.client
import socket
import ssl

from tui.article.errors import CannotRead, ServerRefused
from tui.article.http.address_scope import AddressScope
from tui.article.sanitising import one_line

_BROWSER = "open it in a browser and save the page, or copy its text into quoth --paste"
_NO_CERTIFICATE = "someone may be listening in, so nothing was read"
_VOUCH = "SSL_CERT_FILE can name a file of certificates that you trust"
_CERTIFICATE = {
    9: f"has a certificate that is not valid yet; check this computer's clock, else {_NO_CERTIFICATE}",
    10: f"has a certificate that has expired; {_NO_CERTIFICATE}: try again when its owner has renewed it",
    18: f"has a certificate that only it itself vouches for; {_NO_CERTIFICATE}: {_VOUCH}",
    19: f"has a certificate whose issuer is not trusted here; {_NO_CERTIFICATE}: {_VOUCH}",
    20: f"has a certificate whose issuer is not known here; {_NO_CERTIFICATE}: {_VOUCH}",
    23: f"has a certificate that was revoked; {_NO_CERTIFICATE}: try again when its owner has another",
    62: f"has a certificate of another host; {_NO_CERTIFICATE}: check the address",
    64: f"has a certificate of another host; {_NO_CERTIFICATE}: check the address",
}
_STATUS = {
    400: "does not understand the request (400); check the address",
    401: "asks for a name and a password (401); " + _BROWSER,
    402: "asks for payment (402); " + _BROWSER,
    403: "does not let quoth have this page (403); " + _BROWSER,
    404: "has no page at this address (404); check its spelling, or look for it on the site",
    405: "does not give this page to a plain request (405); " + _BROWSER,
    406: "has no version of this page that quoth could read (406); " + _BROWSER,
    407: "cannot be reached, because its proxy asks for a name and password (407); put them into its address",
    408: "waited too long for the request (408); try again",
    410: "had this page and has taken it away (410); a web archive may still have it",
    414: "finds the address too long (414); give a shorter one",
    418: "refuses (418); " + _BROWSER,
    421: "is asked for a page of another host (421); check the address",
    451: "may not show this page for legal reasons (451); a web archive may have it",
}
_MEDIA = {
    "image": "an image",
    "video": "a video",
    "audio": "a sound recording",
    "font": "a font",
    "application/pdf": "a PDF document",
    "application/zip": "an archive",
    "application/gzip": "an archive",
    "application/epub+zip": "an e-book",
    "application/msword": "an office document",
    "application/wasm": "a program",
}


def http_error(place: str, what: str) -> CannotRead:
    """Return the error “place” `what`."""
    return CannotRead(f"“{one_line(place)}” {what}.")


def status_error(place: str, status: int, *, login: bool, retry_after: str | None) -> ServerRefused | None:
    """Return the error that an answer's status means; None if the answer is the page."""
    error = _status_error(place, status, login=login, retry_after=retry_after)
    return None if error is None else ServerRefused(error.message, status, retry_after)


def _status_error(place: str, status: int, *, login: bool, retry_after: str | None) -> CannotRead | None:
    if status in (200, 203):
        return None
    if status == 401 and login:
        return http_error(place, "does not accept the name and password in the address (401); check them")
    if status == 429:
        wait = (retry_after or "").strip()
        later = f"in {wait} seconds" if wait.isascii() and wait.isdigit() and len(wait) < 6 else "later"
        return http_error(place, f"has been asked too often (429); try again {later}")
    if status in _STATUS:
        return http_error(place, _STATUS[status])
    if status in (201, 202, 204, 205):
        return http_error(
            place, f"answers without a page ({status}); try again later, or open it in a browser"
        )
    if status == 206:
        return http_error(place, "sent only a part of the page (206); try again")
    if 300 <= status < 400:
        return http_error(place, f"redirects without saying where to ({status}); open it in a browser")
    if 400 <= status < 500:
        return http_error(place, f"refuses to give this page ({status}); {_BROWSER}")
    if 500 <= status < 600:
        return http_error(place, f"has a problem of its own ({status}); try again later")
    return http_error(
        place, f"answers in a way that quoth does not understand ({status}); open it in a browser"
    )


def media_type_error(place: str, media: str) -> CannotRead | None:
    """Return the error for a media type that cannot be an article; None if it may be one."""
    what = _MEDIA.get(media) or _MEDIA.get(media.partition("/")[0])
    if what is None and media.startswith("application/vnd.") and not media.endswith(("+xml", "+json")):
        what = "an office document"
    if what is None or media == "image/svg+xml":
        return None
    return http_error(place, f"sends {what} ({media}), which quoth does not read; open it in a browser")


def too_large_error(place: str, size: int) -> CannotRead:
    """Return the error for a page larger than the limit, `size` bytes."""
    return http_error(place, f"sends more than {size / 1_000_000:g} MB; that is not an article")


def private_address_error(place: str, before: str | None, where: AddressScope) -> CannotRead:
    """Return the error for an address near by that a page from outside links to, or that `before` redirects to."""
    near = "on this computer" if where is AddressScope.HERE else "in a private network"
    if before is None:
        return http_error(
            place, f"is {near}, and the link to it came from outside; type the address yourself to open it"
        )
    return http_error(
        before,
        f"redirects to “{one_line(place)}” {near}, which a page from outside may not do; "
        "type that address yourself to open it",
    )


def lookup_error(place: str, error: OSError) -> CannotRead:
    """Return the error for a name that could not be looked up."""
    if error.errno == socket.EAI_AGAIN:
        return http_error(place, "could not be looked up; check that this computer is online, and try again")
    return http_error(
        place, "is a name that nobody knows; check its spelling, and that this computer is online"
    )


def connection_error(
    place: str, error: BaseException, *, via: str | None, connect: float, read: float
) -> CannotRead:
    """Return the error for an exception of connecting or reading; `via` is the proxy, limits are in seconds."""
    cause = _root(error)
    if via is not None and "ProxyError" in {type(link).__name__ for link in _links(error)}:
        return http_error(
            place, f"was not reached through the proxy “{one_line(via)}”; check the proxy's settings"
        )
    if isinstance(cause, ssl.SSLCertVerificationError):
        what = _CERTIFICATE.get(
            cause.verify_code, f"has a certificate that cannot be trusted; {_NO_CERTIFICATE}: {_VOUCH}"
        )
        return http_error(place, what)
    if isinstance(cause, ssl.SSLError):
        return http_error(
            place, "does not speak https that can be trusted; check the address, and that it is https"
        )
    if isinstance(cause, TimeoutError):
        if any(isinstance(link, Unconnected) for link in _links(error)):
            return http_error(place, f"did not answer within {connect:g} seconds; try again later")
        return http_error(place, f"has sent nothing for {read:g} seconds; try again later")
    if isinstance(cause, ConnectionRefusedError):
        return http_error(place, "refuses the connection; check the address, or try again later")
    if isinstance(cause, http.client.RemoteDisconnected):
        return http_error(place, "closed the connection without an answer; try again later")
    if isinstance(cause, http.client.IncompleteRead):
        return http_error(place, "broke off before the page was whole; try again")
    if isinstance(cause, OSError) and not isinstance(cause, http.client.HTTPException):
        if cause.errno in (errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EADDRNOTAVAIL):
            return http_error(place, "cannot be reached from here; check that this computer is online")
        if isinstance(cause, ConnectionError):
            return http_error(place, "broke off the connection; try again later")
        return http_error(place, "could not be read, as the connection failed; try again later")
    return http_error(place, "does not answer as a web server does; check the address and its port")


class Unconnected(OSError):
    """There is no connection; the cause says why."""


def _root(error: BaseException) -> BaseException:
    return _links(error)[-1]


def _links(error: BaseException) -> list[BaseException]:
    """Return the exceptions from `error` down to the one all came from."""
    found = [error]
    while True:
        last = found[-1]
        inner = [
            getattr(last, "reason", None),
            last.__cause__,
            getattr(last, "original_error", None),
            *last.args,
        ]
        deeper = next((e for e in inner if isinstance(e, BaseException) and e not in found), None)
        if deeper is None or len(found) > 10:
            return found
        found.append(deeper)
