"""Tell the numbers of lines, as rulings and transcripts have them, from the text of a PDF's pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tui.article.documents.pdf_lines import Line

_SAME_COLUMN = 9  # points within which the numbers of lines end, or begin
_FEWEST = 5  # numbers of lines on a page; fewer are a list's or a table's, unless other pages have more there
_MOST_FRESH = 2  # how often numbers may restart on a page, as LibreOffice has them do for footnotes
_MOST = 0.6  # of them are one usual step above the one before; of all numbers alone on a line are a line's
_BESIDE = 0.15  # of the other lines may begin left of the numbers


def without_line_numbers(pages: Sequence[list[Line]]) -> list[list[Line]]:
    """Return the pages without the numbers of their lines, which stand one below another left of all else.

    A last page with few lines has them where the others have. A second column may have its own, if they go on.
    """
    found = [_numbers(lines) for lines in pages]
    edges = Counter(round(_right(numbers[0]) / _SAME_COLUMN) for numbers in found if numbers)
    out = []
    for lines, numbers in zip(pages, found, strict=True):
        chosen = [line for column in numbers for line in column]
        if not chosen and edges:
            digits, others = _parted(lines)
            near = [line for line in digits if _is_near(line.right, edges)]
            chosen = near if near and _is_left_of(near, others) else []
        out.append(_without(lines, chosen) if chosen else lines)
    return out


def _is_near(right: float, edges: Counter[int]) -> bool:
    return any(edges[round(right / _SAME_COLUMN) + shift] for shift in (-1, 0, 1))


def _parted(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Return the lines that are a number, from left to right, and the others."""
    digits = [line for line in lines if line.text.strip().isdecimal()]
    return sorted(digits, key=_by_right), [line for line in lines if not line.text.strip().isdecimal()]


def _by_right(line: Line) -> float:
    return line.right


def _right(column: Sequence[Line]) -> float:
    """Return where most numbers of a column end."""
    return sorted(line.right for line in column)[len(column) // 2]


def _numbers(lines: list[Line]) -> list[list[Line]]:
    """Return the numbers of a page's lines, column by column, each from top to bottom; [] where it has none."""
    digits, others = _parted(lines)
    if len(digits) < _FEWEST:
        return []
    columns: list[list[Line]] = []
    last = 0
    for column in _columns(digits):
        values = [int(line.text) for line in column]
        step = _step(values)
        if step is None or len(values) < (2 if columns else _FEWEST):
            continue
        if not columns and not _is_left_of(column, others):
            return []
        if columns and values[0] != last + step:
            continue
        columns.append(column)
        last = max(values)
    return columns if sum(map(len, columns)) >= _MOST * len(digits) else []


def _step(values: Sequence[int]) -> int | None:
    """Return by how much numbers go up; None if they do not, or not evenly, as the codes of goods do not."""
    steps = [below - above for above, below in pairwise(values)]
    if not steps:
        return None
    usual, times = Counter(steps).most_common(1)[0]
    fresh = sum(step <= 0 for step in steps)
    return usual if usual > 0 and times >= _MOST * len(steps) and fresh <= _MOST_FRESH else None


def _columns(digits: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the numbers that end, or begin, below one another; `digits` go from left to right."""
    column: list[Line] = []
    for line in digits:
        if column and min(line.right - column[-1].right, abs(line.left - column[0].left)) >= _SAME_COLUMN:
            yield sorted(column, key=lambda line: -line.top)
            column = []
        column.append(line)
    if column:
        yield sorted(column, key=lambda line: -line.top)


def _is_left_of(column: Sequence[Line], others: Sequence[Line]) -> bool:
    right = _right(column)
    return sum(line.left < right - 1 for line in others) <= _BESIDE * len(others)


def _without(lines: list[Line], numbers: Sequence[Line]) -> list[Line]:
    """Return a page without some numbers; the lines beside them are marked as numbered."""
    dropped = {id(line) for line in numbers}
    heights = [(line.bottom, line.top) for line in numbers]
    kept = [line for line in lines if id(line) not in dropped]
    for line in kept:
        middle = (line.bottom + line.top) / 2
        line.is_numbered = any(bottom < middle < top for bottom, top in heights)
    return kept
