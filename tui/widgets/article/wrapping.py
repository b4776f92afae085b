"""Wrap a piece of text at words, to a width in terminal cells.

The text comes from `displayable`, which turns line ends and tabs into spaces. Lines are given as the offsets of
their first characters; the white space at which they are broken belongs to none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from rich.cells import split_graphemes

from tui.article.characters import NO_BREAK_SPACES, SCRIPT_RANGE
from tui.article.sanitising import is_plain
from tui.widgets.cell_width import most_cells, most_of_grapheme

# White space at which a line may be broken, unlike no-break spaces.
_BREAKING = frozenset(" \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000")
_BLANK = re.compile(r"\s+")
# White space other than single spaces, or anything not known to be one cell wide.
_UNEVEN = (
    f" [ {NO_BREAK_SPACES}]|[{NO_BREAK_SPACES}] |^[{NO_BREAK_SPACES}]|"
    f"[^{SCRIPT_RANGE}\u2010-\u2015\u2018-\u2027\u202f-\u205e\u20a0-\u20bf\u2500-\u25fc]"
)
_UNEVEN_LINE = rf"\s\s|[^\S {NO_BREAK_SPACES}]"
# Inside a word a line may end after a dash ("war—peace"), and after a hyphen between letters ("well-known").
_AFTER_DASH = "(?<=[–—])(?=[^ ])|(?<=[^\\W\\d]-)(?=[^\\W\\d])"
_BREAK_INSIDE = re.compile(_AFTER_DASH)
# No line begins with a closing character, none ends with an opening one.
_CLOSING = "、。，．！？：；）」』】〕〉》”’…ー々!?,.:;)]}»›%"
_OPENING = "（「『【〔〈《“‘([{«‹"


def is_even(text: str) -> bool:
    """Tell whether each character of `text` takes one cell and there are no consecutive spaces."""
    return _is_simple(text) or _uneven().search(text) is None


def _is_simple(text: str) -> bool:
    return is_plain(text) and "  " not in text


@cache
def _uneven() -> re.Pattern[str]:
    return re.compile(_UNEVEN)


@lru_cache(maxsize=64)
def _line_pattern(width: int) -> re.Pattern[str]:
    rest = f"[^ ].{{0,{width - 1}}}"
    return re.compile(f" ?(?:({rest})(?= |$|{_AFTER_DASH})|({rest}))")


def wrap(text: str, width: int) -> list[int]:
    """Return the offsets at which the lines of `text` begin, none wider than `width` cells (1 or more).

    Only a single grapheme wider than `width` exceeds it, on whatever terminal (see `cell_width`). Blank text has no
    lines. Line `i` ends where line `i + 1` begins, less the white space before that.
    """
    starts = _even_starts(text, width) if is_even(text) else _uneven_starts(text, width)
    if not any(space in text for space in NO_BREAK_SPACES):
        return starts
    # A word too long for a line may have been split between no-break spaces, which get no line of their own.
    return [a for a, b in pairwise([*starts, len(text)]) if not text[a:b].isspace()]


def _even_starts(text: str, width: int) -> list[int]:
    matches = _line_pattern(width).finditer(text.rstrip(" "))
    return [max(match.start(1), match.start(2)) for match in matches]


def _uneven_starts(text: str, width: int) -> list[int]:
    starts: list[int] = []
    used = 0
    for start, _, cells, spaced in _atoms(text, width):
        if not starts:
            starts.append(start)
            used = cells
        elif used + spaced + cells <= width:
            used += spaced + cells
        else:
            starts.append(start)
            used = cells
    return starts


def _atoms(text: str, width: int) -> Iterator[tuple[int, int, int, int]]:
    """Yield what must stay on one line: start, end, cells, and 1 if white space precedes it, else 0.

    These are words, split at dashes and around wide characters, or graphemes if a split word is still too long.
    """
    for first_of_word, end_of_word in _words(text):
        spaced = 1
        for start, end in _cut(text, first_of_word, end_of_word):
            cells = most_cells(text[start:end])
            if cells <= width:
                yield start, end, cells, spaced
                spaced = 0
                continue
            for first, last, size in split_graphemes(text[start:end])[0]:
                yield (
                    start + first,
                    start + last,
                    most_of_grapheme(text[start + first : start + last], size),
                    spaced,
                )
                spaced = 0


def _words(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for blank_start, blank_end in [*_gaps(text), (len(text), len(text))]:
        if not text[start:blank_start].isspace() and blank_start > start:
            yield start, blank_start
        start = blank_end


def _gaps(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of white space that a line may be broken at, with no-break spaces beside them."""
    for blank in _BLANK.finditer(text):
        if not _BREAKING.isdisjoint(blank.group()):
            yield blank.span()


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    word = text[start:end]
    if is_even(word):
        cuts = [m.start() for m in _BREAK_INSIDE.finditer(word) if m.start()]
    else:
        cuts = []
        before = 0
        for first, _, size in split_graphemes(word)[0]:
            breakable = size > 1 or before > 1 or _BREAK_INSIDE.match(word, first) is not None
            if first and breakable and word[first] not in _CLOSING and word[first - 1] not in _OPENING:
                cuts.append(first)
            before = size
    last = 0
    for cut in [*cuts, len(word)]:
        yield start + last, start + cut
        last = cut


def line_text(text: str, start: int, end: int) -> tuple[str, Sequence[int]]:
    """Return the drawn characters of the line `text[start:end]`, and the offset in `text` of each.

    White space at the end is omitted; any inside becomes one space. The second value has a further item, the
    offset after the last character.
    """
    raw = text[start:end].rstrip()
    if _is_simple(raw) or re.search(_UNEVEN_LINE, raw) is None:
        return raw, range(start, start + len(raw) + 1)
    drawn: list[str] = []
    offsets: list[int] = []
    last = 0
    for gap_start, gap_end in _gaps(raw):
        drawn.append(raw[last:gap_start])
        drawn.append(" ")
        offsets.extend(range(start + last, start + gap_start + 1))
        last = gap_end
    drawn.append(raw[last:])
    offsets.extend(range(start + last, start + len(raw) + 1))
    return "".join(drawn), offsets


def graphemes(text: str) -> list[tuple[int, int, int]]:
    """Return the graphemes of `text`: start, end, cells."""
    if is_even(text):
        return [(i, i + 1, 1) for i in range(len(text))]
    return split_graphemes(text)[0]
