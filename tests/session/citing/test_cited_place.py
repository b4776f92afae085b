"""Paragraphs are counted and pages named."""

from __future__ import annotations

from dataclasses import replace

from tests.session.article_with_quotes import ARTICLE, span
from tui.article.article import Article, Block, BlockKind
from tui.article.spans import Span
from tui.session.citing.cited_place import place_in, places_in


def test_the_paragraph_or_the_page() -> None:
    assert place_in(ARTICLE, span("Harbour").start) == ""
    assert place_in(ARTICLE, span("We’ve").start) == "paragraph 1"
    assert place_in(ARTICLE, span("Officials").start) == "paragraph 5"
    paged = replace(ARTICLE, page_starts=(0, span("Her rival").start))
    assert [place_in(paged, span(words).start) for words in ("We’ve", "Officials")] == ["page 1", "page 2"]


def test_many_places_are_told_in_one_pass_over_the_paragraphs() -> None:
    blocks = tuple(Block(BlockKind.PARAGRAPH, Span(n * 10, n * 10 + 8)) for n in range(200_000))
    place = places_in(Article("x" * 2_000_000, "x", blocks))
    assert [place(n * 10 + 4) for n in range(200_000)][-3:] == [
        f"paragraph {n}" for n in (199_998, 199_999, 200_000)
    ]
