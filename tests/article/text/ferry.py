"""Paragraphs about a ferry, and what their blocks are."""

from __future__ import annotations

from tui.article.article import BlockKind
from tui.article.text.blocks import find_blocks

LEAD = "The ferry to the islands did not sail on Monday because of a storm that had begun the night before."
MORE = (
    "Passengers with tickets may travel on another day, the company that runs the ferry said in a statement."
)
LONG = (
    "The harbour master, who has held the post for twelve years, watched the waves come over the wall and "
    "decided a little before noon that nothing would leave the port until the wind had turned to the west."
)


def kinds(text: str) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.span.of(text)) for block in find_blocks(text)]
