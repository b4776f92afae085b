"""tui.library.schema: numbered migrations, each whole or not at all, from every version that was released."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from tests.library.made_up import story
from tui.analysis.model import DEFAULT
from tui.json_codec import encode
from tui.library.library import Library
from tui.library.schema import MIGRATIONS, TooNew, clear_index, migrate


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    db = sqlite3.connect(tmp_path / "x.sqlite3", isolation_level=None)
    yield db
    db.close()


TABLES = {
    *("articles", "texts", "analyses", "corrections", "clippings", "preferences"),
    *("appearances", "quotes", "people", "people_changes", "quote_words", "versions"),
    *("articles_fts", "articles_fts_idx", "articles_fts_data", "articles_fts_config"),
    *("quote_runs", "quote_runs_idx", "quote_runs_data", "quote_runs_config"),
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
    second = sqlite3.connect(tmp_path / "x.sqlite3", isolation_level=None)
    first.execute("PRAGMA journal_mode = WAL")
    migrate(first)
    migrate(second)
    assert tables(second) == TABLES
    first.close()
    second.close()


# What the first two versions made, to the letter: not taken from the schema, which must not change them.

VERSION_1 = """
CREATE TABLE articles (text_hash BLOB PRIMARY KEY, source TEXT, title TEXT, encoding TEXT, opened TEXT NOT NULL,
    position INTEGER, filter TEXT) WITHOUT ROWID;
CREATE TABLE analyses (text_hash BLOB NOT NULL, model TEXT NOT NULL, version INTEGER NOT NULL, kept TEXT NOT NULL,
    data BLOB NOT NULL, PRIMARY KEY (text_hash, model, version));
CREATE INDEX articles_opened ON articles (opened);
CREATE INDEX analyses_kept ON analyses (kept);
PRAGMA user_version = 1;
"""
VERSION_2 = (
    VERSION_1
    + """
CREATE TABLE corrections (id INTEGER PRIMARY KEY, text_hash BLOB NOT NULL, source TEXT, made TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0, data TEXT NOT NULL);
CREATE INDEX corrections_text ON corrections (text_hash);
CREATE INDEX corrections_source ON corrections (source);
CREATE TABLE clippings (id TEXT PRIMARY KEY, text_hash BLOB NOT NULL, made TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '', tags TEXT NOT NULL DEFAULT '', data TEXT NOT NULL);
CREATE INDEX clippings_text ON clippings (text_hash);
CREATE TABLE preferences (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
PRAGMA user_version = 2;
"""
)
ARTICLE, ANALYSIS = story(("Words", "Jane Doe", "More."))
HASH = sha256(ARTICLE.text.encode()).digest()


def filled(path: Path, made: str) -> None:
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA journal_mode = WAL")
    db.executescript(made)
    for hashed, source, when, position in ((HASH, "ferry.txt", "12", 7), (b"\0" * 32, "a.txt", "11", None)):
        db.execute(
            "INSERT INTO articles VALUES (?, ?, 'A title', 'utf-8', ?, ?, 'speaker:doe')",
            (hashed, source, f"2025-05-{when}T10:15:00.000000Z", position),
        )
    db.execute(
        "INSERT INTO analyses VALUES (?, ?, ?, '2025-05-12T10:15:00.000000Z', ?)",
        (HASH, ANALYSIS.model, ANALYSIS.version, zlib.compress(json.dumps(encode(ANALYSIS)).encode(), 1)),
    )
    if made is VERSION_2:
        db.execute("INSERT INTO corrections VALUES (3, ?, 'ferry.txt', 'then', 0, '{}')", (HASH,))
        db.execute("INSERT INTO clippings VALUES ('an id', ?, 'then', 'a note', 'a b', '{}')", (HASH,))
        db.execute("INSERT INTO preferences VALUES ('theme', 'nord')")
    db.close()


@pytest.mark.parametrize("made", [VERSION_1, VERSION_2], ids=["1", "2"])
def test_from_every_released_version_on(tmp_path: Path, made: str) -> None:
    path = tmp_path / "x.sqlite3"
    filled(path, made)
    kept = Library.open(path)
    assert kept.notice == ""
    assert kept.recall(ARTICLE.text, DEFAULT).analysis == ANALYSIS
    assert (kept.recall(ARTICLE.text).position, kept.recall(ARTICLE.text).filter_text) == (7, "speaker:doe")
    assert [(r.source, r.title, r.opened.day) for r in kept.recent()] == [
        ("ferry.txt", "A title", 12),
        ("a.txt", "A title", 11),
    ]
    old, older = kept.articles()
    assert (old.first, old.times, old.whole) == ("2025-05-12T10:15:00.000000Z", 1, False)
    assert kept.article(old.id) is None, "its text was not kept"
    assert kept.search("words") == []
    kept.mark_read(ARTICLE, ANALYSIS)  # read once more, it is kept whole
    assert kept.article(old.id) is not None
    assert [hit.number for hit in kept.search("words")] == [None, 0]
    assert (kept.recall(ARTICLE.text).position, kept.articles()[0].times) == (7, 2)
    assert older.source == "a.txt"
    assert kept.preference("theme") == ("nord" if made is VERSION_2 else None)
    rows = kept.query(lambda db: db.execute("SELECT id, undone, data FROM corrections").fetchall())
    assert rows == ([(3, 0, "{}")] if made is VERSION_2 else [])
    clipped = kept.query(lambda db: db.execute("SELECT id, note, tags FROM clippings").fetchall())
    assert clipped == ([("an id", "a note", "a b")] if made is VERSION_2 else [])
    kept.close()


def test_a_cleared_index_is_filled_again(tmp_path: Path) -> None:
    kept = Library.open(tmp_path / "x.sqlite3")
    kept.keep(ARTICLE, ANALYSIS)
    kept.transact(clear_index)
    assert kept.search("words") == []
    assert kept.index_pending() == 1
    assert kept.index_pending() == 0
    assert [hit.number for hit in kept.search("words")] == [None, 0]
    kept.close()
