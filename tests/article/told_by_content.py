"""What can be named as a source, and a stand-in for the extraction of pages."""

from __future__ import annotations

import sys
from threading import Event
from types import SimpleNamespace

import pytest

import tui.article.html
from tui.article.article import Article
from tui.article.errors import NoArticle
from tui.article.html.mhtml import archived_page

PAGE = b"<!doctype html><html><head><title>Ferry</title></head><body><p>words</p></body></html>"
WALL = b"<!doctype html><html><head>%s</head><body>consent</body></html>"
NAMES_FEED = WALL % (
    b'<link rel="alternate" type="application/rss+xml" href="/comments/feed">'
    b'<link rel="alternate" type="application/rss+xml" href="/feed">'
)
FEED = (
    b'<?xml version="1.0"?><rss version="2.0"><channel><title>Port news</title>'
    b"<item><title>One</title><link>/one</link></item>"
    b"<item><title>Two</title><link>javascript:alert(1)</link></item></channel></rss>"
)
OPML = b'<opml version="2.0"><body><outline text="a" xmlUrl="https://a.example/feed"/></body></opml>'
TEXT = "“We can’t sail,” said Zoë.\n".encode()


def stand_in(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """Replace the real extraction: a page with "consent" in it has no article, one with "teasers" is a list.

    `asked` keeps what was asked.
    """

    def extract(
        data: bytes,
        source: str,
        *,
        url: str | None = None,
        charset: str | None = None,
        cancel: Event | None = None,
    ) -> Article:
        fake.asked.append((source, url, charset))
        if b"consent" in data:
            raise NoArticle("No article.", Article("consent", source), is_list=b"teasers" in data)
        return Article("words", source, url=fake.says)

    def extract_saved(data: bytes, source: str, *, cancel: Event | None = None) -> Article | None:
        page = archived_page(data)
        return extract(page.data, source, url=page.url, charset=page.charset) if page is not None else None

    fake = SimpleNamespace(extract=extract, extract_saved=extract_saved, asked=[], says=None)
    monkeypatch.setitem(sys.modules, "tui.article.html.extraction", fake)
    monkeypatch.setattr(tui.article.html, "extraction", fake, raising=False)
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    return fake
