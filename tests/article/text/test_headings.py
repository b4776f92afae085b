"""tui.article.text.headings, in blocks: headlines, subheadings and what only looks like them."""

from __future__ import annotations

import pytest

from tests.article.text.ferry import LONG, MORE, kinds
from tui.article.article import BlockKind
from tui.article.text.blocks import facts, find_blocks


@pytest.mark.parametrize(
    "line",
    [
        "Ferry stays in port as storm batters coast",
        "Ferry Stays in Port.",
        "Storm keeps the island ferry in port.",
        "Why the ferry did not sail",
        "Islanders ask: ‘When will it sail?’",
        "# Ferry stays in port",
    ],
)
def test_headlines(line: str) -> None:
    text = f"{line}\n\n{LONG}\n\n{MORE}"
    assert kinds(text)[0] == (BlockKind.HEADLINE, line)
    assert facts(text, find_blocks(text)).title == line.removeprefix("# ").removesuffix(".")


@pytest.mark.parametrize("below", ["By Ada Quill", "20 May 2025"])
@pytest.mark.parametrize("line", ["“The wall moves when you lean on it”", "He would not sail. She did."])
def test_what_stands_over_a_byline_is_the_headline(line: str, below: str) -> None:
    text = f"{line}\n\n{below}\n\n{LONG}\n\n{MORE}"
    assert facts(text, find_blocks(text)).title == line.removesuffix(".")


@pytest.mark.parametrize(
    "line",
    [
        "The harbour master has said he is “thinking” of keeping the ferry in port until the wind turns.",
        "“We cannot sail,” she said.",
        "He was tired.",
        "HARBOUR TOWN (AP) — Nothing sailed on Monday.",
        "It was cold, and it had rained for a week.",
        "She said:",
    ],
)
def test_a_first_line_that_is_a_paragraph(line: str) -> None:
    text = f"{line}\n{LONG}\n{MORE}"
    assert kinds(text)[0][0] is BlockKind.PARAGRAPH
    assert facts(text, find_blocks(text)).title is None


@pytest.mark.parametrize(
    "line",
    [
        "Company playing for time?",
        "What happens next?",
        "THE BACKGROUND",
        "A long winter",
        "## Tickets",
        "2. April",
    ],
)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_subheadings(line: str, between: str) -> None:
    found = kinds(between.join([LONG, MORE, line, LONG, MORE]))
    expected = BlockKind.LIST_ITEM if line[0] == "2" else BlockKind.SUBHEADING
    assert found[2] == (expected, line)
    assert {kind for kind, _ in found[:2] + found[3:]} == {BlockKind.PARAGRAPH}


@pytest.mark.parametrize(
    "line",
    [
        "But why does it matter?",
        "What, then, is to be done?",
        "Why did they do it?",
        "Was it true?",
        "Why?",
        "“Is it safe?”",
        "Nobody came.",
        "The reasons are these:",
        "and then nothing",
    ],
)
def test_short_paragraphs_of_prose(line: str) -> None:
    assert kinds("\n\n".join([LONG, line, MORE]))[1] == (BlockKind.PARAGRAPH, line)


def test_a_poem_has_no_subheadings() -> None:
    lines = ["The ship goes out", "Under the moon", "Nobody calls", "The ship goes on"]
    assert {kind for kind, _ in kinds("\n".join([*lines, "", *lines]))} == {BlockKind.PARAGRAPH}


def test_chapters_are_headings_wherever_they_stand() -> None:
    found = kinds(
        "\n\n".join(["THE FERRY", "CHAPTER I", LONG, "* * *", "Chapter 2: The storm", "“No.”", LONG])
    )
    assert [kind for kind, _ in found] == [
        BlockKind.HEADLINE,
        BlockKind.SUBHEADING,
        BlockKind.PARAGRAPH,
        *[BlockKind.SUBHEADING] * 2,
        *[BlockKind.PARAGRAPH] * 2,
    ]


def test_a_question_above_a_short_answer_is_somebody_s_thought() -> None:
    assert (
        kinds("\n\n".join([LONG, "What was to be done?", "He did not know.", LONG]))[1][0]
        is BlockKind.PARAGRAPH
    )
