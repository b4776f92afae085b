"""tui.library.schema: numbered migrations, each whole or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from tui.library.schema import MIGRATIONS, TooNew, migrate


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    db = sqlite3.connect(tmp_path / "x.sqlite3", isolation_level=None)
    yield db
    db.close()


TABLES = {
    *("articles", "texts", "analyses", "corrections", "clippings", "preferences"),
    *("appearances", "quotes", "people", "people_changes"),
    *("articles_fts", "articles_fts_idx", "articles_fts_data", "articles_fts_config"),
    *("quotes_fts", "quotes_fts_idx", "quotes_fts_data", "quotes_fts_config"),
}


def tables(db: sqlite3.Connection) -> set[str]:
    return {row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def test_from_nothing_to_the_newest_and_no_further(db: sqlite3.Connection) -> None:
    migrate(db)
    assert tables(db) == TABLES
    assert version(db) == len(MIGRATIONS)
    migrate(db)
    assert version(db) == len(MIGRATIONS)


def test_only_the_missing_ones_are_made_and_rows_stay(db: sqlite3.Connection) -> None:
    migrate(db)
    db.execute("INSERT INTO articles (text_hash, first, opened) VALUES (x'00', 'then', 'now')")
    migrate(db, (*MIGRATIONS, ("ALTER TABLE articles ADD COLUMN colour TEXT DEFAULT 'blue'",)))
    assert version(db) == len(MIGRATIONS) + 1
    assert db.execute("SELECT opened, colour FROM articles").fetchall() == [("now", "blue")]


def test_a_migration_that_fails_leaves_nothing_half_done(db: sqlite3.Connection) -> None:
    migrate(db)
    with pytest.raises(sqlite3.OperationalError):
        migrate(db, (*MIGRATIONS, ("CREATE TABLE more (x)", "CREATE nonsense")))
    assert version(db) == len(MIGRATIONS)
    assert "more" not in tables(db)
    assert not db.in_transaction


def test_a_newer_file_is_left_alone(db: sqlite3.Connection) -> None:
    db.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    with pytest.raises(TooNew):
        migrate(db)
    assert tables(db) == set()


def test_two_readers_at_once(tmp_path: Path) -> None:
    first = sqlite3.connect(tmp_path / "x.sqlite3", isolation_level=None)
    second = sqlite3.connect(tmp_path / "x.sqlite3", isolation_level=None, timeout=5)
    first.execute("PRAGMA journal_mode = WAL")
    migrate(first)
    migrate(second)
    assert tables(second) == TABLES
    first.close()
    second.close()
