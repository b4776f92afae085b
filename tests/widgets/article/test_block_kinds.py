"""How the kinds of block that pages bring are set: quiet where they are furniture, apart where they stand alone."""

from __future__ import annotations

import pytest

from tui.article.article import Article, Block, BlockKind
from tui.article.spans import Span
from tui.widgets.article.flow import Flow


def flow(*kinds: BlockKind) -> Flow:
    """Return a block of each kind, one after the other."""
    text, blocks = "", []
    for kind in kinds:
        blocks.append(Block(kind, Span(len(text), len(text) + len(kind))))
        text += f"{kind}\n\n"
    return Flow(Article(text, "a", tuple(blocks)))


def test_every_kind_is_drawn() -> None:
    kinds = list(BlockKind)
    made = flow(*kinds)
    assert [made.displayed(piece) for piece in range(len(made))] == [str(kind) for kind in kinds]


@pytest.mark.parametrize(
    ("kind", "style"),
    [
        (BlockKind.BYLINE, "byline"),
        (BlockKind.DATELINE, "byline"),
        (BlockKind.TIMESTAMP, "byline"),
        (BlockKind.NEWSLETTER, "link-list"),
        (BlockKind.CAPTION, "caption"),
        (BlockKind.EMBED, "block-quote"),
        (BlockKind.TURN, ""),
    ],
)
def test_furniture_is_quiet_and_what_is_said_is_not(kind: BlockKind, style: str) -> None:
    assert flow(kind).shapes[0].style == style


def test_a_timestamp_stands_over_its_entry_and_apart_from_the_one_before() -> None:
    made = flow(BlockKind.PARAGRAPH, BlockKind.TIMESTAMP, BlockKind.PARAGRAPH, BlockKind.TIMESTAMP)
    assert made.gaps == [1, 2, 0, 2]


def test_posts_from_elsewhere_are_set_in() -> None:
    assert flow(BlockKind.EMBED).shapes[0].indent > 0
