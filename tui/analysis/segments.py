"""Segments of a long article, whose attributions are found one segment at a time.

Memory stays bounded, and the attributions of a segment need not be found again while the rest is being parsed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from tui.analysis.attribution import attribution_finder, quotations
from tui.analysis.parsed_article import ParsedArticle
from tui.analysis.raw_attribution import RawAttribution
from tui.article.article import Article, Block, BlockKind
from tui.article.spans import Span

LENGTH = 100_000  # characters of a segment, about 17,000 words: hardly any news article is longer
LONGEST = 4 * LENGTH  # however the paragraphs begin: memory grows with the segment
_OPENING = frozenset("\"“”„«»'‘’`")
_CLOSING = {'"': '"', "“": "”", "„": "“", "«": "»", "»": "«"}  # the other marks look like apostrophes


class RawAttributions:
    """The attributions of one article while it is parsed block by block."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._segments = split_into_segments(article)
        self._found: dict[int, list[RawAttribution]] = {}  # of the segments that are fully parsed

    def found_in(
        self, parts: Mapping[int, ParsedArticle], on_segment: Callable[[Sequence[int]], None] | None = None
    ) -> list[RawAttribution]:
        """Return the attributions of the parsed blocks, in reading order; `parts` is keyed by block.

        `on_segment` is called with the blocks of each segment before they are looked at.
        """
        out: list[RawAttribution] = []
        for n, segment in enumerate(self._segments):
            here = [i for i in segment if i in parts]
            found = self._found.get(n)
            if found is None:
                if on_segment is not None:
                    on_segment(here)
                found = find(join(self._article.text, parts, here), self._article)
                if len(here) == len(segment):
                    self._found[n] = found
            first = len(out)
            out += (d if d.continues is None else replace(d, continues=d.continues + first) for d in found)
        return out


def find(parsed: ParsedArticle, article: Article) -> list[RawAttribution]:
    """Return the attributions in the blocks of `article` that `parsed` holds.

    No other block is looked at, nor do the quotations on its two sides go on through it.
    """
    if not len(parsed):
        return []
    here = set(parsed.blocks)
    blocks = tuple(
        block if i in here or not block.kind.speaks else Block(BlockKind.SUBHEADING, block.span)
        for i, block in enumerate(article.blocks)
    )
    found = attribution_finder.find(
        parsed, replace(article, blocks=blocks), quotations.find(article.text, blocks)
    )
    return _outside_captions(found, blocks)


def _outside_captions(
    attributions: Sequence[RawAttribution], blocks: Iterable[Block]
) -> list[RawAttribution]:
    """Return the attributions outside captions: those say who is in the picture, and nobody speaks there."""
    captions = [block.span for block in blocks if block.kind is BlockKind.CAPTION]
    if not captions:
        return list(attributions)
    starts = [span.start for span in captions]
    numbers: dict[int, int] = {}
    kept: list[RawAttribution] = []
    for n, attribution in enumerate(attributions):
        at = bisect_right(starts, attribution.content[0].start) - 1
        if at < 0 or attribution.content[0].start >= captions[at].end:
            numbers[n] = len(kept)
            goes_on = attribution.continues
            kept.append(
                attribution if goes_on is None else replace(attribution, continues=numbers.get(goes_on))
            )
    return kept


def split_into_segments(article: Article) -> list[list[int]]:
    """Return the indices of the blocks that speak, in segments of about `LENGTH` characters.

    A segment never begins where a quotation might continue from the paragraph before, unless it would be longer
    than `LONGEST`: there are books in which every paragraph begins with a quotation mark.
    """
    out: list[list[int]] = [[]]
    size = 0
    before = Span(0, 0)
    for i, block in enumerate(article.blocks):
        if not block.kind.speaks:
            continue
        if size >= LONGEST or (size >= LENGTH and not _may_continue(article.text, before, block.span.start)):
            out.append([])
            size = 0
        out[-1].append(i)
        before = block.span
        size += before.end - before.start
    return out


def _may_continue(text: str, before: Span, start: int) -> bool:
    """Tell whether a quotation left open in the paragraph `before` may continue at `start`."""
    mark = text[start]
    if mark not in _OPENING:
        return False
    closing = _CLOSING.get(mark)
    if closing is None:
        return True
    if closing == mark:
        return text.count(mark, *before) % 2 == 1
    return text.rfind(mark, *before) > text.rfind(closing, *before)


def join(text: str, parts: Mapping[int, ParsedArticle], blocks: Iterable[int]) -> ParsedArticle:
    """Join the tokens of some blocks, which are in reading order."""
    whole = ParsedArticle(text)
    for i in blocks:
        whole.extend(parts[i])
    return whole


def join_and_clear(text: str, parts: dict[int, ParsedArticle]) -> ParsedArticle:
    """Join all `parts`, removing each as it is added, so that nothing is held twice."""
    whole = ParsedArticle(text)
    for i in sorted(parts):
        whole.extend(parts.pop(i))
    return whole
