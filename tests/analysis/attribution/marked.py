"""The quotations of small texts."""

from __future__ import annotations

from tui.analysis.attribution import quotations
from tui.analysis.attribution.quotations import Quotation
from tui.article.article import Block, BlockKind
from tui.article.spans import Span


def lines(text: str, *kinds: BlockKind) -> list[Block]:
    """Return an article with a block for each line, paragraphs where no kind is given."""
    out: list[Block] = []
    at = 0
    for n, line in enumerate(text.split("\n")):
        out.append(Block(kinds[n] if n < len(kinds) else BlockKind.PARAGRAPH, Span(at, at + len(line))))
        at += len(line) + 1
    return out


def found(text: str, *kinds: BlockKind) -> list[Quotation]:
    return quotations.find(text, lines(text, *kinds))


def words(text: str, *kinds: BlockKind) -> list[str]:
    return [q.span.of(text) for q in found(text, *kinds)]


def pieces(text: str, *kinds: BlockKind) -> list[list[str]]:
    return [[piece.of(text) for piece in q.pieces] for q in found(text, *kinds)]


def inner(text: str) -> list[list[str]]:
    return [[nested.span.of(text) for nested in q.inner] for q in found(text)]
