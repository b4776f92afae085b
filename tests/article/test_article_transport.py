"""An article goes to another process and comes back as it was."""

import json

from hypothesis import given
from hypothesis import strategies as st

from tui.article.article import Article, Block, BlockKind, Link
from tui.article.article_transport import _STEP, packed, unpacked
from tui.article.spans import Span

ANY_TEXT = st.text(st.characters(min_codepoint=0, max_codepoint=0x10FFFF, exclude_categories=()))


def sent(article: Article) -> Article:
    message, data = packed(article)
    return unpacked(json.loads(json.dumps(message)), data)


@given(
    ANY_TEXT, st.lists(st.tuples(st.sampled_from(BlockKind), st.integers(0, 2**31), st.integers(0, 2**31)))
)
def test_whatever_it_holds(text: str, drawn: list[tuple[BlockKind, int, int]]) -> None:
    blocks = tuple(Block(kind, Span(start, end)) for kind, start, end in drawn)
    links = (Link(Span(0, 1), "https://a.example/"),)
    article = Article(text, "a\udcff.txt", blocks, "A title", links=links, page=True)
    assert sent(article) == article


def test_characters_on_the_bounds_of_a_step() -> None:
    for shift in range(4):
        article = Article("a" * (_STEP - shift) + "😀\udcff" * 3, "-")
        assert sent(article) == article
