"""Index the articles of the library that are not in the tables for search, or for the same words, yet.

What does the indexing is imported only if there is something to index, which is rare.
"""

from __future__ import annotations

import sqlite3
import time

from tui.library.connection import Connection

_UNINDEXED = """
SELECT 1 FROM articles WHERE indexed = 0 AND EXISTS (SELECT 1 FROM texts WHERE texts.id = articles.id) LIMIT 1
"""  # is there an article to index?
_UNCOMPARED = "SELECT 1 FROM articles WHERE compared = 0 AND indexed > 0 LIMIT 1"  # and one to compare?
_PAUSE = 0.001  # seconds between two batches, for others to use the library


def index_pending(library: Connection) -> int:
    """Index articles until none is left or the library is closed; return how many are new to the search tables."""
    done = 0
    # Look first: mostly there is none, and then there is no need to wait for another program that writes.
    while not library.closing and library.query(lambda db: db.execute(_UNINDEXED).fetchone()):
        from tui.library import ingest

        indexed = library.transact(lambda db: ingest.index_some(library, db), durable=False)
        if not indexed:
            break
        done += indexed
        time.sleep(_PAUSE)
    while not library.closing and not library.query(_is_compared):
        if not library.transact(_compare_some, durable=False):
            break
        time.sleep(_PAUSE)
    return done


def compare_pending(library: Connection) -> bool:
    """Fill the index of the same words in the background; tell whether there was anything to put into it.

    A few articles at a time are done in the queue, so that what the reader does meanwhile need not wait.
    """

    def some() -> None:
        compared = 0 if library.closing else library.transact(_compare_some, durable=False)
        if compared and not library.closing:
            library.enqueue(some)

    if library.query(_is_compared) is not False:
        return False
    library.enqueue(some)
    return True


def _is_compared(db: sqlite3.Connection) -> bool:
    return db.execute(_UNCOMPARED).fetchone() is None


def _compare_some(db: sqlite3.Connection) -> int:
    from tui.library.same_words_index import put_some

    return put_some(db)
