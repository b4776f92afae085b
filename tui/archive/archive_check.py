"""Check that an archive is complete: its counts, its schema, missing files, duplicates."""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from tui.archive.archive_errors import ArchiveError
from tui.archive.article_ids import SeenIdentities, hash_identities, hash_identity
from tui.archive.manifest import FILE, Manifest
from tui.archive.shard_files import output_folder
from tui.archive.tables import SCHEMAS
from tui.session.reading.plurals import pluralise


class Check(NamedTuple):
    """The number of rows of each table, and a sentence for each problem."""

    counts: dict[str, int]
    problems: list[str]


def check_archive(folder: str) -> Check:
    """Check an archive. Raises ArchiveError if there is none."""
    place = Path(output_folder(folder))
    if not os.path.exists(place / FILE):
        if any(os.path.isdir(place / name) for name in SCHEMAS):
            raise ArchiveError(f"“{folder}” has lost its {FILE}; make the archive again in a new folder.")
        raise ArchiveError(f"“{folder}” is not an archive; quoth archive INPUT --output {folder} makes one.")
    manifest = Manifest.open_any(str(place))
    is_jsonl = manifest.target.format == "jsonl"
    counts = {name: 0 for name in SCHEMAS if not is_jsonl or name in ("articles", "quotes", "errors")}
    problems = [f"{_called(path)} is missing; run the archive again." for path in manifest.missing()]
    if manifest.unfinished:
        problems.append(f"The last run left {pluralise(manifest.unfinished, 'shard')} undone; run it again.")
    known = {file for entry in manifest.entries.values() for file in entry.files}
    seen, doubled = SeenIdentities(), set[str]()
    for path in manifest.files():
        if path.name.split(".")[0] not in known:
            problems.append(f"{_called(path)} is from a run that was stopped; run the archive again.")
            continue
        try:
            identities = _read(path, manifest.target.format, counts)
        except _OtherColumns:
            problems.append(f"{_called(path)} has other columns than this version of quoth writes.")
        except Exception as error:
            problems.append(
                f"{_called(path)} cannot be read ({type(error).__name__}); remove it and run the archive again."
            )
        else:
            again = seen.add(hash_identities(identities))
            doubled |= {
                identity
                for identity, count in Counter(identities).items()
                if count > 1 or hash_identity(identity) in again
            }
    for name in ("articles", "quotes", "errors"):
        expected = sum(getattr(entry, name) for entry in manifest.entries.values())
        if counts[name] != expected:
            problems.append(f"There are {counts[name]:,} {name} where {expected:,} were written.")
    if doubled:
        some = ", ".join(sorted(doubled))[:200]
        problems.append(f"{pluralise(len(doubled), 'id')} of articles found more than once: {some}.")
    return Check(counts, problems)


class _OtherColumns(Exception):
    """The columns of a file are not those of its table."""


def _called(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def _read(path: Path, format: str, counts: dict[str, int]) -> list[str]:
    """Count the rows of a file, and return the ids of the articles in it, if it is one of articles."""
    table = path.parent.name
    if format == "jsonl":
        with path.open(encoding="utf-8", newline="\n") as file:
            values = [json.loads(line) for line in file]
        counts[table] += len(values)
        if table != "articles":
            return []
        counts["quotes"] += sum(len(each["quotes"]) for each in values)
        return [each["article"] for each in values]
    import pyarrow.parquet as pq

    with pq.ParquetFile(path) as rows:
        if not rows.schema_arrow.equals(SCHEMAS[table]):
            raise _OtherColumns
        counts[table] += rows.metadata.num_rows
        is_of_articles = table == "articles"
        return rows.read(["article"]).column("article").to_pylist() if is_of_articles else []
