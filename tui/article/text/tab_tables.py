"""Tables in plain text whose cells tabs part, as they are copied from pages and spreadsheets."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from tui.article.article import Block, BlockKind
from tui.article.spans import Span
from tui.article.text_markup import Markup

_LONGEST_CELL, _WIDEST = 80, 60  # characters of a cell; of a table whose columns are set under one another
_ROOM = "\xa0"  # a line is not broken there
_BETWEEN = " · "
_FEWEST = 2  # rows


def mark_tables(text: str, blocks: Sequence[Block]) -> tuple[tuple[Block, ...], list[Markup]]:
    """Return the blocks with rows of as many cells each made one table, and what is shown for their tabs."""
    out: list[Block] = []
    markup: list[Markup] = []
    for cells, group in groupby(blocks, key=lambda block: _cells(text, block)):
        rows = list(group)
        if cells < 2 or len(rows) < _FEWEST:
            out += rows
            continue
        out.append(Block(BlockKind.TABLE, Span(rows[0].span.start, rows[-1].span.end)))
        markup += _columns([(row.span, row.span.of(text).split("\t")) for row in rows])
    return tuple(out), markup


def _cells(text: str, block: Block) -> int:
    """Return how many cells a row has; 0 for what is no row."""
    words = block.span.of(text)
    if "\t" not in words or "\n" in words or "\r" in words:
        return 0
    cells = words.split("\t")
    return len(cells) if all(len(cell) <= _LONGEST_CELL for cell in cells) else 0


def _columns(rows: list[tuple[Span, list[str]]]) -> list[Markup]:
    """Return the spaces for each tab that align the columns; narrow signs if there is no room."""
    widths = [max(len(cells[n].strip()) for _, cells in rows) for n in range(len(rows[0][1]))]
    is_narrow = sum(widths) + 2 * (len(widths) - 1) <= _WIDEST
    markup: list[Markup] = []
    for span, cells in rows:
        at = span.start
        for n, cell in enumerate(cells[:-1]):
            at += len(cell)
            room = _ROOM * (widths[n] - len(cell.strip()) + 2) if is_narrow else _BETWEEN
            markup.append(Markup(Span(at, at + 1), room))
            at += 1
    return markup
