"""`quoth diff A B`: what it prints, and its exit status, which is that of diff."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.immediate_process import analyse_at_once
from tests.session.versions.test_quote_changes import read
from tui.analysis.process.events import AnalysisComplete
from tui.cli import main

Out = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def two_versions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("“We sail on Monday” said Doe.\n\nIt rained.\n\n3 comments\n", encoding="utf-8")
    Path("b.txt").write_text("“We sail on Tuesday” said Doe.\n\nIt rained.\n\n4 comments\n", encoding="utf-8")
    Path("c.txt").write_text("“We sail on Monday” said Doe.\n\nIt snowed \x1b[31mred.\n", encoding="utf-8")


def test_the_same(capsys: Out) -> None:
    assert main(["diff", "a.txt", "a.txt"]) == 0
    assert capsys.readouterr() == ("", "")


def test_words(capsys: Out) -> None:
    assert main(["diff", "a.txt", "b.txt"]) == 1
    assert capsys.readouterr().out == "~ “We sail on [-Monday-]{+Tuesday+}” said Doe.\n"


def test_hostile_text_does_not_act(capsys: Out) -> None:
    assert main(["diff", "a.txt", "c.txt"]) == 1
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "snowed" in out


def test_quotes_alone(capsys: Out, monkeypatch: pytest.MonkeyPatch) -> None:
    analyse_at_once(monkeypatch, lambda article: AnalysisComplete(read(article.text)[1]))
    assert main(["diff", "--quotes", "a.txt", "c.txt"]) == 0
    assert main(["diff", "--quotes", "a.txt", "b.txt"]) == 1
    assert capsys.readouterr().out == (
        "Quotes: 1 quote changed.\n\n~ “We sail on [-Monday-]{+Tuesday+}” — Doe, said\n"
    )


def test_json(capsys: Out) -> None:
    assert main(["diff", "--format", "json", "a.txt", "b.txt"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert found["same"] is False
    (paragraph,) = found["paragraphs"]
    assert [(piece["change"], piece["text"]) for piece in paragraph["pieces"]][1:3] == [
        ("removed", "Monday"),
        ("added", "Tuesday"),
    ]
    text = Path("b.txt").read_text(encoding="utf-8")
    assert text[slice(*paragraph["new"])] == "“We sail on Tuesday” said Doe."
    assert main(["diff", "--format", "json", "a.txt", "a.txt"]) == 0
    assert json.loads(capsys.readouterr().out)["same"] is True


@pytest.mark.parametrize("named", [["a.txt", "none.txt"], ["a.txt", "."], ["-", "-"]])
def test_trouble(named: list[str], capsys: Out) -> None:
    assert main(["diff", *named]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("quoth: ")
