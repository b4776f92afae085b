"""What of a folder is listed, and in which order."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.article import folders
from tui.article.errors import CannotRead
from tui.article.folders import listing as list_folder
from tui.article.folders import natural
from tui.article.html.page_head import read_page_head
from tui.article.listing import ListingKind


def test_articles_by_name_and_nothing_else(tmp_path: Path) -> None:
    for name in ("b10.txt", "B2.md", "a.HTML", "README", "b2.htm", "ünde.text"):
        (tmp_path / name).write_text("Words.")
    (tmp_path / ".hidden.txt").write_text("Words.")
    (tmp_path / "backup.txt~").write_text("Words.")
    (tmp_path / "script.py").write_text("print()")
    (tmp_path / "image.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "program").write_bytes(b"\x7fELF\0\0")
    (tmp_path / "empty.txt").write_text(" \n")
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "folder.txt" / "inside.txt").write_text("Words.")
    listing = list_folder(str(tmp_path))
    assert [item.title for item in listing.items] == [
        f"folder.txt{os.sep}",
        "a.HTML",
        "b2.htm",
        "B2.md",
        "b10.txt",
        "README",
        "ünde.text",
    ]
    assert listing.items[1].source == str(tmp_path / "a.HTML")
    assert (listing.kind, listing.title, listing.source) == (ListingKind.FOLDER, tmp_path.name, str(tmp_path))


def test_the_folder_one_is_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "-a.txt").write_text("Words.")
    monkeypatch.chdir(tmp_path)
    assert list_folder(".").title == tmp_path.name
    assert Path(list_folder(".").items[0].source).read_text() == "Words."


@pytest.mark.skipif(sys.platform == "win32", reason="such names cannot be there")
def test_hostile_names_are_shown_harmless_and_still_found(tmp_path: Path) -> None:
    for name in (b"a\x1b[31m\n.txt", b"b\xff.txt"):
        Path(os.fsdecode(bytes(tmp_path) + b"/" + name)).write_text("Words.")
    items = list_folder(str(tmp_path)).items
    assert [item.title for item in items] == ["a␛[31m .txt", "b�.txt"]
    assert all(Path(item.source).read_text() == "Words." for item in items)


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX only")
def test_pipes_and_broken_links_are_left_out(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "broken.txt").symlink_to("nowhere")
    (tmp_path / "a.txt").write_text("Words.")
    (tmp_path / "link.txt").symlink_to("a.txt")
    assert [item.title for item in list_folder(str(tmp_path)).items] == ["a.txt", "link.txt"]


def test_what_may_not_be_read_is_listed_so_that_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Words.")
    opened = Path.open

    def may_not(self: Path, mode: str = "r") -> object:
        if self.name == "a.txt":
            raise PermissionError
        return opened(self, mode)

    monkeypatch.setattr(Path, "open", may_not)
    assert [item.title for item in list_folder(str(tmp_path)).items] == ["a.txt", "b.txt"]


@pytest.mark.parametrize(
    ("name", "said"), [("", "holds no article"), ("none", "cannot be read"), ("\0", "cannot be read")]
)
def test_where_there_is_nothing(tmp_path: Path, name: str, said: str) -> None:
    with pytest.raises(CannotRead, match=said):
        list_folder(str(tmp_path / name) if name != "\0" else name)


def test_only_so_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "ITEMS_AT_MOST", 3)
    for i in range(5):
        (tmp_path / f"{i}.txt").write_text("Words.")
    assert [item.title for item in list_folder(str(tmp_path)).items] == ["0.txt", "1.txt", "2.txt"]


@given(st.lists(st.text(max_size=12) | st.from_regex(r"[a-z0-9]{1,6}", fullmatch=True), max_size=20))
def test_any_names_can_be_sorted(names: list[str]) -> None:
    assert sorted(sorted(names, key=natural, reverse=True), key=natural) == sorted(names, key=natural)


def test_numbers_as_people_sort_them() -> None:
    names = ["a10", "a9", "a", "10", "9", "1" * 5000, "A9b", "²"]
    assert sorted(names, key=natural)[:4] == ["9", "10", "1" * 5000, "a"]


def test_pages_are_called_by_their_titles_and_feeds_are_listed(tmp_path: Path) -> None:
    head = (
        '<html><head><title>Harbour &amp; ferry</title><meta property="og:site_name" content="Example News">'
    )
    date = "<meta name='x' content='y'><meta content='2026-05-12T08:00:00+00:00' property='article:published_time'>"
    (tmp_path / "1.html").write_text(f"{head}{date}</head><body><p>Words.")
    (tmp_path / "2.html").write_text("<html><title></title><p>Words.")
    (tmp_path / "3.xml").write_text('<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>')
    (tmp_path / "4.xml").write_text('<?xml version="1.0"?><project></project>')
    (tmp_path / "sub" / "deep").mkdir(parents=True)
    items = list_folder(str(tmp_path)).items
    assert [item.title for item in items] == [f"sub{os.sep}", "Harbour & ferry", "2.html", "3.xml"]
    assert items[1].author == "Example News · 1.html"
    assert items[1].published == "2026-05-12T08:00:00+00:00"
    assert items[3].author == "feed"
    assert list_folder(items[0].source).items[0].source == os.path.join(tmp_path, "sub", "deep", "")  # noqa: PTH118


def test_a_page_that_never_ends_is_no_trouble() -> None:
    for hostile in ("<title", "<title>", "<meta " * 3000, "<meta content='" * 2000, "<title>" + "x" * 16_000):
        assert read_page_head(hostile).site == ""
