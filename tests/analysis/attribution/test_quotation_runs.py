"""Quotations that continue what somebody was saying."""

from __future__ import annotations

from tui.analysis.analysis import Kind, Stance
from tui.analysis.attribution import quotations
from tui.analysis.attribution.quotation_runs import add_continuations
from tui.analysis.raw_attribution import RawAttribution
from tui.article.article import Article
from tui.article.spans import Span
from tui.article.text.blocks import find_blocks

FIRST = "“The boats are safe in the harbour,” Jane Doe said."
SECOND = "“Nobody has been hurt, and nobody will be.”"
THIRD = "“We shall see about the rest of them tomorrow.”"


def run(
    *paragraphs: str, kind: Kind = Kind.DIRECT, stance: Stance = Stance.SPEECH
) -> tuple[str, list[RawAttribution]]:
    text = "\n\n".join(paragraphs)
    article = Article(text, "x", find_blocks(text))
    content = Span(0, text.index("”") + 1)
    who = text.index("Jane Doe")
    said = RawAttribution(kind, stance, (content,), (Span(who + 9, who + 13),), (Span(who, who + 8),), 0.9)
    return text, add_continuations([said], article, quotations.find(text, article.blocks))


def test_paragraphs_that_are_quotations_continue_the_run() -> None:
    text, (first, second, third) = run(FIRST, SECOND, THIRD)
    assert (first.continues, second.continues, third.continues) == (None, 0, 1)
    assert second.content[0].of(text) == SECOND
    # It names nobody itself: whose it is, is known by what it continues.
    assert (second.source, second.cue) == ((), ())
    assert second.probability < first.probability


def test_a_paragraph_between_ends_the_run() -> None:
    assert len(run(FIRST, "The wind had dropped by noon on Monday.", SECOND)[1]) == 1


def test_attitudes_and_indirect_speech_do_not_begin_a_run() -> None:
    assert len(run(FIRST, SECOND, kind=Kind.INDIRECT)[1]) == 1
    assert len(run(FIRST, SECOND, stance=Stance.ATTITUDE)[1]) == 1


def test_a_quoted_heading_belongs_to_nobody() -> None:
    assert (
        len(run(FIRST, "“Safe at last”", "The wind had dropped by noon on Monday, and people came out.")[1])
        == 1
    )


def test_a_quotation_interrupted_by_links_is_resumed() -> None:
    text = (
        "Jane Doe said: “The boats are safe in the harbour, and the crews\n\n"
        "Read more:\nWhy boats sink\nThe long night\n\n"
        "“are safe, too, all eighty of them.”"
    )
    article = Article(text, "x", find_blocks(text))
    found = quotations.find(text, article.blocks)
    said = RawAttribution(
        Kind.DIRECT, Stance.SPEECH, (found[0].span,), (Span(9, 13),), (Span(0, 8),), probability=0.9
    )
    (attribution,) = add_continuations([said], article, found)
    assert [span.of(text) for span in attribution.content] == [
        "“The boats are safe in the harbour, and the crews",
        "“are safe, too, all eighty of them.”",
    ]
