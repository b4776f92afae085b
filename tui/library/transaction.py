"""A transaction on one connection: made whole or not at all."""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Callable
from typing import TypeVar

_T = TypeVar("_T")


class Locked(Exception):
    """Another program is writing; the transaction should be tried again in a moment."""


def in_transaction(
    db: sqlite3.Connection,
    work: Callable[[sqlite3.Connection], _T],
    *,
    durable: bool,
    at_once: bool,
    until: float,
    busy: float,
) -> _T:
    """Return the result of `work` once all it wrote is committed; inside a transaction it becomes a part of that.

    `durable` waits for the disk, `at_once` takes the lock for writing at the beginning. While another program holds
    it Locked is raised up to the time `until` (of `time.monotonic`), then sqlite3.OperationalError. `busy` is how
    many seconds SQLite waits by itself afterwards.
    """
    if db.in_transaction:
        return work(db)
    if durable:
        db.execute("PRAGMA synchronous = FULL")
    try:
        _begin(db, at_once=at_once, until=until, busy=busy)
        done = work(db)
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            with contextlib.suppress(sqlite3.Error):
                db.execute("ROLLBACK")
        raise
    finally:
        if durable:
            with contextlib.suppress(sqlite3.Error):
                db.execute("PRAGMA synchronous = NORMAL")
    return done


def _begin(db: sqlite3.Connection, *, at_once: bool, until: float, busy: float) -> None:
    db.execute("PRAGMA busy_timeout = 0")  # whoever calls waits, without holding up other threads
    try:
        db.execute("BEGIN IMMEDIATE" if at_once else "BEGIN")
    except sqlite3.OperationalError as error:
        if time.monotonic() < until and error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
            raise Locked from error
        raise
    finally:
        db.execute(f"PRAGMA busy_timeout = {int(busy * 1000)}")
