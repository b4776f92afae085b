"""Small articles made for tests of what is drawn."""

from __future__ import annotations

from tui.article.article import Article, Block, BlockKind
from tui.article.spans import Span


def article(*parts: tuple[BlockKind, str] | str, between: str = "\n\n") -> Article:
    """Return an article of these blocks; plain strings are paragraphs."""
    text = ""
    blocks = []
    for part in parts:
        kind, words = (BlockKind.PARAGRAPH, part) if isinstance(part, str) else part
        if text:
            text += between
        blocks.append(Block(kind, Span(len(text), len(text) + len(words))))
        text += words
    return Article(text=text, source="test", blocks=tuple(blocks))


def span(of: Article, words: str) -> Span:
    """Return where `words` first stand in an article."""
    start = of.text.index(words)
    return Span(start, start + len(words))


def long_article(paragraphs: int = 60) -> Article:
    """Return paragraphs of different lengths, each of which begins with its number."""
    return article(
        *(
            f"Number{n} begins here. " + " ".join(["Some more words follow it."] * (1 + n % 7))
            for n in range(paragraphs)
        )
    )
