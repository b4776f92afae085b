"""PDF documents: the lines of their pages, joined into paragraphs and headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from math import inf
from statistics import median
from typing import NamedTuple

import pypdfium2

from tui.article.article import BlockKind
from tui.article.documents.draft import LARGEST, Draft, Refused, squeezed
from tui.article.documents.pdf_hyphens import joined, words_within
from tui.article.documents.pdf_line_numbers import without_line_numbers
from tui.article.documents.pdf_lines import Line, page_lines
from tui.article.documents.pdf_margins import (
    foot_of_text,
    split_footnotes,
    without_loose_marks,
    without_running_heads,
    without_turned_lines,
)
from tui.article.documents.reading_order import in_reading_order

MOST_PAGES = 3_000

_SPARE = (
    0.6  # of the size of the letters: a space, and what a word may be wider than its letters are on average
)
_LONGEST = 20_000  # characters of a paragraph
_LAST_WORDS = 60  # characters in which the end of a sentence is looked for
_STEP, _TITLES_STEP = 1.3, 1.2  # times the usual distance of two lines: more begins a paragraph
_HANGING = 0.5  # of the size of the letters: the text of a list's item stands so far right of its mark
_NARROW = 20  # times the size of the letters: in narrower columns most lines are full
_ENDS_SENTENCE = re.compile(r"[.!?:;…][”’\"')\]]*$")
_BULLETS = "•‣◦▪●"
_BULLET = re.compile(r"(?:[•‣◦▪●·–*-]|\(?(?:\d{1,2}|[a-z])[.)])\s+[\w“\"(]")
_MARKS = re.compile(
    r"(?:[*#•·~-]\s?){1,7}|-\s?30\s?-|(?i:-?\s?(?:ends|end)\s?-?)"
)  # what stands below a release
_GLUED_MARK = re.compile(
    r"^(\d{1,3}|[*†‡§]{1,3})(?=[“\"(]?(?:[A-Z][a-z]|[AI] ))"
)  # “1The”, with no space but a small 1
_LABEL = re.compile(
    r"(?i)(?:for immediate release|(?:press|news|media) (?:release|statement)|embargo\w*|check against delivery"
    r"|contacts?:?)\b"
)  # what stands above its title
_ALONE = 0.67  # of a column's width: a line that ends before it stands by itself
_MIDDLE = 0.18  # of a column's width on either side: more than of an indented quotation
_LARGER = 1.15  # times the size of the text: a heading
_FEWEST_STEPS = 3  # after full lines, to tell how far lines of a paragraph are apart
_MOST_ABOVE_TITLE = 6  # paragraphs


def read_pdf(data: bytes) -> Draft:
    """Read a PDF document. Raises Refused for one that is encrypted, damaged, or holds pictures only."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise Refused("is encrypted; save a copy without its password first") from None
        raise Refused("is a damaged PDF document; open it elsewhere, and save it again") from None
    pages: list[list[Line]] = []
    size = 0
    for number in range(min(len(document), MOST_PAGES)):
        lines = without_turned_lines(list(page_lines(document, number)))
        size += sum(len(line.text) for line in lines)
        pages.append(lines)
        if size > LARGEST:
            break
    if not size:
        raise Refused(
            "holds pictures of pages, no text; recognise their text first, for instance with ocrmypdf"
        )
    body = _size_of_text(pages)
    pages = [without_loose_marks(page, body) for page in without_line_numbers(pages)]
    draft = _draft(without_running_heads(pages, body), body)
    if len(pages) < len(document):
        draft.notice = f"Only the first {len(pages):,} of this document's {len(document):,} pages were read."
    return draft


class _DrawnParagraph(NamedTuple):
    """A paragraph that lines are still added to."""

    words: str
    first: Line
    last: Line
    page: int


def _size_of_text(pages: Sequence[Sequence[Line]]) -> float:
    """Return the type size of most of a document, in points."""
    sizes: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def _draft(pages: Sequence[list[Line]], body: float) -> Draft:
    """Return the paragraphs of all pages; one that goes on over a column's or a page's end is one.

    The footnotes of a page come after the last paragraph that begins on it.
    """
    ordered = [
        (number, column) for number, lines in enumerate(pages, 1) for column in in_reading_order(lines)
    ]
    unbroken = words_within(line.text for _, column in ordered for line in column)
    feet = [foot_of_text(lines, body) for lines in pages]
    usual = _leading([column for _, column in ordered])
    paragraphs: list[_DrawnParagraph] = []
    notes: list[_DrawnParagraph] = []
    at = -1  # the paragraph that lines are added to
    left = right = leading = 0.0
    full = inf  # the right edge of the column before
    for number, whole in ordered:
        column, footnotes = split_footnotes(whole, body, feet[number - 1])
        if column:
            left, right = min(line.left for line in column), max(line.right for line in column)
            leading = _leading([column], usual)
        for index, line in enumerate(column):
            above = column[index - 1] if index else None
            if paragraphs and not _begins(paragraphs[at], above, line, left, right, leading, full):
                known = paragraphs[at]
                paragraphs[at] = known._replace(words=joined(known.words, line.text, unbroken), last=line)
                continue
            if notes and notes[0].page < number:
                paragraphs += notes
                notes = []
            at = len(paragraphs)
            paragraphs.append(_DrawnParagraph(line.text.strip(), line, line, number))
        if column:  # the right edge of two lines is not known
            full = right if len(column) > 2 and right - left > _NARROW * body else inf
        for lines in footnotes:
            words = _GLUED_MARK.sub(r"\1 ", lines[0].text.strip())
            for line in lines[1:]:
                words = joined(words, line.text, unbroken)
            notes.append(_DrawnParagraph(words, lines[0], lines[-1], number))
    return _with_kinds(paragraphs + notes, body)


def _with_kinds(paragraphs: Sequence[_DrawnParagraph], body: float) -> Draft:
    """Return the draft of some paragraphs, headings told from text by their size, and by being bold."""
    draft = Draft()
    on_first = [each for each in paragraphs if each.page == 1]
    title = max((each.first.size for each in on_first), default=0.0)
    if title <= _LARGER * body:  # nothing is larger than the text: what is bold above it
        bold = [each for each in on_first[:_MOST_ABOVE_TITLE] if _is_heading(each, body)]
        heading = next((each for each in bold if not _LABEL.match(each.words)), None)
    else:
        large = [each for each in on_first if each.first.size >= title - 0.1 and _is_heading(each, body)]
        heading = next(iter(large), None)
    for each in paragraphs:
        kind = BlockKind.PARAGRAPH
        if _is_heading(each, body):
            kind = BlockKind.HEADLINE if each is heading else BlockKind.SUBHEADING
        elif _BULLET.match(each.words) and not _MARKS.fullmatch(each.words):
            kind = BlockKind.LIST_ITEM
        if kind is BlockKind.HEADLINE:
            draft.title = squeezed(each.words)
        draft.add(each.words, kind, each.page)
    return draft


def _is_heading(paragraph: _DrawnParagraph, body: float) -> bool:
    words, first, last, _ = paragraph
    if len(words) >= 200 or words[-1] in ".;," or not any(map(str.isalpha, words)):
        return False
    return first.size > _LARGER * body or (first.is_bold and last.is_bold and len(words) < 100)


def _leading(columns: Sequence[Sequence[Line]], usual: float = 0.0) -> float:
    """Return how far apart lines of a paragraph are, in sizes of their letters; `usual` where too few lines tell.

    It is measured after full lines: where paragraphs have two lines, every other distance is a larger one.
    """
    steps: list[tuple[float, bool]] = []
    for column in columns:
        right = max((line.right for line in column), default=0.0)
        steps += (
            ((above.bottom - below.bottom) / below.size, _is_short(above, below, right))
            for above, below in pairwise(column)
            if 0 < above.bottom - below.bottom < 3 * above.height
        )
    within = [step for step, is_short in steps if not is_short]
    if usual and len(within) < _FEWEST_STEPS:
        return usual
    chosen = within if len(within) >= _FEWEST_STEPS else [step for step, _ in steps]
    return median(chosen) if chosen else 0.0


def _is_short(above: Line, line: Line, right: float) -> bool:
    """Tell whether the first word of a line would have stood on the one above, had the paragraph gone on."""
    word = (line.right - line.left) * len(line.text.split()[0]) / max(len(line.text), 1)
    return above.right + word + _SPARE * line.size < right


def _begins(
    paragraph: _DrawnParagraph,
    above: Line | None,
    line: Line,
    left: float,
    right: float,
    leading: float,
    full: float,
) -> bool:
    """Tell whether a line begins a new paragraph after another.

    `above` is None at the top of a column; `left`, `right` and `leading` (of one size of letters) are the column's,
    `full` is the right edge of the one before, infinite where that says nothing.
    """
    words, first, last, _ = paragraph
    if len(words) > _LONGEST:
        return True
    words = words[-_LAST_WORDS:]
    if abs(line.size - last.size) > 0.08 * last.size or (line.is_bold != last.is_bold and first.is_bold):
        # A word in bold at the beginning of a line is no new paragraph; text after a heading in bold is.
        return True
    if (
        _is_item(line, above, right, words)
        or _MARKS.fullmatch(line.text.strip())
        or _MARKS.fullmatch(last.text.strip())
    ):
        return True
    if _is_row(line) or _is_row(last):
        return True
    if _LABEL.fullmatch(last.text.strip()):
        return True
    is_indented = line.left > left + 0.6 * line.size
    if above is None:
        if words.endswith(",") or (line.text[:1].islower() and not _ENDS_SENTENCE.search(words)):
            return False
        return _is_short(last, line, full) or is_indented
    in_title = line.is_bold and last.is_bold
    step = above.bottom - line.bottom
    if leading and step > (_TITLES_STEP if in_title else _STEP) * leading * line.size:
        return True
    if _BULLET.match(first.text) and not line.text[:1].islower():
        # What follows an item stands left of its text, or left of its mark.
        edge = first.left if above is first else above.left - _HANGING * line.size
        if line.left < edge - 1:
            return True
    is_short = _is_short(above, line, right)
    is_indented = is_indented and above.left <= left + 0.3 * line.size
    if not in_title and _is_centred(above, left, right) != _is_centred(line, left, right):
        return True
    # “Ladies and gentlemen,” before a line that is indented as far; “* * *”, in the middle, before any.
    is_alone = above.right < left + _ALONE * (right - left) and line.right > above.right
    if is_alone and min(line.left, above.left) > left + 0.6 * line.size and line.text[:1].isupper():
        return True
    if is_indented and (is_short or line.left < left + 4 * line.size):
        return not line.text[:1].islower()
    return is_short and bool(_ENDS_SENTENCE.search(words))


def _is_item(line: Line, above: Line | None, right: float, words: str) -> bool:
    """Tell whether a line begins an item of a list; a number or a dash may just have come to its beginning."""
    if not _BULLET.match(line.text):
        return False
    may_go_on = above is not None and not _is_short(above, line, right) and not _ENDS_SENTENCE.search(words)
    return line.text[0] in _BULLETS or not may_go_on


def _is_centred(line: Line, left: float, right: float) -> bool:
    """Tell whether a line stands in the middle of its column, as a date below a title does."""
    before, after, width = line.left - left, right - line.right, max(right - left, 1.0)
    return min(before, after) > _MIDDLE * width and abs(before - after) < 0.04 * width


def _is_row(line: Line) -> bool:
    """Tell whether a line is a table's: in narrow columns text has wide gaps, too, but not between numbers."""
    parts = line.text.split()
    return line.cells > 2 and 2 * sum(part[-1].isdigit() for part in parts) >= len(parts)
