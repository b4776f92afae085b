"""The body of an article alone, as programs and measures of extraction want it."""

from __future__ import annotations

import re

from tui.article.article import Article, Block, BlockKind
from tui.article.spans import Span

# Not of the body: what is printed over it, under its pictures and between its paragraphs.
_BESIDE = frozenset(
    {
        BlockKind.HEADLINE,
        BlockKind.BYLINE,
        BlockKind.DATELINE,
        BlockKind.CAPTION,
        BlockKind.LINK_LIST,
        BlockKind.NEWSLETTER,
        BlockKind.TIMESTAMP,
    }
)
STANDFIRST = 40  # characters; a heading over all of the body that has as many is the summary under a headline
_MARK = re.compile(r"(?:[-*•‣◦▪●·–]|\(?(?:\d{1,3}|[a-z])[.)])\s+")


def body_text(article: Article) -> tuple[str, tuple[Block, ...]]:
    """Return the article's body and its blocks, spans into that text: one blank line between blocks.

    Headline, the summary under it, byline, date line, captions, lists of links, newsletter boxes and timestamps
    are left out, and the bullets and numbers of list items. An article without blocks is its text.
    """
    if not article.blocks:
        return article.text, ()
    parts: list[str] = []
    blocks: list[Block] = []
    at = 0
    for block in article.blocks:
        if block.kind in _BESIDE:
            continue
        words = article.shown(block.span)
        if block.kind is BlockKind.SUBHEADING and not blocks and len(words) >= STANDFIRST:
            continue
        if block.kind is BlockKind.LIST_ITEM and (mark := _MARK.match(words)) is not None:
            words = words[mark.end() :]
        if not words:
            continue
        parts.append(words)
        blocks.append(Block(block.kind, Span(at, at + len(words))))
        at += len(words) + 2
    return "\n\n".join(parts), tuple(blocks)
