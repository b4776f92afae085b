"""tui.article.sources: the one door, told by content; extraction itself is not tested here."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from threading import Event
from types import SimpleNamespace
from typing import Any

import pytest

import tui.article.page
from tests.article.loopback import Behaviour, MadeUp, Visitor, pages, serving, to
from tui.article import sources
from tui.article.article import Article
from tui.article.errors import Cancelled, CannotRead, NoArticle
from tui.article.listing import Listing, ListingKind
from tui.article.web import fetching

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


@pytest.fixture(autouse=True)
def extraction(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """In place of the real one: a page with "consent" in it has no article, one with "teasers" is a list;
    `asked` keeps what was asked."""

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

    def looks_like_html(data: bytes) -> bool:
        return b"<html" in data

    fake = SimpleNamespace(extract=extract, looks_like_html=looks_like_html, asked=[], says=None)
    monkeypatch.setitem(sys.modules, "tui.article.page.extraction", fake)
    monkeypatch.setattr(tui.article.page, "extraction", fake, raising=False)
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    fetching._own_places.clear()
    return fake


# Files, folders, bytes


def test_files_are_told_by_their_content(tmp_path: Path, extraction: SimpleNamespace) -> None:
    for name, data in {"a.html": TEXT, "b.txt": PAGE, "c": FEED, "d.xml": OPML, "e.pdf": b"%PDF-1.7"}.items():
        (tmp_path / name).write_bytes(data)
    text = sources.read(str(tmp_path / "a.html"))
    assert isinstance(text, Article)
    assert text.text == TEXT.decode()
    page = sources.read(str(tmp_path / "b.txt"))
    assert isinstance(page, Article)
    assert (page.text, page.source, page.url) == ("words", str(tmp_path / "b.txt"), None)
    assert extraction.asked == [(str(tmp_path / "b.txt"), None, None)]
    kinds = [sources.read(str(tmp_path / name)) for name in ("c", "d.xml")]
    assert [each.kind for each in kinds if isinstance(each, Listing)] == [ListingKind.FEED, ListingKind.FEEDS]
    with pytest.raises(CannotRead, match="PDF"):
        sources.read(str(tmp_path / "e.pdf"))
    folder = sources.read(str(tmp_path))
    assert isinstance(folder, Listing)
    assert folder.kind is ListingKind.FOLDER


def test_bytes_are_told_by_their_content(extraction: SimpleNamespace) -> None:
    for data in (TEXT, b"a < b and b > c", b"{not a feed}", b"<", b"<rss"):
        found = sources.read_bytes(data, "-")
        assert isinstance(found, Article)
        assert found.text == data.decode()
    sources.read_bytes(PAGE, "-", charset="cp1252")
    sources.read_bytes(b"just <b>some</b> words", "-", content_type="text/html")
    assert extraction.asked == [("-", None, "cp1252"), ("-", None, None)]
    assert isinstance(sources.read_bytes(FEED, "-"), Listing)
    json_feed = b'{"version": "https://jsonfeed.org/version/1.1", "title": "x", "items": []}'
    assert isinstance(sources.read_bytes(json_feed, "-"), Listing)
    with pytest.raises(CannotRead, match="empty"):
        sources.read_bytes(b"", "-")


def test_a_saved_page_cannot_say_it_is_something_else_than_a_page(
    tmp_path: Path, extraction: SimpleNamespace
) -> None:
    (tmp_path / "a").write_bytes(PAGE)
    for says, url in (
        ("https://x.org/a", "https://x.org/a"),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("/a", None),
    ):
        extraction.says = says
        page = sources.read(str(tmp_path / "a"))
        assert isinstance(page, Article)
        assert page.url == url


def test_the_charset_a_server_names_is_taken_unless_it_is_plainly_wrong() -> None:
    for data, charset, text in (
        ("Начальник порта".encode("cp1251"), "cp1251", "Начальник порта"),
        ("Zoë’s café".encode(), "cp1252", "Zoë’s café"),
        ("港の".encode("iso2022_jp"), "iso2022_jp", "港の"),
        (b"\xef\xbb\xbf" + "Zoë".encode(), "cp1251", "Zoë"),
        ("“Zoë will not be there,” he said.".encode("cp1252"), "utf-8", "“Zoë will not be there,” he said."),
    ):
        found = sources.read_bytes(data, "-", charset=charset)
        assert isinstance(found, Article)
        assert found.text == text


@pytest.mark.parametrize(
    "source",
    [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/html,x",
        "FTP://x.org/a",
        " mailto:a@b.org",
        "about:blank",
    ],
)
def test_other_addresses_are_never_opened(source: str) -> None:
    with pytest.raises(CannotRead, match="quoth opens no"):
        sources.read(source)
    with pytest.raises(CannotRead, match="leads to no web page"):
        sources.read(source, typed=False)


def test_a_page_or_feed_cannot_have_a_file_opened(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT)
    for source in (str(tmp_path / "a.txt"), str(tmp_path), "-", "", "a.txt", "www.x"):
        with pytest.raises(CannotRead, match="leads to no web page"):
            sources.read(source, typed=False, came_from="https://x.org/")


def test_a_file_may_be_called_as_an_address_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    names = ["www.notes.txt"] if os.name == "nt" else ["www.notes.txt", "data:x", "httpd.log", "feed.txt"]
    for name in names:
        (tmp_path / name).write_bytes(TEXT)
        found = sources.read(name)
        assert isinstance(found, Article)
        assert found.source == name


def test_nothing_that_a_plain_file_does_not_need_is_imported(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT)
    script = (
        "import sys; from tui.article import sources; sources.read(sys.argv[1]);"
        "print(*[m for m in ('ssl','http','urllib3','html','json','subprocess','lxml','trafilatura',"
        "'feedparser','brotli','threading','asyncio','tui.article.web.fetching','tui.article.feed.feeds',"
        "'tui.article.web.addresses') if m in sys.modules])"
    )
    root = str(Path(tui.article.__path__[0]).parents[1])
    run = subprocess.run(
        [
            sys.executable,
            "-S",
            "-c",
            f"import sys; sys.path.insert(0, {root!r}); {script}",
            str(tmp_path / "a.txt"),
        ],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (run.stdout.split(), run.stderr) == ([], "")


def test_a_page_saved_in_one_file(extraction: SimpleNamespace) -> None:
    mhtml = (
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Location: "
        b"https://x.org/a\r\nContent-Type: text/html; charset=koi8-r\r\n\r\n" + PAGE + b"\r\n--b--"
    )
    extraction.says = "https://x.org/own"
    found = sources.read_bytes(mhtml, "a.mhtml")
    assert isinstance(found, Article)
    assert (found.source, found.url) == ("a.mhtml", "https://x.org/own")
    assert extraction.asked == [("a.mhtml", "https://x.org/a", "koi8-r")]
    letter = sources.read_bytes(b"MIME-Version: 1.0 is what multipart/related letters begin with.", "-")
    assert isinstance(letter, Article)


# Addresses


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
        found = sources.read(f"{server.url}/feed")
        assert isinstance(found, Listing)
        assert [(item.title, item.source) for item in found.items] == [("One", f"{server.url}/one")]
        item = sources.read(found.items[0].source, typed=False, came_from=found.source)
        assert isinstance(item, Article)
        fetching._own_places.clear()
        with pytest.raises(CannotRead, match="came from outside"):
            sources.read(found.items[0].source, typed=False, came_from=found.source)


def test_a_front_page_and_a_list_of_articles_give_the_feed_they_name() -> None:
    def site(feed: bytes) -> Behaviour:
        return pages(
            front=NAMES_FEED.replace(b"consent", b"news"),
            section=NAMES_FEED.replace(b"consent", b"consent teasers"),
            wall=NAMES_FEED,
            feed=lambda v: v.answer(feed),
        )

    with serving(pages()) as server:
        server.behaviour = site(FEED)
        for path in ("/", "", "/section"):
            found = sources.read(server.url + path)
            assert isinstance(found, Listing)
            assert found.source == f"{server.url}/feed"
        with pytest.raises(NoArticle):
            sources.read(f"{server.url}/section", typed=False, came_from=server.url)
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
