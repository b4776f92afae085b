"""Store articles and their analyses, and index them. All functions run inside a transaction."""

from __future__ import annotations

import sqlite3

from tui.analysis.analysis import Analysis
from tui.article.article import Article
from tui.library import search_index
from tui.library.article_texts import get_article, kept_analysis
from tui.library.connection import Connection
from tui.library.content_keys import text_hash
from tui.library.source_versions import last_read_version, put_version, unread_version
from tui.library.timestamps import now

_BATCH = 10  # articles indexed in one transaction


def keep(
    library: Connection, db: sqlite3.Connection, article: Article, analysis: Analysis, data: bytes
) -> None:
    """Store an article and its analysis; `data` is the analysis as it is stored."""
    key, moment = text_hash(article.text), now()
    db.execute(
        "DELETE FROM analyses WHERE text_hash = ? AND model = ? AND version <= ?",
        (key, analysis.model, analysis.version),
    )
    db.execute(
        "INSERT OR REPLACE INTO analyses (text_hash, model, version, kept, data) VALUES (?, ?, ?, ?, ?)",
        (key, analysis.model, analysis.version, moment, data),
    )
    number = search_index.put_article(db, article, moment)
    db.execute("UPDATE articles SET opened = ? WHERE id = ?", (moment, number))
    search_index.index(db, number, article.text, _corrected(library, db, article, analysis))


def read(
    library: Connection,
    db: sqlite3.Connection,
    article: Article,
    analysis: Analysis | None,
    *,
    from_source: bool = False,
) -> bytes | None:
    """Record that an article is read, and index it if it has an analysis and is not indexed yet.

    If it was read `from_source`, and the reader knows another version but not this one, return the hash of the
    former's text.
    """
    moment = now()
    before = last_read_version(db, article) if from_source else None
    unread = unread_version(db, article) if from_source else None
    number = search_index.put_article(db, article, moment)
    db.execute("UPDATE articles SET opened = ?, times = times + 1 WHERE id = ?", (moment, number))
    (done,) = db.execute("SELECT indexed FROM articles WHERE id = ?", (number,)).fetchone()
    if not done:
        shown = analysis if analysis is not None and analysis.complete else None
        shown = shown or kept_analysis(db, text_hash(article.text))
        if shown is not None:
            search_index.index(db, number, article.text, _corrected(library, db, article, shown))
    is_new = from_source and put_version(db, article, moment) is not None
    if unread is not None:
        db.execute("UPDATE articles SET times = 1 WHERE text_hash = ? AND times = 0", (unread,))
    return before if is_new or unread is not None else None


def watch(db: sqlite3.Connection, article: Article) -> bytes | None:
    """Keep an article that was read by itself, not by the reader; return the hash of the version before it."""
    moment = now()
    search_index.put_article(db, article, moment)
    return put_version(db, article, moment)


def index(db: sqlite3.Connection, article: Article, analysis: Analysis) -> None:
    """Index an article by this analysis, which has corrections applied."""
    search_index.index(db, search_index.put_article(db, article, now()), article.text, analysis)


def index_some(library: Connection, db: sqlite3.Connection) -> int:
    """Index some articles that are not indexed yet; return how many, 0 if none is left."""
    rows = db.execute(
        "SELECT id, text_hash FROM articles WHERE indexed = 0 AND EXISTS "
        "(SELECT 1 FROM texts WHERE texts.id = articles.id) ORDER BY id LIMIT ?",
        (_BATCH,),
    ).fetchall()
    for number, hashed in rows:
        article = get_article(db, number)
        if article is None:
            db.execute("DELETE FROM texts WHERE id = ?", (number,))  # until the article is read again
        else:
            shown = _corrected(library, db, article, kept_analysis(db, hashed))
            search_index.index(db, number, article.text, shown)
    return len(rows)


def _corrected(
    library: Connection, db: sqlite3.Connection, article: Article, analysis: Analysis | None
) -> Analysis:
    """Return `analysis` with the kept corrections applied; an empty one for None."""
    if analysis is None:
        return Analysis()
    if db.execute("SELECT 1 FROM corrections LIMIT 1").fetchone() is None:
        return analysis  # most readers correct nothing and need not load `applying`
    from tui.corrections.applying import apply
    from tui.library.correction_store import CorrectionStore

    made = [each.correction for each in CorrectionStore(library).of(article) if each.undone == 0]
    return apply(article, analysis, made).analysis if made else analysis
