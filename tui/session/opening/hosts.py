"""The host of a source."""

from __future__ import annotations


def host_of(source: str) -> str:
    """Return the host of an address, "" for a file."""
    if ":" not in source and "www." not in source.lower():
        return ""  # the usual case, which needs no import of what parses addresses
    from tui.article.errors import CannotRead
    from tui.article.http.urls import is_url, parse_url

    if not is_url(source):
        return ""
    try:
        return parse_url(source).host.removeprefix("www.")
    except CannotRead:
        return ""
