"""Copy the rows of a damaged library that can still be read into a new library.

SQLite does the reading, on a copy of the damaged file: first table by table; then, where a table or the list of
tables is damaged, page by page. Tables that are computed from the others (search, people) are not copied but
rebuilt.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

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
    "versions": ("id", "origin", "text_hash", "compared", "first", "last"),
}
"""The columns that are copied, by table; tables with what the reader made by hand come first."""

_HASH = "typeof(text_hash) = 'blob' AND length(text_hash) = 32"
_SANE = {
    "corrections": f"{_HASH} AND made GLOB '????-??-??T*Z' AND data GLOB '{{*}}'",
    "clippings": f"{_HASH} AND made GLOB '????-??-??T*Z' AND data GLOB '{{*}}'",
    "people_changes": "made GLOB '????-??-??T*Z' AND data GLOB '{*}'",
    "preferences": "typeof(name) = 'text' AND typeof(value) = 'text'",
    "articles": f"{_HASH} AND opened GLOB '????-??-??T*Z'",
    "texts": "typeof(text) = 'blob' AND typeof(more) = 'blob'",
    "analyses": f"{_HASH} AND typeof(version) = 'integer' AND typeof(data) = 'blob'",
    "versions": f"{_HASH} AND typeof(origin) = 'text' AND first GLOB '????-??-??T*Z' AND last GLOB '????-??-??T*Z'",
}
"""What is true of every valid row, in SQL: damage may turn a row into nonsense, or lead to another table's rows."""

_HEADER = 100  # bytes of the file's header, at the start of its first page
_LEAF = b"\r"  # the first byte of a page that holds rows (https://sqlite.org/fileformat2.html, section 1.6)
_COLUMNS = 24  # more columns than any table has

Row = tuple[object, ...]


def rescue(damaged: Path, db: sqlite3.Connection) -> dict[str, int]:
    """Copy what can be read of the file `damaged` into the new library `db`; return the number of rows by table.

    Recently deleted rows may come back. Raises OSError if the file cannot be copied, and sqlite3.Error if `db`
    cannot be written.
    """
    counts = dict.fromkeys(TABLES, 0)
    with TemporaryDirectory(dir=damaged.parent, prefix=f"{damaged.name}.rescue-") as folder:
        copy = Path(folder, "copy")
        page_size = _copy(damaged, copy)
        db.execute("BEGIN IMMEDIATE")
        try:
            with contextlib.closing(_opened(copy)) as old:
                unread = [table for table in TABLES if not _copy_table(old, db, table, counts)]
            if unread:
                _copy_pages(copy, page_size, db, unread, counts)
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise
    return counts


def _copy(damaged: Path, copy: Path) -> int:
    """Copy a library with its log applied, and a new header if SQLite refuses its own; return its page size."""
    log = damaged.with_name(damaged.name + "-wal")
    size = 4096
    for new_header in (False, True):
        shutil.copyfile(damaged, copy)
        if os.path.exists(log):
            shutil.copyfile(log, copy.with_name(copy.name + "-wal"))
        if new_header:
            page = _empty_page(copy)
            with copy.open("r+b") as file:
                file.write(page[:18] + b"\2\2" + page[20:_HEADER])  # 2: there is a log
        try:
            with contextlib.closing(_opened(copy)) as old:
                size = int(old.execute("PRAGMA page_size").fetchone()[0])
                old.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_NOTADB:
                continue
        break
    return size


def _empty_page(path: Path, size: int = 4096) -> bytes:
    """Return the first page of an empty database that has as many bytes as the file `path`."""
    new = path.with_name("new")
    with contextlib.closing(sqlite3.connect(new, isolation_level=None)) as db:
        db.execute(f"PRAGMA page_size = {size}")
        db.execute("PRAGMA user_version = 1")
    page = new.read_bytes()
    return page[:28] + (path.stat().st_size // size).to_bytes(4, "big") + page[32:]


def _opened(path: Path) -> sqlite3.Connection:
    old = sqlite3.connect(path, isolation_level=None)
    old.text_factory = lambda data: data.decode("utf-8", "replace")
    with contextlib.suppress(sqlite3.Error):
        old.execute(
            "PRAGMA writable_schema = ON"
        )  # a damaged declaration of one table must not hide the others
        old.execute("PRAGMA cell_size_check = ON")
    return old


def _copy_table(old: sqlite3.Connection, db: sqlite3.Connection, table: str, counts: dict[str, int]) -> bool:
    """Copy a table as SQLite reads it, from both ends; tell whether all of it could be read."""
    try:
        there = [row[1] for row in old.execute(f"PRAGMA table_info({table})")]
    except sqlite3.Error:
        return False
    columns = [name if name in there else "NULL" for name in TABLES[table]]
    if table == "articles" and "first" not in there:  # before version 3
        columns[TABLES[table].index("first")] = "opened"
    query = f"SELECT {', '.join(columns)} FROM {table} WHERE {_SANE[table]}"
    return _copy_rows(old, db, table, query, there[0] if there else "", counts)


def _copy_pages(
    copy: Path, page_size: int, db: sqlite3.Connection, tables: list[str], counts: dict[str, int]
) -> None:
    """Copy the rows of every page that holds some, by declaring each page as a table."""
    leaves = []
    with copy.open("r+b") as file:
        for number in range(2, copy.stat().st_size // page_size + 1):
            file.seek((number - 1) * page_size)
            if file.read(1) == _LEAF:
                leaves.append(number)
        file.seek(0)
        file.write(_empty_page(copy, page_size))
    columns = ", ".join(f"c{number}" for number in range(_COLUMNS))
    with contextlib.closing(_opened(copy)) as old:
        try:
            old.execute("BEGIN")
            old.executemany(
                "INSERT INTO sqlite_master VALUES ('table', ?1, ?1, ?2, ?3)",
                [(f"page{n}", n, f"CREATE TABLE page{n} ({columns})") for n in leaves],
            )
            old.execute("COMMIT")
        except sqlite3.DatabaseError:
            return  # some builds of SQLite never allow writing to sqlite_master
    selects = {}
    for table in tables:
        declared = db.execute(f"PRAGMA table_info({table})").fetchall()
        names = [
            f"{'rowid' if (name, kind) == ('id', 'INTEGER') else f'c{number}'} AS {name}"
            for number, name, kind, *_ in declared
        ]
        selects[table] = f"SELECT {', '.join(names)}, c{len(names)} AS beyond FROM"
    with contextlib.closing(_opened(copy)) as old:
        for number in leaves:
            for table, select in selects.items():
                query = (
                    f"SELECT {', '.join(TABLES[table])} FROM ({select} page{number}) "
                    f"WHERE beyond IS NULL AND {_SANE[table]}"
                )
                _copy_rows(old, db, table, query, TABLES[table][0], counts)


def _copy_rows(
    old: sqlite3.Connection,
    db: sqlite3.Connection,
    table: str,
    query: str,
    key: str,
    counts: dict[str, int],
) -> bool:
    """Copy the rows of a query in the order of `key` until one cannot be read, then from the other end.

    Return whether all rows could be read.
    """
    for direction in ("", " DESC"):
        errors: list[sqlite3.Error] = []
        for row in _rows_until_error(old, f"{query} ORDER BY {key}{direction}", errors):
            counts[table] += _insert(db, table, row)
        if not errors:
            return not direction
    return False


def _rows_until_error(old: sqlite3.Connection, query: str, errors: list[sqlite3.Error]) -> Iterator[Row]:
    try:
        yield from old.execute(query)
    except sqlite3.DatabaseError as error:
        errors.append(error)


def _insert(db: sqlite3.Connection, table: str, row: Row) -> bool:
    """Insert a row unless one with its key exists; tell whether it was inserted."""
    values = {name: value for name, value in zip(TABLES[table], row, strict=True) if value is not None}
    if table == "articles":
        values = {"words": 0, "quotes": 0, "speakers": 0, "times": 1} | values
    try:
        done = db.execute(
            f"INSERT OR IGNORE INTO {table} ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})",
            tuple(values.values()),
        )
    except (sqlite3.IntegrityError, sqlite3.InterfaceError):
        return False
    return done.rowcount > 0
