"""The versions of what stands at an address or in a file: each text that was read there, one after the other.

A text that differs from the one before only in furniture (see `tui.article.compared_text`) is no new version. One
that comes back is: a page that was changed and changed back has three.
"""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from tui.article.article import Article
from tui.article.compared_text import fingerprint
from tui.library.article_texts import get_article
from tui.library.connection import Connection
from tui.library.content_keys import display_title, text_hash, without_surrogates
from tui.library.correction_store import origin

_NEWEST = 1000  # versions among which the one that was read last is looked for first


class SourceVersion(NamedTuple):
    """One version: its number, counted from 1 for the oldest, and when it was first and last read, in UTC.

    `title` is one line and safe to draw. `whole` tells whether its text is kept.
    """

    number: int
    text_hash: bytes
    first: str
    last: str
    title: str
    words: int
    quotes: int
    whole: bool


def put_version(db: sqlite3.Connection, article: Article, moment: str) -> bytes | None:
    """Record that an article was read from its source at `moment`; runs inside a transaction.

    If it is a new version of something read before, return the hash of the text before.
    """
    where = origin(article)
    if where is None:
        return None
    hashed = text_hash(article.text)
    latest = db.execute(
        "SELECT id, text_hash, compared FROM versions WHERE origin = ? ORDER BY first DESC, id DESC LIMIT 1",
        (where,),
    ).fetchone()
    if latest is not None and latest[1] == hashed:
        db.execute("UPDATE versions SET last = max(last, ?) WHERE id = ?", (moment, latest[0]))
        return None
    mark = fingerprint(article)
    if latest is not None:
        before = latest[2]
        if before is None and (its := _article(db, latest[1])) is not None:
            before = fingerprint(its)
        if before == mark:
            # It is the same version, whose text is from now on the one that was read last.
            db.execute(
                "UPDATE versions SET last = max(last, ?), compared = ?, text_hash = ? WHERE id = ?",
                (moment, mark, hashed, latest[0]),
            )
            return None
    db.execute(
        "INSERT INTO versions (origin, text_hash, compared, first, last) VALUES (?, ?, ?, ?, ?)",
        (where, hashed, mark, moment, moment),
    )
    return latest[1] if latest is not None else None


def last_read_version(db: sqlite3.Connection, article: Article) -> bytes | None:
    """Return the hash of the last text that the reader, and not only `quoth watch`, read where this one is from."""
    where = origin(article)
    for most in (_NEWEST, -1):  # of thousands of versions one of the newest, as a rule
        row = db.execute(
            "SELECT text_hash FROM (SELECT text_hash FROM versions WHERE origin = ? ORDER BY first DESC, id DESC "
            "LIMIT ?) JOIN articles USING (text_hash) WHERE times > 0 ORDER BY opened DESC LIMIT 1",
            (where, most),
        ).fetchone()
        if row is not None:
            return row[0] if row[0] != text_hash(article.text) else None
    return None


def unread_version(db: sqlite3.Connection, article: Article) -> bytes | None:
    """Return the hash of the newest text where this one is from, if the reader has not read that one."""
    row = db.execute(
        "SELECT versions.text_hash, times FROM versions JOIN articles USING (text_hash) WHERE origin = ? "
        "ORDER BY versions.first DESC, versions.id DESC LIMIT 1",
        (origin(article),),
    ).fetchone()
    return row[0] if row is not None and row[1] == 0 else None


def versions_of(library: Connection, name: str, limit: int | None = None) -> list[SourceVersion]:
    """Return the versions of what was read at an address or path, the oldest first; of many the newest `limit`."""

    def look_up(db: sqlite3.Connection) -> list[SourceVersion]:
        where = _origin_of(db, without_surrogates(name).partition("#")[0])
        (all_of_them,) = db.execute("SELECT count(*) FROM versions WHERE origin = ?", (where,)).fetchone()
        rows = db.execute(
            "SELECT versions.text_hash, versions.first, last, title, words, quotes, "
            "EXISTS (SELECT 1 FROM texts WHERE texts.id = articles.id) FROM versions "
            "LEFT JOIN articles ON articles.text_hash = versions.text_hash WHERE origin = ? "
            "ORDER BY versions.first DESC, versions.id DESC LIMIT ?",
            (where, -1 if limit is None else limit),
        ).fetchall()
        return [
            SourceVersion(
                all_of_them - n,
                hashed,
                first,
                last,
                display_title(title, where),
                words or 0,
                quotes or 0,
                bool(whole),
            )
            for n, (hashed, first, last, title, words, quotes, whole) in enumerate(rows)
        ][::-1]

    return library.query(look_up) or []


def version_of(library: Connection, name: str, number: int) -> Article | None:
    """Return the version with this number of what was read at an address or path; None if it is not kept."""

    def look_up(db: sqlite3.Connection) -> Article | None:
        where = _origin_of(db, without_surrogates(name).partition("#")[0])
        row = db.execute(
            "SELECT text_hash FROM versions WHERE origin = ? ORDER BY first, id LIMIT 1 OFFSET ?",
            (where, number - 1),
        ).fetchone()
        return _article(db, row[0]) if row is not None and number > 0 else None

    return library.query(look_up)


def _origin_of(db: sqlite3.Connection, name: str) -> str:
    """Return the origin that somebody calls `name`: a page may give another address as its own."""
    if db.execute("SELECT 1 FROM versions WHERE origin = ? LIMIT 1", (name,)).fetchone() is None:
        row = db.execute(
            "SELECT origin FROM articles JOIN versions USING (text_hash) WHERE source = ? "
            "ORDER BY versions.last DESC LIMIT 1",
            (name,),
        ).fetchone()
        if row is not None:
            return str(row[0])
    return name


def _article(db: sqlite3.Connection, hashed: bytes) -> Article | None:
    row = db.execute("SELECT id FROM articles WHERE text_hash = ?", (hashed,)).fetchone()
    return get_article(db, row[0]) if row is not None else None
