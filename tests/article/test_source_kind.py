"""What a source is, told by its content."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.article.source_kind import HEAD, SourceKind, source_kind


@pytest.mark.parametrize(
    "data",
    [
        b"<!DOCTYPE html><html>",
        b"\xef\xbb\xbf\n <!-- saved --><html lang=en>",
        b"<?xml version='1.0'?><!DOCTYPE html PUBLIC 'x'><html>",
        "<html><p>x".encode("utf-16"),
        "<html><p>x".encode("utf-16-le"),
        "<html><p>x".encode("utf-16-be"),
        b"<p>One <p>two <div>three",
        b"<b>One</b> <p>two <div>three <span>four",
        b"<!DOCTYPE html><html><body><rss></body>",
        b"<html><!-- <rss> --></html>",
    ],
)
def test_pages(data: bytes) -> None:
    assert source_kind(data) is SourceKind.PAGE


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[1]",
        b"plain text about <rss>",
        b"The tag <html> begins a page, and <p> a paragraph, and <div> a part.",
        b'{"html": "<p>"}',
        b"<!-- <rss",
        b"<?xml",
        b"<!DOCTYPE x [",
        b"<",
        b"<rssx>",
        b"\xff\xfe",
        b'<svg xmlns="http://www.w3.org/2000/svg"/>',
    ],
)
def test_what_is_neither_page_nor_feed(data: bytes) -> None:
    assert source_kind(data) is SourceKind.TEXT


def test_comments_declarations_and_a_doctype_may_come_first() -> None:
    rss = (
        b'<?xml version="1.0"?>\n<?style href="x>y"?><!-- > --><!DOCTYPE r '
        b'[<!ENTITY a "b>c">\n]>\n<rss version="2.0">'
    )
    assert source_kind(rss) is SourceKind.XML_FEED
    assert source_kind(b"<?xml version='1.0'?><rss version='2.0'><channel>") is SourceKind.XML_FEED
    assert source_kind(b"<atom:feed xmlns:atom='http://www.w3.org/2005/Atom'/>") is SourceKind.XML_FEED
    assert source_kind(b"<opml version='2.0'>") is SourceKind.OPML


def test_the_version_of_a_json_feed_may_stand_anywhere() -> None:
    assert source_kind(b'{"version": "https:\\/\\/jsonfeed.org\\/version\\/1.1"}') is SourceKind.JSON_FEED
    late = b'{"items": "%s", "version": "https://jsonfeed.org/version/1"}' % (b"x" * HEAD)
    assert source_kind(late) is SourceKind.JSON_FEED


def test_a_server_is_believed_of_a_page_only_where_there_is_markup() -> None:
    assert source_kind(b"some <b>words</b>", content_type="text/html") is SourceKind.PAGE
    assert source_kind(b"words", content_type="text/html") is SourceKind.TEXT
    assert source_kind(b"<rss version='2.0'>", content_type="text/html") is SourceKind.XML_FEED
    assert source_kind(b"some <b>words</b>", content_type="text/plain") is SourceKind.TEXT


def test_markdown() -> None:
    assert source_kind(b"plain", "notes.MD") is SourceKind.MARKDOWN
    assert source_kind(b"# One\n\ntext\n\n## Two\n\ntext\n\n## Three\n") is SourceKind.MARKDOWN
    assert source_kind(b"# One\n\nSee [this](https://a.example/).\n") is SourceKind.MARKDOWN
    assert source_kind(b"He said #1 was fine.\n\n#blessed\n", "a.txt") is SourceKind.TEXT


def test_comments_without_end_are_passed_over() -> None:
    # Skipping them by one regular expression took exponential time.
    assert source_kind(b"<!---->" * 585) is SourceKind.TEXT
    assert source_kind(b"<!---->" * 585 + b"<html>") is SourceKind.PAGE


@given(st.binary(max_size=200), st.sampled_from([b"", b"<?xml?>", b"<!--", b"<!DOCTYPE x [", b"{", b"<rss "]))
def test_any_bytes_are_of_some_kind(data: bytes, before: bytes) -> None:
    assert isinstance(source_kind(before + data), SourceKind)
