"""What `quoth archive check` says of archives that are whole or damaged."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tui.archive.archive_check import check_archive
from tui.archive.archive_errors import ArchiveError
from tui.archive.archive_import import import_archive
from tui.archive.manifest import Manifest, ShardEntry
from tui.archive.shard_files import Target, write_shard
from tui.archive.tables import SCHEMAS
from tui.library.library import Library
from tui.session.filtering.query import parse


def written(folder: Path, format: str = "parquet") -> Path:
    """Write an archive of two shards, with an article, a quote and an error each."""
    manifest = Manifest.open(Target(str(folder), format))
    manifest.begin(2)
    for shard in "xy":
        rows = {name: [{"article": f"{shard}0"}] for name in SCHEMAS}
        line = json.dumps({"article": f"{shard}0", "quotes": ["a\u2028line"]}, ensure_ascii=False)
        write_shard(shard, manifest.target, rows, [line])
        manifest.add(ShardEntry(shard, shard, [f"{shard}.txt"], [shard], 1, 1, 1))
    return folder


@pytest.mark.parametrize("format", ["parquet", "jsonl"])
def test_what_is_whole_is_counted(tmp_path: Path, format: str) -> None:
    check = check_archive(written(tmp_path / "out", format).as_uri())
    assert check.problems == []
    assert {check.counts[name] for name in ("articles", "quotes", "errors")} == {2}


def other_columns(path: Path) -> None:
    pq.write_table(pa.table({"article": ["x0"], "more": [1]}), path)


@pytest.mark.parametrize(
    ("name", "damage", "told"),
    [
        ("quotes/x.parquet", Path.unlink, ["quotes/x.parquet is missing", "1 quotes where 2"]),
        ("quotes/x.parquet", lambda path: os.truncate(path, 300), ["cannot be read", "1 quotes"]),
        ("articles/y.parquet", lambda path: path.write_bytes(b""), ["cannot be read", "1 articles where 2"]),
        ("entities/y.parquet", other_columns, ["has other columns"]),
        ("entities/z.parquet", Path.touch, ["is from a run that was stopped"]),
        ("articles/x.jsonl", lambda path: path.write_text("{"), ["cannot be read", "1 articles", "1 quotes"]),
        ("errors/x.jsonl", Path.unlink, ["errors/x.jsonl is missing", "1 errors where 2"]),
    ],
    ids=["gone", "cut", "empty", "columns", "stray", "half", "lines"],
)  # fmt: skip
def test_what_is_damaged_is_said(
    tmp_path: Path, name: str, damage: Callable[[Path], object], told: list[str]
) -> None:
    archive = written(tmp_path / "out", Path(name).suffix[1:])
    damage(archive / name)
    problems = check_archive(str(archive)).problems
    assert [part for part, problem in zip(told, problems, strict=True) if part not in problem] == []


def test_an_id_that_stands_twice_is_named(tmp_path: Path) -> None:
    archive = written(tmp_path / "out")
    (archive / "articles" / "y.parquet").write_bytes((archive / "articles" / "x.parquet").read_bytes())
    assert check_archive(str(archive)).problems == ["1 id of articles found more than once: x0."]


def test_a_manifest_that_is_gone_or_half_written(tmp_path: Path) -> None:
    archive = written(tmp_path / "out")
    with (archive / "manifest.jsonl").open("a") as file:
        file.write('{"shard": "of a run that was kil')
    assert check_archive(str(archive)).problems == []
    manifest = Manifest.open(Target(str(archive)))
    manifest.begin(2)
    assert check_archive(str(archive)).problems == ["The last run left 2 shards undone; run it again."]
    manifest.add(ShardEntry("z", "z", ["z.txt"]))
    assert Manifest.open(Target(str(archive))).entries.keys() == {"x", "y", "z"}
    (archive / "manifest.jsonl").unlink()
    with pytest.raises(ArchiveError, match="has lost its manifest"):
        check_archive(str(archive))


def test_what_is_no_folder_or_holds_no_texts_is_a_sentence(tmp_path: Path, quoth_home: object) -> None:
    with pytest.raises(ArchiveError, match="is an address; write"):
        check_archive("s3://bucket/out")
    library = Library.open()
    with pytest.raises(ArchiveError, match="without the articles' texts"):
        import_archive(str(written(tmp_path / "out", "jsonl")), library, parse(""))
    library.close()
