"""tui.article.text.lines, in blocks: paragraphs that are wrapped by hand, and line ends."""

from __future__ import annotations

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from tests.article.text.ferry import LEAD, LONG, MORE, kinds


@given(st.lists(st.sampled_from([LEAD, MORE, LONG]), min_size=2, max_size=6), st.integers(40, 100))
def test_wrapped_paragraphs_are_found_again(paragraphs: list[str], width: int) -> None:
    wrapped = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in paragraphs)
    assert [" ".join(words.split()) for _, words in kinds(wrapped)] == paragraphs


def test_wrapped_paragraphs_told_apart_by_indentation() -> None:
    text = textwrap.fill(LONG, 66, initial_indent="  ") + "\n" + textwrap.fill(LONG, 66, initial_indent="  ")
    assert [" ".join(words.split()) for _, words in kinds(text)] == [LONG, LONG]


def test_short_lines_that_are_paragraphs_are_not_joined() -> None:
    lines = ["He went home.", "She stayed.", "Nobody knew why they had come.", "It rained all night."]
    assert [words for _, words in kinds("\n".join(lines))] == lines


def test_a_line_separator_breaks_no_paragraph_but_where_it_is_the_only_line_end() -> None:
    soft = "The ferry stayed in port.\u2028“We wait,” she said, and they did.\n\nOn Monday it left for Ostende.\n"
    assert [words for _, words in kinds(soft)] == [part for part in soft.split("\n") if part]
    alone = "The ferry stayed in port on Sunday.\u2028On Monday it left for Ostende, they said.\u2028It came back."
    assert [words for _, words in kinds(alone)] == alone.split("\u2028")


def test_line_ends_of_every_system() -> None:
    for end in ("\n", "\r\n", "\r"):
        assert [words for _, words in kinds(end.join([LEAD, MORE]))] == [LEAD, MORE]
        assert [words for _, words in kinds((end * 2).join([LEAD, MORE]))] == [LEAD, MORE]
