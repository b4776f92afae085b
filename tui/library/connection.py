"""The connection to the library's file: whatever goes wrong with the file, reading goes on.

What is kept about one subject stands in a module of its own (articles, analyses, people, clippings,
corrections …), which is given the `Library` and uses two methods of it and nothing else:

- `query(work)` for what only reads: `work` gets the sqlite3.Connection, and its result is returned.
- `transact(work)` for what changes something: `work` runs inside one transaction that is either kept whole or
  not at all. Once a result has come back it is kept: no kill and no crash of this program loses it, and with
  `durable` no power cut either.

Both return None after anything went wrong, and `notice` then says what in one sentence; have `work` return
something else (an id, True) to tell the two apart. Both may be called from any thread, one inside the other,
too. A connection must not be used outside the `work` it was handed to.

While another program writes, `transact` waits for it some seconds; `enqueue` has it called on another thread,
where it waits until `close`. Reading on other threads goes on meanwhile. What a person changed and `close` finds
unwritten goes into a file beside the library (`tui.library.pending_changes`), which the next `catch_up` merges.
"""

from __future__ import annotations

import contextlib
import math
import os
import sqlite3
import threading
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from tui.article.sanitising import one_line
from tui.library import database_file
from tui.library.schema import TooNew, clear_index, is_up_to_date, restore_declarations
from tui.library.write_queue import Interrupted, WriteQueue

BUSY = 1.0  # seconds to wait for another reader's writing
_BUSY_DURABLE = 5.0  # the same for what a person did and must not be lost
_BUSY_QUEUED = math.inf  # the same where that waits in the queue
_PATIENCE = 5.0  # seconds that closing waits for what is still to be written
_LAST_WRITE = 10.0  # seconds that it waits for what is being written even then
_BUSY_PAUSE = 0.02  # seconds between two tries

_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_INDEX_DAMAGED = 267  # SQLITE_CORRUPT_VTAB


_T = TypeVar("_T")


class _Locked(Exception):
    """Another program is writing: the transaction is to be tried again in a moment."""


class Connection:
    """One SQLite file in WAL mode."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.notice = ""
        """A sentence when something could not be kept or found again; empty while all is well."""
        self.read_only_reason = ""
        """Why nothing can be written, as a sentence; empty where it can."""
        self.caught_up = ""
        """What became of the changes that were left unwritten the last time, as a sentence; empty without any."""
        self.left_over = ""
        """What became of the changes that `close` found unwritten, as a sentence; empty without any."""
        self.closing = False
        self.patience = _PATIENCE
        """Seconds that `close` waits for what is still to be written."""
        self.is_overlaid = False
        """Whether temporary tables take the changes, as `tui.library.pending_changes` has them do at the end."""
        self._db: sqlite3.Connection | None = None
        self._lock = threading.RLock()
        self._queue = WriteQueue()
        self._busy = False
        self._file: os.stat_result | None = None

    def query(self, work: Callable[[sqlite3.Connection], _T]) -> _T | None:
        """Return what `work` reads; None, with a notice, when the library cannot be read."""
        return self._done(work)

    def transact(
        self, work: Callable[[sqlite3.Connection], _T], *, durable: bool = True, wait: float | None = None
    ) -> _T | None:
        """Return what `work` returns once all it wrote is kept; None, with a notice, when nothing of it is.

        `wait` are the seconds to wait for another program that writes; without it, as long as is due.

        `durable` waits for the disk (`synchronous = FULL`): for what a person made by hand. Without it a
        power cut, and nothing else, may take back the last moments.
        """

        def whole(db: sqlite3.Connection) -> _T:
            if db.in_transaction:
                return work(db)  # part of what is being written already
            if durable:
                db.execute("PRAGMA synchronous = FULL")
            try:
                begin(db)
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

        def begin(db: sqlite3.Connection) -> None:
            db.execute("PRAGMA busy_timeout = 0")  # waited for below, where no other thread waits with it
            try:
                db.execute("BEGIN" if self.is_overlaid else "BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                if time.monotonic() < until and error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
                    raise _Locked from error
                raise
            finally:
                db.execute(f"PRAGMA busy_timeout = {0 if self.is_overlaid else int(BUSY * 1000)}")

        if self.read_only_reason:
            self.notice = self.read_only_reason
            return None
        if wait is None:
            wait = BUSY if not durable else _BUSY_QUEUED if self._queue.is_current_thread else _BUSY_DURABLE
        until = time.monotonic() + wait
        while True:
            try:
                return self._done(whole)
            except _Locked:
                if self._queue.is_current_thread and self._queue.is_stopping:
                    raise Interrupted from None
                time.sleep(_BUSY_PAUSE)

    def enqueue(
        self,
        work: Callable[[], object],
        callback: Callable[[Any], object] = lambda _: None,
        *,
        is_change: bool = False,
    ) -> None:
        """Have `work` done on the library's own thread, in the order enqueued and before `close` returns.

        `callback` is called there with its result. `is_change` tells that a person made it: where it cannot be
        written before, `close` puts it into a file.
        """
        self._queue.enqueue(work, callback, is_change=is_change)

    @property
    def unwritten(self) -> int:
        """How many changes that a person made are not written yet."""
        return self._queue.changes

    def catch_up(self) -> None:
        """Merge the changes that were left unwritten the last time, if there are any; `caught_up` says so."""

    def save_pending(self, _changes: Sequence[Callable[[], object]]) -> str:
        """Put changes that cannot be written now into a file; return a sentence on it, "" for no change."""
        return ""

    def index_pending(self) -> int:
        """Index what is not indexed, as after a rescue; return how many articles that were."""
        return 0

    def close(self) -> None:
        """Do what is enqueued, apart from indexing, and close the file.

        Waits for as long as `patience` says, then puts what a person changed into a file; `left_over` says so.
        From then on the library answers as an empty one does.
        """
        self.closing = True
        self._queue.join(self.patience)
        try:
            left = self._queue.stop(_LAST_WRITE)
        except TimeoutError:  # a disk that does not answer: its file cannot be closed either
            self.left_over = f"The library {self._name} does not answer: the last changes may be lost."
            return
        if left:
            self.left_over = self.save_pending(left)
        self._drop()

    def _drop(self) -> None:
        with self._lock:
            db, self._db = self._db, None
            if db is not None:
                with contextlib.suppress(sqlite3.Error):
                    db.close()

    def _done(self, work: Callable[[sqlite3.Connection], _T]) -> _T | None:
        with self._lock:
            if self._db is None:
                return None
            if self._busy:
                return work(self._db)  # whoever called from inside `work` answers for what goes wrong
            self._busy = True
            try:
                try:
                    return work(self._db)
                except sqlite3.Error as error:
                    if not self._repaired(error):
                        raise
                    return work(self._db)
            except sqlite3.Error as error:
                self.notice = self._cannot(error)
                return None
            finally:
                self._busy = False

    def _repaired(self, error: sqlite3.Error) -> bool:
        """Repair the damage that an error tells of; tell whether the same may be tried once more."""
        code = getattr(error, "sqlite_errorcode", 0)
        if self._db is not None and self._db.text_factory is str and "decode to UTF-8" in str(error):
            # Damage inside a text, which SQLite does not see: that row is read as it is, and the others with it.
            self._db.text_factory = partial(str, encoding="utf-8", errors="replace")
            return True
        if self._db is None or self.read_only_reason:
            return False
        if code == sqlite3.SQLITE_ERROR:  # as for "no such column": either a fault of ours, or damage
            try:
                if not restore_declarations(self._db):
                    return False
            except sqlite3.Error as failure:
                if failure.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
                    return False
                self._drop()
                self._replace_damaged()
                return self._db is not None
            self._announce_new_index()
            return True
        if code & 0xFF not in _DAMAGE:
            return False
        if code == _INDEX_DAMAGED and self._rebuild_index(self._db):
            return True
        self._drop()
        self._replace_damaged()
        return self._db is not None

    def _connect(self) -> None:
        try:
            self._take(database_file.opened(self.path, BUSY))
        except TooNew:
            self._db = database_file.opened_to_read(self.path, BUSY)
            self.read_only_reason = self.notice = (
                f"The library {self._name} is of a newer quoth: it is read, but nothing is kept; update this one."
            )
        except (sqlite3.Error, OSError) as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGE:
                self._replace_damaged()
            elif (db := database_file.opened_to_read(self.path, BUSY)) is not None and is_up_to_date(db):
                self._db = db
                self.read_only_reason = self.notice = (
                    f"The library {self._name} can only be read: nothing new is kept; see who may write there."
                )
            else:  # also one of an older quoth, whose tables this one cannot ask
                self.notice = self._cannot(error)
                if db is not None:
                    db.close()

    def _take(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._file = self.path.stat()

    def _replace_damaged(self) -> None:
        """Set a damaged file aside and begin another with what can be read of it."""
        try:
            aside = database_file.set_aside(self.path, self._file)
            db = database_file.opened(self.path, BUSY)
            self._take(db)
        except (sqlite3.Error, OSError, TooNew) as error:
            self.notice = self._cannot(error)
            return
        if aside is None:
            return
        from tui.library.rescue import rescue

        try:
            saved = rescue(aside, db)
        except (sqlite3.Error, OSError):
            saved = {}
        self.enqueue(self.index_pending)
        kept = [
            f"{n:,} {name if n != 1 else name.removesuffix('s')}"
            for name, n in saved.items()
            if n and name in ("corrections", "clippings", "articles")
        ]
        self.notice = f"The library {self._name} was damaged: it is now “{aside.name}”, and another begun" + (
            f" with what could be read of it ({', '.join(kept)})." if kept else "."
        )

    def _rebuild_index(self, db: sqlite3.Connection) -> bool:
        """Empty the search tables, where these alone are damaged, to be filled again; tell whether that worked."""
        try:
            db.execute("BEGIN IMMEDIATE")
            clear_index(db)
            db.execute("COMMIT")
        except sqlite3.Error:
            if db.in_transaction:
                db.execute("ROLLBACK")
            return False
        self._announce_new_index()
        return True

    def _announce_new_index(self) -> None:
        self.enqueue(self.index_pending)
        self.notice = f"The search in the library {self._name} was damaged: it is made anew, nothing is lost."

    @property
    def _name(self) -> str:
        return f"“{one_line(str(self.path))}”"

    def _cannot(self, error: Exception) -> str:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        return (
            f"The library {self._name} cannot be used ({one_line(reason)}): reading goes on, nothing is kept."
        )


def now() -> str:
    """Return the time in UTC, in the form in which everything in the library is dated."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
