"""A folder or file that cannot be used: a sentence says so, and reading goes on."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.library.kept_story import ANALYSIS, ARTICLE, insert
from tui.analysis.model import DEFAULT
from tui.article.article import Article
from tui.library import database_file
from tui.library.library import FILE, Library
from tui.library.schema import MIGRATIONS, migrate


def as_nobody(path: Path) -> str:
    """Return the sentence about the library that a reader gets who may not write what belongs to others."""
    receiving, sending = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            if os.geteuid() == 0:
                os.setgid(65534)
                os.setuid(65534)
            library = Library.open(path)
            library.set_position("text", 3)
            told = f"{library.count()} {len(library.search('words'))} {library.notice}"
            library.close()
        except BaseException as error:  # must not come out into the tests' own stack
            told = repr(error)
        os.write(sending, told.encode())
        os._exit(0)
    os.close(sending)
    with open(receiving, encoding="utf-8") as told_by:  # noqa: PTH123
        told = told_by.read()
    os.waitpid(child, 0)
    return told


@contextmanager
def own_folder() -> Iterator[Path]:
    """Return a folder whose permissions a test may change: pytest's own are closed to everybody else anyway."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        try:
            yield folder
        finally:
            folder.chmod(0o700)


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "plain").write_text("a file")
    library = Library.open(tmp_path / "plain" / FILE)
    assert "cannot be used" in library.notice
    assert library.notice.endswith("reading goes on, nothing is kept.")
    library.keep(ARTICLE, ANALYSIS)
    library.set_position("text", 1)
    assert insert("x", library) is None
    assert (library.recall(ARTICLE.text, DEFAULT).analysis, library.recall("text").position) == (None, None)
    assert (library.recent(), library.articles(), library.search("words"), library.count()) == ([], [], [], 0)
    library.close()


def ask(library: Library, pragma: str) -> tuple[object, ...]:
    """Return the row that a pragma answers with."""
    return library.query(lambda db: db.execute(pragma).fetchone()) or ()


def test_a_full_disk(kept: Library) -> None:
    (pages,) = ask(kept, "PRAGMA page_count")
    ask(kept, f"PRAGMA max_page_count = {pages}")
    for n in range(300):
        kept.keep(Article(f"story {n}", "x" * 500), ANALYSIS)
        if kept.notice:
            break
    assert "full" in kept.notice
    assert kept.query(lambda db: db.in_transaction) is False
    assert insert("x" * 100_000, kept) is None
    count = kept.count()
    assert ask(kept, "PRAGMA integrity_check") == ("ok",)
    ask(kept, "PRAGMA max_page_count = 100000")
    kept.keep(ARTICLE, ANALYSIS)
    assert kept.count() == count + 1


def test_a_library_of_a_newer_quoth_is_read_only(path: Path) -> None:
    library = Library.open(path)
    library.keep(ARTICLE, ANALYSIS)
    library.close()
    db = sqlite3.connect(path)
    db.execute("PRAGMA user_version = 999")
    db.close()
    library = Library.open(path)
    assert "by a newer version of quoth" in library.notice
    assert library.recall(ARTICLE.text, DEFAULT).analysis == ANALYSIS
    assert len(library.search("words")) == 2
    library.notice = ""
    assert insert("x", library) is None
    assert "by a newer version of quoth" in library.notice
    library.set_position(ARTICLE.text, 3)
    assert library.recall(ARTICLE.text).position is None
    library.close()
    assert not list(path.parent.glob("*.damaged-*"))


@pytest.mark.skipif(os.name != "posix", reason="permissions as POSIX has them")
@pytest.mark.usefixtures("libraries_at_rest")
@pytest.mark.parametrize("writable", ["nothing", "the file", "the folder"])
def test_a_folder_or_file_that_cannot_be_written(writable: str) -> None:
    with own_folder() as folder:
        path = folder / FILE
        library = Library.open(path)
        library.keep(ARTICLE, ANALYSIS)
        assert len(library.search("words")) == 2  # all is imported: nobody may read no modules
        library.close()
        path.chmod(0o666 if writable == "the file" else 0o444)
        folder.chmod(0o777 if writable == "the folder" else 0o555)
        told = as_nobody(path)
    assert told.startswith("1 2 The library "), told
    assert told.endswith("can only be read: nothing new is kept. Check its permissions.")


@pytest.mark.skipif(os.name != "posix", reason="permissions as POSIX has them")
@pytest.mark.usefixtures("libraries_at_rest")
def test_a_folder_that_may_not_be_entered() -> None:
    with own_folder() as folder:
        path = folder / FILE
        Library.open(path).close()
        folder.chmod(0)
        told = as_nobody(path)
    assert told.startswith("0 0 The library "), told
    assert told.endswith("reading goes on, nothing is kept.")


@pytest.mark.skipif(os.name != "posix", reason="permissions as POSIX has them")
@pytest.mark.usefixtures("libraries_at_rest")
def test_one_of_an_older_quoth_that_cannot_be_brought_up_to_date() -> None:
    with own_folder() as folder:
        path = folder / FILE
        older = sqlite3.connect(path, isolation_level=None)
        migrate(older, MIGRATIONS[:2])
        older.close()
        path.chmod(0o444)
        folder.chmod(0o555)
        told = as_nobody(path)
    assert told.startswith("0 0 The library "), told
    assert "readonly" in told
    assert told.endswith("reading goes on, nothing is kept.")


def test_an_sqlite_without_search(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without = tuple(tuple(each.replace("fts5", "fts0") for each in those) for those in MIGRATIONS)
    monkeypatch.setattr(database_file, "migrate", lambda db: migrate(db, without))
    library = Library.open(path)
    assert library.notice.endswith("cannot be used (no such module: fts0): reading goes on, nothing is kept.")
    assert (library.read_only_reason, library.recent()) == ("", [])
    library.close()
