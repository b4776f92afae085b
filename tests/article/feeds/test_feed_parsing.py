"""What a feed is, reading it in a process of its own, and the feeds that a page names."""

from __future__ import annotations

import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.article.feeds.made_up_feeds import HOME, item, read, rss
from tui.article.errors import Cancelled, CannotRead
from tui.article.feeds import feed_parsing
from tui.article.feeds.feed_parsing import looks_like_feed, named_by


def test_a_feed_is_read_in_a_process() -> None:
    assert feed_parsing.parse(rss(item(1)), HOME) == read(rss(item(1)))
    assert feed_parsing.parse(rss(item(1)), "-\udc80\0") is not None  # a file's name that no text can hold


def test_other_xml_that_begins_as_a_feed_is_none() -> None:
    thing = b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description/></rdf:RDF>'
    assert looks_like_feed(thing)
    assert feed_parsing.parse(thing, "thing.rdf") is None


@pytest.mark.parametrize(
    "data",
    [
        b'<?xml version="1.0"?><rss',
        b"<rss></rss>",
        b"<feed/>",
        b"<opml><body><outline xmlUrl='http://a.example/'",
        b'{"version": "https://jsonfeed.org/version/1.1"',
        b'{"version": "https://jsonfeed.org/version/1.1", "items": ' + b"[" * 100_000,
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


# What is a feed


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[1]",
        b"plain text about <rss>",
        b"<!DOCTYPE html><html><body><rss></body>",
        b"<html><!-- <rss> --></html>",
        b"<!-- <rss",
        b"<?xml",
        b"<!DOCTYPE x [",
        b"<",
        b"<rssx>",
        b"\xff\xfe",
        b'<svg xmlns="http://www.w3.org/2000/svg"/>',
    ],
)
def test_what_is_no_feed(data: bytes) -> None:
    assert not looks_like_feed(data)
    assert feed_parsing.parse(data, "x") is None


def test_comments_declarations_and_a_doctype_may_come_first() -> None:
    assert looks_like_feed(
        b'<?xml version="1.0"?>\n<?style href="x>y"?><!-- > --><!DOCTYPE r '
        b'[<!ENTITY a "b>c">\n]>\n<rss version="2.0">'
    )
    assert looks_like_feed(b'{"version": "https:\\/\\/jsonfeed.org\\/version\\/1.1"}')
    assert looks_like_feed(b"<atom:feed xmlns:atom='http://www.w3.org/2005/Atom'/>")


@given(st.binary(max_size=200), st.sampled_from([b"", b"<?xml?>", b"<!--", b"<!DOCTYPE x [", b"{", b"<rss "]))
def test_any_bytes_can_be_looked_at(data: bytes, before: bytes) -> None:
    looks_like_feed(before + data)
    named_by(before + data, HOME)


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
