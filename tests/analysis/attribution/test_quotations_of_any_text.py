"""Quotations in any text: where they may stand, and in linear time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.attribution.marked import found, lines, words
from tui.analysis.attribution import quotations
from tui.analysis.attribution.quotations import Quotation
from tui.article.article import BlockKind
from tui.article.spans import Span

ALPHABET = "ab1 .,:’‘“”\"'`„«»()-—\u00a0👍\n"
TEXTS = st.text(alphabet=ALPHABET, max_size=120)
KINDS = st.lists(st.sampled_from(list(BlockKind)), max_size=12)


def every(result: list[Quotation] | tuple[Quotation, ...]) -> Iterator[Quotation]:
    for quotation in result:
        yield quotation
        yield from every(quotation.inner)


@given(TEXTS, KINDS)
def test_spans_and_pieces_are_where_they_must_be(text: str, kinds: list[BlockKind]) -> None:
    blocks = lines(text, *kinds)
    result = quotations.find(text, blocks)
    assert [q.span for q in result] == sorted(q.span for q in result)
    for first, second in pairwise(result):
        assert first.span.end <= second.span.start
    for quotation in every(result):
        assert 0 <= quotation.span.start < quotation.span.end <= len(text)
        assert len(quotation.pieces) == len(quotation.blocks)
        assert quotation.span == Span(quotation.pieces[0].start, quotation.pieces[-1].end)
        for piece, index in zip(quotation.pieces, quotation.blocks, strict=True):
            assert blocks[index].span.contains(piece)
            assert blocks[index].kind.speaks
        for nested in quotation.inner:
            assert quotation.span.contains(nested.span)
            assert nested.depth == quotation.depth + 1
        if quotation.resumes is not None:
            assert not result[quotation.resumes].closed


@given(TEXTS, KINDS)
def test_a_run_crosses_only_into_paragraphs_that_re_open_it(text: str, kinds: list[BlockKind]) -> None:
    blocks = lines(text, *kinds)
    for quotation in quotations.find(text, blocks):
        first, *rest = zip(quotation.pieces, quotation.blocks, strict=True)
        assert [index for _, index in rest] == list(range(first[1] + 1, first[1] + 1 + len(rest)))
        for piece, index in rest:
            assert not any(c.isalnum() for c in text[blocks[index].span.start : piece.start])
            assert text[piece.start] in "’‘“”\"'`„«»"


@given(TEXTS)
def test_a_paragraph_alone_reads_as_it_does_among_others_that_hold_no_marks(text: str) -> None:
    line = text.replace("\n", " ")
    shift = len("Before.\n")
    around = found(f"Before.\n{line}\nAfter.")
    assert [q.span for q in around] == [Span(q.span.start + shift, q.span.end + shift) for q in found(line)]


@given(st.text())
def test_no_text_raises(text: str) -> None:
    found(text)


@given(st.lists(st.sampled_from(["no", "never again", "I don’t know", "we can’t"]), min_size=1, max_size=8))
def test_correctly_set_marks_are_read_correctly(said: list[str]) -> None:
    text = " he said. ".join(f"“{w},”" for w in said)
    assert words(text) == [f"“{w},”" for w in said]


# pytest-timeout ends what takes more than linear time.


MARKS = "\"'“”‘’"


@pytest.mark.parametrize("unit", ['"a" ', "“a ", "“a ‘b ", "a” ", '" ', "the dogs' ", "''a", "\"'", "“a\n"])
def test_twenty_thousand_marks_are_read(unit: str) -> None:
    text = unit * (20_000 // sum(map(unit.count, MARKS)))
    quoted = found(text)
    assert all(0 <= q.span.start < q.span.end <= len(text) for q in quoted)


def test_ten_thousand_openings_stay_shallow() -> None:
    result = found("“a " * 10_000)
    assert max(q.depth for q in every(result)) < 3


def test_two_megabytes_in_one_line() -> None:
    text = "She said “one thing” and did another. " * 52_000
    assert len(text) > 1_900_000
    assert len(found(text)) == 52_000
