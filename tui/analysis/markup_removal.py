"""An article without its markup, which the analysis reads, and the way back to the article's own offsets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tui.analysis.analysis import Analysis
from tui.article.article import Article, Block, BlockKind, Link
from tui.article.spans import Span
from tui.article.text_markup import EmphasisedWords, ShownText


def unmarked(article: Article) -> tuple[Article, ShownText]:
    """Return the article as it is shown, block for block, and where its characters stand in `article`."""
    shown = ShownText(article.text, article.markup)

    def moved(span: Span) -> Span:
        start, end = shown.shown_span(span)
        words = shown.text[start:end]
        start += len(words) - len(words.lstrip())
        return Span(start, max(start, start + len(words.strip())))

    blocks = []
    for block in article.blocks:
        span = moved(block.span)
        # Nothing is looked for where nothing is shown.
        blocks.append(Block(block.kind if span.end > span.start else BlockKind.SUBHEADING, span))
    links = tuple(Link(moved(link.span), link.address) for link in article.links)
    emphasis = tuple(EmphasisedWords(moved(each.span), each.emphasis) for each in article.emphasis)
    bare = replace(article, text=shown.text, blocks=tuple(blocks), links=links, markup=(), emphasis=emphasis)
    return bare, shown


def with_marks(analysis: Analysis, shown: ShownText) -> Analysis:
    """Return an analysis of what is shown with offsets into the text that `shown` was made of."""

    def back(spans: Iterable[Span]) -> tuple[Span, ...]:
        return tuple(map(shown.span_in_text, spans))

    return replace(
        analysis,
        attributions=tuple(
            replace(
                each,
                content=back(each.content),
                cue=back(each.cue),
                source=back(each.source),
                evidence=tuple(
                    replace(step, span=step.span and shown.span_in_text(step.span)) for step in each.evidence
                ),
            )
            for each in analysis.attributions
        ),
        speakers=tuple(replace(each, mentions=back(each.mentions)) for each in analysis.speakers),
        entities=tuple(replace(each, mentions=back(each.mentions)) for each in analysis.entities),
    )
