"""The corrections that are kept: each written in a transaction of its own, and never taken out again.

A correction belongs to the text it was made on and to where that text was from, so that it is found again when
the same page or file has another text. Undoing one marks it; `undone` counts up, so that the last undone is the
first to be done again, and is -1 for what can no longer be.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.article.article import Article
from tui.library.connection import Connection, now
from tui.library.content_keys import text_hash, without_surrogates

if TYPE_CHECKING:
    from tui.corrections.correction import Correction

_COLUMNS = "id, text_hash, source, made, undone, data"


@dataclass(frozen=True, slots=True)
class KeptCorrection:
    """A correction in the library. `row` is its number there, `source` where its text was from."""

    row: int
    correction: Correction
    text_hash: bytes
    source: str | None
    made: str
    undone: int = 0


class CorrectionStore:
    """The corrections in a library. What cannot be read or written says so in the library's `notice`."""

    def __init__(self, library: Connection) -> None:
        self._library = library
        self.unreadable = 0
        """How many of those looked up last make no sense to this quoth."""

    def of(self, article: Article) -> list[KeptCorrection]:
        """Those made on this text, or on another text from the same place, undone ones too, in their order."""
        key, source = text_hash(article.text), origin(article)
        where = "text_hash = ?" if source is None else "text_hash = ? OR source = ?"
        return self._found(where, (key,) if source is None else (key, source))

    def all(self) -> list[KeptCorrection]:
        """All that hold, in their order."""
        return self._found("undone = 0", ())

    def _found(self, where: str, values: tuple[object, ...]) -> list[KeptCorrection]:
        query = f"SELECT {_COLUMNS} FROM corrections WHERE {where} ORDER BY id"
        rows = self._library.query(lambda db: db.execute(query, values).fetchall()) or []
        found = list(_read(rows)) if rows else []
        self.unreadable = len(rows) - len(found)
        return found

    def add(self, article: Article, correction: Correction) -> int | None:
        """Keep one that was just made; what was undone before it stays so. None where it cannot be kept."""
        from tui.corrections.correction_json import to_json  # not needed where nothing was corrected

        key, source = text_hash(article.text), origin(article)
        data = json.dumps(to_json(correction), separators=(",", ":"))

        def write(db: sqlite3.Connection) -> int | None:
            db.execute(
                "UPDATE corrections SET undone = -1 WHERE undone > 0 AND (text_hash = ? OR source = ?)",
                (key, source),
            )
            return db.execute(
                "INSERT INTO corrections (text_hash, source, made, data) VALUES (?, ?, ?, ?)",
                (key, source, now(), data),
            ).lastrowid

        return self._library.transact(write)

    def undo(self, row: int) -> bool:
        """Mark one as undone, the last of all; whether that is kept."""
        return self._mark(
            "UPDATE corrections SET undone = (SELECT max(0, max(undone)) + 1 FROM corrections) WHERE id = ?",
            row,
        )

    def redo(self, row: int) -> bool:
        """Let one hold again; whether that is kept."""
        return self._mark("UPDATE corrections SET undone = 0 WHERE id = ?", row)

    def _mark(self, statement: str, row: int) -> bool:
        return bool(self._library.transact(lambda db: db.execute(statement, (row,)).rowcount))


def origin(article: Article) -> str | None:
    """What an article goes on being called when its text changes: its address, or the whole path of its file."""
    address = article.url or article.source
    if address.startswith(("http://", "https://")):
        return without_surrogates(address.partition("#")[0])
    try:
        path = Path(article.source)
        return without_surrogates(str(path.absolute())) if path.is_file() else None
    except (OSError, ValueError):  # no path at all
        return None


def _read(rows: Iterable[tuple[Any, ...]]) -> Iterable[KeptCorrection]:
    from tui.corrections.correction_json import from_json

    for row, key, source, made, undone, data in rows:
        try:
            yield KeptCorrection(row, from_json(json.loads(data)), key, source, made, undone)
        except (ValueError, TypeError, RecursionError):
            continue
