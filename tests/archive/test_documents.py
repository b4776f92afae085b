"""Articles read out of JSON lines and Parquet, whole or damaged."""

from __future__ import annotations

import errno
import gzip
import json
import zlib
from itertools import pairwise
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.archive.made_archives import ids, json_lines
from tui.archive import documents, shards
from tui.archive.documents import Columns
from tui.archive.shards import Shard, plan_shards, read_shard


@given(st.lists(st.integers(0, 60), min_size=1, max_size=30), st.integers(1, 200))
def test_lines_of_any_length_are_cut_anywhere(lengths: list[int], at: int) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.jsonl"
        path.write_text(
            "".join(
                json.dumps({"id": str(n), "text": "x" * length}) + "\n" for n, length in enumerate(lengths)
            )
        )
        size = path.stat().st_size
        cuts = sorted({0, min(at, size), size})
        parts = [Shard("x", "lines", (str(path),), a, b) for a, b in pairwise(cuts)]
        assert ids(parts) == [str(n) for n in range(len(lengths))]


class ConnectionLost(Exception):
    """As the packages of addresses raise them, no OSError."""


@pytest.mark.parametrize(
    ("error", "is_lost"),
    [
        (PermissionError(errno.EACCES, "Permission denied"), True),
        (OSError(errno.EIO, "Input/output error"), True),
        (TimeoutError(), True),
        (ConnectionLost("gone"), True),
        (gzip.BadGzipFile("Not a gzipped file"), False),
        (EOFError("ended"), False),
        (zlib.error("Error -3"), False),
        (OSError("Corrupt snappy compressed data."), False),
        (pa.ArrowInvalid("Unexpected end of stream"), False),
        (pa.ArrowNotImplementedError("a codec"), False),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_is_not_there_is_tried_again_and_what_is_damaged_is_not(error: Exception, is_lost: bool) -> None:
    document = documents.unread("a", "It", error)
    assert document.is_lost is is_lost
    assert (
        document.problem
        == f"It cannot be read: {getattr(error, 'strerror', None) or str(error) or 'TimeoutError'}."
    )


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("nonsense", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[1]", "not a JSON object"),
        ('{"id": "x"}', "no “text”"),
        ('{"id": "x", "text": 5}', "not a text"),
    ],
    ids=["nonsense", "deep", "list", "without", "number"],
)
def test_a_damaged_line_is_one_problem(tmp_path: Path, line: str, told: str) -> None:
    path = json_lines(tmp_path / "a.jsonl", 2, line)
    documents = [
        document for shard in plan_shards([str(path)], Columns(), "1") for document in read_shard(shard)
    ]
    assert [document.problem is not None for document in documents] == [False, False, True]
    assert told in (documents[-1].problem or "")


def test_a_line_that_is_too_long_is_one_problem_and_what_follows_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(documents, "LONGEST_LINE", 2_000)
    monkeypatch.setattr(documents, "_BLOCK", 64)
    monkeypatch.setattr(shards, "BYTES_IN_SHARD", 500)
    path = json_lines(
        tmp_path / "a.jsonl", 2, json.dumps({"id": "x", "text": "y" * 9_000}), '{"text": "", "id": "z"}'
    )
    packed = tmp_path / "b.jsonl.gz"
    packed.write_bytes(gzip.compress(path.read_bytes()))
    for each in (path, packed):
        found = [one for shard in plan_shards([str(each)], Columns(), "1") for one in read_shard(shard)]
        assert [one.id for one in found if not one.problem] == ["a0", "a1", "z"]
        assert ["longer than" in one.problem for one in found if one.problem] == [True]
    # Each part of the line is looked at once.
    read: list[int] = []
    real = documents._skip_line
    monkeypatch.setattr(documents, "_skip_line", lambda *given: read.append(real(*given)) or read[-1])
    assert len(ids(plan_shards([str(path)], Columns(), "1"))) == 4
    assert sum(read) < 3 * path.stat().st_size


def test_each_part_of_a_damaged_row_group_is_one_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shards, "ROWS_IN_SHARD", 6)
    path = tmp_path / "a.parquet"
    pq.write_table(pa.table({"id": [f"r{n}" for n in range(20)], "text": ["Nobody spoke."] * 20}), path)
    data = path.read_bytes()
    path.write_bytes(data[:4] + b"\xff" * 60 + data[64:])
    planned = plan_shards([str(path)], Columns(), "1")
    assert len(planned) > 2
    assert ids(planned) == [f"{path}:{shard.start}" for shard in planned]
