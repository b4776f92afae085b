"""The one door with nothing replaced: hostile pages and feeds over HTTP, read in processes of their own."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

import tui
from tests.article.loopback import Server, Visitor, pages, serving
from tui.article import sources
from tui.article.article import Article
from tui.article.errors import Cancelled, NoArticle
from tui.article.html import extraction
from tui.article.listing import Listing
from tui.article.sanitising import displayable

WORDS = (
    "<p>The last ferry of the season stayed in port on Friday, when a storm closed the harbour for a day.</p>"
    "<p>“We can’t sail in this,” said Zoë Café, the harbour master. “It would be madness.” \x1b]52;c;eA==\x07</p>"
    "<p>Some forty passengers waited in the hall, according to Tom Reed, a spokesman for the company.</p>"
    '<p>See <a href="javascript:alert(1)">this</a>, <a href="/next">that</a>, <a href="file:///x">files</a> '
    '<a href="data:text/html,x">data</a> and <a href="http://me:secret@x.example/\x1b[2J">more</a> of them all.</p>'
)
STORY = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ferry \x1b]0;x\x07 stays &#27;[31m</title>'
    '<link rel="canonical" href="javascript:alert(1)"></head>'
    f"<body><article><h1>Ferry stays in port \u202e&#8238;\x1b[2J</h1>{WORDS}</article></body></html>"
).encode()
WALL = (
    b"<!doctype html><html><head><title>Before you continue</title>"
    b'<link rel="alternate" type="application/rss+xml" href="/feed"></head><body><h1>We value your privacy</h1>'
    b"<p>We and our partners store cookies. <button>Accept all cookies</button></body></html>"
)
OUTSIDE = (
    b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file://%s">]><rss version="2.0"><channel>'
    b"<title>Port</title><item><title>One &x;</title><link>/story</link></item></channel></rss>"
)
PAGES = {
    "story": STORY,
    "wall": WALL,
    "nested": b"<html><body>" + b"<div>" * 100_000 + b"<p>deep",
    "tables": b"<html><body>" + b"<table><tr><td>" * 50_000,
    "comments": b"<html><body>" + b"<!--" * 500_000,
}
BOMB = gzip.compress(b"<p>" + bytes(64_000_000), 1)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    def bomb(visitor: Visitor) -> None:
        visitor.answer(BOMB, content_encoding="gzip")

    with serving(pages(bomb=bomb, **PAGES)) as found:
        yield found
    extraction.stop()


@pytest.fixture(autouse=True)
def no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)


def test_an_article_whose_every_part_is_hostile(server: Server) -> None:
    found = sources.read(f"{server.url}/story?x#y")
    assert isinstance(found, Article)
    assert found.source == found.url == f"{server.url}/story?x"
    assert "“We can’t sail in this,” said Zoë Café" in found.text
    assert [link.address for link in found.links] == [f"{server.url}/next", "http://x.example/[2J"]
    assert [link.span.of(found.text) for link in found.links] == ["that", "more"]
    assert found.title is not None
    assert found.title.startswith("Ferry")
    for part in (found.title, found.byline or "", found.site or ""):
        assert displayable(part) == part


def test_a_wall_says_that_it_is_one_and_offers_its_text(server: Server) -> None:
    with pytest.raises(NoArticle, match="consent") as caught:
        sources.read(f"{server.url}/wall")
    assert caught.value.raw is not None
    assert "We value your privacy" in caught.value.raw.text


def test_a_feed_reads_no_file(server: Server, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("hidden words")
    listing = sources.read_bytes(OUTSIDE % bytes(secret), "-", url=f"{server.url}/feed")
    assert isinstance(listing, Listing)
    assert "hidden" not in repr(listing)


def test_no_page_or_feed_has_anything_else_fetched(server: Server) -> None:
    asks = "".join(
        f'<{tag} src="/x" href="/x" data="/x" poster="/x" srcset="/x 2x"></{tag}>'
        for tag in ("img", "script", "iframe", "embed", "object", "video", "source", "base", "frame")
    )
    head = '<link rel="stylesheet" href="/x"><link rel="prefetch" href="/x"><link rel="amphtml" href="/x">'
    page = STORY.decode().replace("</head>", f"{head}</head>").replace("</article>", f"{asks}</article>")
    feed = (
        f'<?xml version="1.0"?><?xml-stylesheet href="{server.url}/x"?>'
        f'<!DOCTYPE rss PUBLIC "-//x" "{server.url}/x" [<!ENTITY % x SYSTEM "{server.url}/x">%x;'
        f'<!ENTITY y SYSTEM "{server.url}/x">]><rss version="2.0"><channel><title>&y;</title>'
        f'<image><url>{server.url}/x</url></image><cloud domain="localhost" port="{server.port}" path="/x"/>'
        f'<item><title>One</title><link>/one</link><enclosure url="{server.url}/x"/></item></channel></rss>'
    )
    server.visitors.clear()
    assert isinstance(sources.read_bytes(page.encode(), "-", url=f"{server.url}/story"), Article)
    assert isinstance(sources.read_bytes(feed.encode(), "-", url=f"{server.url}/feed"), Listing)
    assert isinstance(sources.read_bytes(feed.encode(), f"{server.url}/feed"), Listing)
    assert isinstance(sources.read(f"{server.url}/story"), Article)
    assert server.paths == ["/story"]


def test_giving_up_while_a_page_is_read(server: Server) -> None:
    cancel = Event()

    def on_progress(what: str, done: int, total: int | None) -> None:
        if what.startswith("Looking for"):
            cancel.set()

    with pytest.raises(Cancelled):
        sources.read(f"{server.url}/story", cancel=cancel, on_progress=on_progress)
    assert isinstance(sources.read(f"{server.url}/story"), Article)


@pytest.mark.skipif(sys.platform == "win32", reason="no resource module")
def test_pages_made_to_eat_memory_get_a_sentence_and_little_of_it(server: Server) -> None:
    script = """
import json, resource, sys
from tui.article.html import extraction
from tui.article import sources
from tui.article.errors import CannotRead
said = []
for address in sys.argv[1:]:
    try:
        said.append(type(sources.read(address)).__name__)
    except CannotRead as error:
        said.append(error.message)
extraction.stop()
assert {"lxml", "trafilatura", "feedparser", "spacy", "textual"}.isdisjoint(sys.modules)
scale = 1 if sys.platform == "darwin" else 1024
of = [resource.getrusage(who).ru_maxrss * scale for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
if sys.platform == "linux":  # there getrusage tells the size of whoever started this process, if that was larger
    with open("/proc/self/status") as status:
        of[0] = next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM"))
print(json.dumps([said, of]))
"""
    root = str(Path(tui.__path__[0]).parent)
    addresses = [f"{server.url}/{name}" for name in ("nested", "tables", "comments", "bomb", "story")]
    run = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {root!r})\n{script}", *addresses],
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert run.returncode == 0, run.stderr
    said, (own, children) = json.loads(run.stdout)
    assert said[-1] == "Article"
    assert all(each.endswith(".") or each == "Article" for each in said)
    assert "more than 20 MB" in said[3]
    assert own < 250_000_000
    assert children < 500_000_000
    assert not run.stderr
