"""The connection to the library's file. Whatever goes wrong with the file, the reader goes on.

Each subject (articles, people, clippings, corrections …) has a module of its own, which is given a `Connection`
and uses two of its methods:

- `query(work)` only reads: `work` is given the sqlite3.Connection, and its result is returned.
- `transact(work)` writes: `work` runs inside one transaction that is committed whole or not at all. Once a
result is returned it is kept: no kill or crash of this program loses it, and with `durable` no power cut
either.

Both return None if anything went wrong, and `notice` then says what, in one sentence; `work` should return
something other than None (an id, True) to tell the two apart. Both may be called from any thread, also one
inside the other. The sqlite3.Connection must not be used outside the `work` it was passed to.

While another program writes, `transact` waits for some seconds; `enqueue` has work done on a thread of the
library, where it may wait until `close`. Other threads can read meanwhile. A reader's changes that are still
unwritten at `close` go into a file beside the library (`tui.library.pending_changes`), which the next
`catch_up` merges. So do, at once, those that cannot be written for another reason, such as a full disk.
"""

from __future__ import annotations

import contextlib
import math
import os
import sqlite3
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from tui.library import database_file, library_notices
from tui.library.repair import Repair, is_damaged, repair, restore_texts
from tui.library.schema import TooNew, is_up_to_date
from tui.library.transaction import Locked, in_transaction
from tui.library.write_queue import Interrupted, Unwritable, WriteQueue

BUSY = 1.0  # seconds to wait for another program that writes
_BUSY_DURABLE = 5.0  # the same for a change that the reader made and must not lose
_BUSY_QUEUED = math.inf  # the same for such a change in the queue
_PATIENCE = 5.0  # seconds for which closing waits until the queue is written
_LAST_WRITE = 10.0  # seconds for which it then waits for the write in progress
_BUSY_PAUSE = 0.02  # seconds between two attempts

_UNWRITABLE = (
    *(sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR),
    *(sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM),
)
_RETRY = 1.0  # seconds between two attempts to keep a change that can be written nowhere

_T = TypeVar("_T")


class Connection:
    """One SQLite file in WAL mode."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.notice = ""
        """A sentence if something could not be kept or read; empty while all is well."""
        self.read_only_reason = ""
        """The reason why nothing can be written, as a sentence; empty if the library is writable."""
        self.caught_up = ""
        """A sentence on what became of the changes that the last session left unwritten; empty without any."""
        self.left_over = ""
        """A sentence on what became of the changes that `close` found unwritten; empty without any."""
        self.closing = False
        self.patience = _PATIENCE
        """Seconds for which `close` waits until the queue is written."""
        self.is_overlaid = False
        """True while changes go into temporary tables and a file, as `tui.library.pending_changes` arranges."""
        self.is_locked = False
        """True if the last work failed because another program was writing."""
        self.unwritable = ""
        """A sentence on changes that are in a file because the library cannot be written, or wait for either."""
        self._may_put_aside = True
        self._db: sqlite3.Connection | None = None
        self._lock = threading.RLock()
        self._second: sqlite3.Connection | None = None  # for reading beside a thread that writes
        self._reading = threading.RLock()
        self._queue = WriteQueue(self._make_change)
        self._busy = False
        self._file: os.stat_result | None = None

    def query(self, work: Callable[[sqlite3.Connection], _T]) -> _T | None:
        """Return the result of `work`, which only reads; None, with a notice, if the library cannot be read.

        While another thread writes, such as a text of 20 MB, what was committed before is read at once.
        """
        if self._lock.acquire(blocking=False):
            try:
                return self._done(work)
            finally:
                self._lock.release()
        with self._reading, contextlib.suppress(sqlite3.Error, AttributeError, TypeError):
            if (beside := self._beside()) is not None:
                return work(beside)
        return self._done(work)

    def transact(
        self, work: Callable[[sqlite3.Connection], _T], *, durable: bool = True, wait: float | None = None
    ) -> _T | None:
        """Return the result of `work` once all it wrote is committed; None, with a notice, if nothing is.

        `wait` is how many seconds to wait for another program that writes; None stands for the usual time.

        `durable` waits for the disk (`synchronous = FULL`); it is for what the reader made by hand. Without it a
        power cut, but nothing else, may lose the last moments.
        """

        if self.read_only_reason and not self.is_overlaid:
            self.notice = self.read_only_reason
            if self._may_put_aside and self._queue.is_making_change:
                raise Unwritable
            return None
        if self.is_overlaid and not durable:
            return None  # what is computed from the changes would be in temporary tables only
        if wait is None:
            wait = BUSY if not durable else _BUSY_QUEUED if self._queue.is_current_thread else _BUSY_DURABLE
        until = time.monotonic() + wait
        after = 0 if self.is_overlaid else BUSY  # how long SQLite waits by itself outside transactions

        def whole(db: sqlite3.Connection) -> _T:
            return in_transaction(
                db, work, durable=durable, at_once=not self.is_overlaid, until=until, busy=after
            )

        while True:
            try:
                return self._done(whole)
            except Locked:
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
        """Run `work` on the library's own thread, in the order enqueued and before `close` returns.

        `callback` is called there with its result. `is_change` marks a change that the reader made: if it
        cannot be written by then, `close` saves it in a file.
        """
        self._queue.enqueue(work, callback, is_change=is_change)

    @property
    def unwritten(self) -> int:
        """The number of the reader's changes that are not written yet."""
        return self._queue.changes

    def catch_up(self) -> None:
        """Merge the changes that the last session left unwritten, if there are any; `caught_up` says so."""

    def save_pending(self, _changes: Sequence[Callable[[], object]]) -> str:
        """Save changes that cannot be written now in a file; return a sentence about it, "" without a change."""
        return ""

    def put_aside(self, work: Callable[[], _T]) -> _T:
        """Make a change in a file beside the library, and return its result once it is there. Raises OSError."""
        return work()

    def index_pending(self) -> int:
        """Index the articles that are not indexed, as after a rescue; return their number."""
        return 0

    def close(self) -> None:
        """Finish the queue, apart from indexing, and close the file.

        Wait at most `patience` seconds, then save the reader's remaining changes in a file; `left_over` says
        so. From then on the library answers like an empty one.
        """
        self.closing = True
        self._queue.join(self.patience)
        try:
            left = self._queue.stop(_LAST_WRITE)
        except TimeoutError:  # the disk does not answer: the file cannot be closed either
            self.left_over = library_notices.does_not_answer(self.path)
            return
        if left or self.is_overlaid:
            self.left_over = self.save_pending(left)
        self._drop()

    def _make_change(self, work: Callable[[], object]) -> object:
        """Make a reader's change, in a file if the library cannot be written; wait while neither can be."""
        while True:
            try:
                if self.is_overlaid:
                    return self.put_aside(work)
                try:
                    return work()
                except Unwritable:
                    return self.put_aside(work)
            except OSError as error:
                self.unwritable = library_notices.change_waits(self.path, error)
            until = time.monotonic() + _RETRY
            while time.monotonic() < until:
                if self._queue.is_stopping:
                    raise Interrupted
                time.sleep(_BUSY_PAUSE)

    def _beside(self) -> sqlite3.Connection | None:
        """Return the second connection, opened when first needed; None if only the first one knows all."""
        if self._db is None or self.is_overlaid or self._db.text_factory is not str:
            return None
        if self._second is None:
            self._second = database_file.opened_to_read(self.path, BUSY)
        return self._second

    def _drop(self) -> None:
        with self._lock:
            db, self._db = self._db, None
            second, self._second = self._second, None
            # If it is in use, it is closed after that.
            if second is not None and self._reading.acquire(timeout=BUSY):
                self._reading.release()
                with contextlib.suppress(sqlite3.Error):
                    second.close()
            if db is not None:  # the last one to be closed takes SQLite's log in
                with contextlib.suppress(sqlite3.Error):
                    db.close()

    def _done(self, work: Callable[[sqlite3.Connection], _T]) -> _T | None:
        with self._lock:
            if self._db is None:
                return None
            if self._busy:
                return work(self._db)  # the caller inside `work` handles what goes wrong
            self._busy = True
            try:
                try:
                    with database_file.damage_told():
                        return work(self._db)
                except sqlite3.Error as error:
                    if not self._repaired(error):
                        raise
                    return work(self._db)
                except (AttributeError, TypeError):
                    if self.read_only_reason or not restore_texts(self._db):
                        raise
                    return work(self._db)
            except sqlite3.Error as error:
                self.notice = library_notices.unusable(self.path, error)
                code = getattr(error, "sqlite_errorcode", 0) & 0xFF
                self.is_locked = code == sqlite3.SQLITE_BUSY
                if code in _UNWRITABLE and not self.is_overlaid and self._queue.is_making_change:
                    raise Unwritable from error
                return None
            finally:
                self._busy = False

    def _repaired(self, error: sqlite3.Error) -> bool:
        """Repair the damage that caused an error; tell whether the work may be tried once more."""
        if self._db is None:
            return False
        done = repair(self._db, error, may_write=not self.read_only_reason)
        if done is Repair.INDEX_EMPTIED:
            self.enqueue(self.index_pending)
            self.notice = library_notices.search_damaged(self.path)
        elif done is Repair.FILE_LOST:
            self._drop()
            self._replace_damaged()
            return self._db is not None
        return done is not Repair.NOTHING

    def _connect(self) -> None:
        try:
            self._take(database_file.opened(self.path, BUSY))
        except TooNew:
            self._db = database_file.opened_to_read(self.path, BUSY)
            self._may_put_aside = False  # its tables may be others
            self.read_only_reason = self.notice = library_notices.too_new(self.path)
        except (sqlite3.Error, OSError) as error:
            if is_damaged(error):
                self._replace_damaged()
            elif (db := database_file.opened_to_read(self.path, BUSY)) is not None and is_up_to_date(db):
                self._db = db
                self.read_only_reason = self.notice = library_notices.read_only(self.path)
            else:  # also one of an older version, whose tables this one cannot query
                self.notice = library_notices.unusable(self.path, error)
                if db is not None:
                    db.close()

    def _take(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._file = self.path.stat()

    def _replace_damaged(self) -> None:
        """Set a damaged file aside and start a new one with what can be read of it."""
        try:
            aside = database_file.set_aside(self.path, self._file)
            db = database_file.opened(self.path, BUSY)
            self._take(db)
        except (sqlite3.Error, OSError, TooNew) as error:
            self.notice = library_notices.unusable(self.path, error)
            return
        if aside is None:
            return
        from tui.library.rescue import rescue

        try:
            saved = rescue(aside, db)
        except (sqlite3.Error, OSError):
            saved = {}
        self.enqueue(self.index_pending)
        self.notice = library_notices.replaced(self.path, aside, saved)
