"""The sources that were read, and those that were typed to be opened."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

from tui.library.article_texts import ANALYSED
from tui.library.connection import Connection
from tui.library.content_keys import display_field, without_surrogates

TYPED_KEPT = 100
OTHERS_KEPT = 500
"""The most earlier sources of articles that are remembered, from before they were read from another."""
_AT_ONCE = 500  # names in one query; SQLite allows at least 999
MARKED_KEPT = 5_000
"""The most sources of which it is kept that the reader marked them as read or unread."""
_MARKED = "marked as read"
_TYPED = "typed sources"
_OTHERS = "other sources"


class KnownTitle(NamedTuple):
    """What an article of the library is called, fit to be drawn; "" for what is not known."""

    title: str
    site: str
    published: str


def titles_of(library: Connection, sources: Iterable[str]) -> dict[str, KnownTitle]:
    """Return what the articles of `sources` are called, of those that were read and have a title."""

    def look_up(db: sqlite3.Connection) -> dict[str, KnownTitle]:
        out: dict[str, KnownTitle] = {}
        names = {without_surrogates(source): source for source in sources}
        left = iter(names)
        while some := list(islice(left, _AT_ONCE)):
            marks = ",".join("?" * len(some))
            rows = db.execute(
                "SELECT source, title, coalesce(site, byline, ''), coalesce(published, '') FROM articles "
                f"WHERE source IN ({marks}) AND title <> '' ORDER BY opened",
                some,
            )
            for source, *known in rows:
                out[names[source]] = KnownTitle(*map(display_field, known))
        return out

    return library.query(look_up) or {}


def read_of(library: Connection, sources: Iterable[str]) -> dict[str, tuple[int, int] | None]:
    """Return those of `sources` that were read, with their numbers of quotes and speakers, None if not analysed."""

    def look_up(db: sqlite3.Connection) -> dict[str, tuple[int, int] | None]:
        out: dict[str, tuple[int, int] | None] = {}
        names = {without_surrogates(source): source for source in sources}
        left = iter(names)
        while some := list(islice(left, _AT_ONCE)):
            marks = ",".join("?" * len(some))
            rows = db.execute(
                f"SELECT source, {ANALYSED}, quotes, speakers FROM articles WHERE source IN ({marks}) "
                "ORDER BY opened",
                some,
            )
            for source, analysed, quotes, speakers in rows:
                out[names[source]] = (quotes, speakers) if analysed else None
        for name, hashed in _others(db).items():
            if name in names and names[name] not in out:
                row = db.execute(
                    f"SELECT {ANALYSED}, quotes, speakers FROM articles WHERE text_hash = ?",
                    (bytes.fromhex(hashed),),
                ).fetchone()
                if row is not None:
                    out[names[name]] = row[1:] if row[0] else None
        return out

    return library.query(look_up) or {}


def marked_as_read(library: Connection) -> dict[str, bool]:
    """Return the sources that the reader marked by hand: True for read, False for unread."""
    return library.query(_marked) or {}


def mark_as_read(library: Connection, source: str, is_read: bool | None) -> None:
    """Keep that a source counts as read or unread, or with None that nothing is said of it by hand."""

    def write(db: sqlite3.Connection) -> None:
        name = without_surrogates(source)
        marks = {other: mark for other, mark in _marked(db).items() if other != name}
        if is_read is not None:
            marks = {name: is_read, **marks}
        value = json.dumps(dict(islice(marks.items(), MARKED_KEPT)))
        db.execute("INSERT OR REPLACE INTO preferences (name, value) VALUES (?, ?)", (_MARKED, value))

    library.transact(write, durable=False)


def _marked(db: sqlite3.Connection) -> dict[str, bool]:
    row = db.execute("SELECT value FROM preferences WHERE name = ?", (_MARKED,)).fetchone()
    try:
        found = json.loads(row[0]) if row else {}
        return {str(name): bool(mark) for name, mark in found.items()}
    except (ValueError, TypeError, AttributeError):
        return {}


def keep_other(db: sqlite3.Connection, source: str, hashed: bytes) -> None:
    """Remember that the text with this hash was also read from `source`. Runs inside a transaction."""
    before = {name: its for name, its in _others(db).items() if name != source}
    _keep_others(db, {source: hashed.hex(), **before})


def forget_others(db: sqlite3.Connection, hashed: bytes) -> None:
    """Forget all other sources of the text with this hash. Runs inside a transaction."""
    others = _others(db)
    if hashed.hex() in others.values():
        _keep_others(db, {name: its for name, its in others.items() if its != hashed.hex()})


def _keep_others(db: sqlite3.Connection, others: dict[str, str]) -> None:
    value = json.dumps(dict(islice(others.items(), OTHERS_KEPT)))
    db.execute("INSERT OR REPLACE INTO preferences (name, value) VALUES (?, ?)", (_OTHERS, value))


def _others(db: sqlite3.Connection) -> dict[str, str]:
    row = db.execute("SELECT value FROM preferences WHERE name = ?", (_OTHERS,)).fetchone()
    try:
        found = json.loads(row[0]) if row else {}
        return {str(name): bytes.fromhex(hashed).hex() for name, hashed in found.items()}
    except (ValueError, TypeError, AttributeError):
        return {}


def typed_sources(library: Connection) -> list[str]:
    """Return the sources that were typed, the newest first."""

    def look_up(db: sqlite3.Connection) -> list[str]:
        row = db.execute("SELECT value FROM preferences WHERE name = ?", (_TYPED,)).fetchone()
        return _list(row[0]) if row else []

    return library.query(look_up) or []


def remember_typed(library: Connection, source: str) -> None:
    """Put a source first among those that were typed."""

    def write(db: sqlite3.Connection) -> None:
        row = db.execute("SELECT value FROM preferences WHERE name = ?", (_TYPED,)).fetchone()
        name = without_surrogates(source)
        before = [other for other in (_list(row[0]) if row else []) if other != name]
        value = json.dumps([name, *before][:TYPED_KEPT])
        db.execute("INSERT OR REPLACE INTO preferences (name, value) VALUES (?, ?)", (_TYPED, value))

    library.transact(write, durable=False)


def _list(value: object) -> list[str]:
    try:
        found = json.loads(str(value))
    except ValueError:
        return []
    return [each for each in found if isinstance(each, str)] if isinstance(found, list) else []
