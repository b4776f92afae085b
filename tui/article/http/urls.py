"""Addresses of pages: what is one, its one spelling, and which links may be followed at all.

Reading follows the WHATWG's URL standard where browsers and Python's own parser disagree (backslashes, white
space inside), so that quoth goes to the host a browser would go to, and no other.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import quote, unquote, urljoin, urlsplit

from tui.article.errors import CannotRead
from tui.article.sanitising import one_line

LONGEST = 8000  # characters; what servers commonly take

_ADDRESS = re.compile(r"<?(?:(?:feed:)?https?:[/\\]|feed://|www\.[^\s/.:]+\.[^\s/.:])", re.IGNORECASE)
_EDGES = "".join(map(chr, range(33)))
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_KEPT = "!$%&'()*+,-./:;=?@[]_~|^`{}"  # printable ASCII that stays as it is in a path or a query
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Url:
    """An http or https address in its parts, in ASCII. `host` is in small letters, without brackets or a final
    stop; `target` is path and query; `login` is "name:password", never part of `url`."""

    scheme: str
    host: str
    port: int
    target: str
    login: str | None = None

    @property
    def place(self) -> str:
        """Host and, where it is not the usual one, port, as they stand in an address."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme, host and port: whom a login or a cookie is for."""
        return f"{self.scheme}://{self.place}"

    @property
    def url(self) -> str:
        """Return the whole address without login and fragment."""
        return self.origin + self.target


def is_url(source: str) -> bool:
    """Tell whether `source` is meant as an address, not a file: it begins with http(s)://, feed: or www."""
    return _ADDRESS.match(source.strip(_EDGES)) is not None


def parse_url(text: str) -> Url:
    """Read an address as it was typed or found. Raises CannotRead with a sentence that shows no login."""
    text = _with_scheme(text)
    if len(text) > LONGEST:
        raise CannotRead(f"This address has more than {LONGEST} characters; give a shorter one.")
    try:
        parts = urlsplit(text)
        port = parts.port
        host = _host(parts.hostname or "")
    except ValueError:
        raise CannotRead(
            f"“{display_url(text)}” is not an address that can be read; check its spelling."
        ) from None
    if parts.scheme not in _PORTS:
        raise CannotRead(
            "quoth opens addresses that begin with https:// or http://, and files by their path."
        )
    if port == 0:
        raise CannotRead(f"“{display_url(text)}” has the port 0, which no server has; check its spelling.")
    target = _quoted(parts.path) or "/"
    if not target.startswith("/"):
        target = "/" + target
    if parts.query:
        target += "?" + _quoted(parts.query)
    login = unquote(parts.netloc.rpartition("@")[0]) or None
    return Url(parts.scheme, host, port or _PORTS[parts.scheme], target, login)


def normalise_url(text: str) -> str:
    """Return the URL in its one spelling, without login and fragment. Raises CannotRead."""
    return parse_url(text).url


def safe_link(base: str | None, href: str) -> str | None:
    """Return the absolute http(s) URL that a link of the page at `base` leads to; None for none.

    Anything else (file:, javascript:, data:, mailto:, a place in the same page, what cannot be read) is None. The
    address is ASCII, without login and control characters, a foreign host in Punycode. Without `base`, relative
    links are None. Never raises.
    """
    href = _cleaned(href)
    if not href or href.startswith("#") or len(href) > LONGEST:
        return None
    try:
        joined = urljoin(_cleaned(base), href) if base and is_url(base) else href
        address = parse_url(joined) if urlsplit(joined).scheme in _PORTS else None
    except (ValueError, CannotRead):
        return None
    if address is None or len(address.url) > LONGEST:
        return None
    fragment = joined.partition("#")[2]
    return f"{address.url}#{_quoted(fragment)}" if fragment else address.url


def same_site(one: str, other: str) -> bool:
    """Tell whether two URLs are of one site: one host is the other or its subdomain ("www.", "amp.")."""
    try:
        a, b = (parse_url(text).host.removeprefix("www.") for text in (one, other))
    except CannotRead:
        return False
    if a == b:
        return True
    shorter, longer = sorted((a, b), key=len)
    return "." in shorter and longer.endswith("." + shorter)


def display_url(text: str) -> str:
    """Return a URL for a message: on one line, cut in the middle, without login and query."""
    text = re.split(r"[?#]", one_line(_cleaned(text)), maxsplit=1)[0]
    scheme, slashes, rest = text.partition("//")
    place, slash, path = rest.partition("/") if slashes else ("", "", "")
    text = f"{scheme}//{place.rpartition('@')[2]}{slash}{path}" if slashes else text.rpartition("@")[2]
    return text if len(text) <= 100 else f"{text[:69]}…{text[-30:]}"


def _cleaned(text: str) -> str:
    """Strip white space at the ends and line breaks inside; turn backslashes into slashes, as browsers do."""
    text = text.strip(_EDGES).translate({9: None, 10: None, 13: None})
    end = re.search(r"[?#]", text)
    at = end.start() if end else len(text)
    return text[:at].replace("\\", "/") + text[at:]


def _with_scheme(text: str) -> str:
    text = _cleaned(text)
    if text.startswith("<") and text.endswith(">"):
        text = text[1:-1]
    lower = text[:6].lower()
    if lower.startswith("feed:"):
        text = text[5:]
        text = f"https:{text}" if text.startswith("//") else text
    elif lower.startswith("www."):
        text = f"https://{text}"
    scheme, colon, rest = text.partition(":")
    return f"{scheme.lower()}://{rest.lstrip('/')}" if colon and scheme.lower() in _PORTS else text


def _host(host: str) -> str:
    """Return a host's name in ASCII. Raises ValueError if it can be none."""
    if ":" in host:
        if "%" in host:
            raise ValueError("an address of one network card")
        address = ipaddress.IPv6Address(host)
        if address.ipv4_mapped is not None:  # as browsers write it, and Python before 3.13: [::ffff:7f00:1]
            number = int(address.ipv4_mapped)
            return f"::ffff:{number >> 16:x}:{number & 0xFFFF:x}"
        return str(address)
    if len(host) > 1000:
        raise ValueError("no host name")
    if not host.isascii():
        import idna  # 20 ms, for names that are not ASCII

        try:
            host = idna.encode(host, uts46=True).decode("ascii")
        except UnicodeError as error:
            raise ValueError(str(error)) from None
    host = host.lower().removesuffix(".")
    if not host or len(host) > 253 or any(_LABEL.fullmatch(label) is None for label in host.split(".")):
        raise ValueError("no host name")
    return host


def _quoted(text: str) -> str:
    return quote(text.encode("utf-8", "replace"), safe=_KEPT)
