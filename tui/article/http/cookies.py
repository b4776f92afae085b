"""The cookies of one fetch: each server gets back what it set itself, and all are forgotten with the fetch."""

from __future__ import annotations

from collections.abc import Iterable

from tui.article.http.urls import Url

_MOST = 50  # of one server
_LONGEST = 4096  # characters of one


class Cookies:
    """Cookies by the origin that set them."""

    def __init__(self) -> None:
        self._of: dict[str, dict[str, str]] = {}

    def sent_to(self, address: Url) -> str | None:
        """Return the header with the cookies that this server set; None if it set none."""
        return (
            "; ".join(f"{name}={value}" for name, value in self._of.get(address.origin, {}).items()) or None
        )

    def take(self, address: Url, headers: Iterable[str]) -> None:
        """Keep the cookies of a server's Set-Cookie headers; their attributes are ignored."""
        own = self._of.setdefault(address.origin, {})
        for header in headers:
            name, equals, value = header.partition(";")[0].strip().partition("=")
            pair = name + value
            fits = pair.isascii() and pair.isprintable() and len(pair) < _LONGEST
            if equals and name and fits and (name in own or len(own) < _MOST):
                own[name] = value
