"""The marks and margin letters of a reading in the article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from tui.analysis.analysis import Kind
from tui.article.folding import folded_with_offsets
from tui.article.spans import Span, merged
from tui.article.text_markup import ShownText
from tui.session.reading.quote_marks import UNSURE
from tui.session.reading.reading import Reading
from tui.session.reading.text_marks import MarginLetter, TextMark

if TYPE_CHECKING:
    from tui.session.reading.text_search import TextSearch

MAX_TICKS = 1_000
"""The most quotes that the gutter shows: several for each row of the highest one."""
LEFT_OUT = "×"
"""The sign in the margin of a paragraph that could not be analysed."""


def highlights(
    reading: Reading,
    around: Span | None = None,
    *,
    entities: bool = False,
    seeking: TextSearch | None = None,
    instead: Mapping[tuple[Span, ...], tuple[Span, ...]] | None = None,
) -> tuple[list[TextMark], list[MarginLetter]]:
    """Return the marks and margin letters of the article, later marks over earlier ones.

    Matching quotes have their speaker's hue and letter; when anything narrows, all else is dimmed. The chosen
    quote shows its cue and source. What could not be analysed is dimmed, with a sign. Entities are marked when
    one is chosen, or all of them with `entities` (their panel has the focus). With `around` only the marks
    inside it are returned. `instead` maps contents to those drawn in their place. The matches of `seeking` are
    marked above all else.
    """
    contents = instead or {}
    marks: list[TextMark] = []
    letters: list[MarginLetter] = []
    attributions = reading.analysis.attributions
    shown: list[Span] = []
    for i in reading.matching.near(around):
        quote = attributions[i]
        style = reading.style_of(quote.speaker)
        for piece in contents.get(quote.content, quote.content):
            marks.append(TextMark(piece, style.component))
            if quote.kind is Kind.INDIRECT:
                marks.append(TextMark(piece, "indirect"))
            if quote.certainty < UNSURE:
                marks.append(TextMark(piece, "unsure"))
            letters.append(MarginLetter(piece, style.letter, style.component))
            shown.append(piece)
    for span in reading.analysis.left_out:
        if around is None or span.overlaps(around):
            marks.append(TextMark(span, "dim"))
            letters.append(MarginLetter(span, LEFT_OUT, "dim"))
    chosen = reading.chosen_quote
    if chosen is not None:
        pieces = contents.get(chosen.content, chosen.content)
        marks.extend(TextMark(piece, "chosen") for piece in pieces)
    if reading.narrowed:
        kept = shown + [
            span for quote in ([chosen] if chosen else []) for span in (*quote.cue, *quote.source)
        ]
        if reading.chosen_entity:
            kept.extend(reading.chosen_entity.mentions)
        marks.extend(
            TextMark(gap, "dim") for gap in _gaps(kept, around or Span(0, len(reading.article.text)))
        )
    if chosen is not None:
        marks.extend(TextMark(span, "source") for span in chosen.source)
        marks.extend(TextMark(span, "cue") for span in chosen.cue)
    named = [reading.chosen_entity] if reading.chosen_entity else [e for e, _ in reading.entities if entities]
    marks.extend(
        TextMark(span, "entity")
        for e in named
        for span in e.mentions
        if around is None or span.overlaps(around)
    )
    marks.extend(TextMark(hit, "hit") for hit in _hits(reading, around))
    if seeking is not None:
        marks.extend(TextMark(place, "hit") for place in seeking.near(around))
        if seeking.place is not None:
            marks.append(TextMark(seeking.place, "found"))
    return marks, letters


def _hits(reading: Reading, around: Span | None) -> Iterator[Span]:
    """Yield the words of the filter in the matching contents."""
    terms = reading.query.terms
    if not terms:
        return
    article = reading.article
    for i in reading.matching.near(around):
        for piece in reading.analysis.attributions[i].content:
            if around is not None and not piece.overlaps(around):
                continue
            shown = ShownText(article.text, article.markup, piece)
            folded, offsets = folded_with_offsets(shown.text)
            for term in terms:
                at = folded.find(term.text)
                while at >= 0:
                    end = at + len(term.text)
                    yield shown.span_in_text(Span(offsets[at], max(offsets[end - 1] + 1, offsets[at] + 1)))
                    at = folded.find(term.text, end)


def ticks(reading: Reading) -> list[MarginLetter]:
    """Return the letters of the matching quotes in the whole article, for the gutter."""
    out = []
    looks: dict[str | None, tuple[str, str]] = {}
    attributions = reading.analysis.attributions
    for i in reading.matching.spread(MAX_TICKS, len(reading.article.text)):
        quote = attributions[i]
        look = looks.get(quote.speaker)
        if look is None:
            style = reading.style_of(quote.speaker)
            look = looks[quote.speaker] = style.letter, style.component
        content = quote.content
        out.append(MarginLetter(Span(content[0][0], content[-1][1]), *look))
    return out


def _gaps(spans: list[Span], whole: Span) -> list[Span]:
    """Return the parts of `whole` outside the spans."""
    out: list[Span] = []
    at = whole.start
    for span in merged(spans):
        if span.start > at:
            out.append(Span(at, min(span.start, whole.end)))
        at = max(at, span.end)
        if at >= whole.end:
            return out
    out.append(Span(at, whole.end))
    return out
