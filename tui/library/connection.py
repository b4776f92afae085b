"""The library's file: opened, read and written so that nothing that goes wrong with it stops the reader.

What is kept about one subject stands in a module of its own (articles, analyses, people, clippings,
corrections …), which is given the `Library` and uses two methods of it and nothing else:

- `tried(work)` for what only reads: `work` gets the sqlite3.Connection and its result is returned.
- `written(work)` for what changes something: `work` runs inside one transaction that is either kept whole or
  not at all. Once a result has come back it is kept: no kill and no crash of this program loses it, and with
  `durable` no power cut either.

Both return None after anything went wrong, and `notice` then says what in one sentence; have `work` return
something else (an id, True) to tell the two apart. Both may be called from any thread, one inside the other,
too. A connection must not be used outside the `work` it was handed to.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from tui.article.cleaning import one_line
from tui.library.behind import Behind
from tui.library.schema import TooNew, migrate

_BUSY = 1.0  # seconds to wait for another reader's writing
_BUSY_DURABLE = 5.0  # the same for what a person did and must not be lost

_T = TypeVar("_T")


class Connection:
    """One SQLite file in WAL mode."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.notice = ""
        """A sentence when something could not be kept or found again; empty while all is well."""
        self.only_reads = ""
        """Why nothing can be written, as a sentence; empty where it can."""
        self._db: sqlite3.Connection | None = None
        self._lock = threading.RLock()
        self._behind = Behind()

    def tried(self, work: Callable[[sqlite3.Connection], _T]) -> _T | None:
        """What `work` reads; None, and a notice, when the library cannot do it."""
        return self._done(work)

    def written(self, work: Callable[[sqlite3.Connection], _T], *, durable: bool = True) -> _T | None:
        """What `work` gives once all it wrote is kept; None, and a notice, when nothing of it is.

        `durable` waits for the disk (`synchronous = FULL`): for what a person made by hand. Without it a
        power cut, and nothing else, may take back the last moments.
        """

        def whole(db: sqlite3.Connection) -> _T:
            if db.in_transaction:
                return work(db)  # part of what is being written already
            if durable:
                db.execute("PRAGMA synchronous = FULL")
                db.execute(f"PRAGMA busy_timeout = {int(_BUSY_DURABLE * 1000)}")
            try:
                db.execute("BEGIN IMMEDIATE")
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
                        db.execute(f"PRAGMA busy_timeout = {int(_BUSY * 1000)}")
            return done

        if self.only_reads:
            self.notice = self.only_reads
            return None
        return self._done(whole)

    def behind(self, work: Callable[[], object]) -> None:
        """Have `work` done on a thread of the library's own, in the order asked for, before `close` returns."""
        self._behind.do(work)

    def close(self) -> None:
        """Finish what is behind and close the file; the library answers as an empty one from then on."""
        self._behind.finish()
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
            try:
                return work(self._db)
            except sqlite3.Error as error:
                if _is_damaged(error):
                    self._drop()
                    self._set_aside()
                else:
                    self.notice = self._cannot(error)
        return None

    def _connect(self, *, again: bool = True) -> None:
        db = None
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            db = sqlite3.connect(self.path, timeout=_BUSY, isolation_level=None, check_same_thread=False)
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
        aside = self.path.with_name(f"{self.path.name}.damaged-{stamp}")
        try:
            self.path.replace(aside)
        except OSError as error:
            self.notice = self._cannot(error)
            return False
        for end in ("-wal", "-shm"):
            with contextlib.suppress(OSError):
                self.path.with_name(self.path.name + end).replace(aside.with_name(aside.name + end))
        self.notice = f"The library {self._name} was damaged: it is now “{aside.name}”, and another begun."
        return True

    @property
    def _name(self) -> str:
        return f"“{one_line(str(self.path))}”"

    def _cannot(self, error: Exception) -> str:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        return (
            f"The library {self._name} cannot be used ({one_line(reason)}): reading goes on, nothing is kept."
        )


def home() -> Path:
    """The folder the library stands in: QUOTH_HOME, or else the user's data folder."""
    if chosen := os.environ.get("QUOTH_HOME"):
        return Path(os.path.expanduser(chosen))  # noqa: PTH111 (the other one raises for unknown users)
    from platformdirs import user_data_path

    return user_data_path("quoth", appauthor=False)


def now() -> str:
    """This moment in UTC, as everything in the library is dated."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _is_damaged(error: sqlite3.Error) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
