"""List, count and delete the articles of the library."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Any, Literal, get_args

from tui.article.sanitising import one_line
from tui.library.article_texts import ANALYSED
from tui.library.content_keys import display_title

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
    `analysed` whether an analysis is: without one, having no quotes means nothing.
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


def list_articles(
    db: sqlite3.Connection, query: str, order: Order, limit: int, offset: int
) -> list[KeptArticle]:
    """Return the articles that match `query` (see `tui.library.full_text_search`; "" for all)."""
    where, values = _where(query)
    rows = db.execute(
        "SELECT id, text_hash, title, source, byline, published, url, site, first, opened, times, words, quotes, "
        f"speakers, EXISTS (SELECT 1 FROM texts WHERE texts.id = articles.id), {ANALYSED} FROM articles "
        f"WHERE {where} ORDER BY {_ORDER[order]}, id DESC LIMIT ? OFFSET ?",
        (*values, limit, offset),
    )
    return [_kept(row) for row in rows]


def count_articles(db: sqlite3.Connection, query: str) -> int:
    """Return the number of articles that match `query`."""
    where, values = _where(query)
    return int(db.execute(f"SELECT count(*) FROM articles WHERE {where}", values).fetchone()[0])


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
    if not query.strip():
        return "source IS NOT NULL", ()
    from tui.library.full_text_search import read_words

    match = read_words(query).match
    if not match:
        return "source IS NOT NULL", ()
    return "id IN (SELECT rowid FROM articles_fts WHERE articles_fts MATCH ?)", (match,)


def _kept(row: tuple[Any, ...]) -> KeptArticle:
    number, hashed, title, source, byline, published, url, site, *rest = row
    first, opened, times, words, quotes, speakers, whole, analysed = rest
    return KeptArticle(
        id=number,
        text_hash=hashed,
        title=display_title(title, source),
        source=source or "",
        byline=byline and one_line(byline),
        published=published and one_line(published),
        url=url and one_line(url),
        site=site and one_line(site),
        first=first,
        opened=opened,
        times=max(1, times),
        words=words,
        quotes=quotes,
        speakers=speakers,
        whole=bool(whole),
        analysed=bool(analysed),
    )
