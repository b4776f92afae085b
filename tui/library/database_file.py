"""Open the library's file with SQLite, to write or only to read it, and set it aside if it is damaged."""

from __future__ import annotations

import contextlib
import errno
import os
import sqlite3
import stat
import time
from collections.abc import Iterator
from pathlib import Path

from tui.article.errors import CannotRead
from tui.library.schema import migrate
from tui.library.timestamps import stamp

PENDING, UNREADABLE = ".pending-", ".unreadable"
"""What follows the library's name in that of a file with pending changes; what ends it if it is unreadable."""
_ATTEMPTS = 20


def home() -> Path:
    """Return the folder of the library: QUOTH_HOME, or else the user's data folder.

    Raises CannotRead if there is no home folder.
    """
    if chosen := os.environ.get("QUOTH_HOME"):
        return Path(os.path.expanduser(chosen))  # noqa: PTH111 (the other one raises for unknown users)
    from platformdirs import user_data_path

    try:
        return user_data_path("quoth", appauthor=False)
    except RuntimeError:
        raise CannotRead("There is no home folder; set HOME or QUOTH_HOME to a folder of yours.") from None


def has_file(name: str) -> bool:
    """Tell whether the folder of the library holds this file; one that may not be entered holds none."""
    return os.path.exists(home() / name)


def opened(path: Path, busy: float) -> sqlite3.Connection:
    """Open the file, creating it and its folder if missing, and bring its tables up to date.

    `busy` is how many seconds to wait for others. Raises sqlite3.Error, OSError and TooNew.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    _make_private(path)
    db = _connected(str(path), busy)
    try:
        with damage_told():
            _in_wal_mode(db, busy)
            db.execute("PRAGMA synchronous = NORMAL")
            db.execute("PRAGMA secure_delete = FAST")  # deleted articles are overwritten in the file
            migrate(db)
        if not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    except BaseException:
        db.close()
        raise
    return db


@contextlib.contextmanager
def damage_told() -> Iterator[None]:
    """Raise sqlite3.DatabaseError, SQLITE_CORRUPT, where SQLite's words quote a damaged file and are no UTF-8."""
    try:
        yield
    except UnicodeDecodeError as error:
        failure = sqlite3.DatabaseError("the file is damaged")
        failure.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise failure from error


def create_private(path: Path) -> int:
    """Create a file that nobody else may read, and return its descriptor. Raises OSError if it exists."""
    return os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)


def _make_private(path: Path) -> None:
    """Let nobody else read the library or the files beside it: what somebody reads is private.

    The folder is made private too if it is quoth's own. SQLite gives its log the permissions of the file.
    """
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):  # it exists, or opening it will say why it cannot be created
        os.close(create_private(path))
    found: list[Path] = []
    with contextlib.suppress(OSError):
        found += [path.with_name(name) for name in os.listdir(path.parent) if name.startswith(path.name)]  # noqa: PTH208
    if not os.environ.get("QUOTH_HOME") and path.parent == home():
        found.append(path.parent)
    for each in found:
        with contextlib.suppress(OSError):  # it belongs to somebody else
            mode = stat.S_IMODE(each.stat().st_mode)
            if mode & 0o077:
                each.chmod(mode & 0o700)


def opened_to_read(path: Path, busy: float) -> sqlite3.Connection | None:
    """Open the file without writing anything, even beside it as SQLite would; None if that fails too."""
    log = path.with_name(path.name + "-wal")
    try:
        if not os.path.isfile(path):
            return None
        logged = os.path.exists(log) and log.stat().st_size > 0
    except OSError:  # the folder may not be entered
        return None
    for way in ("mode=ro", "immutable=1"):
        if way == "immutable=1" and logged:
            break  # another program is writing: what is in its log would be missing
        db = None
        try:
            db = _connected(f"{path.absolute().as_uri()}?{way}", busy, uri=True)
            db.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except (sqlite3.Error, OSError, ValueError):
            if db is not None:
                db.close()
        else:
            return db
    return None


def pending_files(library: Path) -> list[Path]:
    """Return the files beside a library with changes yet to be merged into it, the oldest first."""
    try:
        names = sorted(os.listdir(library.parent))  # noqa: PTH208
    except OSError:
        return []
    start = f"{library.name}{PENDING}"
    return [library.with_name(n) for n in names if n.startswith(start) and not n.endswith(UNREADABLE)]


def set_aside(path: Path, known: os.stat_result | None) -> Path | None:
    """Rename a damaged file and its log, and return its new path; None if another program has done that.

    `known` is the file that was found damaged. Raises OSError.
    """
    if known is not None and os.path.exists(path) and not os.path.samestat(known, path.stat()):
        return None
    aside = path.with_name(f"{path.name}.damaged-{stamp()}")
    path.replace(aside)
    for end in ("-wal", "-shm"):
        with contextlib.suppress(OSError):
            path.with_name(path.name + end).replace(aside.with_name(aside.name + end))
    return aside


def _connected(name: str, busy: float, *, uri: bool = False) -> sqlite3.Connection:
    return sqlite3.connect(name, uri=uri, timeout=busy, isolation_level=None, check_same_thread=False)


def _in_wal_mode(db: sqlite3.Connection, busy: float) -> None:
    """Switch to a write-ahead log. Two programs that create the file at once block each other for a moment."""
    for attempt in range(_ATTEMPTS):
        try:
            db.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or attempt == _ATTEMPTS - 1:
                raise
            time.sleep(busy / _ATTEMPTS)
        else:
            return
