"""Inputs of archives, and what a test looks up in them."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from tui.archive.shards import Shard, read_shard

TEXTS = [
    "“The harbour will close,” Mayor Ann Roe said.\n\nPeter Lind, a fisherman, denied that he had known of it.",
    "Peter Lind told the Courier that a ceasefire was near. “It will hold,” he said.",
    "Nobody came to the quay on Monday, and the boats lay still.",
    "“We have no choice,” said Tom Bell, the harbour master. He refused to say what it would cost.",
]


def text_of(number: int) -> str:
    """Return the text of an article with this number."""
    return f"{TEXTS[number % len(TEXTS)]}\n\nNumber {number}."


def json_lines(path: Path, count: int, *broken: str) -> Path:
    """Write JSON lines of so many articles, and these lines after them."""
    lines = [
        json.dumps(
            {
                "id": f"a{n}",
                "text": f"{TEXTS[n % len(TEXTS)]}\n\nNumber {n}.",
                "published": f"2025-0{n % 9 + 1}-02",
            }
        )
        for n in range(count)
    ]
    path.write_text("\n".join([*lines, *broken]) + "\n", encoding="utf-8")
    return path


def text_files(folder: Path, count: int) -> Path:
    """Write so many text files."""
    folder.mkdir(exist_ok=True)
    for n in range(count):
        (folder / f"{n:03}.txt").write_text(text_of(n), encoding="utf-8")
    return folder


def rows(archive: Path, table: str) -> list[dict[str, Any]]:
    """Return the rows of a table of an archive, in order of articles."""
    found = [row for path in (archive / table).glob("*.parquet") for row in pq.read_table(path).to_pylist()]
    return sorted(found, key=lambda row: (row["article"], str(row.get("id", ""))))


def closed_folder(closed: Path) -> Callable[[str], Any]:
    """Return a scandir that may not read this folder, as not even root is kept from one."""
    real = os.scandir

    def scandir(path: str) -> Any:
        if Path(path) == closed:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return real(path)

    return scandir


def ids(planned: list[Shard]) -> list[str]:
    """Return the ids of all documents of shards."""
    return [document.id for shard in planned for document in read_shard(shard)]
