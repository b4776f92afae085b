"""Feeds (RSS, Atom, JSON Feed) and lists of them (OPML), read in a process of their own.

A feed is hostile until shown otherwise. feedparser and expat stand entity expansion, external entities and deep
nesting, but they take time and memory in proportion to what comes; in a process that is killed after
`TIME_LIMIT` and may have `MEMORY_LIMIT` neither can hold up the reader.
"""

from __future__ import annotations

import re
import threading
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

from tui.article.errors import Cancelled, CannotRead, named
from tui.article.http.urls import safe_link
from tui.article.listing import OWN_NAME, Listing
from tui.article.sanitising import one_line
from tui.article.source_kind import SourceKind, source_kind
from tui.json_codec import decode
from tui.worker.supervisor import Failure, NoAnswer, SupervisedProcess

TIME_LIMIT = 10.0  # seconds
MEMORY_LIMIT = 400 * 1024 * 1024  # bytes

_HEAD = 262_144  # bytes of a page in which its feeds are named
_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml")
_FORMS = {SourceKind.XML_FEED: "xml", SourceKind.JSON_FEED: "json", SourceKind.OPML: "opml"}
_NAMED_AT_MOST = 20


def parse(
    data: bytes, source: str, *, charset: str | None = None, cancel: threading.Event | None = None
) -> Listing | None:
    """Return the Listing of a feed or an OPML file; None if `data` is neither.

    `source` is where it came from, and what its links are relative to if that is an address; `charset` what
    the server says. Items that lead nowhere quoth would open are left out, unless
    the feed itself gives their words; there are 2,000 at most. Raises
    CannotRead for a feed that cannot be read within the limits, and Cancelled.
    """
    form = _FORMS.get(source_kind(data))
    if form is None:
        return None
    answer = _answer(data, form, source, charset or "", cancel)
    if "no_memory" in answer:
        answer = {"damaged": "it is too large"}
    if "damaged" in answer:
        what = one_line(str(answer["damaged"]))[:200]
        raise CannotRead(
            f"{named(source)} is a feed that cannot be read ({what}); its site may have another."
        )
    if not answer:
        return None
    listing = decode(Listing, answer["listing"])
    items = (
        replace(item, source=source + item.source) if item.source.startswith(OWN_NAME) else item
        for item in listing.items
    )
    return replace(listing, source=source, items=tuple(items))


def _answer(
    data: bytes, form: str, source: str, charset: str, cancel: threading.Event | None
) -> dict[str, Any]:
    # A file's name may hold what no text can: bytes that are not UTF-8.
    base = source.encode("utf-8", "replace").decode("utf-8").replace("\0", "")[:4_000]
    request = {"form": form, "source": base, "charset": charset}
    try:
        with SupervisedProcess("tui.article.feeds.feed_items", memory=MEMORY_LIMIT) as process:
            return process.ask(request, data, seconds=TIME_LIMIT, cancel=cancel)
    except OSError as error:
        reason = error.strerror or error
        raise CannotRead(f"{named(source)} cannot be read: no process could be started ({reason}).") from None
    except NoAnswer as error:
        if error.failure is Failure.CANCELLED:
            raise Cancelled(f"Reading {named(source)} was cancelled.") from None
        if error.failure is Failure.TOO_SLOW:
            raise CannotRead(
                f"{named(source)} is a feed that takes longer than {TIME_LIMIT:.0f} seconds to read; "
                "its site may have a shorter one."
            ) from None
        return {"damaged": "it is too large or too deeply nested"}


# What a page names

_COMMENT = re.compile(r"<!--")
_LINK = re.compile(r"""<link\b(?:[^<>"']|"[^"<]{0,1000}"|'[^'<]{0,1000}'){1,2000}+>""", re.IGNORECASE)
_END_OF_HEAD = re.compile(r"</head|<body\b", re.IGNORECASE)


def named_by(data: bytes, url: str) -> list[str]:
    """Return the URLs of the feeds that a page names in its head (`<link rel="alternate" type=…>`), in its order.

    `url` is the page's own. html.parser, which takes time in the square of some input, is handed single tags.
    """
    head = data[:_HEAD].decode("utf-8", "replace")
    kept, at = [], 0
    for found in _COMMENT.finditer(head):
        if found.start() >= at:
            kept.append(head[at : found.start()])
            end = head.find("-->", found.end())
            at = end + 3 if end >= 0 else len(head)
    head = "".join([*kept, head[at:]])
    if (end_of_head := _END_OF_HEAD.search(head)) is not None:
        head = head[: end_of_head.start()]
    out: dict[str, None] = {}
    for tag in _LINK.findall(head):
        attributes = _attributes(tag)
        kind = attributes.get("type", "").split(";")[0].strip().lower()
        is_feed = kind in _FEED_TYPES or (
            kind == "application/json" and "feed" in attributes.get("href", "").lower()
        )
        if is_feed and "alternate" in attributes.get("rel", "").lower().split():
            found_address = safe_link(url, attributes.get("href", ""))
            if found_address is not None:
                out[found_address] = None
    return list(out)[:_NAMED_AT_MOST]


class _Tag(HTMLParser):
    attributes: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes = {name: value or "" for name, value in reversed(attrs)}  # the first of a name counts

    handle_startendtag = handle_starttag


def _attributes(tag: str) -> dict[str, str]:
    parser = _Tag()
    parser.feed(tag)
    return parser.attributes
