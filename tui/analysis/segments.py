"""Attributions found one stretch of a long article at a time, so that memory stays bounded and what was found
of a stretch need not be found again while the rest is still being parsed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from tui.analysis.attribution import attribution_finder, quotations
from tui.analysis.parsed_article import ParsedArticle
from tui.analysis.raw_attribution import RawAttribution
from tui.article.article import Article, Block, BlockKind
from tui.article.spans import Span

LENGTH = 100_000  # characters of a stretch, about 17,000 words: hardly a news article is longer
LONGEST = 4 * LENGTH  # however the paragraphs begin: what is found in a stretch takes memory with its length
_OPENING = frozenset("\"“”„«»'‘’`")
_CLOSING = {'"': '"', "“": "”", "„": "“", "«": "»", "»": "«"}  # of the others apostrophes look the same


class RawAttributions:
    """The attributions of one article, while it is parsed block by block."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._segments = split_into_segments(article)
        self._found: dict[int, list[RawAttribution]] = {}  # of the stretches that are parsed from end to end

    def found_in(self, parts: Mapping[int, ParsedArticle]) -> list[RawAttribution]:
        """Those of the blocks that were parsed, in reading order; `parts` by the index of their block."""
        out: list[RawAttribution] = []
        for n, segment in enumerate(self._segments):
            here = [i for i in segment if i in parts]
            found = self._found.get(n)
            if found is None:
                found = find(join(self._article.text, parts, here), self._article)
                if len(here) == len(segment):
                    self._found[n] = found
            first = len(out)
            out += (d if d.continues is None else replace(d, continues=d.continues + first) for d in found)
        return out


def find(parsed: ParsedArticle, article: Article) -> list[RawAttribution]:
    """The attributions in the blocks of `article` that `parsed` holds.

    No other block is looked at, nor do the quotations on its two sides go on through it.
    """
    if not len(parsed):
        return []
    here = set(parsed.blocks)
    blocks = tuple(
        block if i in here or not block.kind.speaks else Block(BlockKind.SUBHEADING, block.span)
        for i, block in enumerate(article.blocks)
    )
    return attribution_finder.find(
        parsed, replace(article, blocks=blocks), quotations.find(article.text, blocks)
    )


def split_into_segments(article: Article) -> list[list[int]]:
    """The indices of the blocks that speak, in runs of about `LENGTH` characters.

    A stretch never begins where a quotation might go on from the paragraph before, unless it had to be longer
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
    """Whether what begins at `start` may be a quotation that the paragraph `before` it has left open."""
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
    """The tokens of these blocks, which are in reading order, as one."""
    whole = ParsedArticle(text)
    for i in blocks:
        whole.extend(parts[i])
    return whole


def join_and_clear(text: str, parts: dict[int, ParsedArticle]) -> ParsedArticle:
    """All of `parts` as one; they are taken out as it grows, so that nothing is held twice."""
    whole = ParsedArticle(text)
    for i in sorted(parts):
        whole.extend(parts.pop(i))
    return whole
