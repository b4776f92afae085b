"""tui.analysis.attribution.introductions, in attributions."""

from __future__ import annotations

import pytest

from tests.analysis.attribution.laid_out import BODY, found, said
from tui.article.article import BlockKind


@pytest.mark.parametrize(
    ("lead", "source", "cue"),
    [
        ("In a statement on Monday, Ada Quill said:", "Ada Quill", "said"),
        ("Ms. Quill, the chair of the council, later wrote:", "Ms. Quill", "wrote"),
        ("It rained. Then she added:", "she", "added"),
        ("As Ada Quill, then still a child, wrote to the king:", "Ada Quill", "wrote"),
        ("Replied Quill:", "Quill", "Replied"),
        ("The Northport Trust website notes:", "The Northport Trust website", "notes"),
        ("In an email, the council wrote:", "the council", "wrote"),
        ("As announced by wire, wrote Ada Quill:", "Ada Quill", "wrote"),
        ("According to Ada Quill:", "Ada Quill", "According to"),
        ("Ada Quill later issued the following statement:", "Ada Quill", "issued"),
        ("The council released a long statement on its site:", "The council", "released"),
        ("Here is the full statement from Ada Quill, chair of the council:", "Ada Quill", "statement"),
    ],
)
def test_a_block_quote_under_a_sentence_that_ends_in_a_colon(lead: str, source: str, cue: str) -> None:
    text = f"{lead}\nRents will fall.\nThey must.\n{BODY}"
    kinds = (BlockKind.PARAGRAPH, BlockKind.BLOCK_QUOTE, BlockKind.BLOCK_QUOTE, BlockKind.PARAGRAPH)
    assert said(text, *kinds) == [(source, cue, "Rents will fall.\nThey must.")]
    assert found(text, *kinds)[0].probability > 0.8


def test_a_quotation_in_the_next_paragraph() -> None:
    text = (
        f"Ada Quill told reporters outside the hall:\n“Rents will fall.\n“They must.” Then it rained.\n{BODY}"
    )
    kinds = (BlockKind.PARAGRAPH,) * 4
    assert said(text, *kinds) == [("Ada Quill", "told", "“Rents will fall.\n“They must.”")]


def test_a_paragraph_without_marks_is_less_certain() -> None:
    text = f"Ada Quill wrote:\nRents will fall, and soon.\n{BODY}"
    (attribution,) = found(text, *(BlockKind.PARAGRAPH,) * 3)
    assert attribution.content[0].of(text) == "Rents will fall, and soon."
    assert attribution.probability < 0.5


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Rents fell again. Ada Quill: “They must.”", "Ada Quill"),
        ("Quill: “They must.” Marsh left.", "Quill"),
        ("RENTS FALL – Ada Quill: “They must.”", "Ada Quill"),
        ("It went on. More from Quill: “They must.”", "Quill"),
    ],
)
def test_a_name_and_a_colon_before_a_quotation(text: str, source: str) -> None:
    assert said(text, BlockKind.PARAGRAPH) == [(source, ":", "“They must.”")]


@pytest.mark.parametrize(
    "text",
    [
        "He said of Ms. Quill: “She must.”",
        "They came from Mexico: “They must.”",
        "Note: “This” was edited.",
        "Read more: “Rents fall” and others",
    ],
)
def test_a_name_that_is_not_the_speaker(text: str) -> None:
    assert said(text, BlockKind.PARAGRAPH) == []
