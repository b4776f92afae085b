"""Articles as they were kept, read back. Imports little: lists and searches need no more of an article."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from tui.article.article import Article
from tui.library.serialisation import Unreadable, analysis_unpacked, inflated, parts

if TYPE_CHECKING:
    from tui.analysis.analysis import Analysis

SHIFT = 20
"""Ids of quotes and appearances are `article << SHIFT | number`."""

FACTS = ("source", "title", "byline", "published", "url", "site", "language", "encoding")
"""The columns of an article that are fields of an Article."""

ANALYSED = "EXISTS (SELECT 1 FROM analyses WHERE analyses.text_hash = articles.text_hash)"
"""An SQL expression that is true for a row of `articles` whose analysis is kept."""


def get_article(db: sqlite3.Connection, number: int) -> Article | None:
    """The article with this id as it was kept; None when its text is not there or cannot be read."""
    row = db.execute(
        f"SELECT text, more, {', '.join(FACTS)} FROM articles JOIN texts USING (id) WHERE id = ?",
        (number,),
    ).fetchone()
    if row is None:
        return None
    try:
        text = inflated(row[0])
        blocks, links, page = parts(inflated(row[1]), len(text))
    except Unreadable:
        return None
    facts = dict(zip(FACTS, row[2:], strict=True))
    facts["source"] = facts["source"] or ""
    return Article(text=text, blocks=blocks, links=links, page=page, **facts)


def text_of(db: sqlite3.Connection, number: int) -> str | None:
    """The text of the article with this id."""
    row = db.execute("SELECT text FROM texts WHERE id = ?", (number,)).fetchone()
    try:
        return inflated(row[0]) if row else None
    except Unreadable:
        return None


def kept_analysis(db: sqlite3.Connection, hashed: bytes) -> Analysis | None:
    """The newest analysis kept of a text, whatever made it."""
    rows = db.execute("SELECT data FROM analyses WHERE text_hash = ? ORDER BY kept DESC", (hashed,))
    return next((found for row in rows if (found := analysis_unpacked(row[0])) is not None), None)
