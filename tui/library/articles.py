"""List, count and delete the articles of the library."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Any, Literal, get_args

from tui.library.article_texts import ANALYSED, NEWEST, ORIGIN
from tui.library.content_keys import display_field, display_title

Order = Literal["read", "published", "title", "source", "quotes", "words"]
ORDERS: tuple[Order, ...] = get_args(Order)

_ORDER = {
    "read": "opened DESC",
    "published": "coalesce(published, first) DESC",
    "title": "lower(coalesce(title, source))",
    "source": "lower(source)",
    "quotes": "quotes DESC",
    "words": "words DESC",
}


@dataclass(frozen=True, slots=True)
class KeptArticle:
    """An article of the library. Dates are ISO 8601; `first` and `opened`, when it was first and last read, in UTC.

    `title` is its title or else its file name. All fields are one line and safe to draw, except `source`, which
    is as it was kept, to be opened again. `whole` tells whether its text is kept (older versions kept none),
    `analysed` whether an analysis is: without one, having no quotes means nothing. `versions` is the number of
    versions of what it was read from, of which this is the newest.
    """

    id: int
    text_hash: bytes
    title: str
    source: str
    byline: str | None
    published: str | None
    url: str | None
    site: str | None
    first: str
    opened: str
    times: int
    words: int
    quotes: int
    speakers: int
    whole: bool
    analysed: bool
    versions: int = 1


def list_articles(db: sqlite3.Connection, query: str, order: Order, limit: int) -> list[KeptArticle]:
    """Return the articles that match `query` (see `tui.library.full_text_search`; "" for all).

    Of several versions that match only the newest is listed.
    """
    where, values = _where(query)
    rows = db.execute(
        "SELECT id, text_hash, title, source, byline, published, url, site, first, opened, times, words, quotes, "
        f"speakers, EXISTS (SELECT 1 FROM texts WHERE texts.id = articles.id), {ANALYSED}, "
        f"(SELECT count(*) FROM versions WHERE versions.origin = {ORIGIN}) FROM articles "
        f"WHERE {where} ORDER BY {_ORDER[order]}, id DESC LIMIT ?",
        (*values, limit),
    )
    return [_kept(row) for row in rows]


def count_articles(db: sqlite3.Connection, query: str) -> int:
    """Return the number of articles that match `query`."""
    where, values = _where(query)
    return int(db.execute(f"SELECT count(*) FROM articles WHERE {where}", values).fetchone()[0])


def versions_of_article(db: sqlite3.Connection, number: int) -> list[int]:
    """Return the ids of the articles that were read where this one was, its own among them."""
    row = db.execute(f"SELECT {ORIGIN} FROM articles WHERE id = ?", (number,)).fetchone()
    if row is None:
        return []
    there = "EXISTS (SELECT 1 FROM versions WHERE origin = ?1)"  # standard input is no place
    same = db.execute(f"SELECT id FROM articles WHERE {ORIGIN} = ?1 AND {there}", row)
    return sorted({number, *(each for (each,) in same)})


def forget_article(db: sqlite3.Connection, number: int) -> bool:
    """Delete an article, its text, its analyses and its place among versions; corrections and clippings stay."""
    row = db.execute("SELECT text_hash FROM articles WHERE id = ?", (number,)).fetchone()
    if row is None:
        return False
    from tui.library.search_index import unindex
    from tui.library.source_history import forget_others

    unindex(db, number)
    forget_others(db, row[0])
    for table in ("texts", "articles"):
        db.execute(f"DELETE FROM {table} WHERE id = ?", (number,))
    for table in ("analyses", "versions"):
        db.execute(f"DELETE FROM {table} WHERE text_hash = ?", row)
    return True


def _where(query: str) -> tuple[str, tuple[str, ...]]:
    if query.strip():
        from tui.library.full_text_search import read_words

        if match := read_words(query).match:
            found = (
                f"SELECT id, {NEWEST} AS newest FROM articles "
                "WHERE id IN (SELECT rowid FROM articles_fts WHERE articles_fts MATCH ?)"
            )
            of_each = "coalesce(max(CASE WHEN id = newest THEN id END), max(id))"
            return f"id IN (SELECT {of_each} FROM ({found}) GROUP BY newest)", (match,)
    return f"source IS NOT NULL AND {NEWEST} = articles.id", ()


def _kept(row: tuple[Any, ...]) -> KeptArticle:
    number, hashed, title, source, byline, published, url, site, *rest = row
    first, opened, times, words, quotes, speakers, whole, analysed, versions = rest
    return KeptArticle(
        id=number,
        text_hash=hashed,
        title=display_title(title, source),
        source=source or "",
        byline=byline and display_field(byline),
        published=published and display_field(published),
        url=url and display_field(url),
        site=site and display_field(site),
        first=first,
        opened=opened,
        times=max(1, times),
        words=words,
        quotes=quotes,
        speakers=speakers,
        whole=bool(whole),
        analysed=bool(analysed),
        versions=max(1, versions),
    )
