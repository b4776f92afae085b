"""Where in an article cited words stand: the page, or the paragraph by its number."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate

from tui.article.article import Article, BlockKind

NUMBERED = frozenset(
    kind
    for kind in BlockKind
    if kind.speaks and kind not in (BlockKind.HEADLINE, BlockKind.CAPTION, BlockKind.EMBED)
)
"""The kinds of blocks that citations count as paragraphs."""


def place_in(article: Article, offset: int) -> str:
    """Return where in an article an offset stands: "page 2" of what has pages, else "paragraph 3"; "" outside."""
    return places_in(article)(offset)


def places_in(article: Article) -> Callable[[int], str]:
    """Return `place_in` for many offsets into one article: the paragraphs are counted once."""
    if article.page_starts:
        return lambda offset: f"page {article.page_number(offset)}" if article.page_number(offset) else ""
    starts = [block.span.start for block in article.blocks]
    numbers = list(accumulate((block.kind in NUMBERED for block in article.blocks), initial=0))

    def place(offset: int) -> str:
        number = bisect_right(starts, offset)
        block = article.blocks[number - 1] if number else None
        if block is None or (block.kind not in NUMBERED and block.span.end > offset):
            return ""  # a headline, a caption
        return f"paragraph {numbers[number]}" if numbers[number] else ""

    return place
