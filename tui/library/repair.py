"""Repair a library's file that turns out to be damaged while it is in use.

What SQLite reports is one of three things: a text that is no UTF-8, damage to what can be rebuilt from the
rest (declarations, search tables), or damage to the file itself, which is then to be replaced.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from enum import Enum, auto
from functools import partial

from tui.library.schema import clear_index, migrate

_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_INDEX_DAMAGED = 267  # SQLITE_CORRUPT_VTAB


class Repair(Enum):
    """What came of a repair."""

    NOTHING = auto()
    """There is no damage, or it cannot be repaired now."""
    READABLE = auto()
    """What was damaged can be read now, as far as it goes."""
    INDEX_EMPTIED = auto()
    """All is sound again but the search tables, which are to be filled again."""
    FILE_LOST = auto()
    """The file has to be replaced."""


def is_damaged(error: Exception) -> bool:
    """Tell whether an error says that the file itself is damaged."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGE


def repair(db: sqlite3.Connection, error: sqlite3.Error, *, may_write: bool) -> Repair:
    """Repair the damage behind an error; unless nothing came of it, the work may be tried again."""
    if db.text_factory is str and "decode to UTF-8" in str(error):
        # Damage inside a text, which SQLite does not detect: read it as it is, so that other rows can be read.
        db.text_factory = partial(str, encoding="utf-8", errors="replace")
        return Repair.READABLE
    if not may_write:
        return Repair.NOTHING
    code = getattr(error, "sqlite_errorcode", 0)
    search_damaged = code == _INDEX_DAMAGED or "invalid fts5 file format" in str(error)
    try:
        # A plain error, such as "no such column", is either our own fault or damage to a declaration.
        if search_damaged or (code == sqlite3.SQLITE_ERROR and _declarations_restored(db)):
            with _transaction(db):
                clear_index(db)
            return Repair.INDEX_EMPTIED
    except sqlite3.Error as failure:
        busy = getattr(failure, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY
        return Repair.NOTHING if busy else Repair.FILE_LOST
    return Repair.FILE_LOST if is_damaged(error) else Repair.NOTHING


def restore_texts(db: sqlite3.Connection) -> bool:
    """Turn what is no text where one belongs, as a flipped bit has made it, into text; tell whether any was."""
    before = db.total_changes
    tables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE TABLE%'"
    for (table,) in db.execute(tables).fetchall():
        for _, column, kind, *_ in db.execute(f'PRAGMA table_info("{table}")').fetchall():
            if kind == "TEXT":
                change = f'UPDATE "{table}" SET "{column}" = CAST("{column}" AS TEXT)'
                db.execute(f"{change} WHERE typeof(\"{column}\") NOT IN ('text', 'null')")
    return db.total_changes > before


def _declarations_restored(db: sqlite3.Connection) -> bool:
    """Restore damaged declarations of tables and indexes; tell whether any was damaged.

    If a byte of a declaration has changed, the rows are sound but SQLite cannot reach them ("unrecognized
    option", "no such column"). Raises sqlite3.Error, also if this build of SQLite does not allow writing
    declarations.
    """
    query = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as new:
        migrate(new)
        sound = dict(new.execute(query).fetchall())
    damaged = [name for name, sql in db.execute(query) if name in sound and sound[name] != sql]
    if not damaged:
        return False
    try:
        with _transaction(db):
            db.execute("PRAGMA writable_schema = ON")
            for name in damaged:
                db.execute("UPDATE sqlite_master SET sql = ? WHERE name = ?", (sound[name], name))
            (version,) = db.execute("PRAGMA schema_version").fetchone()
            # Makes other connections read the declarations again.
            db.execute(f"PRAGMA schema_version = {version + 1}")
    finally:
        db.execute("PRAGMA writable_schema = RESET")
    return True


@contextmanager
def _transaction(db: sqlite3.Connection) -> Iterator[None]:
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise
