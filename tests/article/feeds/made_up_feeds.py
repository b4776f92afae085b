"""Feeds made for tests, and the reading of their items without a process."""

from __future__ import annotations

from tui.article.feeds import feed_items as feed_items
from tui.article.listing import Listing
from tui.article.source_kind import SourceKind, source_kind

HOME = "https://paper.example/feeds/news.xml"


def rss(items: str, *, before: str = "", channel: str = "") -> bytes:
    return (
        f'<?xml version="1.0" encoding="utf-8"?>{before}<rss version="2.0" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel><title>The Harbour Gazette</title><link>https://paper.example/</link>{channel}{items}"
        "</channel></rss>"
    ).encode()


def item(number: int, body: str = "") -> str:
    return f"<item><title>Story {number}</title><link>/stories/{number}</link>{body}</item>"


def read(data: bytes, source: str = HOME) -> Listing:
    """Read a feed as the reader's own process would, without the process."""
    kind = source_kind(data)
    assert kind.is_feed
    return (
        feed_items.of_json(data, source) if kind is SourceKind.JSON_FEED else feed_items.of_xml(data, source)
    )
