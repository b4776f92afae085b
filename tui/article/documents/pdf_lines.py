"""The lines of a PDF's pages: a PDF knows only where each character is drawn.

Coordinates are in points (1/72 inch), y growing upwards.
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import hypot
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

_WORD_GAP = 0.18  # of the height of a line; a smaller gap is within a word
_COLUMN_GAP = 1.2  # of the height of a line; a wider gap is no space between words
_NUMBER_GAP = 0.6  # the same after a number at the beginning of a line, which may be the line's own
_INITIAL = 1.6  # times the height of the letters after it
_TURNED = 0.1  # sine of an angle
_SAMPLE = 100  # characters of a page that tell how it is turned
_BOLD = 600  # font weight
_NOTE_MARKS = frozenset("0123456789*†‡§")
_MAY_BE_MARKED = re.compile(
    r"(?:[^\W\d]|[.,;:!?)”’\"'\]])\s?\Z(?<!\bm)(?<!\bkm)(?<!\bcm)(?<!\bft)"
)  # not 10², m²


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
    cells: int = 1
    """How many stretches with wide gaps between them were joined into it."""
    is_numbered: bool = False
    """True if the number of the line stood beside it."""
    is_turned: bool = False
    """True if it does not run from left to right, like a watermark or a note in the margin."""

    @property
    def height(self) -> float:
        """The height of the box."""
        return self.top - self.bottom


def page_lines(document: Any, number: int) -> Iterator[Line]:
    """Yield the lines of a page, each cut at wide gaps. A damaged page has none.

    The marks of footnotes, raised figures after a word, are left out.
    """
    try:
        page = document[number]
        text_page = page.get_textpage()
    except pypdfium2.PdfiumError:
        return
    handle = text_page.raw
    box = pdfium.FS_RECTF()
    turn = _turn(handle)
    line: Line | None = None
    first = last = 0  # the characters with which the line begins and ends
    last_left = last_bottom = 0.0
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
        if turn != (1, 0):
            _turn_back(box, *turn)
        height = max(box.top - box.bottom, 1.0)
        # “fi” drawn as one: both letters have its box.
        of_ligature = abs(box.left - last_left) < 0.1 and abs(box.bottom - last_bottom) < 0.1
        last_left, last_bottom = box.left, box.bottom
        if line is not None and (of_ligature or _goes_on(line, box, height)):
            gap = box.left - line.right
            if _is_initial(line, height):
                first, line.text = index, line.text.strip()
                line.left, line.bottom, line.top = box.left, box.bottom, box.top
                gap = height = 0.0  # no space before it
            if _is_raised(line, box, height):
                if letter in _NOTE_MARKS and _MAY_BE_MARKED.search(line.text):
                    line.right = max(line.right, box.right)
                    continue
            elif (gap > _WORD_GAP * height or height > 1.25 * line.height) and not line.text.endswith(" "):
                line.text += " "  # also between the mark of a footnote and its first word
            line.text += letter
            line.right = max(line.right, box.right)
            line.bottom, line.top = min(line.bottom, box.bottom), max(line.top, box.top)
            last = index
            continue
        if line is not None and line.text.strip():
            yield _with_look(line, handle, first, last, turn)
        first = last = index
        line = Line(box.left, box.bottom, box.right, box.top, letter, 1.0, False)
    if line is not None and line.text.strip():
        yield _with_look(line, handle, first, last, turn)
    text_page.close()
    page.close()


def _goes_on(line: Line, box: Any, height: float) -> bool:
    """Tell whether a character stands on the line and near its end, as a raised figure does, too."""
    overlap = min(line.top, box.top) - max(line.bottom, box.bottom)
    gap = box.left - line.right
    most = _NUMBER_GAP if line.text.strip().isdigit() else _COLUMN_GAP
    return bool(overlap > 0.4 * min(height, line.height) and -0.6 * height < gap < most * height)


def _is_initial(line: Line, height: float) -> bool:
    """Tell whether a line is the first letter of a text, set over several lines, before one of this height."""
    letter = line.text.strip()
    return len(letter) == 1 and letter.isupper() and line.height > _INITIAL * height


def _is_raised(line: Line, box: Any, height: float) -> bool:
    """Tell whether a character is smaller than those before it on its line, and stands higher."""
    return bool(height < 0.8 * line.height and box.bottom > line.bottom + 0.15 * line.height)


def _turn(handle: Any) -> tuple[int, int]:
    """Return the direction in which most of a page's lines run, as cosine and sine: (0, 1) for upwards."""
    count = pdfium.FPDFText_CountChars(handle)
    matrix = pdfium.FS_MATRIX()
    ways: Counter[tuple[int, int]] = Counter()
    for index in range(0, count, max(1, count // _SAMPLE)):
        if pdfium.FPDFText_GetMatrix(handle, index, matrix):
            a, b, d = matrix.a, matrix.b, matrix.d
            if abs(b) > abs(a):
                ways[0, 1 if b > 0 else -1] += 1
            else:
                ways[-1 if a < 0 and d < 0 else 1, 0] += 1
    return max(ways, key=lambda way: ways[way], default=(1, 0))


def _turn_back(box: Any, cosine: int, sine: int) -> None:
    """Turn the box of a character as if its page's lines ran from left to right."""
    xs = sorted(x * cosine + y * sine for x, y in ((box.left, box.bottom), (box.right, box.top)))
    ys = sorted(y * cosine - x * sine for x, y in ((box.left, box.bottom), (box.right, box.top)))
    (box.left, box.right), (box.bottom, box.top) = xs, ys


def _with_look(line: Line, handle: Any, first: int, last: int, turn: tuple[int, int]) -> Line:
    """Return the line with the size of its letters, and whether it is bold from its first to its last."""
    looks = [_size(handle, index, turn) for index in (first, last)]
    is_bold = all(
        pdfium.FPDFText_GetFontWeight(handle, index) >= _BOLD or "bold" in _font(handle, index)
        for index in (first, last)
    )
    size = max(*(size for size, _ in looks), 1.0)
    return replace(line, size=size, is_bold=is_bold, is_turned=looks[0][1])


def _size(handle: Any, index: int, turn: tuple[int, int]) -> tuple[float, bool]:
    """Return how large a character is drawn, and whether it is turned against the page's lines.

    Some programs set everything in size 1 and enlarge it by a matrix.
    """
    matrix = pdfium.FS_MATRIX()
    size = pdfium.FPDFText_GetFontSize(handle, index)
    if not pdfium.FPDFText_GetMatrix(handle, index, matrix):
        return size, False
    cosine, sine = turn
    along, across = matrix.a * cosine + matrix.b * sine, matrix.b * cosine - matrix.a * sine
    is_upside_down = along < 0 and matrix.d * cosine - matrix.c * sine < 0
    is_turned = is_upside_down or abs(across) > _TURNED * hypot(matrix.a, matrix.b)
    return size * (hypot(matrix.b, matrix.d) or 1.0), is_turned


def _font(handle: Any, index: int) -> str:
    """Return the name of a character's font in small letters."""
    name = ctypes.create_string_buffer(64)
    length = pdfium.FPDFText_GetFontInfo(handle, index, name, 64, ctypes.c_int())
    return name.value.decode("ascii", "replace").lower() if 0 < length <= 64 else ""
