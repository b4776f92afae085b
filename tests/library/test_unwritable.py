"""A change that cannot be written to the library, for another reason than a lock, is kept in a file beside it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from functools import partial
from operator import methodcaller
from pathlib import Path
from queue import Queue
from typing import Any

import pytest

from tests.session.article_with_quotes import ANALYSIS, ARTICLE, TEXT
from tui.corrections.action import Action
from tui.corrections.correction import Correction, quote_reference
from tui.library import database_file, pending_changes
from tui.library.correction_store import CorrectionStore
from tui.library.database_file import pending_files
from tui.library.library import Library

MADE = [Correction(Action.REJECT, (quote_reference(TEXT, a, None),)) for a in ANALYSIS.attributions[:3]]


def allow_no_page(db: sqlite3.Connection) -> None:
    """Let no page be added to the file."""
    db.execute(f"PRAGMA max_page_count = {db.execute('PRAGMA page_count').fetchone()[0]}")


def full(library: Library) -> None:
    """Let no page be added to the library, and fill those there are with corrections of another text."""
    library.query(allow_no_page)
    row = "INSERT INTO corrections (text_hash, source, made, data) VALUES (x'00', NULL, '', ?)"
    for size in (3000, 300, 1):
        insert = methodcaller("execute", row, ("x" * size,))
        while library.transact(insert) is not None:
            pass
    assert "full" in library.notice
    library.notice = ""


def only_readable(library: Library) -> None:
    """Let SQLite answer as it does when the file has become read-only."""
    assert library._db is not None
    library._db.close()
    library._db = database_file.opened_to_read(library.path, 1)


def changed(library: Library, work: Callable[[], object]) -> Any:
    """Make a change as the reader does; return its result once it is acknowledged."""
    results: Queue[object] = Queue()
    library.enqueue(work, results.put, is_change=True)
    return results.get(timeout=120)


def holding(path: Path) -> list[Correction]:
    """Return the corrections that a reader started next finds."""
    library = Library.open(path)
    found = [each.correction for each in CorrectionStore(library).of(ARTICLE) if each.undone == 0]
    library.close()
    return found


@pytest.mark.parametrize("unwritable", [full, only_readable])
def test_it_is_kept_when_quoth_next_starts(path: Path, unwritable: Callable[[Library], None]) -> None:
    library = Library.open(path)
    kept = CorrectionStore(library)
    first = kept.add(ARTICLE, MADE[0])
    assert first is not None
    unwritable(library)
    made = [changed(library, partial(kept.add, ARTICLE, MADE[n])) for n in (1, 2)]
    assert None not in made
    assert changed(library, lambda: kept.undo(first))
    (file,) = pending_files(path)  # one for all of them, and nobody else may read it
    assert os.name != "posix" or file.stat().st_mode & 0o777 == 0o600
    assert "The library could not be written. 3 changes are in" in library.unwritable
    assert [each.undone for each in kept.of(ARTICLE)] == [1, 0, 0]  # it is seen until then
    # A kill here would lose nothing: another process has them all.
    assert holding(path) == MADE[1:]
    library.close()
    assert "3 changes are in" in library.left_over
    assert holding(path) == MADE[1:]
    assert not pending_files(path)


def test_a_library_that_can_only_be_read_from_the_start(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Library.open(path).close()

    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as changing:
        changing.setattr(database_file, "opened", refused)
        library = Library.open(path)
        assert "can only be read" in library.notice
        assert changed(library, lambda: CorrectionStore(library).add(ARTICLE, MADE[1])) is not None
        library.close()
        assert "1 change is in" in library.left_over
        again = Library.open(path)
        assert again.caught_up == "Changes of an earlier session wait until the library can be written again."
        again.close()
    assert holding(path) == MADE[1:2]


def test_it_waits_while_no_file_can_be_written_either(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = Library.open(path)
    kept = CorrectionStore(library)
    full(library)
    tried: Queue[object] = Queue()
    write = pending_changes.write

    def refused(*_: object) -> Path:
        tried.put(None)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pending_changes, "write", refused)
    results: Queue[object] = Queue()
    library.enqueue(lambda: kept.add(ARTICLE, MADE[1]), results.put, is_change=True)
    tried.get(timeout=120)
    tried.get(timeout=120)  # again
    assert results.empty()
    assert library.unwritten == 1
    assert "Neither the library" in library.unwritable
    assert "(No space left on device): your last change waits." in library.unwritable
    monkeypatch.setattr(pending_changes, "write", write)
    assert results.get(timeout=120) is not None
    library.close()
    assert holding(path) == MADE[1:2]


def test_leaving_while_nothing_can_be_written_says_what_is_lost(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = Library.open(path)
    full(library)
    tried: Queue[object] = Queue()

    def refused(*_: object) -> Path:
        tried.put(None)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pending_changes, "write", refused)
    library.enqueue(lambda: CorrectionStore(library).add(ARTICLE, MADE[1]), is_change=True)
    tried.get(timeout=120)
    library.patience = 0
    library.close()
    assert library.left_over.startswith("1 change could not be kept: neither library nor a file beside it")


def test_a_full_library_is_not_merged_into_over_and_over(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = Library.open(path)
    full(library)
    changed(library, lambda: CorrectionStore(library).add(ARTICLE, MADE[1]))
    library.close()
    connected = database_file._connected

    def with_no_room(*given: Any, **options: Any) -> Any:
        db = connected(*given, **options)
        allow_no_page(db)
        return db

    monkeypatch.setattr(database_file, "_connected", with_no_room)
    merges: list[int] = []
    monkeypatch.setattr(pending_changes, "merge", lambda db, changes: merges.append(1) or db.execute("bad"))
    library = Library.open(path)
    assert library.caught_up.startswith("Changes of your last session still wait to be kept. The library")
    library.close()
    assert len(merges) == 1
    monkeypatch.undo()
    assert holding(path) == MADE[1:2]
