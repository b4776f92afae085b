"""Tell the margins of a PDF's pages from its text: running heads, page numbers, footnotes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import inf

from tui.article.documents.draft import squeezed
from tui.article.documents.pdf_lines import Line

_MOST_ROWS = 12  # of a letterhead
_SAME_HEIGHT = 6  # points within which running heads stand on all pages
_NEAR = 2  # pages: a head over left pages stands on every other one
_PAGE_NUMBER = re.compile(r"(?i)(?:page |p\. ?|seite )?(\d{1,4})(?: ?(?:of|/|\|) ?\d{1,4})?")
_HIGHEST_ALONE = 1000  # the number of a page that stands alone at its edge; more may be a year
_MORE = re.compile(r"(?i)[-–—(~\s]*more(?: follows)?[-–—)~\s]*")  # “-more-”, below a page of a release
_BESIDE_HEAD = re.compile(r"(\d{1,4})\s?[|·•–—]\s?\D.{2,80}|\D.{2,80}?(?:\s?[|·•–—]|\s[Pp]age)\s?(\d{1,4})")
_ROUND_NUMBERS = "-–— "
_LONGEST_NUMBER = 30  # characters of a line that is a page's number
_DIGITS = re.compile(r"\d+")
_SENTENCE = re.compile(r"(?:\S+\s+){2,200}\S*[.!?][”’\"')\]]*")
_NOTE = re.compile(r"(?:\(?\d{1,3}[.)]?|[*†‡§]{1,3})\s?\S")
_MARK_ALONE = re.compile(r"\d{1,3}|[*†‡§]{1,3}")
_MARK, _MOST_MARKS = 0.75, 200  # of the size of the text: a raised mark; marks on one page
_SMALL = 0.93  # of the size of the text: what is set smaller below it may be footnotes


def without_running_heads(pages: Sequence[list[Line]], size: float) -> list[list[Line]]:
    """Return the pages without the running heads at their edges: lines that several share, apart from numbers.

    They are looked for from the edge inwards, so that "A. Yes." at the same height of two pages stays. `size` is
    that of the text, in points.
    """
    seen: dict[tuple[str, int], set[int]] = defaultdict(set)
    shifts: dict[int, set[int]] = defaultdict(set)
    for number, lines in enumerate(pages, 1):
        for _, row, _ in _edge_rows(lines):
            for line in row:
                seen[_key(line)].add(number)
                if (own := _page_number(line)) >= 0:
                    shifts[own - number].add(number)
    often = max(2, len(pages) // 3)
    nearly_all = max(3, 0.7 * (len(pages) - 1))

    def is_head(line: Line, number: int, is_apart: bool, depth: int) -> bool:
        own = _page_number(line)
        if line.is_numbered:
            return False
        # A page number goes up with the pages; “2024” at the top of one is a table's.
        if own >= 0 and (own == number or len(shifts[own - number]) > 1):
            return True
        on = seen[_key(line)] if _key(line)[0] != "#" else set()
        if is_apart and (0 < own < _HIGHEST_ALONE or _MORE.fullmatch(line.text)):
            return True
        if _SENTENCE.fullmatch(line.text.strip()) and line.size >= _SMALL * size:
            return len(on) >= nearly_all
        near = any(0 < abs(number - other) <= _NEAR for other in on)
        return len(on) >= often or (depth == 0 and near)

    out = []
    for number, lines in enumerate(pages, 1):
        dropped: set[int] = set()
        inside: set[int] = set()  # edges at which the text has begun
        depths: dict[int, int] = defaultdict(int)
        for edge, row, is_apart in _edge_rows(lines):
            heads = [
                line
                for line in row
                if edge not in inside and is_head(line, number, is_apart and not depths[edge], depths[edge])
            ]
            depths[edge] += 1
            dropped.update(map(id, heads))
            if not heads:
                inside.add(edge)
        out.append([line for line in lines if id(line) not in dropped])
    return out if any(out) else list(pages)


def _key(line: Line) -> tuple[str, int]:
    """Return what a running head has in common on all its pages: its words without numbers, and its height."""
    return _DIGITS.sub("#", squeezed(line.text).lower()), round(line.top / _SAME_HEIGHT)


def _page_number(line: Line) -> int:
    """Return the number in a line that may be a page's; -1 for any other line."""
    text = line.text.strip(_ROUND_NUMBERS)
    found = _PAGE_NUMBER.fullmatch(text) if len(text) < _LONGEST_NUMBER else None
    found = found or _BESIDE_HEAD.fullmatch(text)
    return int(next(filter(None, found.groups()))) if found else -1


def _edge_rows(lines: Sequence[Line]) -> Iterator[tuple[int, list[Line], bool]]:
    """Yield the rows at the top (0) and at the bottom (1) of a page, each from the edge inwards.

    Each comes with whether white space separates it from the next one.
    """
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: -line.top):
        if rows and abs(rows[-1][0].top - line.top) < 2:
            rows[-1].append(line)
        else:
            rows.append([line])
    gaps = [above[0].bottom - below[0].top for above, below in pairwise(rows)] or [0.0]
    half = (len(rows) + 1) // 2
    for edge, chosen, between in ((0, rows[:half], gaps), (1, rows[half:][::-1], gaps[::-1])):
        for row, gap in zip(chosen[:_MOST_ROWS], between, strict=False):
            yield edge, row, gap > row[0].height


def without_turned_lines(lines: list[Line]) -> list[Line]:
    """Return a page without what is drawn across its lines or along its margin; a page set aslant is kept whole."""
    turned = sum(len(line.text) for line in lines if line.is_turned)
    if 2 * turned > sum(len(line.text) for line in lines):
        return lines
    return [line for line in lines if not line.is_turned]


def without_loose_marks(lines: list[Line], size: float) -> list[Line]:
    """Return a page without the marks of footnotes that were drawn after the lines that they stand at."""
    marks = [line for line in lines if line.size < _MARK * size and _MARK_ALONE.fullmatch(line.text.strip())]
    dropped = {
        id(mark)
        for mark in marks[:_MOST_MARKS]
        if any(-2 < mark.left - line.right < size and line.bottom < mark.bottom < line.top for line in lines)
    }
    return [line for line in lines if id(line) not in dropped]


def foot_of_text(lines: Sequence[Line], size: float) -> float:
    """Return how far down a page the text in its main size goes."""
    return min((line.bottom for line in lines if line.size >= _SMALL * size), default=inf)


def split_footnotes(column: list[Line], size: float, foot: float) -> tuple[list[Line], list[list[Line]]]:
    """Return the lines of a column without its footnotes, and the lines of each of those.

    Footnotes are set smaller than the text and stand at the foot of the column from the first mark on, or below the
    foot of the text on that page: “1 Quay Street” in small letters beside the text is an address.
    """
    at = len(column)
    while at and column[at - 1].size < _SMALL * size:
        at -= 1
    if not at and column and column[0].top > foot:
        return column, []
    while at < len(column) and not _NOTE.match(column[at].text):
        at += 1
    notes: list[list[Line]] = []
    for line in column[at:]:
        if _NOTE.match(line.text) or not notes:
            notes.append([line])
        else:
            notes[-1].append(line)
    return column[:at], notes
