"""What is kept between two readings: analyses, and where the reader was.

A library that cannot be opened, read or written never stops the reader: it answers as if it were empty, and
`notice` says why in a sentence.
"""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
import threading
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from tui.analysis.model import identify
from tui.analysis.version import VERSION
from tui.article.article import Article
from tui.article.cleaning import one_line
from tui.library.schema import TooNew, migrate

if TYPE_CHECKING:
    from tui.analysis.analysis import Analysis

FILE = "library.sqlite3"
ANALYSES_KEPT = 1000
_BUSY = 1.0  # seconds to wait for another reader's writing


_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Read:
    """An article that was read: what it was called, its title, and when (UTC) last."""

    source: str
    title: str | None
    opened: datetime


def home() -> Path:
    """The folder the library stands in: QUOTH_HOME, or else the user's data folder."""
    if chosen := os.environ.get("QUOTH_HOME"):
        return Path(os.path.expanduser(chosen))  # noqa: PTH111 (the other one raises for unknown users)
    from platformdirs import user_data_path

    return user_data_path("quoth", appauthor=False)


class Library:
    """The kept analyses and reading positions; made with `Library.open`. May be used from several threads."""

    def __init__(self, path: Path) -> None:
        self.notice = ""
        """A sentence when something could not be kept or found again; empty while all is well."""
        self._path = path
        self._db: sqlite3.Connection | None = None
        self._lock = threading.RLock()

    @classmethod
    def open(cls, path: Path | None = None) -> Library:
        """Open the library file `path` (by default the user's), making it and its folder when missing.

        Raises nothing. A damaged file is set aside under another name, and a new one begun.
        """
        library = cls(path or home() / FILE)
        library._connect()
        return library

    def close(self) -> None:
        """Close the file; the library answers as an empty one from then on."""
        with self._lock:
            db, self._db = self._db, None
            if db is not None:
                with contextlib.suppress(sqlite3.Error):
                    db.close()

    def analysis(self, text: str, model: str) -> Analysis | None:
        """The analysis kept of `text` by this quoth and `model` (a spaCy package or folder, or its label)."""

        def look_up(db: sqlite3.Connection) -> Analysis | None:
            key = (_hash(text), identify(model), VERSION)
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

        return self._tried(look_up)

    def keep(self, article: Article, analysis: Analysis) -> None:
        """Keep a complete analysis, and what the article was called; any other is not kept.

        Of more than `ANALYSES_KEPT` the oldest are dropped.
        """
        if not analysis.complete:
            return
        data = zlib.compress(json.dumps(analysis.to_json(), separators=(",", ":")).encode(), 1)
        key, now = _hash(article.text), _now()

        def write(db: sqlite3.Connection) -> None:
            db.execute("BEGIN IMMEDIATE")
            db.execute(
                "INSERT OR REPLACE INTO analyses (text_hash, model, version, kept, data) VALUES (?, ?, ?, ?, ?)",
                (key, analysis.model, analysis.version, now, data),
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
                (key, _plain(article.source), _plain(article.title), article.encoding, now),
            )
            db.execute("COMMIT")

        self._tried(write)

    def position(self, text: str) -> int | None:
        """The character of `text` that was at the top of the screen; None when it was never read."""
        found = self._one("SELECT position FROM articles WHERE text_hash = ?", _hash(text))
        return found if isinstance(found, int) else None

    def set_position(self, text: str, position: int) -> None:
        """Remember the character at the top of the screen, and that `text` was read now."""
        self._write(
            "INSERT INTO articles (text_hash, opened, position) VALUES (?, ?, ?) ON CONFLICT (text_hash) "
            "DO UPDATE SET opened = excluded.opened, position = excluded.position",
            (_hash(text), _now(), position),
        )

    def filter(self, text: str) -> str | None:
        """The filter that was last set for `text`."""
        found = self._one("SELECT filter FROM articles WHERE text_hash = ?", _hash(text))
        return found if isinstance(found, str) else None

    def set_filter(self, text: str, query: str) -> None:
        """Remember the filter for `text`."""
        self._write(
            "INSERT INTO articles (text_hash, opened, filter) VALUES (?, ?, ?) ON CONFLICT (text_hash) "
            "DO UPDATE SET opened = excluded.opened, filter = excluded.filter",
            (_hash(text), _now(), _plain(query)),
        )

    def recent(self, limit: int = 20) -> list[Read]:
        """The articles read last, the newest first."""

        def look_up(db: sqlite3.Connection) -> list[Read]:
            rows = db.execute(
                "SELECT source, title, opened FROM articles WHERE source IS NOT NULL ORDER BY opened DESC LIMIT ?",
                (limit,),
            )
            return [Read(source, title, datetime.fromisoformat(opened)) for source, title, opened in rows]

        return self._tried(look_up) or []

    def _one(self, query: str, key: bytes) -> object:
        row = self._tried(lambda db: db.execute(query, (key,)).fetchone())
        return row[0] if row else None

    def _write(self, statement: str, values: tuple[object, ...]) -> None:
        self._tried(lambda db: db.execute(statement, values))

    def _tried(self, work: Callable[[sqlite3.Connection], _T]) -> _T | None:
        """What `work` gives; None, and a notice, when the library cannot do it."""
        with self._lock:
            if self._db is None:
                return None
            try:
                return work(self._db)
            except sqlite3.Error as error:
                if self._db.in_transaction:
                    with contextlib.suppress(sqlite3.Error):
                        self._db.execute("ROLLBACK")
                if _is_damaged(error):
                    self.close()
                    self._set_aside()
                else:
                    self.notice = self._cannot(error)
        return None

    def _connect(self, *, again: bool = True) -> None:
        db = None
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            db = sqlite3.connect(self._path, timeout=_BUSY, isolation_level=None, check_same_thread=False)
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = NORMAL")
            migrate(db)
            self._db = db
        except (sqlite3.Error, OSError, TooNew) as error:
            if db is not None:
                db.close()
            if isinstance(error, TooNew):
                self.notice = (
                    f"The library {self._name} is of a newer quoth: nothing is kept; update this one."
                )
            elif again and isinstance(error, sqlite3.Error) and _is_damaged(error):
                if self._set_aside():
                    self._connect(again=False)
            else:
                self.notice = self._cannot(error)

    def _set_aside(self) -> bool:
        """Give a damaged file, and what belongs to it, another name."""
        stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
        aside = self._path.with_name(f"{self._path.name}.damaged-{stamp}")
        try:
            self._path.replace(aside)
        except OSError as error:
            self.notice = self._cannot(error)
            return False
        for end in ("-wal", "-shm"):
            with contextlib.suppress(OSError):
                self._path.with_name(self._path.name + end).replace(aside.with_name(aside.name + end))
        self.notice = f"The library {self._name} was damaged: it is now “{aside.name}”, and another begun."
        return True

    @property
    def _name(self) -> str:
        return f"“{one_line(str(self._path))}”"

    def _cannot(self, error: Exception) -> str:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        return (
            f"The library {self._name} cannot be used ({one_line(reason)}): reading goes on, nothing is kept."
        )


def _is_damaged(error: sqlite3.Error) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


@lru_cache(maxsize=2)  # one article is asked for several times
def _hash(text: str) -> bytes:
    return sha256(text.encode("utf-8", "surrogatepass")).digest()


def _plain(text: str | None) -> str | None:
    """`text` without what SQLite cannot take: a path that is not UTF-8 comes with lone surrogates."""
    return None if text is None else text.encode("utf-8", "backslashreplace").decode("utf-8")


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
