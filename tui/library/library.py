"""What is kept between two readings: analyses, and where the reader was.

A library that cannot be opened, read or written never stops the reader: it answers as if it were empty, and
`notice` says why in a sentence.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tui.analysis.model import identify
from tui.analysis.version import VERSION
from tui.article.article import Article
from tui.library.connection import Connection, home, now
from tui.library.keys import plain, text_hash

if TYPE_CHECKING:
    from tui.analysis.analysis import Analysis

FILE = "library.sqlite3"
ANALYSES_KEPT = 1000


@dataclass(frozen=True, slots=True)
class Read:
    """An article that was read: what it was called, its title, and when (UTC) last."""

    source: str
    title: str | None
    opened: datetime


class Library(Connection):
    """The kept analyses and reading positions; made with `Library.open`. May be used from several threads."""

    @classmethod
    def open(cls, path: Path | None = None) -> Library:
        """Open the library file `path` (by default the user's), making it and its folder when missing.

        Raises nothing. A damaged file is set aside under another name, and a new one begun.
        """
        library = cls(path or home() / FILE)
        library._connect()
        return library

    def analysis(self, text: str, model: str) -> Analysis | None:
        """The analysis kept of `text` by this quoth and `model` (a spaCy package or folder, or its label)."""

        def look_up(db: sqlite3.Connection) -> Analysis | None:
            key = (text_hash(text), identify(model), VERSION)
            row = db.execute(
                "SELECT data FROM analyses WHERE text_hash = ? AND model = ? AND version = ?", key
            ).fetchone()
            if row is None:
                return None
            from tui.analysis.analysis import Analysis  # not needed where nothing is kept

            try:
                return Analysis.from_json(json.loads(zlib.decompress(row[0])))
            except (ValueError, KeyError, TypeError, zlib.error):
                db.execute("DELETE FROM analyses WHERE text_hash = ? AND model = ? AND version = ?", key)
                return None

        return self.tried(look_up)

    def keep(self, article: Article, analysis: Analysis) -> None:
        """Keep a complete analysis, and what the article was called; any other is not kept.

        Of more than `ANALYSES_KEPT` the oldest are dropped.
        """
        if not analysis.complete:
            return
        data = zlib.compress(json.dumps(analysis.to_json(), separators=(",", ":")).encode(), 1)
        key, moment = text_hash(article.text), now()

        def write(db: sqlite3.Connection) -> None:
            db.execute(
                "INSERT OR REPLACE INTO analyses (text_hash, model, version, kept, data) VALUES (?, ?, ?, ?, ?)",
                (key, analysis.model, analysis.version, moment, data),
            )
            db.execute(
                "DELETE FROM analyses "
                "WHERE kept <= (SELECT kept FROM analyses ORDER BY kept DESC LIMIT 1 OFFSET ?)",
                (ANALYSES_KEPT,),
            )
            db.execute(
                "INSERT INTO articles (text_hash, source, title, encoding, opened) VALUES (?, ?, ?, ?, ?) "
                "ON CONFLICT (text_hash) DO UPDATE SET source = excluded.source, title = excluded.title, "
                "encoding = excluded.encoding, opened = excluded.opened",
                (key, plain(article.source), plain(article.title), article.encoding, moment),
            )

        self.written(write, durable=False)

    def position(self, text: str) -> int | None:
        """The character of `text` that was at the top of the screen; None when it was never read."""
        found = self._one("SELECT position FROM articles WHERE text_hash = ?", text_hash(text))
        return found if isinstance(found, int) else None

    def set_position(self, text: str, position: int) -> None:
        """Remember the character at the top of the screen, and that `text` was read now."""
        self._write(
            "INSERT INTO articles (text_hash, opened, position) VALUES (?, ?, ?) ON CONFLICT (text_hash) "
            "DO UPDATE SET opened = excluded.opened, position = excluded.position",
            (text_hash(text), now(), position),
        )

    def filter(self, text: str) -> str | None:
        """The filter that was last set for `text`."""
        found = self._one("SELECT filter FROM articles WHERE text_hash = ?", text_hash(text))
        return found if isinstance(found, str) else None

    def set_filter(self, text: str, query: str) -> None:
        """Remember the filter for `text`."""
        self._write(
            "INSERT INTO articles (text_hash, opened, filter) VALUES (?, ?, ?) ON CONFLICT (text_hash) "
            "DO UPDATE SET opened = excluded.opened, filter = excluded.filter",
            (text_hash(text), now(), plain(query)),
        )

    def recent(self, limit: int = 20) -> list[Read]:
        """The articles read last, the newest first."""

        def look_up(db: sqlite3.Connection) -> list[Read]:
            rows = db.execute(
                "SELECT source, title, opened FROM articles WHERE source IS NOT NULL ORDER BY opened DESC LIMIT ?",
                (limit,),
            )
            return [Read(source, title, datetime.fromisoformat(opened)) for source, title, opened in rows]

        return self.tried(look_up) or []

    def _one(self, query: str, key: bytes) -> object:
        row = self.tried(lambda db: db.execute(query, (key,)).fetchone())
        return row[0] if row else None

    def _write(self, statement: str, values: tuple[object, ...]) -> None:
        self.written(lambda db: db.execute(statement, values), durable=False)
