"""The questions that `quoth help archive` puts to an archive with DuckDB."""

from __future__ import annotations

import re
from pathlib import Path

import duckdb
import pytest

from tests.archive.made_archives import json_lines
from tui.archive.archive_run import run_archive
from tui.archive.shard_files import Target
from tui.session.help_topics import read_topic


def test_the_examples_of_the_help_have_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, scheduler: str
) -> None:
    monkeypatch.chdir(tmp_path)
    run_archive([str(json_lines(tmp_path / "a.jsonl", 8))], Target("quotes"), scheduler=scheduler)
    queries = re.findall(r"(?ms)^ {4}(SELECT .*?;)$", read_topic("archive").text)
    assert len(queries) == 2
    by_month = duckdb.execute(queries[0]).fetchall()
    assert by_month[0][0] == "2025-01"
    assert ("2025-01", "Ann Roe", 1) in by_month
    assert len({month for month, _, _ in by_month}) > 3
    assert [words for _, words in duckdb.execute(queries[1]).fetchall()] == ["that a ceasefire was near"] * 2
