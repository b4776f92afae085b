"""Files of archives, wherever they lie and whatever they are called."""

from __future__ import annotations

import gzip
import os
import sys
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import fsspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from fsspec.implementations.memory import MemoryFileSystem
from fsspec.spec import AbstractBufferedFile

from tests.archive.made_archives import closed_folder, ids, json_lines, text_files
from tui.archive import shards
from tui.archive.archive_errors import ArchiveError
from tui.archive.documents import Columns
from tui.archive.shards import plan_shards, read_shard


class FarFile(AbstractBufferedFile):  # type: ignore[misc]
    """A file as object stores give it: it reads ranges, and no line of at most a length."""

    def _fetch_range(self, start: int, end: int) -> bytes:
        return self.fs.cat_file(self.path, start, end)


def test_lines_and_rows_are_read_from_object_stores(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "BYTES_IN_SHARD", 700)
    memory = fsspec.filesystem("memory")
    lines = json_lines(tmp_path / "a.jsonl", 12).read_bytes()
    memory.pipe("/bucket/a%20[1].jsonl", lines)
    memory.pipe("/bucket/b.jsonl.gz", gzip.compress(lines.replace(b'"a', b'"b')))
    pq.write_table(pa.table({"id": ["c0"], "text": ["x"]}), tmp_path / "c.parquet")
    memory.pipe("/bucket/c.parquet", (tmp_path / "c.parquet").read_bytes())

    def opened(self: MemoryFileSystem, path: str, mode: str, block_size: int, **options: Any) -> FarFile:
        assert block_size <= 1 << 20  # what is fetched for a few lines
        return FarFile(self, path, mode, block_size=block_size, size=self.size(path))

    try:
        monkeypatch.setattr(MemoryFileSystem, "_open", opened)
        planned = plan_shards(["memory://bucket"], Columns(), "1")
        assert ids(planned) == [*(f"a{n}" for n in range(12)), *(f"b{n}" for n in range(12)), "c0"]
        assert len(planned) > 5
    finally:
        memory.rm("/bucket", recursive=True)


def test_addresses_are_read_as_fsspec_reads_them(tmp_path: Path) -> None:
    memory = fsspec.filesystem("memory")
    lines = json_lines(tmp_path / "a.jsonl", 3).read_bytes()
    memory.pipe("/paper/2025/a.jsonl", lines)
    memory.pipe("/paper/2025/b.jsonl.gz", gzip.compress(lines.replace(b'"a', b'"b')))
    memory.pipe("/paper/2025/c.txt", b"A text.")
    memory.pipe("/paper/2025/.hidden.txt", b"")
    with memory.open("/paper/2025/d.parquet", "wb") as file:
        pq.write_table(pa.table({"id": ["d0", "d1"], "text": ["x", "y"]}), file)
    everything = ["a0", "a1", "a2", "b0", "b1", "b2", "memory:///paper/2025/c.txt", "d0", "d1"]
    try:
        planned = plan_shards(["memory://paper/2025"], Columns(), "1")
        assert ids(planned) == everything
        assert ids(plan_shards(["memory://paper/*/*.parquet"], Columns(), "1")) == ["d0", "d1"]
        # Another state is another shard, as on a disk.
        before = {shard.id for shard in plan_shards(["memory://paper/2025/a.jsonl"], Columns(), "1")}
        memory.pipe("/paper/2025/a.jsonl", lines * 2)
        assert before.isdisjoint(
            shard.id for shard in plan_shards(["memory://paper/2025/a.jsonl"], Columns(), "1")
        )
    finally:
        memory.rm("/paper", recursive=True)
    here = plan_shards([(tmp_path / "a.jsonl").as_uri()], Columns(), "1")
    assert ids(here) == ["a0", "a1", "a2"]
    assert [shard.id for shard in here] == [
        shard.id for shard in plan_shards([str(tmp_path / "a.jsonl")], Columns(), "1")
    ]


def test_an_address_that_does_not_answer_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    class NoEndpoint(Exception):
        """As botocore's errors are, no OSError."""

    def isdir(self: MemoryFileSystem, path: str) -> bool:
        raise NoEndpoint("Could not connect\nto the endpoint")

    monkeypatch.setattr(MemoryFileSystem, "isdir", isdir)
    with pytest.raises(ArchiveError, match=r"cannot be read \(Could not connect to the endpoint\)"):
        plan_shards(["memory://bucket"], Columns(), "1")


def test_members_of_a_packed_folder(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "a.zip", "w") as packed:
        packed.writestr("x/a.txt", "A text.")
        packed.writestr("x/b.jsonl", '{"id": "b", "text": "B"}')
    holder = f"zip://x/*::{tmp_path / 'a.zip'}"
    planned = plan_shards([holder], Columns(), "1")
    assert ids(planned) == [f"zip://x/a.txt::{tmp_path / 'a.zip'}", "b"]


@pytest.mark.skipif(sys.platform == "win32", reason="such names are not possible there")
def test_files_of_any_name_are_read_wherever_they_lie(tmp_path: Path) -> None:
    names = ["a b", "[c]", "c", "d%20e", "new\nline", "q?*", "u::v", "c:d", "x#1", "é", "quote'\"", "none"]
    folder = tmp_path / "in"
    for place in (folder, folder / "sub" / "deep er", tmp_path / "elsewhere"):
        place.mkdir(parents=True)
        for name in names:
            (place / f"{name}{'' if name == 'none' else '.txt'}").write_text(f"Text of {name}.")
    (folder / "linked").symlink_to(tmp_path / "elsewhere")
    (folder / "loop").symlink_to(folder)
    (folder / "sub" / "above").symlink_to("..")
    (folder / "picture.png").write_bytes(b"")
    (folder / ".hidden.txt").write_text("")
    os.mkfifo(folder / "pipe.txt")
    planned = plan_shards([str(folder)], Columns(), "1")
    documents = [document for shard in planned for document in read_shard(shard)]
    assert all(
        (document.data or b"").decode() == f"Text of {Path(document.id).stem}." for document in documents
    )
    assert len(documents) == 3 * len(names)
    # A shell puts the names in place of a pattern: what is there is no pattern.
    for name in names[:-1]:
        assert ids(plan_shards([str(folder / f"{name}.txt")], Columns(), "1")) == [
            str(folder / f"{name}.txt")
        ]
    assert len(ids(plan_shards([str(folder / "**" / "c.txt")], Columns(), "1"))) >= 2


def test_what_may_not_be_read_is_told_until_it_may(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text_files(tmp_path / "in", 2)
    (tmp_path / "in" / "gone.txt").symlink_to(tmp_path / "nowhere")
    closed = tmp_path / "in" / "closed"
    text_files(closed, 1)
    with monkeypatch.context() as patched:
        patched.setattr(os, "scandir", closed_folder(closed))
        patched.setattr(os, "access", lambda path, mode: "000" not in str(path))
        before = plan_shards([str(tmp_path / "in")], Columns(), "1")
        told = {each.id: each.problem for shard in before for each in read_shard(shard) if each.problem}
    assert told.keys() == {str(closed), str(tmp_path / "in" / "gone.txt")}
    assert "No such file" in str(told[str(tmp_path / "in" / "gone.txt")])
    after = plan_shards([str(tmp_path / "in")], Columns(), "1")
    unreadable = str(tmp_path / "in" / "000.txt")
    (first,) = (shard.id for shard in before if unreadable in shard.paths)
    assert first not in {shard.id for shard in after}
    assert str(closed / "000.txt") in ids(after)
