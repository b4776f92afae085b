"""What can still be read of a damaged library, taken over into a new one.

First as SQLite reads it, from both ends of each table; what it refuses, from the pages of the file
(`tui.library.sqlite_pages`). What was worked out of the rest (search tables, people) is not taken over but
made anew.
"""

from __future__ import annotations

import contextlib
import json
import re
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

from tui.library import sqlite_pages

TABLES: dict[str, tuple[str, ...]] = {
    "corrections": ("id", "text_hash", "source", "made", "undone", "data"),
    "clippings": ("id", "text_hash", "made", "note", "tags", "data"),
    "people_changes": ("id", "made", "undone", "data"),
    "preferences": ("name", "value"),
    "articles": (
        *("id", "text_hash", "source", "title", "byline", "published", "url", "site", "language", "encoding"),
        *("first", "opened", "times", "position", "filter", "words", "quotes", "speakers"),
    ),
    "texts": ("id", "text", "more"),
    "analyses": ("text_hash", "model", "version", "kept", "data"),
}
"""What is taken over, the dearest first."""

Row = tuple[object, ...]


def rescue(damaged: Path, db: sqlite3.Connection) -> dict[str, int]:
    """Take over into `db`, a new library, what can be read of the file `damaged`; how many rows of each table.

    Raises sqlite3.Error where `db` cannot be written. May bring back what was deleted shortly before.
    """
    unread = set(TABLES)
    counts = dict.fromkeys(TABLES, 0)
    # SQLite forgets the log of a file that it takes for none, so the pages are looked at first.
    data, log = _bytes(damaged), _bytes(damaged.with_name(damaged.name + "-wal"))
    db.execute("BEGIN IMMEDIATE")
    try:
        with contextlib.closing(_opened(damaged)) as old:
            for table in TABLES:
                found = _TableReader(old, table)
                counts[table] += sum(_put(db, table, row) for row in found)
                if found.whole:
                    unread.discard(table)
        for number, values in sqlite_pages.rows(data, log) if unread else ():
            for table in unread:
                if (known := _recognised(table, number, values)) is not None:
                    counts[table] += _put(db, table, known)
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise
    return counts


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _opened(path: Path) -> sqlite3.Connection:
    old = sqlite3.connect(path, isolation_level=None)
    old.text_factory = lambda data: data.decode("utf-8", "replace")
    return old


class _TableReader:
    """The rows of a table of a damaged file. `whole` is whether, after they were taken, there were no more."""

    def __init__(self, old: sqlite3.Connection, table: str) -> None:
        self.whole = False
        self._old = old
        self._table = table
        self._failed = False

    def __iter__(self) -> Iterator[Row]:
        try:
            there = [row[1] for row in self._old.execute(f"PRAGMA table_info({self._table})")]
            (made,) = self._old.execute(
                "SELECT sql FROM sqlite_master WHERE name = ?", (self._table,)
            ).fetchone()
        except (sqlite3.Error, TypeError):
            return
        key = there[0] if "WITHOUT ROWID" in made.upper() else "rowid"
        columns = [name if name in there else "NULL" for name in TABLES[self._table]]
        if self._table == "articles" and "first" not in there:  # before version 3
            columns = ["opened" if name == "first" else column for name, column in _pairs(columns)]
        select = f"SELECT {key}, {', '.join(columns)} FROM {self._table}"
        low: object = None
        for at, *row in self._until_error(f"{select} ORDER BY {key}"):
            low = at
            yield tuple(row)
        if not self._failed:
            self.whole = True
            return
        for at, *row in self._until_error(f"{select} ORDER BY {key} DESC"):
            if at == low:
                break
            yield tuple(row)

    def _until_error(self, query: str) -> Iterator[Row]:
        try:
            yield from self._old.execute(query)
        except sqlite3.Error:
            self._failed = True


def _pairs(columns: list[str]) -> Iterator[tuple[str, str]]:
    return zip(TABLES["articles"], columns, strict=True)


def _put(db: sqlite3.Connection, table: str, row: Row) -> bool:
    """Take a row over, unless one like it is there or it makes no sense."""
    values = dict(zip(TABLES[table], row, strict=True))
    if table == "articles":
        values |= {name: values[name] or 0 for name in ("words", "quotes", "speakers")}
        values["times"] = values["times"] or 1
    known = {name: value for name, value in values.items() if value is not None}
    try:
        done = db.execute(
            f"INSERT OR IGNORE INTO {table} ({', '.join(known)}) VALUES ({', '.join('?' * len(known))})",
            tuple(known.values()),
        )
    except (sqlite3.IntegrityError, sqlite3.InterfaceError):
        return False
    return done.rowcount > 0


# Rows of which no one says whose they are are known by what their columns hold.

_SHAPES = {
    "corrections": "rowid hash text? when number json",
    "clippings": "id hash when text text json",
    "people_changes": "id when number json",
    "preferences": "",  # of a table without rowids: not found this way
    "articles": "rowid hash text? text? text? text? text? text? text? text? when when number number? text? "
    "number number number number",
    "texts": "rowid bytes bytes",
    "analyses": "hash text number when bytes",
}
_WHEN = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[.\d]*Z")
_ID = re.compile(r"[0-9a-f]{32}|[0-9a-f-]{36}")


def _is(value: object, what: str) -> bool:
    match what:
        case "hash":
            return isinstance(value, bytes) and len(value) == 32
        case "when":
            return isinstance(value, str) and _WHEN.fullmatch(value) is not None
        case "id":
            return isinstance(value, str) and _ID.fullmatch(value) is not None
        case "json":
            try:
                return isinstance(value, str) and isinstance(json.loads(value), dict)
            except (ValueError, RecursionError):
                return False
        case "text?":
            return value is None or isinstance(value, str)
        case "text":
            return isinstance(value, str)
        case "number":
            return isinstance(value, int)
        case "number?":
            return value is None or isinstance(value, int)
        case "bytes":
            return isinstance(value, bytes)
    return value is None  # the id, which stands with the row itself


def _recognised(table: str, number: int, values: Sequence[object]) -> Row | None:
    """The values as a row of this table; None where they are none."""
    shape = _SHAPES[table].split()
    if len(values) != len(shape) or not all(map(_is, values, shape)):
        return None
    found = (number, *values[1:]) if shape[:1] == ["rowid"] else tuple(values)
    return found[: len(TABLES[table])] or None
