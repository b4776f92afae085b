"""Inputs of archives cut into shards: each article in one, whatever the input is."""

from __future__ import annotations

import gzip
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.archive.made_archives import ids, json_lines, text_files
from tui.archive import shards
from tui.archive.archive_errors import ArchiveError
from tui.archive.documents import Columns
from tui.archive.shards import Shard, halves, plan_shards, read_shard


def test_every_line_is_in_one_shard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "BYTES_IN_SHARD", 700)
    path = json_lines(tmp_path / "a.jsonl", 40)
    planned = plan_shards([str(path)], Columns(), "1")
    assert len(planned) >= 10
    assert ids(planned) == [f"a{n}" for n in range(40)]
    assert len({shard.id for shard in planned}) == len(planned)


def test_rows_files_and_packed_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "ROWS_IN_SHARD", 7)
    monkeypatch.setattr(shards, "FILES_IN_SHARD", 4)
    table = pa.table({"key": [f"r{n}" for n in range(20)], "body": [f"Text {n}." for n in range(20)]})
    pq.write_table(table, tmp_path / "a.parquet", row_group_size=3)
    planned = plan_shards([str(tmp_path / "a.parquet")], Columns(text="body", id="key"), "1")
    assert ids(planned) == [f"r{n}" for n in range(20)]
    folder = text_files(tmp_path / "texts", 9)
    (folder / "image.png").write_bytes(b"\x89PNG")
    planned = plan_shards([str(folder), str(folder / "00*.txt")], Columns(), "1")
    assert len(planned) == 3
    assert ids(planned) == [str(folder / f"{n:03}.txt") for n in range(9)]
    packed = tmp_path / "b.jsonl.gz"
    packed.write_bytes(gzip.compress(json_lines(tmp_path / "b.jsonl", 5).read_bytes()))
    assert len(ids(plan_shards([str(packed)], Columns(), "1"))) == 5


def test_a_shard_is_halved_down_to_one_article(tmp_path: Path) -> None:
    path = json_lines(tmp_path / "a.jsonl", 6)
    waiting = plan_shards([str(path)], Columns(), "1")
    alone: list[Shard] = []
    while waiting:
        shard = waiting.pop(0)
        parts = halves(shard)
        waiting += parts
        alone += [] if parts else [shard]
    assert sorted(ids(alone)) == [f"a{n}" for n in range(6)]
    assert all(len(ids([shard])) <= 1 for shard in alone)


def test_another_state_of_a_file_or_version_is_another_shard(tmp_path: Path) -> None:
    path = json_lines(tmp_path / "a.jsonl", 3)
    first = plan_shards([str(path)], Columns(), "1")[0].id
    assert plan_shards([str(path)], Columns(), "1")[0].id == first
    assert plan_shards([str(path)], Columns(), "2")[0].id != first
    json_lines(path, 4)
    assert plan_shards([str(path)], Columns(), "1")[0].id != first


def test_what_is_not_there_or_no_parquet_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "bad.parquet").write_bytes(b"PAR1 nothing")
    pq.write_table(pa.table({"body": ["x"]}), tmp_path / "other.parquet")
    for given_input, told in (
        (str(tmp_path / "missing"), "no articles"),
        (str(tmp_path / "bad.parquet"), "not a Parquet file"),
        (str(tmp_path / "other.parquet"), "no column “text”"),
        ("nothing://bucket/a", "cannot be read"),
    ):
        with pytest.raises(ArchiveError, match=told):
            plan_shards([given_input], Columns(), "1")


def test_a_damaged_parquet_file_among_others_is_one_problem(tmp_path: Path) -> None:
    (tmp_path / "bad.parquet").write_bytes(b"PAR1 nothing")
    pq.write_table(pa.table({"body": ["x"]}), tmp_path / "other.parquet")
    pq.write_table(pa.table({"id": [1, 2], "text": ["x", None]}), tmp_path / "right.parquet")
    planned = plan_shards([str(tmp_path)], Columns(), "1")
    told = [(each.id, each.problem) for shard in planned for each in read_shard(shard)]
    assert [identity for identity, _ in told] == [
        *(str(tmp_path / f"{n}.parquet") for n in ("bad", "other")),
        "1",
        "2",
    ]
    assert [problem is None for _, problem in told] == [False, False, True, False]


def test_shards_grow_smaller_towards_the_end_of_a_file(tmp_path: Path) -> None:
    path = json_lines(tmp_path / "a.jsonl", 12_000)
    sizes = [shard.size for shard in plan_shards([str(path)], Columns(), "1")]
    assert sum(sizes) == path.stat().st_size
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] <= sum(sizes) / 16 + 1
    assert sizes[0] > 2 * sizes[-2]


def test_a_file_that_is_new_in_a_folder_changes_one_shard(tmp_path: Path) -> None:
    folder = text_files(tmp_path / "in", 300)
    before = {shard.id for shard in plan_shards([str(folder)], Columns(), "1")}
    (folder / "150b.txt").write_text("New.")
    after = {shard.id for shard in plan_shards([str(folder)], Columns(), "1")}
    assert len(before) > 4
    assert len(after - before) <= 2
