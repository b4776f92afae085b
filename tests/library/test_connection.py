"""tui.library.connection: whatever happens to the file, reading goes on and nothing is lost that need not be."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

import tui
from tests.library.made_up import story
from tui.analysis.model import DEFAULT
from tui.article.article import Article
from tui.library import connection, file
from tui.library.library import FILE, Library
from tui.library.schema import MIGRATIONS, clear_index, migrate

ARTICLE, ANALYSIS = story(("Words of hers", "Jane Doe", "More."))
ROOT = str(Path(tui.__path__[0]).parent)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder" / FILE


@pytest.fixture
def kept(path: Path) -> Iterator[Library]:
    library = Library.open(path)
    yield library
    library.close()


def insert(value: str, library: Library, *, durable: bool = True) -> bool | None:
    def write(db: sqlite3.Connection) -> bool:
        db.execute("INSERT OR REPLACE INTO preferences VALUES ('x', ?)", (value,))
        return True

    return library.written(write, durable=durable)


def set_aside(path: Path) -> list[Path]:
    return [each for each in path.parent.glob("*.damaged-*") if not each.name.endswith(("-wal", "-shm"))]


# tried, written, behind


def test_what_is_written_is_whole_or_not_at_all(kept: Library) -> None:
    def broken(db: sqlite3.Connection) -> bool:
        db.execute("INSERT INTO preferences VALUES ('x', 'y')")
        db.execute("INSERT INTO no_table VALUES (1)")
        return True

    assert kept.written(broken) is None
    assert "no such table" in kept.notice
    assert kept.preference("x") is None
    assert insert("z", kept)
    assert kept.preference("x") == "z"


def test_an_error_of_ones_own_comes_out_and_nothing_is_kept(kept: Library) -> None:
    def broken(db: sqlite3.Connection) -> None:
        db.execute("INSERT INTO preferences VALUES ('x', 'y')")
        raise LookupError

    with pytest.raises(LookupError):
        kept.written(broken)
    assert kept.preference("x") is None
    assert insert("z", kept)


@pytest.mark.parametrize("inner", [True, False])
def test_one_inside_the_other_is_one(kept: Library, inner: bool) -> None:
    def fails(db: sqlite3.Connection) -> None:
        db.execute("INSERT INTO no_table VALUES (1)")

    def write(db: sqlite3.Connection) -> bool:
        insert("y", kept)
        kept.written(fails) if inner else kept.tried(fails)
        return True

    assert kept.written(write) is None
    assert kept.preference("x") is None, "a part of it must not be kept"


def test_what_a_person_did_waits_for_the_disk(kept: Library) -> None:
    def level(db: sqlite3.Connection) -> int:
        return int(db.execute("PRAGMA synchronous").fetchone()[0])

    normal, full = 1, 2
    assert kept.written(level) == full
    assert kept.tried(level) == normal
    assert kept.written(level, durable=False) == normal
    kept.written(lambda db: db.execute("nonsense"))
    assert kept.tried(level) == normal


def test_work_behind_is_done_in_order_and_before_closing(path: Path) -> None:
    library = Library.open(path)
    done: list[int] = []
    hold = threading.Event()
    library.behind(hold.wait)
    for number in range(5):
        library.behind(lambda number=number: done.append(number))  # type: ignore[misc]
    library.behind(lambda: library.keep(ARTICLE, ANALYSIS))
    assert done == []
    hold.set()
    library.close()
    assert done == [0, 1, 2, 3, 4]
    again = Library.open(path)
    assert again.analysis(ARTICLE.text, DEFAULT) == ANALYSIS
    again.close()


def test_long_work_behind_is_gone_on_with_another_time(path: Path) -> None:
    library = Library.open(path)
    for n in range(30):
        library.keep(*story((f"Words {n}", "Jane Doe", ""), title=f"Story {n}"))
    library.written(clear_index)
    library.closing = True  # as close() says first
    library.behind(library.catch_up)
    library.close()
    again = Library.open(path)
    assert again.search("words") == []
    assert again.catch_up() == 30
    assert len(again.search("words")) == 60
    again.close()


@pytest.mark.filterwarnings("default::pytest.PytestUnhandledThreadExceptionWarning")
def test_what_fails_behind_stops_nothing_else(kept: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[object] = []
    monkeypatch.setattr(threading, "excepthook", lambda arguments: seen.append(arguments.exc_type))
    done: list[int] = []
    kept.behind(lambda: 1 // 0)
    kept.behind(lambda: done.append(1))
    kept.close()
    assert (seen, done) == ([ZeroDivisionError], [1])


# Two at once


def test_a_search_does_not_wait_for_another_that_writes(kept: Library, path: Path) -> None:
    kept.keep(ARTICLE, ANALYSIS)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert kept.catch_up() == 0
    assert len(kept.search("words")) == 2
    assert kept.notice == ""
    other.close()


def test_another_reader_that_writes_for_too_long(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "_BUSY", 0.01)
    monkeypatch.setattr(connection, "_BUSY_DURABLE", 0.01)
    first, second = Library.open(path), Library.open(path)
    assert first._db is not None
    first._db.execute("BEGIN IMMEDIATE")
    second.set_position("text", 5)
    assert "locked" in second.notice
    assert insert("x", second) is None
    first._db.execute("COMMIT")
    second.set_position("text", 6)
    assert first.position("text") == 6
    first.close()
    second.close()


def test_one_closes_while_the_other_writes(path: Path) -> None:
    first, second = Library.open(path), Library.open(path)
    first.keep(ARTICLE, ANALYSIS)
    insert("1", second)
    first.close()
    assert insert("2", second)
    assert second.preference("x") == "2"
    third = Library.open(path)
    assert third.preference("x") == "2"
    assert third.count() == 1
    second.close()
    insert("3", third)
    third.close()
    assert (first.notice, second.notice, third.notice) == ("", "", "")
    assert not list(path.parent.glob("*-wal"))


WRITER = """
import sys
sys.path.insert(0, sys.argv[2])
from pathlib import Path
from tui.library.library import Library
library = Library.open(Path(sys.argv[1]))
for n in range(40):
    name = f"{sys.argv[3]} {n}"
    assert library.written(lambda db: db.execute("INSERT INTO preferences VALUES (?, '')", (name,)).rowcount) == 1
library.close()
assert library.notice == "", library.notice
"""


def test_two_programs_begin_a_library_at_once_and_write(path: Path) -> None:
    programs = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(path), ROOT, str(n)], stderr=subprocess.PIPE)
        for n in range(2)
    ]
    for program in programs:
        _, errors = program.communicate(timeout=60)
        assert program.returncode == 0, errors.decode()
    library = Library.open(path)
    assert library.tried(lambda db: db.execute("SELECT count(*) FROM preferences").fetchone()) == (80,)
    library.close()


# A file that cannot be used


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "plain").write_text("a file")
    library = Library.open(tmp_path / "plain" / FILE)
    assert "cannot be used" in library.notice
    assert library.notice.endswith("reading goes on, nothing is kept.")
    library.keep(ARTICLE, ANALYSIS)
    library.set_position("text", 1)
    assert insert("x", library) is None
    assert (library.analysis(ARTICLE.text, DEFAULT), library.position("text")) == (None, None)
    assert (library.recent(), library.articles(), library.search("words"), library.count()) == ([], [], [], 0)
    library.close()


def test_a_full_disk(kept: Library) -> None:
    assert kept._db is not None
    pages = kept._db.execute("PRAGMA page_count").fetchone()[0]
    kept._db.execute(f"PRAGMA max_page_count = {pages}")
    for n in range(300):
        kept.keep(Article(f"story {n}", "x" * 500), ANALYSIS)
        if kept.notice:
            break
    assert "full" in kept.notice
    assert not kept._db.in_transaction
    assert insert("x" * 100_000, kept) is None
    count = kept.count()
    assert kept._db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    kept._db.execute("PRAGMA max_page_count = 100000")
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
    assert "of a newer quoth" in library.notice
    assert library.analysis(ARTICLE.text, DEFAULT) == ANALYSIS
    assert len(library.search("words")) == 2
    library.notice = ""
    assert insert("x", library) is None
    assert "of a newer quoth" in library.notice
    library.set_position(ARTICLE.text, 3)
    assert library.position(ARTICLE.text) is None
    library.close()
    assert not list(path.parent.glob("*.damaged-*"))


def as_nobody(path: Path) -> str:
    """What a reader who may not write anything that is somebody else's is told of the library, in a line."""
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


@pytest.mark.skipif(os.name != "posix", reason="permissions as POSIX has them")
@pytest.mark.parametrize("writable", ["nothing", "the file", "the folder"])
def test_a_folder_or_file_that_cannot_be_written(writable: str) -> None:
    with tempfile.TemporaryDirectory() as name:  # pytest's own folders are closed to everybody else
        folder = Path(name)
        path = folder / FILE
        library = Library.open(path)
        library.keep(ARTICLE, ANALYSIS)
        assert len(library.search("words")) == 2  # all is imported: nobody may read no modules
        library.close()
        path.chmod(0o666 if writable == "the file" else 0o444)
        folder.chmod(0o777 if writable == "the folder" else 0o555)
        try:
            told = as_nobody(path)
        finally:
            folder.chmod(0o700)
    assert told.startswith("1 2 The library "), told
    assert told.endswith("can only be read: nothing new is kept; see who may write there.")


@pytest.mark.skipif(os.name != "posix", reason="permissions as POSIX has them")
def test_a_folder_that_may_not_be_entered() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / FILE
        Library.open(path).close()
        folder.chmod(0)
        try:
            told = as_nobody(path)
        finally:
            folder.chmod(0o700)
    assert told.startswith("0 0 The library "), told
    assert told.endswith("reading goes on, nothing is kept.")


@pytest.mark.skipif(os.name != "posix", reason="permissions as POSIX has them")
def test_one_of_an_older_quoth_that_cannot_be_brought_up_to_date() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / FILE
        older = sqlite3.connect(path, isolation_level=None)
        migrate(older, MIGRATIONS[:2])
        older.close()
        path.chmod(0o444)
        folder.chmod(0o555)
        try:
            told = as_nobody(path)
        finally:
            folder.chmod(0o700)
    assert told.startswith("0 0 The library "), told
    assert "readonly" in told
    assert told.endswith("reading goes on, nothing is kept.")


def test_an_sqlite_without_search(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without = tuple(tuple(each.replace("fts5", "fts0") for each in those) for those in MIGRATIONS)
    monkeypatch.setattr(file, "migrate", lambda db: migrate(db, without))
    library = Library.open(path)
    assert library.notice.endswith("cannot be used (no such module: fts0): reading goes on, nothing is kept.")
    assert (library.only_reads, library.recent()) == ("", [])
    library.close()


# A damaged file: tui.library.rescue has the rest


def test_damage_that_shows_later_is_repaired_on_the_way(path: Path) -> None:
    library = Library.open(path)
    for n in range(60):
        library.keep(Article(f"story {n} " * 50, "x"), ANALYSIS)
    assert insert("here", library)
    library.tried(lambda db: db.execute("PRAGMA wal_checkpoint(TRUNCATE)"))
    (root,) = library.tried(
        lambda db: db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'articles_opened'").fetchone()
    ) or (0,)
    library.close()
    data = bytearray(path.read_bytes())
    data[(root - 1) * 4096 : root * 4096] = b"\xff" * 4096
    path.write_bytes(data)
    library = Library.open(path)
    assert library.notice == ""
    assert len(library.recent(100)) == 60, "asked for once more after the rescue"
    assert "was damaged" in library.notice
    assert "60 articles" in library.notice
    assert library.preference("x") == "here"
    library._behind.finish()
    assert [hit.number for hit in library.search("story 57")][:2] == [None, 0]
    assert len(set_aside(path)) == 1
    library.close()
    assert Library.open(path).notice == ""


def test_a_damaged_search_alone_is_made_anew(kept: Library) -> None:
    kept.keep(ARTICLE, ANALYSIS)
    kept.written(lambda db: db.execute("UPDATE quotes_fts_data SET block = x'ff00ff' WHERE id > 10"))
    kept.search("words")
    assert "is made anew, nothing is lost" in kept.notice
    kept._behind.finish()
    assert len(kept.search("words")) == 2
    assert not list(kept.path.parent.glob("*.damaged-*"))


def test_two_readers_find_the_damage(path: Path) -> None:
    library = Library.open(path)
    library.keep(ARTICLE, ANALYSIS)
    insert("kept", library)
    library.close()
    first, second = Library.open(path), Library.open(path)
    first._drop()
    first._begin_anew()
    assert "(1 article)" in first.notice
    second._drop()
    second._begin_anew()
    assert len(set_aside(path)) == 1, "the second takes the new one for what it is"
    assert second.preference("x") == first.preference("x") == "kept"
    first.close()
    second.close()
