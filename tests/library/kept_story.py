"""A story that is kept, and a value that is written."""

from __future__ import annotations

import sqlite3

from tests.library.made_up import story
from tui.library.library import Library

ARTICLE, ANALYSIS = story(("Words of hers", "Jane Doe", "More."))


def insert(value: str, library: Library, *, durable: bool = True) -> bool | None:
    def write(db: sqlite3.Connection) -> bool:
        db.execute("INSERT OR REPLACE INTO preferences VALUES ('x', ?)", (value,))
        return True

    return library.transact(write, durable=durable)
