"""What the first screen needs to know of an article that was read before: position, filter and analysis.

An analysis by another model, or by an older version of quoth, is outdated: it is shown until it is renewed.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, NamedTuple

from tui.analysis.model import identify
from tui.analysis.version import VERSION
from tui.library.content_keys import text_hash, without_surrogates
from tui.library.serialisation import unpacked_analysis
from tui.library.timestamps import now

if TYPE_CHECKING:
    from tui.analysis.analysis import Analysis


class ReadingState(NamedTuple):
    """The offset at the top of the screen, the filter, an analysis; `is_outdated` is of the analysis."""

    position: int | None = None
    filter_text: str | None = None
    analysis: Analysis | None = None
    is_outdated: bool = False


def recall(db: sqlite3.Connection, text: str, model: str | None) -> ReadingState:
    """Return what is kept of the article with this text.

    `model` (a spaCy package or folder, or its label) is the one wanted for the analysis; with None no analysis is
    looked up. If this model and version have made none, the best other one is returned: one by the same model
    before any other, and the newest of those.
    """
    key = text_hash(text)
    place = db.execute("SELECT position, filter FROM articles WHERE text_hash = ?", (key,)).fetchone()
    position, filter_text = place or (None, None)
    if model is not None:
        name = identify(model)
        rows = db.execute(
            "SELECT model = ? AND version = ? AS current, data FROM analyses WHERE text_hash = ? "
            "ORDER BY current DESC, model = ? DESC, version DESC, kept DESC",
            (name, VERSION, key, name),
        )
        for is_current, data in rows:
            if (analysis := unpacked_analysis(data)) is not None:
                return ReadingState(position, filter_text, analysis, not is_current)
    return ReadingState(position, filter_text)


def set_position(db: sqlite3.Connection, text: str, position: int) -> None:
    """Keep the offset at the top of the screen, and record that `text` was read now."""
    _set(db, text, "position", position)


def set_filter(db: sqlite3.Connection, text: str, query: str) -> None:
    """Keep the filter for `text`, and record that it was read now."""
    _set(db, text, "filter", without_surrogates(query))


def _set(db: sqlite3.Connection, text: str, column: str, value: int | str) -> None:
    moment = now()
    db.execute(
        f"INSERT INTO articles (text_hash, first, opened, times, {column}) VALUES (?, ?, ?, 0, ?) "
        f"ON CONFLICT (text_hash) DO UPDATE SET opened = excluded.opened, {column} = excluded.{column}",
        (text_hash(text), moment, moment, value),
    )
