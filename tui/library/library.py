"""The library of everything that was read: articles, their analyses, and the reader's position in them.

A library that cannot be opened, read or written never stops the reader: it answers as if it were empty, and
`notice` says why in a sentence. Opening it and looking up one article's analysis, position and filter is quick
and imports little; everything else is imported on first use.

`Clippings(library)`, `People(library)` and `CorrectionStore(library)` are in modules of their own.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from tui.article.article import Article
from tui.library.connection import BUSY, Connection
from tui.library.content_keys import text_hash, without_surrogates
from tui.library.database_file import home, pending_files
from tui.library.reading_state import ReadingState, recall, set_filter, set_position
from tui.library.serialisation import packed_analysis

if TYPE_CHECKING:
    from tui.analysis.analysis import Analysis
    from tui.library.articles import KeptArticle, Order
    from tui.library.full_text_search import Hit

__all__ = ["FILE", "Library", "Read", "home"]

FILE = "library.sqlite3"


class Read(NamedTuple):
    """An article that was read: its source, its title, and when it was last read (UTC)."""

    source: str
    title: str | None
    opened: datetime


_T = TypeVar("_T")


class Library(Connection):
    """Everything kept between sessions; made with `Library.open`. May be used from several threads."""

    _is_comparing = False

    @classmethod
    def open(cls, path: Path | None = None) -> Library:
        """Open the library file `path` (by default the user's), creating it and its folder if missing.

        Changes that the last session left unwritten are merged before anything else is read. A damaged file is
        renamed, and a new one started with what could be read of it. A file that cannot be written, or was made
        by a newer version, is only read. Raises nothing.
        """
        library = cls(path or home() / FILE)
        library._connect()
        library.catch_up()
        return library

    def catch_up(self) -> None:
        """Merge the changes that were left unwritten the last time, if there are any; `caught_up` says so."""
        if self.read_only_reason:
            if pending_files(self.path):
                self.caught_up = "Changes of an earlier session wait until the library can be written again."
        elif pending_files(self.path):
            from tui.library.pending_changes import merge_files

            self.caught_up = merge_files(self, None if self._queue.is_current_thread else BUSY)

    def save_pending(self, changes: Sequence[Callable[[], object]]) -> str:
        """Put changes that cannot be written now into a file; return a sentence on it, "" for no change."""
        from tui.library.pending_changes import save

        return save(self, changes)

    def put_aside(self, work: Callable[[], _T]) -> _T:
        """Make a change in a file beside the library, and return its result once it is there. Raises OSError."""
        from tui.library.pending_changes import put_aside

        return put_aside(self, work)

    # One article: what the first screen needs

    def recall(self, text: str, model: str | None = None) -> ReadingState:
        """Return the position, the filter and the analysis by `model` that are kept of the article."""
        return self.query(lambda db: recall(db, text, model)) or ReadingState()

    def set_position(self, text: str, position: int) -> None:
        """Keep the offset at the top of the screen, and record that `text` was read now."""
        self.transact(lambda db: set_position(db, text, position), durable=False)

    def set_filter(self, text: str, query: str) -> None:
        """Keep the filter for `text`."""
        self.transact(lambda db: set_filter(db, text, query), durable=False)

    # Keeping an article: enqueued, as it must not delay the first frame

    def keep(self, article: Article, analysis: Analysis) -> None:
        """Keep an article and its uncorrected analysis; one that is not complete is not kept.

        Only the newest analysis by each model is kept. The search index has the kept corrections applied.
        """
        from tui.library import ingest

        if analysis.complete:
            data = packed_analysis(analysis)
            self.transact(lambda db: ingest.keep(self, db, article, analysis, data), durable=False)

    def mark_read(
        self, article: Article, analysis: Analysis | None = None, *, from_source: bool = False
    ) -> bytes | None:
        """Record that `article` is read now, once each time it is opened, and keep its text.

        If it is not indexed, it is, with `analysis` if that is complete, or else with a kept one. Without
        either, this is left to `keep`, which has one, or to `index_pending`. `from_source` says that it was
        read from its address or file just now, and not taken from the library: if another version stood there
        when the reader read it last, the hash of that version's text is returned.
        """
        from tui.library import ingest

        return self.transact(
            lambda db: ingest.read(self, db, article, analysis, from_source=from_source), durable=False
        )

    def keep_watched(self, article: Article) -> bytes | None:
        """Keep what was read without a reader; return the hash of the text before it, if it changed."""
        from tui.library import ingest

        return self.transact(lambda db: ingest.watch(db, article), durable=False)

    def index(self, article: Article, analysis: Analysis) -> None:
        """Update searches, people and counts from the corrected `analysis`, which itself is not kept.

        Call it after a correction was made or undone; `keep` and `mark_read` apply kept corrections themselves.
        """
        from tui.library import ingest

        self.transact(lambda db: ingest.index(db, article, analysis), durable=False)

    def index_pending(self) -> int:
        """Index the articles that are not in the search tables, or not compared, yet; return the former's number.

        It takes about a second for 200 articles, and stops when the library is closed; the rest is left to the
        next call. After a rescue it runs in the background.
        """
        from tui.library.pending_indexing import index_pending

        return index_pending(self)

    def compare_pending(self) -> None:
        """Put what an older version kept into the index of the same words, in the background."""
        from tui.library.pending_indexing import compare_pending

        if not self._is_comparing and not self.read_only_reason:
            self._is_comparing = compare_pending(self)

    def forget(self, article: int, *, versions: bool = False) -> bool:
        """Delete an article with its text and analyses; corrections and clippings stay.

        With `versions` all that was read at its address, or in its file, is deleted.
        """
        from tui.library.articles import forget_article, versions_of_article

        def forget(db: sqlite3.Connection) -> bool:
            numbers = versions_of_article(db, article) if versions else [article]
            return sum(forget_article(db, number) for number in numbers) > 0

        return bool(self.transact(forget))

    def vacuum(self) -> tuple[int, int]:
        """Make the file as small as possible; return its size in bytes before and after."""

        def shrink(db: sqlite3.Connection) -> tuple[int, int]:
            before = self.path.stat().st_size
            for table in ("articles_fts", "quotes_fts"):
                db.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")
            db.execute("VACUUM")
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return before, self.path.stat().st_size

        if self.read_only_reason:
            return 0, 0
        return self.query(shrink) or (0, 0)

    # Everything that was read

    def recent(self, limit: int = 20) -> list[Read]:
        """Return the articles that were read last, the latest first."""

        def look_up(db: sqlite3.Connection) -> list[Read]:
            rows = db.execute(
                "SELECT source, title, opened FROM articles WHERE source IS NOT NULL ORDER BY opened DESC LIMIT ?",
                (limit,),
            )
            return [Read(source, title, datetime.fromisoformat(opened)) for source, title, opened in rows]

        return self.query(look_up) or []

    def articles(self, query: str = "", order: Order = "read", limit: int = 100) -> list[KeptArticle]:
        """Return the articles whose title, source or text match `query`, all for ""; see `tui.library.articles`."""
        from tui.library.articles import list_articles

        return self.query(lambda db: list_articles(db, query, order, limit)) or []

    def count(self, query: str = "") -> int:
        """Return the number of articles that `articles` lists for `query`: versions of one are one."""
        from tui.library.articles import count_articles

        return self.query(lambda db: count_articles(db, query)) or 0

    def article(self, which: int | bytes) -> Article | None:
        """Return an article as it was read, by its id or the hash of its text; None if its text is not kept."""

        def look_up(db: sqlite3.Connection) -> Article | None:
            from tui.library.article_texts import get_article

            if isinstance(which, int):
                return get_article(db, which)
            row = db.execute("SELECT id FROM articles WHERE text_hash = ?", (which,)).fetchone()
            return get_article(db, row[0]) if row else None

        kept = self.query(look_up)
        if kept is None:
            return None
        from tui.article.files import as_read_now

        return as_read_now(kept)

    def id_of(self, text: str) -> int | None:
        """Return the id of the article with this text; None if it is not in the library."""
        query, key = "SELECT id FROM articles WHERE text_hash = ?", (text_hash(text),)
        row = self.query(lambda db: db.execute(query, key).fetchone())
        return row[0] if row else None

    def search(self, query: str, limit: int = 50) -> list[Hit]:
        """Return articles, then quotes, then attitudes, that match the query typed so far, at most `limit` of each.

        `tui.library.full_text_search` describes queries and results.
        """

        def look_up(db: sqlite3.Connection) -> list[Hit]:
            from tui.analysis.analysis import Stance
            from tui.library.full_text_search import find_articles, find_quotes

            quotes = (hit for stance in Stance for hit in find_quotes(db, query, limit, stance))
            return [*find_articles(db, query, limit), *quotes]

        return self.query(look_up) or []

    # Preferences

    def preference(self, name: str) -> str | None:
        """Return the preference called `name` ("theme"); None if none was chosen."""
        row = self.query(
            lambda db: db.execute("SELECT value FROM preferences WHERE name = ?", (name,)).fetchone()
        )
        return row[0] if row else None

    def set_preference(self, name: str, value: str | None) -> None:
        """Store the preference called `name`; None deletes it."""

        def write(db: sqlite3.Connection) -> None:
            if value is None:
                db.execute("DELETE FROM preferences WHERE name = ?", (name,))
            else:
                db.execute(
                    "INSERT OR REPLACE INTO preferences VALUES (?, ?)", (name, without_surrogates(value))
                )

        self.transact(write, durable=False)
