"""The kept corrections: each is written in a transaction of its own and never deleted.

A correction belongs to the text it was made on and to the source of that text, so that it is found again when
the same page or file has another text. Undoing marks it: `undone` is 0 for a correction that holds, counts up
with each one undone, so that the last undone is redone first, and is -1 for one that can no longer be redone.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.article.article import Article
from tui.library.connection import Connection
from tui.library.content_keys import text_hash, without_surrogates
from tui.library.timestamps import now

if TYPE_CHECKING:
    from tui.corrections.correction import Correction

_COLUMNS = "id, text_hash, source, made, undone, data"


@dataclass(frozen=True, slots=True)
class KeptCorrection:
    """A correction in the library. `row` is its id there, `source` the source of its text."""

    row: int
    correction: Correction
    text_hash: bytes
    source: str | None
    made: str
    undone: int = 0


class CorrectionStore:
    """The corrections in a library. If one cannot be read or written, the library's `notice` says so."""

    def __init__(self, library: Connection) -> None:
        self._library = library
        self.unreadable = 0
        """The number of corrections in the last result that this version cannot read."""

    def of(self, article: Article) -> list[KeptCorrection]:
        """Return the corrections made on this text or on another text of its source, undone ones too, in order."""
        key, source = text_hash(article.text), origin(article)
        where = "text_hash = ?" if source is None else "text_hash = ? OR source = ?"
        return self._found(where, (key,) if source is None else (key, source))

    def all(self) -> list[KeptCorrection]:
        """Return all corrections that hold, in the order they were made."""
        return self._found("undone = 0", ())

    def _found(self, where: str, values: tuple[object, ...]) -> list[KeptCorrection]:
        query = f"SELECT {_COLUMNS} FROM corrections WHERE {where} ORDER BY id"
        rows = self._library.query(lambda db: db.execute(query, values).fetchall()) or []
        found = list(_read(rows)) if rows else []
        self.unreadable = len(rows) - len(found)
        return found

    def add(self, article: Article, correction: Correction) -> int | None:
        """Keep a new correction and return its row, None if that failed; what was undone cannot be redone."""
        from tui.corrections.correction_json import to_json  # not needed if nothing was corrected

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
        """Mark a correction as the last one undone; tell whether that was kept."""
        return self._mark(
            "UPDATE corrections SET undone = (SELECT max(0, max(undone)) + 1 FROM corrections) WHERE id = ?",
            row,
        )

    def redo(self, row: int) -> bool:
        """Let a correction hold again; tell whether that was kept."""
        return self._mark("UPDATE corrections SET undone = 0 WHERE id = ?", row)

    def _mark(self, statement: str, row: int) -> bool:
        return bool(self._library.transact(lambda db: db.execute(statement, (row,)).rowcount))


def origin(article: Article) -> str | None:
    """Return what identifies an article whatever its text: its address or absolute path; None without."""
    address = article.url or article.source
    if address.startswith(("http://", "https://")):
        return without_surrogates(address.partition("#")[0])
    try:
        path = Path(article.source)
        return without_surrogates(str(path.absolute())) if os.path.isfile(path) else None
    except (OSError, ValueError):  # not a path
        return None


def _read(rows: Iterable[tuple[Any, ...]]) -> Iterable[KeptCorrection]:
    from tui.corrections.correction_json import from_json

    for row, key, source, made, undone, data in rows:
        try:
            yield KeptCorrection(row, from_json(json.loads(data)), key, source, made, undone)
        except (ValueError, TypeError, RecursionError):
            continue
