"""tui.article.sources: files, folders and bytes are told by their content; extraction itself is not tested here."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

import tui.article.html
from tests.article.told_by_content import FEED, OPML, PAGE, TEXT, stand_in
from tui.article import sources
from tui.article.article import Article
from tui.article.errors import CannotRead
from tui.article.listing import Listing, ListingKind


@pytest.fixture(autouse=True)
def extraction(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    return stand_in(monkeypatch)


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
        "'feedparser','brotli','asyncio','tui.article.http.fetching','tui.article.feeds.feed_parsing',"
        "'tui.article.http.urls') if m in sys.modules])"
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
        timeout=120,
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
