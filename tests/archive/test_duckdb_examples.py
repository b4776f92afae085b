"""The questions that README and `quoth help archive` put to an archive with DuckDB."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import duckdb
import pytest

from tests.archive.made_archives import json_lines
from tui.cli import main
from tui.session.help_topics import read_topic

README = Path(__file__).parents[2] / "README.md"
OTHER = {
    "id": "other",
    "published": "2025-01-09T08:00:00",
    "text": "“A ceasefire needs two,” said Dmitry Peskov. Mr Peskov denied that a letter had come.",
}


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, scheduler: str) -> None:
    """Make the archive of README, with its own command."""
    monkeypatch.chdir(tmp_path)
    json_lines(tmp_path / "articles.jsonl", 8, json.dumps(OTHER))
    (command,) = re.findall(r"^\$ quoth (archive [^#\n]*)", README.read_text(encoding="utf-8"), re.M)
    assert main([*shlex.split(command), "--scheduler", scheduler]) == 0


def test_the_examples_have_answers(archive: None) -> None:
    of_readme = re.findall(r"(?s)SELECT .*?;", README.read_text(encoding="utf-8"))
    of_help = re.findall(r"(?ms)^ {4}(SELECT .*?;)$", read_topic("archive").text)
    for by_month, ceasefires, speaker in ((*of_readme, "Dmitry Peskov"), (*of_help, "Peter Lind")):
        found = duckdb.execute(by_month).fetchall()
        assert found[0][0] == "2025-01"
        assert {("2025-01", "Ann Roe", 1), ("2025-01", "Dmitry Peskov", 2)} <= set(found)
        assert len({month for month, _, _ in found}) > 3
        words = [words for _, words in duckdb.execute(ceasefires).fetchall()]
        assert words == (
            ["“A ceasefire needs two,”"] if speaker == "Dmitry Peskov" else ["that a ceasefire was near"] * 2
        )
