"""The sheet for marking by hand: what stands on it, and how its marks add up."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks.marking_sheet import count, make, summary

SHEET = """r right · w wrong words

# one.txt
[r] ● Anna Holt (Holt said): “It rained.”
[R] ● Anna Holt (Holt said): “It will rain.”
[p] ● Tom Reed (she said): “It snowed.”
[w] ◐ Tom Reed (Reed said): it
[n] ○ nobody named: “Baker”
[ ] ○ Tom Reed (he said): so
[m] “Nobody came,” a neighbour said.
A line of the marker's own.
"""


def test_marks_add_up() -> None:
    lines = list(summary(count(SHEET.splitlines())))
    assert lines == [
        "right              2   40.0 of 100 shown",
        "wrong words        1   20.0 of 100 shown",
        "wrong person       1   20.0 of 100 shown",
        "nobody's           1   20.0 of 100 shown",
        "missing            1   20.0 of 100 said",
        "● 3 marked: 2 right, 0 wrong words, 1 wrong person, 0 nobody's",
        "◐ 1 marked: 0 right, 1 wrong words, 0 wrong person, 0 nobody's",
        "○ 1 marked: 0 right, 0 wrong words, 0 wrong person, 1 nobody's",
        "1 not marked",
    ]


def test_a_letter_that_is_no_mark_is_told_with_its_line() -> None:
    with pytest.raises(ValueError, match=r"^line 4: “x” is no mark"):
        count(SHEET.replace("[r] ●", "[x] ●", 1).splitlines())


def test_an_empty_sheet_adds_up_to_nothing() -> None:
    assert next(summary(count([]))) == "right              0"


def test_a_sheet_lists_every_quote_once_with_an_empty_mark(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("“It rained,” said Anna Holt, the mayor of Leeds.\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text("Tom Reed said that the road was shut.\n", encoding="utf-8")
    (tmp_path / ".hidden").write_text("“No,” said Carl Moss.\n", encoding="utf-8")
    lines = list(make(tmp_path))
    assert [line for line in lines if line.startswith("#")] == ["# a.txt", "# b.txt"]
    rows = [line for line in lines if line.startswith("[ ]")]
    assert len(rows) == 2
    assert "Tom Reed (Tom Reed … said)" in rows[0]
    assert "Anna Holt" in rows[1]
    assert "“It rained,”" in rows[1]
    assert sum(count(lines).values()) == 2
