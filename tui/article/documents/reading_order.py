"""The order in which the lines of a page are read, column after column.

It is found from white space, as in the XY-cut of Nagy and Seth (1984): a page is cut at the gutters between
columns, and at lines that span them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import inf
from statistics import median

from tui.article.documents.pdf_lines import Line

_LEAST_COLUMN = 3  # lines; fewer are no column
_FEW_WORDS = 2.5  # on a line of a table's column
_BAND = 2  # times the height of lines that span a gutter: further apart, columns stand between them
_MANY_WORDS, _GOES_ON = 6, 0.3  # on a line of text; of its lines begin within a sentence
_LEVEL, _MOSTLY_LEVEL = 2, 0.6  # points between the rows of two cells; the share of a table's that are level
_MOST_ACROSS = 0.25  # of the lines may cross a gutter, such as titles


def in_reading_order(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the lines of a page by columns, each from top to bottom."""
    gutter = _gutter(lines)
    if gutter is None:
        return [_rows(lines)] if lines else []
    columns: list[list[Line]] = []
    band: list[Line] = []  # what spans the gutter, and what stands between such lines
    beside: list[Line] = []
    end = inf  # the foot of the band

    def flush() -> None:
        if len(band) < len(lines):
            columns.extend(in_reading_order(band))
        else:
            columns.append(_rows(band))
        for side in (
            [line for line in beside if line.right <= gutter],
            [line for line in beside if line.right > gutter],
        ):
            columns.extend(in_reading_order(side))
        band.clear()
        beside.clear()

    for line in sorted(lines, key=lambda line: (-line.top, line.left)):
        if line.right <= gutter or line.left >= gutter:
            beside.append(line)
            continue
        # A title spans both: what stands above it is read first. Keywords beside a summary go with it.
        if band and end - line.top < _BAND * line.height:
            band += beside
            beside.clear()
        else:
            middle = (line.top + line.bottom) / 2
            level = [each for each in beside if each.bottom < middle]
            beside = [each for each in beside if each.bottom >= middle]
            flush()
            band += level
        band.append(line)
        end = line.bottom
    flush()
    return columns


def _gutter(lines: Sequence[Line]) -> float | None:
    """Return where white space parts two columns; None if there is one, or a table."""
    if len(lines) < 2 * _LEAST_COLUMN:
        return None
    best: tuple[int, float] | None = None
    for at in sorted({line.left - 0.5 for line in lines}):
        left = [line for line in lines if line.right <= at]
        right = [line for line in lines if line.left >= at]
        across = len(lines) - len(left) - len(right)
        if min(len(left), len(right)) < _LEAST_COLUMN or across > _MOST_ACROSS * len(lines):
            continue
        beside = _beside(left, right)
        if beside < 0.5 or _is_table(left, right):
            continue
        if best is None or across < best[0]:
            best = across, at
    return None if best is None else best[1]


def _beside(left: Sequence[Line], right: Sequence[Line]) -> float:
    """Return the share of the lower column's height at which the other stands beside it."""
    low = max(min(line.bottom for line in left), min(line.bottom for line in right))
    high = min(max(line.top for line in left), max(line.top for line in right))
    shorter = min(
        max(line.top for line in side) - min(line.bottom for line in side) for side in (left, right)
    )
    return max(high - low, 0.0) / max(shorter, 1.0)


def _is_table(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Tell whether two columns are a table: most cells of one hold few words and are level with the other's.

    If sentences run on beside the few words it is no table: a press release has contacts beside its text.
    """
    rows = _rows(left), _rows(right)
    for side, others in (rows, rows[::-1]):
        if _words(side) <= _FEW_WORDS:
            near = [[other for other in others if abs(line.bottom - other.bottom) < _LEVEL] for line in side]
            level = [found[0] for found in near if found]
            goes_on = sum(line.text[:1].islower() for line in level) > _GOES_ON * len(level)
            if len(level) > _MOSTLY_LEVEL * len(side) and not (goes_on and _words(others) >= _MANY_WORDS):
                return True
    return False


def _words(lines: Sequence[Line]) -> float:
    """Return the typical number of words on a line."""
    return median(len(line.text.split()) for line in lines)


def _rows(lines: Sequence[Line]) -> list[Line]:
    """Return the lines from top to bottom; all pieces on one row become one line, from left to right.

    The pieces of a row differ slightly in height where they have other letters or another font.
    """
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: -(line.top + line.bottom)):
        last = rows[-1][0] if rows else None
        if last is not None and last.bottom < (line.top + line.bottom) / 2 < last.top:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [whole for row in rows for whole in _beside_one_another(sorted(row, key=lambda line: line.left))]


def _beside_one_another(row: Sequence[Line]) -> list[Line]:
    """Return the pieces of a row joined, without those that are drawn over another."""
    out: list[Line] = []
    for line in row:
        last = out[-1] if out else None
        if last is not None and line.left >= last.right - 1:
            out[-1] = replace(
                last,
                text=f"{last.text.rstrip()} {line.text}",
                right=max(last.right, line.right),
                size=max(last.size, line.size),
                cells=last.cells + line.cells,
            )
        else:
            out.append(line)
    return out
