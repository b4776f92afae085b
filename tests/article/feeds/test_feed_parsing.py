"""What a feed is, reading it in a process of its own, and the feeds that a page names."""

from __future__ import annotations

import threading

import pytest

from tests.article.feeds.made_up_feeds import HOME, item, read, rss
from tui.article.errors import Cancelled, CannotRead
from tui.article.feeds import feed_items, feed_parsing
from tui.article.feeds.feed_parsing import named_by
from tui.article.source_kind import source_kind


def test_a_feed_is_read_in_a_process() -> None:
    assert feed_parsing.parse(rss(item(1)), HOME) == read(rss(item(1)))
    assert feed_parsing.parse(rss(item(1)), "-\udc80\0") is not None  # a file's name that no text can hold


def test_other_xml_that_begins_as_a_feed_is_none() -> None:
    thing = b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description/></rdf:RDF>'
    assert source_kind(thing).is_feed
    assert feed_parsing.parse(thing, "thing.rdf") is None


@pytest.mark.parametrize(
    "data",
    [
        b'<?xml version="1.0"?><rss',
        b"<rss></rss>",
        b"<feed/>",
        b"<opml><body><outline xmlUrl='http://a.example/'",
        b'{"version": "https://jsonfeed.org/version/1.1"',
        pytest.param(
            b'{"version": "https://jsonfeed.org/version/1.1", "items": ' + b"[" * 100_000, id="deep"
        ),
    ],
)
def test_what_only_begins_as_one_is_one_sentence_or_empty(data: bytes) -> None:
    listing, sentence = None, "“feed.xml” is a feed that cannot be read ("
    try:
        listing = feed_parsing.parse(data, "feed.xml")
    except CannotRead as error:
        sentence = error.message
    assert sentence.startswith("“feed.xml” is a feed that cannot be read (")
    assert sentence.isprintable()
    assert listing is None or not listing.items


def test_a_feed_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed_parsing, "TIME_LIMIT", 0.0)
    with pytest.raises(CannotRead, match="takes longer than"):
        feed_parsing.parse(rss("<a>" * 500_000), HOME)


def test_a_feed_that_wants_too_much_memory_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed_parsing, "MEMORY_LIMIT", 40 * 1024 * 1024)
    with pytest.raises(CannotRead, match="too large"):
        feed_parsing.parse(rss("<item>" * 200_000), HOME)


def test_reading_can_be_cancelled() -> None:
    cancel = threading.Event()
    cancel.set()
    with pytest.raises(Cancelled):
        feed_parsing.parse(rss("<a>" * 500_000), HOME, cancel=cancel)


def test_an_encoding_is_not_looked_for_in_a_long_line() -> None:
    with pytest.raises(feed_items.DamagedFeed, match="its XML declaration does not end"):
        feed_items.of_xml(b"<?xml" + b"encoding='aa<rss>" * 20_000, HOME)
    line = b"<?xml version='1.0' encoding='utf-8'?>" + rss("<item><title>One</title><link>/one</link></item>")
    found = feed_parsing.parse(line + b"<!--" + b" encoding='a'" * 20_000 + b"-->", HOME)
    assert found is not None
    assert [item.title for item in found.items] == ["One"]


# Feeds that a page names


def test_feeds_that_a_page_names() -> None:
    page = b"""<!doctype html><html><head>
      <!-- <link rel="alternate" type="application/rss+xml" href="/old"> -->
      <LINK REL="alternate" TYPE="application/rss+xml; charset=utf-8" TITLE="a > b" HREF="/feed?a=1&amp;b=2">
      <link rel='alternate home' type='application/atom+xml' href='https://feeds.example/atom'/>
      <link rel=alternate type=application/feed+json href=feed.json>
      <link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/1">
      <link rel="alternate" hreflang="de" href="/de">
      <link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">
      <link rel="stylesheet" type="text/css" href="x.css">
      <link rel="alternate" type="application/rss+xml" href="/feed?a=1&amp;b=2">
      </head><body><link rel="alternate" type="application/rss+xml" href="/in-the-body"></body>"""
    assert named_by(page, "https://site.example/news/") == [
        "https://site.example/feed?a=1&b=2",
        "https://feeds.example/atom",
        "https://site.example/news/feed.json",
    ]
    assert named_by(b"<head><!-- <link rel=alternate type=application/rss+xml href=/x>", HOME) == []
    assert named_by(b"", HOME) == []
