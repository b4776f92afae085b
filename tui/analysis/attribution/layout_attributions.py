"""Attributions shown by layout: a label and a colon, a dash and a name, an introduction above.

`layout_merging.merge` puts them together with those that grammar shows.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence

from tui.analysis.analysis import Kind, Stance
from tui.analysis.attribution import (
    advice_columns,
    headline_quotes,
    interview_questions,
    introductions,
    signatures,
    social_posts,
    transcripts,
)
from tui.analysis.attribution.quotation_kind import kind_of
from tui.analysis.attribution.quotations import Quotation
from tui.analysis.attribution.work_titles import in_title_case
from tui.analysis.raw_attribution import RawAttribution
from tui.article.article import Block, BlockKind
from tui.article.spans import Span
from tui.article.text_markup import EmphasisedWords

_Candidate = tuple[str, tuple[Span, ...], Span | None, Span | None]  # rule, content, cue, source

_PROBABILITY = {
    # How often content and source were both right on the training articles.
    "turn": 0.95,
    "advice": 0.85,  # not measured: the training articles have none
    "question": 0.85,  # not measured, nor are the answers: the training articles have none
    "answer": 0.8,
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
    "headline says": 0.8,
    "introduction quotation": 0.9,
    "introduction block quote": 0.9,
    "introduction named": 0.85,
    "introduction list": 0.5,
    "introduction paragraph": 0.4,
}


def find(
    text: str,
    blocks: Sequence[Block],
    quotations: Sequence[Quotation],
    emphasis: Sequence[EmphasisedWords] = (),
) -> list[RawAttribution]:
    """Return the attributions that an article's layout shows, in reading order, none overlapping another.

    `quotations` are those of `quotations.find`. The source is the label's name (no party or handle in
    brackets), the cue the colon or dash, or the verb of an introduction. Questions in bold (`emphasis`) and their
    answers have none.
    """
    claimed: list[Span] = []  # sorted, without overlaps
    attributions: list[RawAttribution] = []
    quoted = [quotation.span for quotation in quotations]
    for rule, content, cue, source in sorted(_candidates(text, blocks, quotations, emphasis), key=_sort_key):
        if any(_overlaps_any(claimed, span) for span in content):
            continue
        if rule.startswith("introduction") and all(_is_title(span.of(text)) for span in content):
            continue  # Radio Nine: “The Long Thaw,” a play in two parts
        for span in content:
            insort(claimed, span)
        # A transcript's turn is what its speaker said, word for word.
        kind = (
            Kind.DIRECT
            if rule in ("turn", "advice", "question", "answer")
            else kind_of(text, content, quoted)
        )
        attributions.append(
            RawAttribution(
                kind,
                Stance.SPEECH,
                content,
                (cue,) if cue is not None else (),
                (source,) if source is not None else (),
                _PROBABILITY[rule],
                turn=rule in ("turn", "advice", "embed", "question", "answer"),
                answers=rule == "answer",
            )
        )
    return sorted(attributions, key=lambda attribution: attribution.content[0])


def _is_title(quoted: str) -> bool:
    """Tell whether a quotation of two words or more is capitalised as a title is."""
    said = quoted.strip("“”\"‘’' ,").split()
    return len(said) > 1 and in_title_case(said)


def _candidates(
    text: str,
    blocks: Sequence[Block],
    quotations: Sequence[Quotation],
    emphasis: Sequence[EmphasisedWords],
) -> Iterator[_Candidate]:
    for turn in (*transcripts.find(text, blocks), *transcripts.find_quoted(text, quotations)):
        yield "turn", turn.content, turn.colon, turn.label
    for advice in advice_columns.find(text, blocks):
        yield "advice", advice.content, advice.colon, advice.name
    questions = interview_questions.find(text, blocks, emphasis)
    for question in questions:
        yield "question", (question,), None, None
    for answer in interview_questions.find_answers(text, blocks, questions):
        yield "answer", answer, None, None
    for post in social_posts.find(text, blocks):
        yield "embed", post.content, post.cue, post.name
    for signature in signatures.find(text, blocks, quotations):
        yield f"signature {signature.rule}", signature.content, signature.dash, signature.name
    for block in blocks:
        if block.kind is BlockKind.HEADLINE and (quote := headline_quotes.find(text, block.span)) is not None:
            yield f"headline {quote.rule}", (quote.content,), quote.colon, quote.name
    for introduction in introductions.find(text, blocks, quotations):
        yield f"introduction {introduction.rule}", introduction.content, introduction.cue, introduction.source


_PRECEDENCE = ("advice", "turn", "question", "answer", "embed", "signature", "headline", "introduction")


def _sort_key(found: _Candidate) -> tuple[int, Span]:
    return _PRECEDENCE.index(found[0].partition(" ")[0]), found[1][0]


def _overlaps_any(spans: Sequence[Span], span: Span) -> bool:
    """Tell whether `span` overlaps one of `spans`, which are sorted and do not overlap."""
    at = bisect_left(spans, Span(span.end, span.end))
    return at > 0 and spans[at - 1].end > span.start
