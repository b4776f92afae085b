"""`quoth library same` and `variants`: the same words in several articles, for scripts."""

from __future__ import annotations

import json

import pytest

from tests.printed_papers import SAID, indirect_paper, library_of_papers
from tui.cli import main
from tui.library.library import Library


def run(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> str:
    library_of_papers().close()
    assert main(["library", *arguments]) == status
    return capsys.readouterr().out


def test_the_same_words(capsys: pytest.CaptureFixture[str]) -> None:
    lines = [json.loads(line) for line in run(capsys, "same", SAID, "--format", "jsonl").splitlines()]
    assert [line["title"] for line in lines] == ["Paper 0", "Paper 1", "Paper 2", "Paper 4"]
    assert lines[1]["differences"] == [{"kind": "changed", "here": "will", "there": "would", "quoted": True}]
    assert run(capsys, "same", "Nobody ever said this about a lighthouse", "--format", "text") == ""


def test_families(capsys: pytest.CaptureFixture[str]) -> None:
    (family,) = json.loads(run(capsys, "variants", "--differing"))
    assert (family["articles"], family["speakers"], family["speaker_differs"]) == (
        4,
        ["Jane Doe", "John Roe"],
        True,
    )
    assert ["will", "would"] in family["changes"]
    assert json.loads(run(capsys, "variants", "--speaker", "Ann Poe")) == []
    assert run(capsys, "variants", "--speaker", "Nobody Known", status=1) == ""


def test_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    text = run(capsys, "variants", "--format", "text")
    assert text.startswith("4 articles · the speaker differs: Jane Doe, John Roe · “will” or “would”")
    assert "‹will → would›" in text
    assert "\x1b" not in text
    markdown = run(capsys, "variants", "--format", "markdown")
    assert "> — Jane Doe, in “Paper 0”, The Courier, 21 Nov 2020, <https://paper0.example/nets>" in markdown
    assert "\\[b\\]" in markdown


@pytest.mark.parametrize(
    ("arguments", "carried"),
    [
        (("same", SAID), "Jane Doe (said)"),
        (("same", SAID, "--format", "markdown"), "Jane Doe (said)"),
        (("variants",), "Jane Doe (said)"),
        (("variants", "--format", "markdown"), "Jane Doe (said)"),
        (("search", "nets"), "Jane Doe (said): "),
        (("speaker", "Jane Doe"), "(said) “"),
    ],
)
def test_words_that_are_not_all_in_quotation_marks_keep_their_cue(
    arguments: tuple[str, ...], carried: str, capsys: pytest.CaptureFixture[str]
) -> None:
    library = Library.open()
    for number in (1, 2):
        library.keep(*indirect_paper(number, SAID))
    library.close()
    format = () if "--format" in arguments else ("--format", "text")
    assert main(["library", *arguments, *format]) == 0
    assert capsys.readouterr().out.count(carried) == 2
