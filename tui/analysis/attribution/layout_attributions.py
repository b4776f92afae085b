"""Attributions that stand in the layout: a label and a colon, a dash and a name, an introduction above.

`find` is all that the rest of the analysis needs; `attributions.merged` puts together what it gives and what
grammar finds.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence

from tui.analysis.analysis import Stance
from tui.analysis.attribution import headline_quotes, introductions, signatures, social_posts, transcripts
from tui.analysis.attribution.quotation_kind import kind_of
from tui.analysis.attribution.quotations import Quotation
from tui.analysis.raw_attribution import RawAttribution
from tui.article.article import Block, BlockKind
from tui.article.spans import Span

_Found = tuple[str, tuple[Span, ...], Span, Span]  # rule, content, cue, source

_PROBABILITY = {
    # How often each was right, content and source together, on the training articles (n of them).
    "turn": 0.95,
    "embed": 0.95,  # not measured: the training articles have none
    "signature after": 0.9,
    "signature below": 0.95,
    "signature unclosed": 0.45,
    "signature tweet": 0.55,
    "headline speaks": 0.92,
    "headline body": 0.77,
    "headline i": 0.85,
    "headline quoted": 0.8,
    "headline name": 0.7,
    "headline last": 0.75,
    "introduction quotation": 0.9,
    "introduction block quote": 0.9,
    "introduction named": 0.85,
    "introduction list": 0.5,
    "introduction paragraph": 0.4,
}


def find(text: str, blocks: Sequence[Block], quotations: Sequence[Quotation]) -> list[RawAttribution]:
    """The attributions of an article that its layout shows, in reading order, none overlapping another.

    `quotations` are those of `quotations.find`. A draft's source is the label's name (no party or handle in
    brackets), its cue the colon or dash, or the verb of an introduction.
    """
    taken: list[Span] = []  # sorted, apart from one another
    drafts: list[RawAttribution] = []
    outer = [quotation.span for quotation in quotations]
    for rule, content, cue, source in sorted(_all(text, blocks, quotations), key=_order):
        if any(_meets(taken, span) for span in content):
            continue
        for span in content:
            insort(taken, span)
        kind = kind_of(text, content, outer)
        drafts.append(
            RawAttribution(
                kind,
                Stance.SPEECH,
                content,
                (cue,),
                (source,),
                _PROBABILITY[rule],
                turn=rule in ("turn", "embed"),
            )
        )
    return sorted(drafts, key=lambda draft: draft.content[0])


def _all(text: str, blocks: Sequence[Block], quotations: Sequence[Quotation]) -> Iterator[_Found]:
    for turn in transcripts.find(text, blocks):
        yield "turn", turn.content, turn.colon, turn.label
    for post in social_posts.find(text, blocks):
        yield "embed", post.content, post.cue, post.name
    for signed in signatures.find(text, blocks, quotations):
        yield f"signature {signed.sort}", signed.content, signed.dash, signed.name
    for block in blocks:
        if block.kind is BlockKind.HEADLINE and (said := headline_quotes.find(text, block.span)) is not None:
            yield f"headline {said.sort}", (said.content,), said.colon, said.name
    for brought in introductions.find(text, blocks, quotations):
        yield f"introduction {brought.sort}", brought.content, brought.cue, brought.who


_RANKS = ("turn", "embed", "signature", "headline", "introduction")


def _order(found: _Found) -> tuple[int, Span]:
    return _RANKS.index(found[0].partition(" ")[0]), found[1][0]


def _meets(spans: Sequence[Span], span: Span) -> bool:
    """Whether `span` overlaps one of `spans`, which are sorted and apart."""
    at = bisect_left(spans, Span(span.end, span.end))
    return at > 0 and spans[at - 1].end > span.start
