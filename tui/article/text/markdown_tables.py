"""Tables of Markdown, as GitHub writes them: cells between upright bars, a row a line.

Columns are set under one another where the table is narrow enough for any window.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple
from unicodedata import combining, east_asian_width

from tui.article.spans import Span
from tui.article.text.markdown_inline import find_marks
from tui.article.text_markup import Emphasis, EmphasisedWords, Markup, settled, shown_in

_WIDEST = 60  # cells; the narrowest column of text that there is
_BAR = re.compile(r"\\.|`[^`\n]*`|\|")
_DELIMITER = re.compile(r"\s*:?-+:?\s*")
_ROOM = "\xa0"  # a line is not broken there, nor are several made one


class _Cell(NamedTuple):
    span: Span  # without the white space round it
    width: int  # of what is shown


def cells(text: str, line: Span) -> list[Span]:
    """Return the cells of a row, without the white space round them."""
    bars = [found.start() for found in _BAR.finditer(text, *line) if found[0] == "|"]
    edges = [line.start - 1, *bars, line.end]
    out = []
    for before, after in pairwise(edges):
        words = text[before + 1 : after]
        start = before + 1 + len(words) - len(words.lstrip())
        out.append(Span(start, start + len(words.strip())))
    if len(out) > 1 and out[0].start >= out[0].end:
        del out[0]
    if len(out) > 1 and out[-1].start >= out[-1].end:
        del out[-1]
    return out


def is_delimiter(line: str) -> bool:
    """Tell whether a line parts the head of a table from its body: "|---|:--:|"."""
    if not set(line) <= set("|:- \t") or "|" not in line:
        return False
    parts = line.strip().strip("|").split("|")
    return all(_DELIMITER.fullmatch(part) is not None for part in parts)


def begins_table(head: str, delimiter: str) -> bool:
    """Tell whether two lines are the head of a table and what stands under it."""
    if "|" not in head or not is_delimiter(delimiter):
        return False
    return len(cells(head, Span(0, len(head)))) == len(cells(delimiter, Span(0, len(delimiter))))


def table_marks(
    text: str, lines: Sequence[Span], references: Mapping[str, str]
) -> tuple[list[Markup], list[EmphasisedWords], list[tuple[Span, str]]]:
    """Return markup, emphasis and links of a table, whose second line is the delimiter, as offsets into `text`."""
    markup: list[Markup] = []
    emphasis: list[EmphasisedWords] = []
    links: list[tuple[Span, str]] = []
    rows: list[list[_Cell]] = []
    body = [lines[0], *lines[2:]]
    for line in body:
        row: list[_Cell] = []
        for cell in cells(text, line):
            found = find_marks(cell.of(text), references)
            marks = [Markup(_moved(mark.span, cell.start), mark.shown) for mark in found.markup]
            markup += marks
            emphasis += [
                EmphasisedWords(_moved(each.span, cell.start), each.emphasis) for each in found.emphasis
            ]
            links += [
                (_moved(span, cell.start), address) for span, address in found.links if span.end > span.start
            ]
            row.append(_Cell(cell, _cells_wide(shown_in(text, settled(marks), cell))))
        rows.append(row)
    markup.append(Markup(Span(lines[0].end, lines[1].end)))
    emphasis += [
        EmphasisedWords(cell.span, Emphasis.STRONG) for cell in rows[0] if cell.span.end > cell.span.start
    ]
    right = [
        spec.of(text).endswith(":") and not spec.of(text).startswith(":") for spec in cells(text, lines[1])
    ]
    count = len(rows[0])
    widths = [max((row[n].width for row in rows if n < len(row)), default=0) for n in range(count)]
    aligned = sum(widths) + 3 * (count - 1) <= _WIDEST
    for line, row in zip(body, rows, strict=True):
        markup += _between_cells(line, row, widths if aligned else [0] * count, right)
    return markup, emphasis, links


def _between_cells(
    line: Span, row: Sequence[_Cell], widths: Sequence[int], right: Sequence[bool]
) -> list[Markup]:
    """Return what is shown before, between and after the cells of a row."""
    out: list[Markup] = []
    at, room = line.start, ""
    joint = f"{_ROOM}│{_ROOM}" if any(widths) else " │ "
    for n, cell in enumerate(row):
        free = max(0, widths[n] - cell.width) if n < len(widths) else 0
        lead = _ROOM * free if n < len(right) and right[n] else ""
        out.append(Markup(Span(at, cell.span.start), f"{room}{joint if n else ''}{lead}"))
        at = cell.span.end
        room = "" if lead else _ROOM * free
    return [*out, Markup(Span(at, line.end))]


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _cells_wide(text: str) -> int:
    """Return how many cells of a terminal a text takes; nearly so for emoji."""
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)
