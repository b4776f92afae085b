"""tui.library.connection: whatever happens to the file, reading goes on and nothing is lost that need not be."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

import tui
from tests.library.kept_story import ANALYSIS, ARTICLE, insert
from tests.library.made_up import story
from tui.analysis.model import DEFAULT
from tui.library import connection
from tui.library.library import Library
from tui.library.schema import clear_index

ROOT = str(Path(tui.__path__[0]).parent)


# tried, written, behind


def test_what_is_written_is_whole_or_not_at_all(kept: Library) -> None:
    def broken(db: sqlite3.Connection) -> bool:
        db.execute("INSERT INTO preferences VALUES ('x', 'y')")
        db.execute("INSERT INTO no_table VALUES (1)")
        return True

    assert kept.transact(broken) is None
    assert "no such table" in kept.notice
    assert kept.preference("x") is None
    assert insert("z", kept)
    assert kept.preference("x") == "z"


def test_an_error_of_ones_own_comes_out_and_nothing_is_kept(kept: Library) -> None:
    def broken(db: sqlite3.Connection) -> None:
        db.execute("INSERT INTO preferences VALUES ('x', 'y')")
        raise LookupError

    with pytest.raises(LookupError):
        kept.transact(broken)
    assert kept.preference("x") is None
    assert insert("z", kept)


def test_reading_does_not_wait_for_another_thread_that_writes(kept: Library) -> None:
    writing, go_on = threading.Event(), threading.Event()
    assert insert("z", kept)

    def slow(db: sqlite3.Connection) -> bool:
        db.execute("INSERT INTO preferences VALUES ('slow', 'y')")
        writing.set()
        return go_on.wait(100)

    thread = threading.Thread(target=lambda: kept.transact(slow))
    thread.start()
    try:
        assert writing.wait(100)
        assert kept.preference("x") == "z"
        assert kept.query(lambda _: kept.preference("x")) == "z"
        assert kept.preference("slow") is None
        assert kept.notice == ""
    finally:
        go_on.set()
        thread.join()
    assert kept.preference("slow") == "y"
    kept.close()
    assert kept.preference("x") is None
    assert not kept.path.with_name(kept.path.name + "-wal").exists()


def test_where_no_thread_can_be_started_work_is_done_at_once(
    kept: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_thread: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    done: list[object] = []
    with monkeypatch.context() as limited:
        limited.setattr(threading.Thread, "start", refuse)
        for value in ("a", "b"):
            kept.enqueue(partial(kept.set_preference, "x", value), done.append, is_change=True)
        assert kept.preference("x") == "b"
    assert len(done) == 2
    kept.enqueue(lambda: done.append(threading.current_thread()))
    kept.close()
    assert done[-1] is not threading.current_thread()


@pytest.mark.parametrize("inner", [True, False])
def test_one_inside_the_other_is_one(kept: Library, inner: bool) -> None:
    def fails(db: sqlite3.Connection) -> None:
        db.execute("INSERT INTO no_table VALUES (1)")

    def write(db: sqlite3.Connection) -> bool:
        insert("y", kept)
        kept.transact(fails) if inner else kept.query(fails)
        return True

    assert kept.transact(write) is None
    assert kept.preference("x") is None, "a part of it must not be kept"


def test_what_a_person_did_waits_for_the_disk(kept: Library) -> None:
    def level(db: sqlite3.Connection) -> int:
        return int(db.execute("PRAGMA synchronous").fetchone()[0])

    normal, full = 1, 2
    assert kept.transact(level) == full
    assert kept.query(level) == normal
    assert kept.transact(level, durable=False) == normal
    kept.transact(lambda db: db.execute("nonsense"))
    assert kept.query(level) == normal


def test_work_behind_is_done_in_order_and_before_closing(path: Path) -> None:
    library = Library.open(path)
    done: list[int] = []
    hold = threading.Event()
    library.enqueue(hold.wait)
    for number in range(5):
        library.enqueue(lambda number=number: done.append(number))  # type: ignore[misc]
    library.enqueue(lambda: library.keep(ARTICLE, ANALYSIS))
    assert done == []
    hold.set()
    library.close()
    assert done == [0, 1, 2, 3, 4]
    again = Library.open(path)
    assert again.recall(ARTICLE.text, DEFAULT).analysis == ANALYSIS
    again.close()


def test_long_work_behind_is_gone_on_with_another_time(path: Path) -> None:
    library = Library.open(path)
    for n in range(30):
        library.keep(*story((f"Words {n}", "Jane Doe", ""), title=f"Story {n}"))
    library.transact(clear_index)
    library.closing = True  # as close() says first
    library.enqueue(library.index_pending)
    library.close()
    again = Library.open(path)
    assert again.search("words") == []
    assert again.index_pending() == 30
    assert len(again.search("words")) == 60
    again.close()


@pytest.mark.filterwarnings("default::pytest.PytestUnhandledThreadExceptionWarning")
def test_what_fails_behind_stops_nothing_else(kept: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[object] = []
    monkeypatch.setattr(threading, "excepthook", lambda arguments: seen.append(arguments.exc_type))
    done: list[int] = []
    kept.enqueue(lambda: 1 // 0)
    kept.enqueue(lambda: done.append(1))
    kept.close()
    assert (seen, done) == ([ZeroDivisionError], [1])


# Two at once


def test_a_search_does_not_wait_for_another_that_writes(kept: Library, path: Path) -> None:
    kept.keep(ARTICLE, ANALYSIS)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert kept.index_pending() == 0
    assert len(kept.search("words")) == 2
    assert kept.notice == ""
    other.close()


def test_another_reader_that_writes_for_too_long(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "BUSY", 0.01)
    monkeypatch.setattr(connection, "_BUSY_DURABLE", 0.01)
    first, second = Library.open(path), Library.open(path)
    first.query(lambda db: db.execute("BEGIN IMMEDIATE"))
    second.set_position("text", 5)
    assert "locked" in second.notice
    assert insert("x", second) is None
    first.query(lambda db: db.execute("COMMIT"))
    second.set_position("text", 6)
    assert first.recall("text").position == 6
    first.close()
    second.close()


def test_who_reads_does_not_wait_for_who_waits_to_write(
    kept: Library, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits, goes_on = threading.Event(), threading.Event()

    def wait(_: float) -> None:
        waits.set()
        goes_on.wait()

    monkeypatch.setattr(time, "sleep", wait)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    kept.enqueue(lambda: insert("x", kept))
    waits.wait()
    reads = threading.Thread(target=kept.preference, args=("x",), daemon=True)
    reads.start()
    reads.join(120)
    assert not reads.is_alive()
    other.close()
    goes_on.set()
    kept.close()
    with closing(Library.open(path)) as again:
        assert again.preference("x") == "x"


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
    assert library.transact(lambda db: db.execute("INSERT INTO preferences VALUES (?, '')", (name,)).rowcount) == 1
library.close()
assert library.notice == "", library.notice
"""


def test_two_programs_begin_a_library_at_once_and_write(path: Path) -> None:
    programs = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(path), ROOT, str(n)], stderr=subprocess.PIPE)
        for n in range(2)
    ]
    for program in programs:
        _, errors = program.communicate(timeout=120)
        assert program.returncode == 0, errors.decode()
    library = Library.open(path)
    assert library.query(lambda db: db.execute("SELECT count(*) FROM preferences").fetchone()) == (80,)
    library.close()
