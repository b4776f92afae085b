"""Check that an archive is complete: its counts, its schema, missing files, duplicates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from tui.archive.archive_errors import ArchiveError
from tui.archive.identities import SeenIdentities, hash_identities, hash_identity
from tui.archive.manifest import FILE, Manifest
from tui.archive.shard_files import Target
from tui.archive.tables import SCHEMAS
from tui.session.reading.plurals import pluralise


class Check(NamedTuple):
    """The number of rows of each table, and a sentence for each problem."""

    counts: dict[str, int]
    problems: list[str]


def check_archive(folder: str) -> Check:
    """Check an archive of Parquet files. Raises ArchiveError if there is none."""
    if not (Path(folder) / FILE).exists():
        raise ArchiveError(f"“{folder}” is no archive; quoth archive INPUT --output {folder} makes one.")
    manifest = Manifest.open(Target(folder))
    counts: dict[str, int] = dict.fromkeys(SCHEMAS, 0)
    problems = [
        f"{path.parent.name}/{path.name} is missing; run the archive again." for path in manifest.missing()
    ]
    known = {file for entry in manifest.entries.values() for file in entry.files}
    for path in manifest.files():
        if path.name.split(".")[0] not in known:
            problems.append(
                f"{path.parent.name}/{path.name} is of a run that was stopped; run the archive again."
            )
    seen, doubled = SeenIdentities(), set[str]()
    for name, schema in SCHEMAS.items():
        for path in sorted((Path(folder) / name).glob("*.parquet")):
            if path.stem in known:
                problems += _problems_of(path, name, schema, counts)
                if name == "articles":
                    doubled |= _doubled_in(path, seen)
    told = {
        name: sum(getattr(entry, name) for entry in manifest.entries.values())
        for name in ("articles", "quotes", "errors")
    }
    for name, expected in told.items():
        if counts[name] != expected:
            problems.append(f"There are {counts[name]:,} {name} where {expected:,} were written.")
    if doubled:
        some = ", ".join(sorted(doubled))[:200]
        problems.append(f"{pluralise(len(doubled), 'id')} of articles stand more than once: {some}.")
    return Check(counts, problems)


def _problems_of(path: Path, name: str, schema: Any, counts: dict[str, int]) -> Iterator[str]:
    """Count the rows of a file, and yield what is wrong with it."""
    import pyarrow.parquet as pq

    place = f"{name}/{path.name}"
    try:
        file = pq.ParquetFile(path)
        if not file.schema_arrow.equals(schema):
            yield f"{place} has other columns than this version of quoth writes."
        counts[name] += file.metadata.num_rows
    except Exception as error:
        yield f"{place} cannot be read ({type(error).__name__}); remove it and run the archive again."


def _doubled_in(path: Path, seen: SeenIdentities) -> set[str]:
    """Return the ids that occur twice in a file, or also in an earlier one; none for an unreadable file."""
    import pyarrow.parquet as pq

    try:
        identities = pq.read_table(path, columns=["article"]).column("article").to_pylist()
    except Exception:
        return set()  # reported already
    again = seen.add(hash_identities(identities))
    return {
        identity
        for identity, count in Counter(identities).items()
        if count > 1 or hash_identity(identity) in again
    }
