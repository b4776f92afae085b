"""The lines of a text, and which of them are one paragraph that was wrapped by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from tui.article.spans import Span

_LINE = re.compile("[^\n\r\f\v\u2029]+")
_LINE_OR_PART = re.compile("[^\n\r\f\v\u2028\u2029]+")
_WIDEST = 120  # characters; longer lines are paragraphs, not wrapped ones
_SLACK = 14  # how much shorter than the measure a wrapped line may fall: a long word was not broken
_SAMPLE = 3000  # lines that the measure is taken from
_STOPS = ".!?:;…\"'”’)*"


class SourceLine(NamedTuple):
    """A line without the white space round it. `indent` counts the columns before it, tabs as four;
    `gap` is whether a blank line, or the beginning of the text, comes before it."""

    span: Span
    indent: int
    gap: bool


def lines(text: str) -> Iterator[SourceLine]:
    """Yield the lines of `text` that are not blank, in order.

    U+2028, which word processors and web pages set to break a line within a paragraph, ends one only in a text
    that has more of it than of other line ends.
    """
    last = 0
    gap = True
    others = (text.count("\n") or text.count("\r")) + text.count("\u2029")
    pattern = _LINE_OR_PART if text.count("\u2028") > others else _LINE
    for match in pattern.finditer(text):
        start, end = match.span()
        raw = match.group()
        if start - last > 1 and not gap:
            ends = text[last:start]
            gap = ends.count("\n") > 1 or ends.replace("\r\n", "\n") not in ("\n", "\r")
        last = end
        body = raw.lstrip()
        if not body:
            gap = True
            continue
        lead = len(raw) - len(body)
        indent = (lead + 3 * raw.count("\t", 0, lead)) if lead else 0
        length = len(body.rstrip())
        yield SourceLine(Span(start + lead, start + lead + length), indent, gap)
        gap = False


def paragraphs(text: str) -> list[list[SourceLine]]:
    """Return the lines of `text` by paragraph: one line each, or several where the text is wrapped by hand.

    A text counts as wrapped when no more than a few of its lines are longer than 120 characters and its
    lines break in the middle of sentences. A line then goes on in the next where the next one's first word
    had no room on it any more; a blank line or an indented one always begins a paragraph.
    """
    found = list(lines(text))
    measure = _measure(text, found)
    out: list[list[SourceLine]] = []
    for line in found:
        if line.gap or not out:
            out.append([line])
        elif _goes_on(text, out[-1], line, measure):
            out[-1].append(line)
        else:
            out.append([line])
    return out


def _measure(text: str, found: Sequence[SourceLine]) -> int:
    """Return the width the text was wrapped to, in characters; 0 when it was not."""
    sample = found[:_SAMPLE]
    pairs = [(a, b) for a, b in pairwise(sample) if not b.gap]
    if not pairs:
        return 0
    widths = sorted(_width(a) for a, _ in pairs)
    if widths[len(widths) * 9 // 10] > _WIDEST:
        return 0
    measure = widths[(len(widths) - 1) * 19 // 20]
    if measure < 30:
        return 0
    full = [(a, b) for a, b in pairs if _full(text, a, b, measure)]
    inside = sum(text[b.span.start].islower() for _, b in pairs)
    # About half of the lines of wrapped English prose begin with a small letter; of lists and verse with
    # a capital letter at each line hardly one does.
    return measure if len(full) >= 0.6 * len(pairs) and inside >= 0.25 * len(pairs) else 0


def _goes_on(text: str, paragraph: list[SourceLine], line: SourceLine, measure: int) -> bool:
    last = paragraph[-1]
    if _quoted(text, line) or _quoted(text, last):
        return _quoted(text, line) and _quoted(text, last)
    if not measure:
        return False
    if line.indent > last.indent + 1 and not (len(paragraph) == 1 and _is_item(text, last)):
        return False
    if _is_item(text, line):
        return False
    if _full(text, last, line, measure):
        return True
    # A short line in the middle of a sentence: wrapped again by a mail program, or by hand.
    return text[line.span.start].islower() and text[last.span.end - 1] not in _STOPS


def _width(line: SourceLine) -> int:
    return line.indent + line.span.end - line.span.start


def _full(text: str, line: SourceLine, following: SourceLine, measure: int) -> bool:
    """Tell whether the first word of `following` had no room on `line`."""
    start = following.span.start
    word = text.find(" ", start, following.span.end)
    length = (word if word >= 0 else following.span.end) - start
    return _width(line) + 1 + min(length, _SLACK) > measure - 2 and _width(line) <= measure + _SLACK


def _quoted(text: str, line: SourceLine) -> bool:
    """Tell whether `line` is one of a mail's or a Markdown text's block quotation."""
    return text.startswith(">", line.span.start)


_ITEM = r"(?:[-*•‣◦▪●·–]|\(?(?:\d{1,2}|[a-z])[.)])\s+\S"
_ITEM_FIRST = frozenset("-*•‣◦▪●·–(")


def _is_item(text: str, line: SourceLine) -> bool:
    return re.compile(_ITEM).match(text, line.span.start) is not None


def begins_item(text: str) -> bool:
    """Tell whether `text` begins as an item of a list does: with a bullet, or a number and a full stop."""
    may = text[0] in _ITEM_FIRST or text[0].isdigit() or text[1:2] in (".", ")")
    return may and re.match(_ITEM, text) is not None
