"""tui.article.sources: what is at an address, and what that leads to; extraction itself is not tested here."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from types import SimpleNamespace
from typing import Any

import pytest

from tests.article.loopback import Behaviour, MadeUp, Visitor, pages, serving, to
from tests.article.told_by_content import FEED, NAMES_FEED, PAGE, TEXT, WALL, stand_in
from tui.article import sources
from tui.article.article import Article
from tui.article.errors import Cancelled, CannotRead, NoArticle
from tui.article.http import fetching
from tui.article.listing import Listing


@pytest.fixture(autouse=True)
def extraction(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    return stand_in(monkeypatch)


def test_a_page(extraction: SimpleNamespace) -> None:
    with serving(lambda v: v.answer(PAGE, content_type="text/html; charset=koi8-r")) as server:
        found = sources.read(f" http://me:secret@LOCALHOST:{server.port}/a#here ")
        url = f"{server.url}/a"
        assert isinstance(found, Article)
        assert (found.text, found.source, found.url) == ("words", url, url)
        assert extraction.asked == [(url, url, "koi8-r")]


def test_the_address_a_page_gives_as_its_own_counts_on_its_own_site(extraction: SimpleNamespace) -> None:
    with serving(pages(a=to("/b"), b=PAGE)) as server:
        for says, url in (
            (f"{server.url}/own?x#y", f"{server.url}/own?x#y"),
            ("/own", f"{server.url}/own"),
            ("https://other.example/own", f"{server.url}/b"),
            ("javascript:alert(1)", f"{server.url}/b"),
            (None, f"{server.url}/b"),
        ):
            extraction.says = says
            found = sources.read(f"{server.url}/a")
            assert isinstance(found, Article)
            assert (found.source, found.url) == (f"{server.url}/a", url)


def test_plain_text_from_the_net() -> None:
    def behave(visitor: Visitor) -> None:
        visitor.answer(
            TEXT, content_type="text/plain", content_disposition='attachment; filename="../../x\x1b.txt"'
        )

    with serving(behave) as server:
        found = sources.read(f"{server.url}/a.txt?key=secret")
        assert isinstance(found, Article)
        assert (found.text, found.source, found.url) == (
            TEXT.decode(),
            *[f"{server.url}/a.txt?key=secret"] * 2,
        )
        server.behaviour = lambda v: v.answer(b"\x00\x01" * 500)
        with pytest.raises(CannotRead, match="binary") as caught:
            sources.read(f"{server.url}/a?key=secret")
        assert "secret" not in caught.value.message


def test_markdown_from_the_net() -> None:
    text = b"# Ferry\n\nSee [this](../more) and [that](javascript:x), she said.\n\n- one\n- two\n"
    with serving(lambda v: v.answer(text, content_type="text/plain")) as server:
        for path in ("a/b.md?key=1", "a/" + "b" * 200 + ".md"):
            found = sources.read(f"{server.url}/{path}")
            assert isinstance(found, Article)
            assert (found.title, found.source) == ("Ferry", f"{server.url}/{path}")
            assert [link.address for link in found.links] == [f"{server.url}/more"]


def test_a_feed_and_what_it_leads_to() -> None:
    with serving(pages(feed=lambda v: v.answer(FEED), one=PAGE)) as server:
        origins: set[str] = set()
        found = sources.read(f"{server.url}/feed", private_origins=origins)
        assert isinstance(found, Listing)
        assert [(item.title, item.source) for item in found.items] == [("One", f"{server.url}/one")]
        first = found.items[0].source
        item = sources.read(first, typed=False, came_from=found.source, private_origins=origins)
        assert isinstance(item, Article)
        with pytest.raises(CannotRead, match="came from outside"):
            sources.read(first, typed=False, came_from=found.source)


def test_a_front_page_and_a_list_of_articles_give_the_feed_they_name() -> None:
    def site(feed: bytes) -> Behaviour:
        return pages(
            front=NAMES_FEED.replace(b"consent", b"news"),
            section=NAMES_FEED.replace(b"consent", b"consent teasers"),
            wall=NAMES_FEED,
            feed=lambda v: v.answer(feed),
        )

    origins: set[str] = set()
    with serving(pages()) as server:
        server.behaviour = site(FEED)
        for path in ("/", "", "/section"):
            found = sources.read(server.url + path, private_origins=origins)
            assert isinstance(found, Listing)
            assert found.source == f"{server.url}/feed"
        with pytest.raises(NoArticle):
            sources.read(f"{server.url}/section", typed=False, came_from=server.url, private_origins=origins)
        with pytest.raises(NoArticle):
            sources.read(f"{server.url}/wall")
        server.behaviour = site(b"no feed at all")
        front = sources.read(server.url)
        assert isinstance(front, Article)
        with pytest.raises(NoArticle) as caught:
            sources.read(f"{server.url}/section")
        assert caught.value.raw is not None


def refreshing(location: str) -> bytes:
    return WALL % f'<meta http-equiv="refresh" content="0; url={location}">'.encode()


def test_a_page_that_only_sends_on_is_followed_a_few_times() -> None:
    with serving(
        pages(a=refreshing("/b"), b=refreshing("c"), c=PAGE, loop=refreshing("/loop?again"))
    ) as server:
        found = sources.read(f"{server.url}/a")
        assert isinstance(found, Article)
        assert (found.source, found.url) == (f"{server.url}/a", f"{server.url}/c")
        server.visitors.clear()
        with pytest.raises(NoArticle):
            sources.read(f"{server.url}/loop")
        assert len(server.visitors) <= 4


def test_a_page_from_outside_cannot_send_on_to_the_inside(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(pages(front=refreshing("http://127.0.0.1/x"), x=PAGE)) as server:
        network = MadeUp({"news.example": ["93.184.216.34"], "127.0.0.1": ["127.0.0.1"]}, server.port)
        monkeypatch.setattr(fetching, "Network", lambda: network)
        with pytest.raises(CannotRead, match="came from outside"):
            sources.read("http://news.example/")
        assert server.paths == ["/"]


def test_giving_up(tmp_path: Path) -> None:
    cancel = Event()
    cancel.set()
    (tmp_path / "a.txt").write_bytes(TEXT)
    with serving(Visitor.wait) as server:
        for source in (str(tmp_path / "a.txt"), server.url):
            with pytest.raises(Cancelled):
                sources.read(source, cancel=cancel)


def test_all_that_a_page_leads_to_has_the_time_of_one(monkeypatch: pytest.MonkeyPatch) -> None:
    until: list[float | None] = []
    really = fetching.fetch

    def fetch(address: str, **options: Any) -> fetching.Fetched:
        until.append(options["until"])
        return really(address, **options)

    monkeypatch.setattr(fetching, "fetch", fetch)
    with serving(pages(a=refreshing("/b"), b=PAGE)) as server:
        sources.read(f"{server.url}/a")
    assert len(until) == 2
    assert until[0] is not None
    assert until[0] == until[1]


def test_what_is_being_done_is_told() -> None:
    told: list[str] = []
    with serving(lambda v: v.answer(PAGE)) as server:
        sources.read(f"{server.url}/a", on_progress=lambda what, done, total: told.append(what))
    assert told[-1] == "Looking for the article"


def test_failures_pass_through() -> None:
    with serving(lambda v: v.answer(b"", "404 Not Found")) as server, pytest.raises(CannotRead, match="404"):
        sources.read(server.url)
