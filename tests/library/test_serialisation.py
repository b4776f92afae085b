"""tui.library.serialisation: what is written down is read back the same, and nothing else is read at all."""

from __future__ import annotations

import json
import zlib
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.library.made_up import story
from tui.article.article import Article, Block, BlockKind, Link
from tui.article.spans import Span
from tui.article.text_markup import Emphasis, EmphasisedWords, Markup
from tui.library.article_texts import ArticleParts
from tui.library.library import Library
from tui.library.serialisation import (
    Unreadable,
    deflated,
    from_json_text,
    inflated,
    json_text,
    offsets,
    packed_analysis,
    searchable,
    spans,
    unpacked_analysis,
)

LINK = Link(Span(0, 2), "https://news.example/")
BLOCK = Block(BlockKind.TURN, Span(1, 3))


@given(st.text(alphabet=st.characters()))
def test_texts(text: str) -> None:
    assert inflated(deflated(text)) == text
    searchable(text).encode()


@pytest.mark.parametrize("data", [b"", b"x", None, "text", deflated("x" * 100)[:-3], zlib.compress(b"\xff")])
def test_what_is_no_text(data: object) -> None:
    with pytest.raises(Unreadable):
        inflated(data)


@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)).map(sorted)))
def test_spans(pairs: list[list[int]]) -> None:
    found = tuple(Span(*pair) for pair in pairs)
    assert spans(offsets(found)) == found


@pytest.mark.parametrize("text", ["", "x", "1 x", "5 2", "-4 2"])
def test_what_is_no_span(text: str) -> None:
    assert spans(text) == ()


def test_parts() -> None:
    article = Article("abc", "x", (BLOCK,), links=(LINK,), page=True, page_starts=(0, 2), format="a PDF")
    parts = from_json_text(ArticleParts, json_text(ArticleParts.of(article)))
    parts.check(3)
    assert parts == ArticleParts((BLOCK,), (LINK,), True, (0, 2), "a PDF")


@pytest.mark.parametrize(
    "data",
    [
        *([], None, {}, {"blocks": [], "links": None}, {"blocks": [["nothing", 0, 1]], "links": []}),
        *({"blocks": [["turn", 0, 4]], "links": []}, {"blocks": [["turn", 2, 1]], "links": []}),
        *({"blocks": [["turn", "0", 1]], "links": []}, {"blocks": [["turn", 0]], "links": []}),
        {"blocks": [], "links": [], "page_starts": [0, 4]},
        {"blocks": [], "links": [[0, 1, "javascript:alert(1)"]]},
        {"blocks": [], "links": [[-1, 1, "https://news.example/"]]},
    ],
)
def test_what_are_no_parts(data: object) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 (Unreadable is one)
        from_json_text(ArticleParts, json.dumps(data)).check(3)


def test_an_article_comes_back_as_it_was_read(quoth_home: object) -> None:
    article, analysis = story(("Words", "Jane Doe", "More."))
    whole = Article(
        **{each.name: getattr(article, each.name) for each in fields(Article)}
        | {"page": True, "published": "2025", "page_starts": (0, 1), "format": "a PDF"}
        | {"markup": (Markup(Span(0, 1), "“"),)}
        | {
            "emphasis": (EmphasisedWords(Span(1, 2), Emphasis.STRONG),),
            "notice": "These are the feed's words.",
        }
    )
    assert all(getattr(whole, each.name) for each in fields(Article)), "nothing is left to its default"
    kept = Library.open()
    kept.keep(whole, analysis)
    assert kept.article(1) == whole
    assert kept.article(kept.articles()[0].text_hash) == whole
    assert kept.article(2) is None
    kept.close()


def test_analyses() -> None:
    _, analysis = story(("Words", "Jane Doe", "More."))
    assert unpacked_analysis(packed_analysis(analysis)) == analysis
    for data in (
        b"",
        None,
        b"x",
        zlib.compress(b"[]"),
        zlib.compress(b'{"quotes": 3}'),
        zlib.compress(b"[" * 100_000),
    ):
        assert unpacked_analysis(data) is None


def test_analyses_kept_before_quotes_had_a_polarity_are_read() -> None:
    _, analysis = story(("Words", "Jane Doe", "More."))
    old = json.loads(inflated(packed_analysis(analysis)))
    for quote in old["quotes"]:
        del quote["polarity"]
    assert unpacked_analysis(deflated(json.dumps(old))) == analysis
