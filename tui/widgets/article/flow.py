"""An article as a flow of pieces, each of which is wrapped as a whole and set in one shape."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.article.article import Article, Block, BlockKind
from tui.article.characters import LINE_ENDS
from tui.article.sanitising import displayable
from tui.article.spans import Span
from tui.article.text_markup import ShownText, shown_in, within

LONGEST_PIECE = 8_000  # characters; some 120 lines
# Compiled at their first use: the first screen of most articles needs none of them.
_LINE = f"[^{LINE_ENDS}]+"
_SENTENCE_END = r"[.!?…。！？]['\"’”)\]»]*\s+"
_SPACES = r"\s+"
_QUOTE_MARKS = r"(?m)^[ \t]*>[> \t]*"


class Shape(NamedTuple):
    """The shape of a piece: its style component ("" for plain text), its indent in cells, and its bullet."""

    style: str
    indent: int = 0
    bullet: str = ""


_SHAPES = {
    BlockKind.HEADLINE: Shape("headline"),
    BlockKind.SUBHEADING: Shape("subheading"),
    BlockKind.BYLINE: Shape("byline"),
    BlockKind.DATELINE: Shape("byline"),
    BlockKind.CAPTION: Shape("caption"),
    BlockKind.BLOCK_QUOTE: Shape("block-quote", 4),
    BlockKind.LIST_ITEM: Shape("", 0, "• "),
    BlockKind.EMBED: Shape("block-quote", 4),
    BlockKind.NEWSLETTER: Shape("link-list"),
    BlockKind.TIMESTAMP: Shape("byline"),
    BlockKind.CODE: Shape("code-block", 2),
    BlockKind.TABLE: Shape("table"),
}
_KEEPS_LINES = frozenset({BlockKind.EMBED, BlockKind.NEWSLETTER})  # on a page their line ends are intended
_ROWS = frozenset({BlockKind.TABLE, BlockKind.CODE})
_KEPT_SPACES = str.maketrans(" \t", "\xa0\xa0")
_PLAIN = Shape("")
_LINKS_HEADING = Shape("link-list")
_LINK = Shape("link-list", 0, "· ")


class Flow:
    """The pieces of an article in reading order, in parallel lists.

    A piece is a block, a line of a link list, or a part of a block that is too long to be wrapped at once.
    """

    def __init__(self, article: Article) -> None:
        self.text = article.text
        self.emphasis = article.emphasis
        self._markup = article.markup
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.shapes: list[Shape] = []
        self.gaps: list[int] = []  # blank rows above
        self.blocks: list[int] = []  # index of the block that each belongs to
        before: BlockKind | None = None
        for index, block in enumerate(article.blocks):
            gap = _gap(before, block.kind)
            before = block.kind
            for start, end, shape in _pieces(article.text, block, page=article.page):
                if block.kind is BlockKind.TABLE and not article.shown(Span(start, end)).strip():
                    continue
                self.starts.append(start)
                self.ends.append(end)
                self.shapes.append(shape)
                self.gaps.append(gap)
                self.blocks.append(index)
                gap = 0

    def __len__(self) -> int:
        return len(self.starts)

    def displayed(self, piece: int) -> str:
        """Return the characters of a piece as they are drawn and copied; `places` tells where each stands.

        The “>” that begin the lines of a block quote in a mail become spaces: the indent shows it. Spaces in code
        become ones that are kept.
        """
        span = Span(self.starts[piece], self.ends[piece])
        text = shown_in(self.text, self._markup, span)
        style = self.shapes[piece].style
        if style == "block-quote":
            text = re.sub(_QUOTE_MARKS, lambda marks: " " * len(marks.group()), text)
        text = displayable(text)
        return text.translate(_KEPT_SPACES) if style == "code-block" else text

    def places(self, piece: int) -> Sequence[int]:
        """Return the offset in the text of each character of `displayed`, and that of the end."""
        start, end = self.starts[piece], self.ends[piece]
        if next(within(self._markup, Span(start, end)), None) is None:
            return range(start, end + 1)
        return ShownText(self.text, self._markup, Span(start, end)).places()

    def piece_at(self, offset: int) -> int:
        """Return the piece that holds `offset`, else the last before it, else 0."""
        return max(0, bisect_right(self.starts, offset) - 1)


def _gap(before: BlockKind | None, kind: BlockKind) -> int:
    """Return the blank rows between a block and the one before it."""
    if before is None:
        return 1
    if before is kind and kind in (BlockKind.LIST_ITEM, BlockKind.BYLINE, BlockKind.DATELINE):
        return 0
    if before is BlockKind.BYLINE and kind is BlockKind.DATELINE:
        return 0
    if before is BlockKind.TIMESTAMP:  # a live blog's time belongs to the entry under it
        return 0
    if kind is BlockKind.TIMESTAMP:
        return 2
    return 2 if kind is BlockKind.SUBHEADING and before is not BlockKind.HEADLINE else 1


def _pieces(text: str, block: Block, *, page: bool) -> Iterator[tuple[int, int, Shape]]:
    start, end = block.span
    if block.kind is BlockKind.LINK_LIST:
        shape = _LINKS_HEADING
        for match in re.compile(_LINE).finditer(text, start, end):
            if match.group().isspace():
                continue
            for first, last in _parts(text, match.start(), match.end()):
                yield first, last, shape
            shape = _LINK
    elif (page and block.kind in _KEEPS_LINES) or block.kind in _ROWS:
        if block.kind is BlockKind.CODE:  # its first line, too, is set in as it is written
            start = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
        for match in re.compile(_LINE).finditer(text, start, end):
            for first, last in _parts(text, match.start(), match.end()):
                yield first, last, _SHAPES.get(block.kind, _PLAIN)
    elif end > start:
        shape = _SHAPES.get(block.kind, _PLAIN)
        for first, last in _parts(text, start, end):
            yield first, last, shape


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Split text that is too long to be wrapped at once: after a sentence if possible, else at a space."""
    while end - start > LONGEST_PIECE:
        low, high = start + LONGEST_PIECE // 2, start + LONGEST_PIECE
        cut = high
        for pattern in (_SENTENCE_END, _SPACES):
            found = [match.end() for match in re.compile(pattern).finditer(text, low, high)]
            if found:
                cut = found[-1]
                break
        yield start, cut
        start = cut
    if end > start:
        yield start, end
