"""PDF documents: the characters on each page, put back into lines, columns and paragraphs.

A PDF knows no words or paragraphs, only where each character is drawn. The order of reading is found from white
space, as in the XY-cut of Nagy and Seth (1984): a page is cut at the gutters between columns, and at what spans
them. Coordinates are in points (1/72 inch), y growing upwards.
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from tui.article.article import BlockKind
from tui.article.documents.draft import LARGEST, Draft, Refused, squeezed

MOST_PAGES = 3_000

_WORD_GAP = 0.18  # of the height of a line: less is within a word
_COLUMN_GAP = 1.2  # of the height of a line: more is no space between words
_LEAST_COLUMN = 3  # lines; less is no column
_MOST_ACROSS = 0.25  # of the lines may cross a gutter, such as titles
_EDGE_LINES = 3  # at the top and the bottom of a page in which running heads and page numbers are looked for
_SAME_HEIGHT = 6  # points within which running heads stand on all pages
_BOLD = 600  # font weight
_PAGE_NUMBER = re.compile(r"(?i)(?:page |p\. ?|seite )?(\d{1,4})(?: ?(?:of|/|\|) ?\d{1,4})?")
_ROUND_NUMBERS = "-–— "
_LONGEST_NUMBER = 30  # characters of a line that is a page's number
_DIGITS = re.compile(r"\d+")
_ENDS_SENTENCE = re.compile(r"[.!?:;…][”’\"')\]]*$")
_BULLET = re.compile(r"(?:[•‣◦▪●·–*-]|\(?(?:\d{1,2}|[a-z])[.)])\s+\S")
_HYPHENATED = re.compile(r"[^\W\d_]{1,40}[-\u2010\xad]$")


@dataclass(slots=True)
class Line:
    """Characters drawn beside one another: their box, their words, and how large and bold they are."""

    left: float
    bottom: float
    right: float
    top: float
    text: str
    size: float
    is_bold: bool

    @property
    def height(self) -> float:
        """The height of the box."""
        return self.top - self.bottom


def read_pdf(data: bytes) -> Draft:
    """Read a PDF document. Raises Refused for one that is encrypted, damaged, or holds pictures only."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise Refused("is encrypted; save a copy without its password first") from None
        raise Refused("is a damaged PDF document; open it elsewhere, and save it anew") from None
    pages: list[list[Line]] = []
    size = 0
    for number in range(min(len(document), MOST_PAGES)):
        lines = list(_lines(document, number))
        size += sum(len(line.text) for line in lines)
        pages.append(lines)
        if size > LARGEST:
            break
    if not size:
        raise Refused(
            "holds pictures of pages, no text; recognise their text first, for instance with ocrmypdf"
        )
    return _draft([_without_line_numbers(page) for page in _without_running_heads(pages)])


# Characters to lines


def _lines(document: Any, number: int) -> Iterator[Line]:
    """Yield the lines of a page, each cut where a wide gap stands in it. A page that is damaged has none."""
    try:
        page = document[number]
        text_page = page.get_textpage()
    except pypdfium2.PdfiumError:
        return
    handle = text_page.raw
    box = pdfium.FS_RECTF()
    flags = ctypes.c_int()
    line: Line | None = None
    last_left = 0.0
    for index in range(pdfium.FPDFText_CountChars(handle)):
        code = pdfium.FPDFText_GetUnicode(handle, index)
        if code in (0, 0xFFFE, 0xFFFF):
            continue
        letter = "-" if code == 2 else chr(code)  # pdfium's mark of a hyphen at the end of a line
        if letter.isspace():
            if line is not None and not line.text.endswith(" "):
                line.text += " "
            continue
        if not pdfium.FPDFText_GetLooseCharBox(handle, index, box) or box.right <= box.left:
            continue
        height = max(box.top - box.bottom, 1.0)
        of_ligature = abs(box.left - last_left) < 0.1  # “fi” drawn as one: both letters have its box
        last_left = box.left
        if line is not None and (of_ligature or _goes_on(line, box, height)):
            gap = box.left - line.right
            if gap > _WORD_GAP * height and not line.text.endswith(" "):
                line.text += " "
            line.text += letter
            line.right = max(line.right, box.right)
            line.bottom, line.top = min(line.bottom, box.bottom), max(line.top, box.top)
            continue
        if line is not None and line.text.strip():
            yield line
        size = pdfium.FPDFText_GetFontSize(handle, index)
        bold = pdfium.FPDFText_GetFontWeight(handle, index) >= _BOLD or "bold" in _font(handle, index, flags)
        line = Line(box.left, box.bottom, box.right, box.top, letter, max(size, 1.0), bold)
    if line is not None and line.text.strip():
        yield line
    text_page.close()
    page.close()


def _goes_on(line: Line, box: Any, height: float) -> bool:
    """Tell whether a character stands on the line and near its end. A raised figure does, too."""
    overlap = min(line.top, box.top) - max(line.bottom, box.bottom)
    gap = box.left - line.right
    return bool(overlap > 0.4 * min(height, line.height) and -0.6 * height < gap < _COLUMN_GAP * height)


def _font(handle: Any, index: int, flags: Any) -> str:
    """Return the name of a character's font in small letters."""
    name = ctypes.create_string_buffer(64)
    length = pdfium.FPDFText_GetFontInfo(handle, index, name, 64, flags)
    return name.value.decode("ascii", "replace").lower() if 0 < length <= 64 else ""


# What is on every page


def _without_running_heads(pages: Sequence[list[Line]]) -> list[list[Line]]:
    """Return the pages without the lines at their edges that stand on most pages, but for the numbers in them."""
    seen: Counter[tuple[str, int]] = Counter()
    counted: Counter[int] = Counter()
    for number, lines in enumerate(pages, 1):
        seen.update({key for _, key in _edges(lines) if key[0] != "#"})
        counted.update({_page_number(line) - number for line, _ in _edges(lines) if _page_number(line) >= 0})
    often = max(2, len(pages) // 3)
    out = []
    for number, lines in enumerate(pages, 1):
        dropped = set()
        for line, key in _edges(lines):
            shift = _page_number(line) - number
            # A page number goes up with the pages; “2024” at the top of one is a table's.
            if seen[key] >= often or (_page_number(line) >= 0 and (counted[shift] > 1 or shift == 0)):
                dropped.add(id(line))
        out.append([line for line in lines if id(line) not in dropped])
    return out


def _page_number(line: Line) -> int:
    """Return the number in a line that may be a page's; -1 for any other line."""
    found = (
        _PAGE_NUMBER.fullmatch(line.text.strip(_ROUND_NUMBERS)) if len(line.text) < _LONGEST_NUMBER else None
    )
    return int(found[1]) if found else -1


def _edges(lines: Sequence[Line]) -> Iterator[tuple[Line, tuple[str, int]]]:
    """Yield the lines at the top and bottom of a page, with their words without numbers and their height."""
    by_height = sorted(lines, key=lambda line: -line.top)
    tops = sorted({round(line.top) for line in by_height}, reverse=True)
    first, last = set(tops[:_EDGE_LINES]), set(tops[-_EDGE_LINES:])
    for line in by_height:
        words = _DIGITS.sub("#", squeezed(line.text).lower())
        if round(line.top) in first or round(line.top) in last:
            yield line, (words, round(line.top / _SAME_HEIGHT))


def _without_line_numbers(lines: list[Line]) -> list[Line]:
    """Return a page without the numbers of its lines, which stand one below another left of all else."""
    numbers = [line for line in lines if line.text.strip().isdigit()]
    if len(numbers) < 5:
        return lines
    left = min((line.left for line in lines if not line.text.strip().isdigit()), default=0.0)
    column = sorted((line for line in numbers if line.right <= left + 1), key=lambda line: -line.top)
    values = [int(line.text) for line in column]
    if len(values) < 5 or sorted(set(values)) != values:
        return lines
    dropped = {id(line) for line in column}
    return [line for line in lines if id(line) not in dropped]


# Lines in the order in which they are read


def in_reading_order(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the lines of a page by columns, each from top to bottom."""
    gutter = _gutter(lines)
    if gutter is None:
        return [_rows(lines)] if lines else []
    columns: list[list[Line]] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in sorted(lines, key=lambda line: (-line.top, line.left)):
        if line.right <= gutter:
            left.append(line)
        elif line.left >= gutter:
            right.append(line)
        else:  # a title over both: what stands above it is read first
            columns += [*in_reading_order(left), *in_reading_order(right), [line]]
            left, right = [], []
    return [*columns, *in_reading_order(left), *in_reading_order(right)]


def _gutter(lines: Sequence[Line]) -> float | None:
    """Return where white space parts two columns; None where there is one, or a table."""
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
    """Tell whether two columns are a table's: few words in most cells of one of them."""
    return min(median(len(line.text.split()) for line in _rows(side)) for side in (left, right)) <= 2.5


def _rows(lines: Sequence[Line]) -> list[Line]:
    """Return the lines from top to bottom; what stands on one row becomes one line."""
    rows: list[Line] = []
    for line in sorted(lines, key=lambda line: (-(line.top + line.bottom) / 2, line.left)):
        last = rows[-1] if rows else None
        middle = (line.top + line.bottom) / 2
        if last is not None and last.bottom < middle < last.top and line.left >= last.right - 1:
            rows[-1] = replace(
                last, text=f"{last.text.rstrip()} {line.text}", right=max(last.right, line.right)
            )
        else:
            rows.append(line)
    return rows


# Lines to paragraphs


def _draft(pages: Sequence[list[Line]]) -> Draft:
    """Return the paragraphs of all pages; one that goes on over a column's or a page's end is one."""
    ordered = [
        (number, column) for number, lines in enumerate(pages, 1) for column in in_reading_order(lines)
    ]
    everything = [line for _, column in ordered for line in column]
    sizes: Counter[float] = Counter()
    for line in everything:
        sizes[round(line.size, 1)] += len(line.text)
    body = sizes.most_common(1)[0][0] if sizes else 10.0
    unbroken = {word.lower() for line in everything for word in re.findall(r"\w+-\w+|\w+", line.text[:-1])}
    paragraphs: list[tuple[str, Line, Line, int]] = []  # words, first and last line, page
    for number, column in ordered:
        left, right = min(line.left for line in column), max(line.right for line in column)
        leading = _leading(column)
        for index, line in enumerate(column):
            above = column[index - 1] if index else None
            if paragraphs and not _begins(paragraphs[-1], above, line, left, right, leading):
                words, first, _, page = paragraphs[-1]
                paragraphs[-1] = _joined(words, line.text, unbroken), first, line, page
            else:
                paragraphs.append((line.text.strip(), line, line, number))
    draft = Draft()
    title = max((first.size for _, first, _, page in paragraphs if page == 1), default=0.0)
    for words, first, last, page in paragraphs:
        kind = BlockKind.PARAGRAPH
        if len(words) < 200 and not re.search(r"[.;,]$", words):
            if first.size > 1.15 * body:
                is_title = page == 1 and first.size >= title - 0.1 and draft.title is None
                kind = BlockKind.HEADLINE if is_title else BlockKind.SUBHEADING
            elif first.is_bold and last.is_bold and len(words) < 100 and any(map(str.isalpha, words)):
                kind = BlockKind.SUBHEADING
        if _BULLET.match(words) and kind is BlockKind.PARAGRAPH:
            kind = BlockKind.LIST_ITEM
        if kind is BlockKind.HEADLINE:
            draft.title = squeezed(words)
        draft.add(words, kind, page)
    return draft


def _leading(column: Sequence[Line]) -> float:
    """Return the usual distance of two lines of a column."""
    steps = [
        above.bottom - below.bottom
        for above, below in pairwise(column)
        if 0 < above.bottom - below.bottom < 3 * above.height
    ]
    return median(steps) if steps else 0.0


def _begins(
    paragraph: tuple[str, Line, Line, int],
    above: Line | None,
    line: Line,
    left: float,
    right: float,
    leading: float,
) -> bool:
    """Tell whether a line begins a new paragraph after another."""
    words, first, last, _ = paragraph
    if abs(line.size - last.size) > 0.08 * last.size or (line.is_bold != last.is_bold and first.is_bold):
        # A word in bold at the beginning of a line is no new paragraph; text after a heading in bold is.
        return True
    if _BULLET.match(line.text):
        return True
    if above is None:  # the first of a column: the sentence goes on, or it does not
        return bool(_ENDS_SENTENCE.search(words)) or not line.text[:1].islower()
    step = above.bottom - line.bottom
    if leading and step > 1.3 * leading:
        return True
    # The first word would have stood on the line above, had the paragraph gone on.
    word = (line.right - line.left) * len(line.text.split()[0]) / max(len(line.text), 1)
    is_short = above.right + word + _WORD_GAP * line.height < right
    is_indented = line.left > left + 0.6 * line.size and above.left <= left + 0.3 * line.size
    if is_indented and (is_short or line.left < left + 4 * line.size):
        return not line.text[:1].islower()
    return is_short and bool(_ENDS_SENTENCE.search(words))


def _joined(words: str, following: str, unbroken: set[str]) -> str:
    """Join a line to those before; the hyphen at a line's end goes, unless the word has one elsewhere."""
    following = following.strip()
    words = words.rstrip()
    broken = _HYPHENATED.search(words)
    if broken is None or not following[:1].islower():
        return f"{words} {following}"
    first, rest = broken[0][:-1], re.match(r"\w+", following)
    hyphenated = f"{first}-{rest[0]}".lower() if rest else ""
    return f"{words}{following}" if hyphenated in unbroken else f"{words[:-1]}{following}"
