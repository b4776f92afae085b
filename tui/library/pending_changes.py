"""Changes that cannot be written to the library, kept in a file beside it.

Another program may hold the library's lock when quoth closes, or the disk may be full, the file read-only, a device
failing. The changes are then made in temporary tables, which hide those of the library as long as the connection
lasts, and the rows that differ afterwards are written to a file. The next start merges these rows before anything
else is read. Merging the same rows twice changes nothing.
"""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
import sys
import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from tui.article.sanitising import one_line
from tui.library import people_changes, search_index
from tui.library.connection import Connection
from tui.library.database_file import PENDING, UNREADABLE, create_private, pending_files
from tui.library.rescue import TABLES
from tui.library.serialisation import Unreadable
from tui.library.timestamps import stamp

_T = TypeVar("_T")

SCHEMA = 1
_CHANGED = ("corrections", "clippings", "people_changes")
"""The tables with a reader's changes; each has an id, and everything else is computed from them."""
_COMPUTED = ("people", "appearances")
"""The tables to which such a change is applied at once."""

Changes = dict[str, Any]
"""The JSON object in the file: for each table the new or changed rows, and the ids of those deleted."""


class Overlay:
    """Temporary tables that hide the library's own and take the changes that cannot be written now."""

    def __init__(self, db: sqlite3.Connection) -> None:
        """Hide the tables of `db` for as long as it is open. Raises sqlite3.Error."""
        self._db = db
        self.file: Path | None = None
        """The file with the changes, once there is one."""
        db.execute("PRAGMA temp_store = MEMORY")  # the changes must not go to a file of SQLite's
        db.execute("PRAGMA busy_timeout = 0")
        db.execute("BEGIN")
        for table in (*_CHANGED, *_COMPUTED):
            (declared,) = db.execute("SELECT sql FROM main.sqlite_master WHERE name = ?", (table,)).fetchone()
            db.execute(declared.replace("CREATE TABLE", "CREATE TEMP TABLE", 1))
            db.execute(f"INSERT INTO temp.{table} SELECT * FROM main.{table}")
        for table in _CHANGED:
            db.execute(f"CREATE TEMP TABLE before_{table} AS SELECT * FROM temp.{table}")
        db.execute("COMMIT")

    def changes(self) -> Changes:
        """Return what has changed since the overlay was made."""
        out: Changes = {"schema": SCHEMA}
        for table in _CHANGED:
            columns = ", ".join(TABLES[table])
            rows = self._db.execute(
                f"SELECT {columns} FROM temp.{table} EXCEPT SELECT {columns} FROM temp.before_{table}"
            ).fetchall()
            gone = self._db.execute(f"SELECT id FROM temp.before_{table} EXCEPT SELECT id FROM temp.{table}")
            out[table] = {
                "rows": [
                    {n: _encoded(v) for n, v in zip(TABLES[table], row, strict=True)} for row in sorted(rows)
                ],
                "deleted": [identifier for (identifier,) in gone],
            }
        return out


def save(library: Connection, works: Sequence[Callable[[], object]]) -> str:
    """Run `works` on an overlay and write what they change to a file; return a sentence about it, or ""."""
    overlay = _overlay_of(library)
    for work in works if overlay is not None else ():
        try:
            work()
        except Exception:  # the other changes are kept all the same
            threading.excepthook(threading.ExceptHookArgs((*sys.exc_info(), threading.current_thread())))
    changes = None if overlay is None else library.query(lambda _: overlay.changes())
    if changes is None:
        return f"The last changes could not be kept. {library.notice}"
    if not (number := count(changes)):
        return ""
    assert overlay is not None
    try:
        overlay.file = path = write(library.path, changes, overlay.file)
    except OSError as error:
        reason = one_line(error.strerror or str(error))
        return f"{_many(number)} could not be kept: neither library nor a file beside it can be written ({reason})."
    return _told(number, path)


def put_aside(library: Connection, work: Callable[[], _T]) -> _T:
    """Run `work`, a change, on the overlay and write all changes so far to a file; return the result of `work`.

    Raises OSError if the file cannot be written or the library not be read; nothing has then been changed.
    """
    overlay = _overlay_of(library)
    if overlay is None:
        raise OSError(library.notice)

    def change(db: sqlite3.Connection) -> tuple[_T]:
        db.execute("BEGIN")
        try:
            result = work()  # its transactions become part of this one
            changes = overlay.changes()
            if number := count(changes):
                overlay.file = write(library.path, changes, overlay.file)
                library.unwritable = _told(number, overlay.file)
            db.execute("COMMIT")
        except BaseException:
            db.execute("ROLLBACK")
            raise
        return (result,)

    done = library.query(change)
    if done is None:
        raise OSError(library.notice)
    return done[0]


def _overlay_of(library: Connection) -> Overlay | None:
    """Return the overlay of a library, which is made the first time; None if the library cannot be read."""
    if library not in _overlays:
        library.is_overlaid = True
        overlay = library.query(Overlay)
        if overlay is None:
            library.is_overlaid = False
            return None
        _overlays[library] = overlay
    return _overlays[library]


def _told(number: int, path: Path) -> str:
    it, are = ("it is", "is") if number == 1 else ("they are", "are")
    return (
        f"The library could not be written. {_many(number)} {are} in “{one_line(str(path))}”: "
        f"{it} kept when quoth next starts."
    )


_overlays: WeakKeyDictionary[Connection, Overlay] = WeakKeyDictionary()


def merge_files(library: Connection, wait: float | None) -> str:
    """Merge what `save` wrote and return a sentence about it, or ""; wait at most `wait` seconds for others.

    If the library is locked for longer, merging is tried again in the background.
    """
    merged, unreadable = 0, ""
    for path in pending_files(library.path):
        changes = read(path)
        if changes is None:
            aside = path.with_name(path.name + UNREADABLE)
            with contextlib.suppress(OSError):
                path.replace(aside)
            unreadable = f"Changes in “{one_line(str(aside))}” cannot be read, and were not kept."
        elif library.transact(partial(merge, changes=changes), wait=wait):
            path.unlink(missing_ok=True)
            merged += count(changes)
        elif library.is_locked:
            library.notice = ""
            library.enqueue(library.catch_up)
            return "Changes of your last session still wait to be kept: another program is using the library."
        else:
            return f"Changes of your last session still wait to be kept. {library.notice}"
    if merged:
        library.enqueue(library.index_pending)
        were = "was" if merged == 1 else "were"
        return f"{_many(merged)} from your last session {were} kept now. {unreadable}".strip()
    return unreadable


def _many(number: int) -> str:
    return "1 change" if number == 1 else f"{number:,} changes"


def count(changes: Changes) -> int:
    """Return the number of changes, as the reader would count them."""
    # Making a correction also marks undone ones that can no longer be redone: that is one change.
    return sum(
        sum(row.get("undone") != -1 for row in changes[table]["rows"]) + len(changes[table]["deleted"])
        for table in _CHANGED
    )


def write(library: Path, changes: Changes, path: Path | None = None) -> Path:
    """Write changes to a file beside the library, in place of `path` or as a new one; return its path.

    Raises OSError.
    """
    moment = stamp()
    path = path or library.with_name(f"{library.name}{PENDING}{moment}-{os.getpid()}")
    part = path.with_name(f"{library.name}.part-{moment}-{os.getpid()}")
    try:
        with open(create_private(part), "w", encoding="utf-8") as file:  # noqa: PTH123 (a descriptor)
            json.dump(changes, file)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise
    return path


def read(path: Path) -> Changes | None:
    """Return the changes in a file, an empty object if it is gone; None if it is invalid or cannot be read."""
    try:
        data: Changes = json.loads(path.read_text(encoding="utf-8"))
        if data["schema"] != SCHEMA:
            return None
        for table in _CHANGED:
            for row in data[table]["rows"]:
                if row.keys() != set(TABLES[table]):
                    return None
            list(data[table]["deleted"])
    except FileNotFoundError:  # another process has merged it
        return {table: {"rows": [], "deleted": []} for table in _CHANGED}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    return data


def merge(db: sqlite3.Connection, changes: Changes) -> bool:
    """Merge changes into the library, inside a transaction; return True."""
    for row in changes["corrections"]["rows"]:
        _merge_correction(db, {name: _decoded(value) for name, value in row.items()})
    for table in ("clippings", "people_changes"):
        for row in changes[table]["rows"]:
            marks = ", ".join("?" * len(row))
            values = [_decoded(value) for value in row.values()]
            db.execute(f"INSERT OR REPLACE INTO {table} ({', '.join(row)}) VALUES ({marks})", values)
        for identifier in changes[table]["deleted"]:
            db.execute(f"DELETE FROM {table} WHERE id = ?", (identifier,))
    people = []
    for row in changes["people_changes"]["rows"]:
        with contextlib.suppress(Unreadable):
            people.append(people_changes.change_from_json(row["id"], row["data"]))
    if people:
        people_changes.apply(db, people)
    return True


def _merge_correction(db: sqlite3.Connection, row: dict[str, Any]) -> None:
    """Add a correction, or set `undone` of the existing one; its row may by now belong to another."""
    there = db.execute(
        "UPDATE corrections SET undone = :undone WHERE text_hash = :text_hash AND made = :made AND data = :data",
        row,
    )
    if not there.rowcount:
        db.execute(
            "INSERT INTO corrections (text_hash, source, made, undone, data) "
            "VALUES (:text_hash, :source, :made, :undone, :data)",
            row,
        )
    # The corrected articles have to be indexed again.
    about = "indexed AND (text_hash = :text_hash OR url = :source OR source = :source)"
    for (number,) in db.execute(f"SELECT id FROM articles WHERE {about}", row).fetchall():
        search_index.unindex(db, number)


def _encoded(value: object) -> object:
    return {"hex": value.hex()} if isinstance(value, bytes) else value


def _decoded(value: Any) -> Any:
    return bytes.fromhex(value["hex"]) if isinstance(value, dict) else value
