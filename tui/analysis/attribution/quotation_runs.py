"""Quotations without a cue that continue what somebody was saying.

Two kinds: a quotation that a caption or a list of links broke off and that its marks take up again belongs to the
same attribution; a paragraph that is nothing but a quotation, below one in which somebody is quoted, continues
the run: its speaker is the one before, but less surely so, and it has no source of its own.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from tui.analysis.analysis import Kind, Stance
from tui.analysis.attribution.quotations import Quotation
from tui.analysis.attribution.repeated_words import RepeatedWords
from tui.analysis.raw_attribution import RawAttribution
from tui.article.article import Article, BlockKind
from tui.article.spans import Span, merged

PROBABILITY = 0.7
"""How often a paragraph that is one quotation was its run's speaker's, by eye in 210 training articles."""

_MIN_WORDS = 5  # words; fewer are a heading or an exclamation
SKIPPED_KINDS = frozenset({BlockKind.LINK_LIST, BlockKind.NEWSLETTER, BlockKind.EMBED})
"""The kinds of blocks that a run of quotations passes over."""

RUN_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BLOCK_QUOTE})
"""The kinds of blocks that a run of quotations may go on in."""


def add_continuations(
    attributions: Sequence[RawAttribution], article: Article, quotations: Sequence[Quotation]
) -> list[RawAttribution]:
    """Return the attributions together with the quotations that continue them, in reading order."""
    text = article.text
    out = list(attributions)
    spans = sorted((span, n) for n, attribution in enumerate(out) for span in attribution.content)
    starts = [span.start for span, _ in spans]

    def owner(span: Span) -> int | None:
        """Return the index of the attribution that claims some of `span`."""
        at = max(0, bisect_left(starts, span.start) - 1)
        while at < len(spans) and spans[at][0].start < span.end:
            if spans[at][0].overlaps(span):
                return spans[at][1]
            at += 1
        return None

    owner_of = [owner(quotation.span) for quotation in quotations]
    for n, quotation in enumerate(quotations):
        if quotation.resumes is not None and owner_of[n] is None:
            whose = owner_of[quotation.resumes]
            if whose is not None:
                out[whose] = replace(
                    out[whose], content=tuple(merged([*out[whose].content, *quotation.pieces]))
                )
                owner_of[n] = whose
    ends = _content_ends(out)
    claimed = [end for end, _ in ends]
    first = [quotation.span.start for quotation in quotations]
    repeated = RepeatedWords(text, [span for attribution in out for span in attribution.content])
    previous: int | None = None  # the attribution that ends the paragraph before
    for block in article.blocks:
        if block.kind in SKIPPED_KINDS:
            continue
        if block.kind not in RUN_KINDS:
            previous = None
            continue
        alone = _lone_quotation(text, block.span, quotations, owner_of, first)
        if alone is not None and repeated.holds(alone):
            continue  # a pull quote, which stands in the article below again
        if alone is not None and previous is not None:
            out.append(
                RawAttribution(Kind.DIRECT, Stance.SPEECH, (alone,), (), (), PROBABILITY, continues=previous)
            )
            previous = len(out) - 1
            continue
        at = bisect_left(claimed, block.span.end + 1) - 1
        attribution = out[ends[at][1]] if at >= 0 and claimed[at] > block.span.start else None
        quoting = (
            attribution is not None
            and attribution.kind is not Kind.INDIRECT
            and attribution.stance is Stance.SPEECH
        )
        previous = ends[at][1] if quoting else None
    return in_reading_order(out)


def in_reading_order(out: Sequence[RawAttribution]) -> list[RawAttribution]:
    """Return attributions in the order of their contents, `continues` being kept right."""
    order = sorted(range(len(out)), key=lambda n: out[n].content)
    place = {n: k for k, n in enumerate(order)}
    return [
        replace(out[n], continues=place[index]) if (index := out[n].continues) is not None else out[n]
        for n in order
    ]


def _content_ends(attributions: Sequence[RawAttribution]) -> list[tuple[int, int]]:
    """Return where contents end and the index of their attribution, in reading order."""
    return sorted((span.end, n) for n, attribution in enumerate(attributions) for span in attribution.content)


def _lone_quotation(
    text: str,
    block: Span,
    quotations: Sequence[Quotation],
    owners: Sequence[int | None],
    first: Sequence[int],
) -> Span | None:
    """Return the unclaimed quotation that is all of a block, else None."""
    at = bisect_left(first, block.start)
    if at == len(quotations) or owners[at] is not None:
        return None
    span = quotations[at].span
    rest = text[block.start : span.start] + text[span.end : block.end]
    if any(map(str.isalnum, rest)) or len(span.of(text).split()) < _MIN_WORDS:
        return None
    return span
