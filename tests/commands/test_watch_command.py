"""`quoth watch`: pages of a server on this computer that change between two readings."""

from __future__ import annotations

import json
from collections.abc import Iterator
from email.utils import formatdate

import pytest

from tests.article.http.conftest import plain_surroundings
from tests.article.loopback import Server, Visitor, serving
from tui.article.article import Article
from tui.article.sources import read
from tui.cli import main
from tui.commands.watch_command import interval
from tui.library.library import Library
from tui.library.source_versions import versions_of

__all__ = ["plain_surroundings"]  # a fixture

Out = pytest.CaptureFixture[str]
LINE = "<p>The ships lay in the harbour for {} days, and nobody came to see them there.</p>"
PROSE = "".join(map(LINE.format, range(9)))


def page(words: str) -> bytes:
    return (
        f"<html><head><title>Ships</title></head><body><article><h1>Ships</h1>{PROSE}<p>{words}</p></article></body></html>"
    ).encode()


class Site:
    """A site whose only page, its status and its rules can be changed."""

    def __init__(self) -> None:
        self.page = page("The captain said that they sail on Monday, whatever comes.")
        self.status, self.robots = "200 OK", b""
        self.headers: dict[str, str] = {}
        self.etag = '"1"'
        self.modified = ""
        self.asked: list[str] = []

    def behave(self, visitor: Visitor) -> None:
        self.asked.append(visitor.path)
        if visitor.path == "/robots.txt":
            visitor.answer(
                self.robots, "200 OK" if self.robots else "404 Not Found", content_type="text/plain"
            )
        elif self.status != "200 OK":
            visitor.answer(b"", self.status, **self.headers)
        elif self.modified:
            unchanged = visitor.header("If-Modified-Since") == self.modified
            self.asked[-1] += " unchanged" * unchanged
            status = "304 Not Modified" if unchanged else "200 OK"
            kind = "text/html; charset=utf-8"
            visitor.answer(
                b"" if unchanged else self.page, status, content_type=kind, last_modified=self.modified
            )
        elif visitor.header("If-None-Match") == self.etag:
            self.asked[-1] += " unchanged"
            visitor.answer(b"", "304 Not Modified", etag=self.etag)
        else:
            visitor.answer(self.page, content_type="text/html; charset=utf-8", etag=self.etag)


@pytest.fixture
def site() -> Site:
    return Site()


@pytest.fixture
def server(site: Site) -> Iterator[Server]:
    with serving(lambda visitor: site.behave(visitor)) as server:
        yield server


class Clock:
    """A clock that goes on by an hour whenever it is asked to."""

    def __init__(self) -> None:
        self.now = 1_700_000_000.0

    def later(self, seconds: float = 3600) -> None:
        self.now += seconds


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr("tui.commands.watch_command.time.time", lambda: made.now)
    return made


def test_what_changed_is_printed_once(site: Site, server: Server, clock: Clock, capsys: Out) -> None:
    address = f"{server.url}/story"
    watch = ["watch", "--once", address]
    assert main(watch) == 0
    assert capsys.readouterr() == ("", "")
    clock.later()
    assert main(watch) == 0
    assert site.asked[-1] == "/story unchanged"
    site.page, site.etag = page("The captain said that they sail on Tuesday, whatever comes. \x1b[31m"), '"2"'
    clock.later()
    assert main(watch) == 0
    out = capsys.readouterr().out
    assert "changed: 1 paragraph changed" in out
    assert "sail on [-Monday-]{+Tuesday+}, whatever" in out
    assert "\x1b" not in out
    clock.later()
    assert main(watch) == 0
    assert capsys.readouterr().out == ""
    library = Library.open()
    assert len(versions_of(library, address)) == 2
    library.close()


def test_a_page_that_is_gone_and_back_is_a_change(
    site: Site, server: Server, clock: Clock, capsys: Out
) -> None:
    watch = ["watch", "--once", "--format", "jsonl", f"{server.url}/story"]
    main(watch)
    for status in ("410 Gone", "404 Not Found", "200 OK"):
        site.status = status
        clock.later()
        assert main(watch) == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(each["what"], each["status"]) for each in found] == [("gone", 410), ("back", None)]


def test_a_server_without_etags_is_asked_by_date(
    site: Site, server: Server, clock: Clock, capsys: Out
) -> None:
    site.modified = formatdate(clock.now, usegmt=True)
    watch = ["watch", "--once", f"{server.url}/story"]
    main(watch)
    clock.later()
    main(watch)
    assert site.asked[-1] == "/story unchanged"
    site.page, site.modified = (
        page("The captain said that they sail on Tuesday, whatever comes."),
        formatdate(clock.now, usegmt=True),
    )
    clock.later()
    main(watch)
    assert site.asked[-1] == "/story"
    assert "{+Tuesday+}" in capsys.readouterr().out


@pytest.mark.parametrize(("rules", "pause"), [("", 600), ("Crawl-delay: 900", 900), ("Crawl-delay: 5", 600)])
def test_every_so_often_until_it_is_ended(
    site: Site,
    server: Server,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Out,
    rules: str,
    pause: int,
) -> None:
    """Let the clock go on while the command sleeps; the page changes after a quarter of an hour."""
    site.robots = f"User-agent: *\n{rules}\n".encode()
    began, asked = clock.now, list[float]()

    def sleep(seconds: float) -> None:
        clock.later(max(seconds, 1))
        if clock.now > began + 3600:
            raise KeyboardInterrupt
        if clock.now > began + 900 and site.etag == '"1"':
            site.page, site.etag = page("The captain said that they sail on Tuesday, whatever comes."), '"2"'

    behave = site.behave

    def noting(visitor: Visitor) -> None:
        if visitor.path == "/story":
            asked.append(clock.now - began)
        behave(visitor)

    monkeypatch.setattr("tui.commands.watch_command.time.sleep", sleep)
    monkeypatch.setattr(site, "behave", noting)
    assert main(["watch", "--every", "10m", f"{server.url}/story"]) == 130
    assert [round(each) for each in asked] == pytest.approx(range(0, 3601, pause), abs=10)
    out = capsys.readouterr().out
    assert out.count("changed:") == 1
    assert "{+Tuesday+}" in out


def test_never_more_often_than_once_a_minute(site: Site, server: Server, clock: Clock) -> None:
    watch = ["watch", "--once", f"{server.url}/story"]
    main(watch)
    asked = len(site.asked)
    clock.later(59)
    assert main(watch) == 0
    assert len(site.asked) == asked
    clock.later(2)
    main(watch)
    assert len(site.asked) > asked


@pytest.mark.parametrize("as_date", [False, True])
def test_a_server_is_asked_again_when_it_wants(
    site: Site, server: Server, clock: Clock, as_date: bool, capsys: Out
) -> None:
    site.status = "503 Service Unavailable"
    site.headers = {"retry_after": formatdate(clock.now + 7200, usegmt=True) if as_date else "7200"}
    watch = ["watch", "--once", f"{server.url}/story"]
    assert main(watch) == 1
    site.status = "200 OK"
    asked = len(site.asked)
    clock.later(7100)
    assert main(watch) == 0
    assert len(site.asked) == asked
    clock.later(200)
    main(watch)
    assert site.asked[-1] == "/story"


def test_rules_for_automatic_reading_are_kept(site: Site, server: Server, clock: Clock, capsys: Out) -> None:
    site.robots = b"User-agent: *\nDisallow: /story\n"
    assert main(["watch", "--once", f"{server.url}/story"]) == 1
    assert "robots.txt" in capsys.readouterr().err
    assert site.asked == ["/robots.txt"]
    clock.later()
    assert main(["watch", "--once", f"{server.url}/other"]) == 0


def test_privately_nothing_is_kept(site: Site, server: Server, clock: Clock, capsys: Out) -> None:
    address = f"{server.url}/story"
    assert main(["watch", "--once", "--private", address]) == 0
    library = Library.open()
    assert versions_of(library, address) == []
    assert library.preference(f"watched {address}") is None
    library.close()


def test_what_was_watched_is_news_to_the_reader(
    site: Site, server: Server, clock: Clock, capsys: Out
) -> None:
    address = f"{server.url}/story"
    library = Library.open()
    first = read(address)
    assert isinstance(first, Article)
    library.mark_read(first, from_source=True)
    site.page, site.etag = page("The captain said that they sail on Tuesday, whatever comes."), '"2"'
    assert main(["watch", "--once", address]) == 0
    assert "[-Monday-]{+Tuesday+}" in capsys.readouterr().out  # though it was not watched before
    second = read(address)
    assert isinstance(second, Article)
    before = library.mark_read(second, from_source=True)
    assert before is not None
    kept = library.article(before)
    assert kept is not None
    assert kept.text == first.text
    assert library.mark_read(second, from_source=True) is None
    library.close()


@pytest.mark.parametrize(
    ("text", "seconds"), [("30m", 1800), ("2h", 7200), ("1d", 86_400), ("5s", 60), ("0", 60), ("10", 600)]
)
def test_intervals(text: str, seconds: int) -> None:
    assert interval(text) == seconds


@pytest.mark.parametrize("wrong", [["watch"], ["watch", "--every", "soon", "http://a"], ["watch", "a.txt"]])
def test_wrong_calls(wrong: list[str], capsys: Out) -> None:
    try:
        status: object = main(wrong)
    except SystemExit as exit:
        status = exit.code
    assert status == 2
    assert capsys.readouterr().err
