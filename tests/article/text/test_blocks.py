"""tui.article.text.blocks: every character that is not white space stands in one block, of the right kind."""

from __future__ import annotations

import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.article.text.ferry import LEAD, LONG, MORE, kinds
from tui.article.article import BlockKind
from tui.article.text.blocks import find_blocks

PIECES = st.sampled_from(
    [
        *(
            "Read more:",
            "By Jane Doe",
            "> quoted",
            "- item",
            "Q: why?",
            "A: so.",
            "# Title",
            "Is it so?",
            "* * *",
        ),
        *("12 May 2025", LEAD, "    set in", "(Photo: AFP)", "HI: you"),
        *("\n", "\r\n", "\r", "\u2029", "\t", "\x00", "\u200b"),
    ]
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=30))).map("\n".join))
def test_blocks_cover_all_that_is_not_white_space(text: str) -> None:
    last = 0
    for block in find_blocks(text):
        start, end = block.span
        assert last <= start < end <= len(text)
        assert not text[start].isspace()
        assert not text[end - 1].isspace()
        assert not text[last:start].strip()
        last = end
    assert not text[last:].strip()


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("- a ticket", BlockKind.LIST_ITEM),
        ("• a ticket that is good for a year", BlockKind.LIST_ITEM),
        ("3. The third reason", BlockKind.LIST_ITEM),
        ("> We cannot sail.\n> The sea is too high.", BlockKind.BLOCK_QUOTE),
        ("Image source, Getty Images", BlockKind.CAPTION),
        ("Waves come over the wall. (AP Photo/Jane Doe)", BlockKind.CAPTION),
        ("“The sea was too high,” Jane Doe said. jd/pm (AFP, AP)", BlockKind.PARAGRAPH),
        ("Updated 13 May 2025 at 10:15 BST", BlockKind.DATELINE),
        ("9:34 p.m.", BlockKind.DATELINE),
        ("* * *", BlockKind.SUBHEADING),
    ],
)
def test_other_kinds(line: str, kind: BlockKind) -> None:
    assert kinds(f"{LONG}\n\n{line}\n\n{MORE}")[1] == (kind, line)


def test_a_paragraph_set_in_is_a_block_quote() -> None:
    assert kinds(f"{LONG}\n\n    {MORE}\n\n{LONG}\n\n{LONG}")[1] == (BlockKind.BLOCK_QUOTE, MORE)
    assert {kind for kind, _ in kinds(f"    {LONG}\n\n    {MORE}")} == {BlockKind.PARAGRAPH}


def test_a_colon_before_a_quotation_makes_no_transcript() -> None:
    said = [
        "He said: “It is over.”",
        "He said: “It is late.”",
        "Jane Doe: “No.”",
        "Jane Doe: “Yes.”",
        "He said: “So.”",
    ]
    assert {kind for kind, _ in kinds("\n".join([LONG, *said]))} == {BlockKind.PARAGRAPH}


@pytest.mark.parametrize(
    "text", ["", " \n\t\u2029 ", "word " * 100_000, "[" * 10_000, "a:" * 50_000, "(" * 400]
)
def test_odd_texts(text: str) -> None:
    assert len(find_blocks(text)) == (1 if text.strip() else 0)


def test_a_line_without_end_takes_little_memory() -> None:
    text = "and so on " * 100_000
    tracemalloc.start()
    try:
        find_blocks(text)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 8 * len(text)
