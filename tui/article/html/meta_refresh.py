"""Read where a page redirects to with `<meta http-equiv="refresh">`."""

from __future__ import annotations

import re
from html import unescape

from tui.article.http.urls import safe_link

_HEAD = 32_768  # bytes
_LONGEST_WAIT = 10  # seconds; a page with a longer delay is meant to be read first
_META = re.compile(r"<meta\s([^<>]{1,9000})>", re.IGNORECASE)
_IS_REFRESH = re.compile(r"http-equiv\s{0,9}=\s{0,9}[\"']?\s{0,9}refresh\b", re.IGNORECASE)
_CONTENT = re.compile(
    r"content\s{0,9}=\s{0,9}(?:\"([^\"]{0,8500})\"|'([^']{0,8500})'|([^\s\"'<>]{1,8500}))", re.IGNORECASE
)
_REFRESH = re.compile(
    r"\s{0,9}(\d{1,3})(?:\.\d{0,9})?\s{0,9}[;,]\s{0,9}url\s{0,9}=\s{0,9}(.+)", re.IGNORECASE | re.DOTALL
)


def refresh_target(data: bytes, url: str) -> str | None:
    """Return the address that the page at `url` redirects to within ten seconds; None without any but itself."""
    for found in _META.finditer(data[:_HEAD].decode("utf-8", "replace")):
        if _IS_REFRESH.search(found[1]) is None or (content := _CONTENT.search(found[1])) is None:
            continue
        refresh = _REFRESH.match(unescape(content[1] or content[2] or content[3] or ""))
        if refresh is None or int(refresh[1]) > _LONGEST_WAIT:
            continue
        link = safe_link(url, refresh[2].strip().strip("\"'"))
        return link if link is not None and link.partition("#")[0] != url else None
    return None
