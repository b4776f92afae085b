"""tui.widgets.article.flow: which lines of an article are pieces of their own."""

from __future__ import annotations

from tui.article.article import Article, Block, BlockKind
from tui.article.files import from_bytes
from tui.article.spans import Span
from tui.widgets.article.flow import Flow


def pieces(article: Article) -> list[str]:
    flow = Flow(article)
    return [flow.displayed(n) for n in range(len(flow))]


def test_boxes_and_posts_of_a_page_keep_their_lines() -> None:
    text = "The Tide\nSign up here.\n\nThe wall moves.\n— Old Salt (@salt)\n"
    blocks = (Block(BlockKind.NEWSLETTER, Span(0, 22)), Block(BlockKind.EMBED, Span(24, 58)))
    article = Article(text, "x", blocks, page=True)
    assert pieces(article) == ["The Tide", "Sign up here.", "The wall moves.", "— Old Salt (@salt)"]
    flow = Flow(article)
    assert [flow.gaps[n] for n in range(len(flow))] == [1, 0, 1, 0]


def test_tables_and_code_of_markdown_keep_their_lines_and_wrapped_prose_does_not() -> None:
    table = "| Boat | Berth |\n|------|-------|\n| Anna | Quay 3 |"
    code = "```\n    one\ntwo\n```"
    article = from_bytes(f"# Boats\n\nProse that is\nwrapped.\n\n{table}\n\n{code}\n".encode(), "a.md")
    assert pieces(article)[1:] == [
        "Prose that is wrapped.",
        *("Boat\xa0│\xa0Berth", "Anna\xa0│\xa0Quay 3"),
        *("\xa0\xa0\xa0\xa0one", "two"),
    ]
