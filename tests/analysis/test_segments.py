"""The attributions of a long article are found a segment at a time, and each once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from tui.analysis import segments
from tui.analysis.analysis import Kind, Stance
from tui.analysis.attribution import attribution_finder
from tui.analysis.attribution.quotations import Quotation
from tui.analysis.parsed_article import ParsedArticle
from tui.analysis.raw_attribution import RawAttribution
from tui.analysis.segments import RawAttributions
from tui.article.article import Article, BlockKind
from tui.article.text.blocks import find_blocks

PARAGRAPH = "The ferry to the islands did not sail on Monday, and nobody could say when it would."
LINKS = "Read more:\nWhy the ferry matters"


def article(*paragraphs: str) -> Article:
    text = "\n".join(paragraphs)
    return Article(text, "x", find_blocks(text))


def part(story: Article, i: int) -> ParsedArticle:
    """Return block `i` as a single token."""
    span = story.blocks[i].span
    return ParsedArticle(
        story.text, [span.start], [span.end], ["x"], ["x"], ["X"], ["X"], ["ROOT"], [0], [""], [False], [0],
        [(0, 1)], [(0, 1)], [i],
    )  # fmt: skip


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[tuple[list[int], list[Quotation]]]:
    """Record the blocks and quotations of each call; every block is taken for an attribution that goes on."""
    called: list[tuple[list[int], list[Quotation]]] = []

    def find(parsed: ParsedArticle, story: Article, quotations: Sequence[Quotation]) -> list[RawAttribution]:
        called.append((parsed.blocks, list(quotations)))
        assert [i for i, b in enumerate(story.blocks) if b.kind.speaks] == parsed.blocks
        return [
            RawAttribution(
                Kind.DIRECT,
                Stance.SPEECH,
                (story.blocks[i].span,),
                (),
                (),
                1.0,
                continues=n - 1 if n else None,
            )
            for n, i in enumerate(parsed.blocks)
        ]

    monkeypatch.setattr(attribution_finder, "find", find)
    monkeypatch.setattr(segments, "LENGTH", 200)
    return called


def test_every_speaking_block_is_in_one_segment_and_in_order(calls: object) -> None:
    story = article(*[PARAGRAPH, "“" + PARAGRAPH, LINKS, PARAGRAPH] * 5)
    found = segments.split_into_segments(story)
    assert len(found) > 3
    assert [i for segment in found for i in segment] == [
        i for i, b in enumerate(story.blocks) if b.kind.speaks
    ]
    assert not any(story.blocks[segment[0]].span.of(story.text).startswith("“") for segment in found)


def test_a_run_of_quotations_stays_together(calls: object) -> None:
    story = article(*["“" + PARAGRAPH] * 20, PARAGRAPH, PARAGRAPH)
    assert [len(segment) for segment in segments.split_into_segments(story)] == [20, 2]


@pytest.mark.parametrize("marks", ["“”", '""', "«»", "»«", "„“"])
def test_quotations_that_are_closed_are_not_kept_together(calls: object, marks: str) -> None:
    story = article(*[f"{marks[0]}{PARAGRAPH}{marks[1]} said the mayor."] * 20)
    assert len(segments.split_into_segments(story)) > 3


@pytest.mark.parametrize("mark", "“‘«")
def test_a_book_of_nothing_but_quotations_is_still_cut(
    calls: object, mark: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(segments, "LONGEST", 800)
    found = segments.split_into_segments(article(*[mark + PARAGRAPH] * 40))
    assert len(found) > 3
    assert [i for segment in found for i in segment] == list(range(40))


def test_a_fully_parsed_segment_is_searched_once(calls: list[tuple[list[int], list[Quotation]]]) -> None:
    story = article(*[PARAGRAPH] * 9)
    attributions = RawAttributions(story)
    parts = {i: part(story, i) for i in (0, 1, 2, 4)}
    found = attributions.found_in(parts)
    assert [attribution.content[0] for attribution in found] == [story.blocks[i].span for i in sorted(parts)]
    assert [blocks for blocks, _ in calls] == [[0, 1, 2], [4]]
    parts |= {i: part(story, i) for i in range(9)}
    found = attributions.found_in(parts)
    assert [blocks for blocks, _ in calls[2:]] == [[3, 4, 5], [6, 7, 8]]
    assert [attribution.continues for attribution in found] == [None, 0, 1, None, 3, 4, None, 6, 7]
    assert attributions.found_in(parts) == found
    assert len(calls) == 4


def test_a_quotation_does_not_cross_an_unparsed_block(
    calls: list[tuple[list[int], list[Quotation]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(segments, "LENGTH", 10_000)
    story = article("“It stays.", "“It stays where it is.", "“And so do we,” she said.")
    attributions = RawAttributions(
        replace(story, blocks=tuple(b._replace(kind=BlockKind.PARAGRAPH) for b in story.blocks))
    )
    attributions.found_in({i: part(story, i) for i in (0, 2)})
    attributions.found_in({i: part(story, i) for i in (0, 1, 2)})
    assert [[q.blocks for q in quotations] for _, quotations in calls] == [[(0,), (2,)], [(0, 1, 2)]]


def test_nobody_speaks_in_a_caption(calls: list[tuple[list[int], list[Quotation]]]) -> None:
    story = article(
        PARAGRAPH, "Image caption: Ann Lee, left, who said “no” to the ferry", PARAGRAPH, PARAGRAPH
    )
    assert story.blocks[1].kind is BlockKind.CAPTION
    parts = {i: part(story, i) for i in range(4)}
    found = segments.find(segments.join(story.text, parts, range(4)), story)
    assert [each.content[0] for each in found] == [story.blocks[i].span for i in (0, 2, 3)]
    # Each goes on with the one before: what went on with the caption goes on with nothing, the rest is renumbered.
    assert [each.continues for each in found] == [None, None, 1]
