"""Feeds made for tests, and the reading of their items without a process."""

from __future__ import annotations

from tui.article.feeds import feed_items as feed_items
from tui.article.feeds import feed_parsing
from tui.article.listing import Listing

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
    """As the reader's own process would be told, without the process."""
    form = feed_parsing._form(data)
    assert form is not None
    return feed_items.of_json(data, source) if form == "json" else feed_items.of_xml(data, source)
