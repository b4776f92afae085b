"""What is said where the library's file is damaged, locked, too new or cannot be written, one sentence each."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tui.article.sanitising import one_line


def unusable(path: Path, error: Exception) -> str:
    """Say that the library at `path` cannot be used because of an error of SQLite or the system."""
    return f"The library {_name(path)} cannot be used ({_reason(error)}): reading goes on, nothing is kept."


def too_new(path: Path) -> str:
    """Say that the library is only read, as a newer version of quoth made it."""
    return (
        f"The library {_name(path)} was made by a newer version of quoth: it is read, but nothing new is kept. "
        "Update quoth."
    )


def read_only(path: Path) -> str:
    """Say that the file cannot be written."""
    return f"The library {_name(path)} can only be read: nothing new is kept. Check its permissions."


def search_damaged(path: Path) -> str:
    """Say that only the tables for search were damaged."""
    return f"The search in the library {_name(path)} was damaged: it is being rebuilt, nothing is lost."


def replaced(path: Path, aside: Path, saved: Mapping[str, int]) -> str:
    """Say that a damaged file was renamed to `aside`, and how many rows of each table were `saved`."""
    kept = [
        f"{n:,} {table if n != 1 else table.removesuffix('s')}"
        for table, n in saved.items()
        if n and table in ("corrections", "clippings", "articles")
    ]
    rows = f" with what could be read of it ({', '.join(kept)})" if kept else ""
    return (
        f"The library {_name(path)} was damaged: it was renamed “{aside.name}” and a new one started{rows}."
    )


def change_waits(path: Path, error: OSError) -> str:
    """Say that a change of the reader's can be written nowhere for the time being."""
    return (
        f"Neither the library {_name(path)} nor a file beside it can be written ({_reason(error)}): your last "
        "change waits. Make room or check the permissions."
    )


def does_not_answer(path: Path) -> str:
    """Say that the disk does not answer while the library is being closed."""
    return f"The library {_name(path)} does not answer: the last changes may be lost."


def _name(path: Path) -> str:
    return f"“{one_line(str(path))}”"


def _reason(error: Exception) -> str:
    return one_line((error.strerror if isinstance(error, OSError) else None) or str(error))
