"""The files of a shard: write them whole or not at all, and take articles out of them again."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.analysis.version import VERSION
from tui.archive.archive_errors import ArchiveError
from tui.archive.article_ids import hash_identity
from tui.archive.tables import SCHEMAS, Rows, table_of

if TYPE_CHECKING:
    import pyarrow as pa

_TWICE = "Its id is in another part of the archive, too; that article is kept."


class Target(NamedTuple):
    """Where an archive is written, in which format, and by which model."""

    folder: str
    format: str = "parquet"  # or "jsonl"
    model: str | None = None
    analysis: int = VERSION


def output_folder(given: str) -> str:
    """Return the full path of an archive's folder, as workers have other current folders.

    Raises ArchiveError for an address: a manifest is added to, and files take their names once they are whole,
    which object stores do not know.
    """
    if "://" in given.removeprefix("file://"):
        raise ArchiveError(
            f"“{given}” is an address; write the archive to a folder, and copy that there when it is whole."
        )
    return str(Path(given.removeprefix("file://")).absolute())


def files_of(shard: str, target: Target) -> dict[str, Path]:
    """Return the files of the shard with this id; the last is the one renamed last."""
    folder = Path(target.folder)
    if target.format == "jsonl":
        return {
            "errors": folder / "errors" / f"{shard}.jsonl",
            "jsonl": folder / "articles" / f"{shard}.jsonl",
        }
    names = [name for name in SCHEMAS if name != "articles"]
    return {name: folder / name / f"{shard}.parquet" for name in (*names, "articles")}


def write_shard(shard: str, target: Target, tables: Rows, lines: Sequence[str]) -> None:
    """Write a shard's tables or, as JSON lines, its errors and an object an article. Raises OSError."""
    if target.format == "jsonl":
        _write_lines(shard, target, tables["errors"], lines)
    else:
        _write_tables(shard, target, {name: table_of(name, rows) for name, rows in tables.items()})


def identities_in(shard: str, target: Target) -> Iterator[str]:
    """Yield the id of each article in a shard's files. Raises OSError, and ValueError for damaged ones."""
    files = files_of(shard, target)
    if target.format == "jsonl":
        with files["jsonl"].open(encoding="utf-8", newline="\n") as file:
            yield from map(_identity, file)
        return
    import pyarrow.parquet as pq

    yield from pq.read_table(files["articles"], columns=["article"]).column("article").to_pylist()


def take_out(shard: str, target: Target, doubled: set[bytes]) -> tuple[int, int]:
    """Turn the articles whose ids have these hashes into errors; return how many articles and quotes went."""
    files = files_of(shard, target)
    identities = {each for each in identities_in(shard, target) if hash_identity(each) in doubled}
    errors = [{"article": identity, "sentence": _TWICE} for identity in sorted(identities)]
    if target.format == "jsonl":
        lines = files["jsonl"].read_text(encoding="utf-8").rstrip("\n").split("\n")
        gone = [line for line in lines if _identity(line) in identities]
        kept = [line for line in lines if _identity(line) not in identities]
        told = [json.loads(line) for line in files["errors"].read_text(encoding="utf-8").splitlines()]
        _write_lines(shard, target, [*told, *errors], kept)
        return len(gone), sum(len(json.loads(line)["quotes"]) for line in gone)
    import pyarrow as pa
    import pyarrow.compute as pc
    import pyarrow.parquet as pq

    tables = {name: pq.read_table(path) for name, path in files.items()}
    before = [tables[name].num_rows for name in ("articles", "quotes")]
    for name in files:
        if name != "errors":
            is_doubled = pc.is_in(tables[name]["article"], pa.array(sorted(identities)))
            tables[name] = tables[name].filter(pc.invert(is_doubled))
    tables["errors"] = pa.concat_tables([tables["errors"], table_of("errors", errors)])
    _write_tables(shard, target, tables)
    return before[0] - tables["articles"].num_rows, before[1] - tables["quotes"].num_rows


def _identity(line: str) -> str:
    """Return the id that an article's JSON object begins with."""
    start = line.index('"', line.index(":"))
    return str(json.JSONDecoder().raw_decode(line, start)[0])


def _write_tables(shard: str, target: Target, tables: Mapping[str, pa.Table]) -> None:
    import pyarrow.parquet as pq

    def write(name: str, path: Path) -> None:
        pq.write_table(tables[name], path, compression="zstd", compression_level=9)

    _write_all(files_of(shard, target), write)


def _write_lines(
    shard: str, target: Target, errors: Sequence[Mapping[str, Any]], lines: Sequence[str]
) -> None:
    told = [json.dumps(row) for row in errors]

    def write(name: str, path: Path) -> None:
        found = lines if name == "jsonl" else told
        path.write_text("".join(f"{line}\n" for line in found), encoding="utf-8", newline="\n")

    _write_all(files_of(shard, target), write)


def _write_all(files: Mapping[str, Path], write: Callable[[str, Path], None]) -> None:
    """Write each file under another name; that of the articles is renamed last: then all are complete."""
    waiting: list[tuple[Path, Path]] = []
    try:
        for name, final in files.items():
            final.parent.mkdir(parents=True, exist_ok=True)
            beside = final.with_name(f".{final.name}.{os.getpid()}.part")
            waiting.append((beside, final))
            write(name, beside)
        for beside, final in waiting:
            os.replace(beside, final)  # noqa: PTH105
    finally:
        for beside, _ in waiting:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
