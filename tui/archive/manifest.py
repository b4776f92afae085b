"""The list of finished shards in an archive's folder. What is not listed does not count.

`manifest.jsonl` begins with a line on the archive itself; each further line is a shard, with the paths it was read
from, the ids of its files (more than one where it was halved), and its counts.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path

from tui.archive.archive_errors import ArchiveError
from tui.archive.shard_files import Target, files_of
from tui.archive.shards import Shard
from tui.archive.tables import SCHEMAS

FILE = "manifest.jsonl"
SCHEMA = 1


@dataclass(slots=True)
class ShardEntry:
    """A finished shard."""

    shard: str
    name: str
    paths: list[str]
    files: list[str] = field(default_factory=list)
    articles: int = 0
    quotes: int = 0
    errors: int = 0
    lost: int = 0
    """How many of the errors another run tries to read again."""


@dataclass(slots=True)
class Manifest:
    """The manifest of a folder."""

    target: Target
    entries: dict[str, ShardEntry] = field(default_factory=dict)
    unfinished: int = 0
    """Shards that the last run has not come to."""

    @classmethod
    def open(cls, target: Target) -> Manifest:
        """Read the manifest of a folder, which need not exist. Raises ArchiveError if it is something else."""
        manifest = cls(target)
        path = Path(target.folder) / FILE
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except FileNotFoundError:
            lines = []
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise ArchiveError(f"“{path}” cannot be read ({reason}); name another folder.") from None
        if not lines:
            folder = Path(target.folder)
            if os.path.isdir(folder) and any(each.name != FILE for each in folder.iterdir()):
                raise ArchiveError(
                    f"“{target.folder}” holds other files; name a folder that is new or empty."
                )
            return manifest
        for number, line in enumerate(lines):
            try:
                value = json.loads(line)
                if number == 0:
                    manifest._check(value)
                elif "shard" in value:
                    manifest.entries[value["shard"]] = ShardEntry(**value)
                    manifest.unfinished = max(manifest.unfinished - 1, 0)
                elif "to_do" in value:
                    manifest.unfinished = int(value["to_do"])
                else:
                    manifest.entries.pop(value["gone"], None)
            except (ValueError, TypeError, KeyError):
                continue  # the last line of a run that was killed while it wrote
        return manifest

    @classmethod
    def open_any(cls, folder: str) -> Manifest:
        """Read the manifest of a folder, whatever the archive is written as. Raises ArchiveError."""
        with (Path(folder) / FILE).open(encoding="utf-8", errors="replace") as file:
            is_jsonl = '"format": "jsonl"' in file.readline(1_000)
        return cls.open(Target(folder, "jsonl" if is_jsonl else "parquet"))

    def _check(self, head: dict[str, object]) -> None:
        if head.get("schema") != SCHEMA:
            raise ArchiveError("The archive was written by another version of quoth; write to a new folder.")
        if head.get("format") != self.target.format:
            raise ArchiveError(
                f"The archive is written as {head.get('format')}; use --format {head.get('format')}."
            )

    def add(self, entry: ShardEntry) -> None:
        """Record a shard as finished. Raises OSError."""
        self.entries[entry.shard] = entry
        self._append(asdict(entry))

    def outdated(self, shards: Iterable[Shard]) -> set[str]:
        """Return the shards made of the same files in another state, or otherwise, or that have lost a file since.

        So are those with inputs that could not be read.
        """
        planned = {shard.id for shard in shards}
        paths = {path for shard in shards for path in shard.paths}
        return {
            entry.shard
            for entry in self.entries.values()
            if (entry.shard not in planned and not paths.isdisjoint(entry.paths))
            or (entry.lost and (entry.shard in planned or _holds_any(entry.paths, paths)))
            or any(self._missing(entry))
        }

    def forget(self, outdated: Iterable[str]) -> None:
        """Forget shards, whose files then count for nothing. Raises OSError."""
        for shard in outdated:
            self._append({"gone": shard})
            del self.entries[shard]

    def remove_strays(self) -> None:
        """Remove files of unfinished and outdated shards."""
        known = {file for entry in self.entries.values() for file in entry.files}
        for path in list(self.files()):
            if path.name.split(".")[0] not in known:
                with suppress(OSError):
                    path.unlink()

    def files(self) -> Iterator[Path]:
        """Yield every file in the tables' folders, including those being written."""
        for name in SCHEMAS:
            folder = Path(self.target.folder) / name
            if os.path.isdir(folder):
                yield from sorted(folder.iterdir())

    def missing(self) -> Iterator[Path]:
        """Yield the files that are missing from finished shards."""
        for entry in self.entries.values():
            yield from self._missing(entry)

    def _missing(self, entry: ShardEntry) -> Iterator[Path]:
        for file in entry.files:
            yield from (path for path in files_of(file, self.target).values() if not os.path.exists(path))

    def begin(self, to_do: int) -> None:
        """Mark the folder as an archive before anything else is in it, with the shards to do. Raises OSError."""
        path = Path(self.target.folder) / FILE
        path.parent.mkdir(parents=True, exist_ok=True)
        if not os.path.exists(path) or not path.stat().st_size:
            self._append({"schema": SCHEMA, "format": self.target.format})
        with path.open("rb+") as file:
            file.seek(-1, os.SEEK_END)
            if file.read() != b"\n":  # a run was killed while it wrote
                file.write(b"\n")
        if to_do != self.unfinished:
            self._append({"to_do": to_do})

    def _append(self, value: dict[str, object]) -> None:
        with (Path(self.target.folder) / FILE).open("a", encoding="utf-8") as file:
            file.write(json.dumps(value) + "\n")


def _holds_any(folders: Iterable[str], paths: Iterable[str]) -> bool:
    """Tell whether one of the paths lies in one of the folders, which could not be read before."""
    within = tuple(f"{folder}{os.sep}" for folder in folders)
    return any(path.startswith(within) for path in paths)
