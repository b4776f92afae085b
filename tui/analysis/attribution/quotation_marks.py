"""Quotation marks, each with the cost of reading it as opening, closing or neither.

Nothing is decided here. Glyph, neighbours and a little spelling ("’90s", "players’", 6' 2") say how
unlikely each reading is; `mark_pairing` weighs all the marks of a paragraph together. Costs are on one scale:
0 is what a careful typesetter would have set, 3 is hardly believable.
"""

from __future__ import annotations

import re
import unicodedata
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from tui.article.characters import INVISIBLE, ZERO_WIDTH


class MarkFamily(IntEnum):
    """Marks that pair with one another; the first three families also pair across, at a cost."""

    STRAIGHT = 0
    CURLY = 1
    DOUBLED = 2
    SINGLE = 3
    GUILLEMET = 4
    SINGLE_GUILLEMET = 5
    CORNER = 6
    WHITE_CORNER = 7

    @property
    def double(self) -> bool:
        """Tell whether this is one of the shapes of the double mark."""
        return self <= MarkFamily.DOUBLED


class QuotationMark(NamedTuple):
    """One mark (`''` is one) at `[start, end)`; `opens`, `closes` and `strays` are costs.

    `strays` is the cost of its being no quotation mark: an apostrophe, inches, a slip. `doubled` tells whether
    the same mark stands directly before it.
    """

    start: int
    end: int
    glyph: str
    family: MarkFamily
    opens: float
    closes: float
    strays: float
    doubled: bool = False


# glyph: (family, cost of opening, cost of closing)
_GLYPHS: dict[str, tuple[MarkFamily, float, float]] = {
    '"': (MarkFamily.STRAIGHT, 0.0, 0.0),
    "＂": (MarkFamily.STRAIGHT, 0.0, 0.0),
    "“": (MarkFamily.CURLY, 0.0, 1.8),
    "”": (MarkFamily.CURLY, 1.8, 0.0),
    "„": (MarkFamily.CURLY, 0.0, 4.0),
    "‟": (MarkFamily.CURLY, 0.0, 2.0),
    "〝": (MarkFamily.CURLY, 0.0, 2.0),
    "〞": (MarkFamily.CURLY, 2.0, 0.0),
    "''": (MarkFamily.DOUBLED, 0.0, 0.0),
    "``": (MarkFamily.DOUBLED, 0.0, 2.0),
    "‘‘": (MarkFamily.DOUBLED, 0.0, 1.8),
    "’’": (MarkFamily.DOUBLED, 1.8, 0.0),
    "‚‚": (MarkFamily.DOUBLED, 0.0, 4.0),
    "'": (MarkFamily.SINGLE, 0.0, 0.0),
    "‘": (MarkFamily.SINGLE, 0.0, 1.8),
    "’": (MarkFamily.SINGLE, 2.2, 0.0),
    "‚": (MarkFamily.SINGLE, 0.5, 4.0),
    "‛": (MarkFamily.SINGLE, 0.0, 2.0),
    "`": (MarkFamily.SINGLE, 0.5, 3.0),
    "´": (MarkFamily.SINGLE, 2.5, 0.5),
    "«": (MarkFamily.GUILLEMET, 0.0, 1.0),
    "»": (MarkFamily.GUILLEMET, 1.0, 0.0),
    "‹": (MarkFamily.SINGLE_GUILLEMET, 0.0, 1.0),
    "›": (MarkFamily.SINGLE_GUILLEMET, 1.0, 0.0),
    "「": (MarkFamily.CORNER, 0.0, 5.0),
    "」": (MarkFamily.CORNER, 5.0, 0.0),
    "『": (MarkFamily.WHITE_CORNER, 0.0, 5.0),
    "』": (MarkFamily.WHITE_CORNER, 5.0, 0.0),
}
_RUN = re.compile(
    r"(?!(?<=[^\W_])['’‘´`](?=[^\W_]))"  # not inside a word
    "[" + "".join(sorted({c for glyph in _GLYPHS for c in glyph})) + "]+"
)
_PAIR = re.compile("''|``|‘‘|’’|‚‚|.", re.DOTALL)

_ELISION = re.compile(
    r"(?:em|n|til|till|cause|cuz|coz|cos|tis|twas|twere|bout|round|neath|nuff|fraid|kay|sup|cept|nother|"
    r"\d\ds?)(?!\w)",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"s(?!\w)", re.IGNORECASE)
_NOTHING_OWNED = re.compile(
    r"\s(?:a|about|after|and|are|as|at|be|because|before|but|by|for|from|had|has|have|he|if|in|is|it|of|on|or|over|she|"
    r"since|than|that|the|they|to|under|until|was|we|were|when|where|which|while|who|will|with|would|you)(?!\w)"
    r"|[,.;:!?)]|\s*\Z"
)
"""What follows a word that owns nothing: no plural's apostrophe stands before "on" or a comma."""
_INCHES = re.compile(r"\d\s?['’′]\s?\d{1,2}(?:\.\d|\s?[½¼¾])?\s?$")

_OPENING = "([{"
_CLOSING = ")]}"
_DASHES = "-‐‑‒–—―/|\\*_~#=+•·<>"
_STOPS = ".,;:!?…、。，"
_INVISIBLE = frozenset(ZERO_WIDTH + INVISIBLE)


# What stands beside a mark, as one letter: "" edge, " " space, "(" and ")" brackets, "-" dashes, markup and
# emoji, "." stops, "…" an ellipsis, "0" a digit, "a" anything else (letters, currency).
_OPENS_AFTER = {
    "": 0.0,
    " ": 0.0,
    "(": 0.0,
    "-": 0.2,
    ":": 0.7,
    ".": 1.5,
    "…": 1.0,
    ")": 1.5,
    "0": 3.0,
    "a": 3.0,
}
_OPENS_BEFORE = {
    "": 4.0,
    " ": 1.5,
    "(": 0.0,
    "-": 0.3,
    ":": 2.5,
    ".": 2.5,
    "…": 0.0,
    ")": 2.5,
    "0": 0.0,
    "a": 0.0,
}
_CLOSES_AFTER = {
    "": 5.0,
    " ": 1.5,
    "(": 1.5,
    "-": 0.2,
    ":": 1.0,
    ".": 0.0,
    "…": 0.0,
    ")": 0.0,
    "0": 0.0,
    "a": 0.0,
}
_CLOSES_BEFORE = {
    "": 0.0,
    " ": 0.0,
    "(": 0.7,
    "-": 0.0,
    ":": 0.0,
    ".": 0.0,
    "…": 0.0,
    ")": 0.0,
    "0": 2.0,
    "a": 2.5,
}


def find_marks(text: str, start: int, end: int) -> list[QuotationMark]:
    """Return the marks of `text[start:end]`, one paragraph, in reading order; sure apostrophes are left out."""
    found: list[QuotationMark] = []
    for run in _RUN.finditer(text, start, end):
        first, last = run.span()
        left, right = _context_class(text, first - 1, start, end), _context_class(text, last, start, end)
        glyphs = _PAIR.findall(run.group())
        if len(glyphs) > 1 and glyphs[-1] in "'’" and left not in " (" and _POSSESSIVE.match(text, last, end):
            glyphs.pop()  # “Hamilton”’s
            right = " "
        elif len(glyphs) == 2 and glyphs == ["''", "'"] and left not in " (":
            glyphs.reverse()  # the inner one closes first
        at = first
        for i, glyph in enumerate(glyphs):
            family, opens, closes, strays = _costs(glyph, left, right, i > 0, i + 1 < len(glyphs))
            end_at = at + len(glyph)
            if family is MarkFamily.SINGLE:
                opens, closes, strays = _apostrophe(text, at, left, start, end, opens, closes, strays)
            elif left == "0" and glyph in ('"', "''", "”") and right != "a":
                feet = _INCHES.search(text, max(start, at - 10), at)  # 6' 2"
                closes, strays = (closes + 2.0, 0.1) if feet else (closes, 1.2)
            doubled = i > 0 and glyphs[i - 1] == glyph
            found.append(
                QuotationMark(at, end_at, glyph, family, opens, closes, 0.3 if doubled else strays, doubled)
            )
            at = end_at
    return found


def is_leading(text: str, start: int, mark: QuotationMark) -> bool:
    """Tell whether nothing but space, a bullet or an opening bracket stands between `start` and the mark."""
    before = text[start : mark.start]
    return len(before) <= 8 and all(_character_class(c) in " (-…" for c in before)


@lru_cache(maxsize=4096)
def _costs(
    glyph: str, left: str, right: str, after_mark: bool, before_mark: bool
) -> tuple[MarkFamily, float, float, float]:
    """Return family and costs of a glyph, given the classes of what stands on both sides."""
    family, opens, closes = _GLYPHS[glyph]
    if family >= MarkFamily.CORNER:  # these are never anything else, and are set without spaces
        return family, opens, closes, 3.0
    opens += min(_OPENS_AFTER[left], 0.6 if after_mark else 9.0)
    opens += min(_OPENS_BEFORE[right], 1.0 if before_mark else 9.0)
    closes += min(_CLOSES_AFTER[left], 1.0 if after_mark else 9.0)
    closes += min(_CLOSES_BEFORE[right], 0.6 if before_mark else 9.0)
    return family, opens, closes, 3.0 if min(opens, closes) < 1.0 else 2.2


def _apostrophe(
    text: str, at: int, left: str, start: int, end: int, opens: float, closes: float, strays: float
) -> tuple[float, float, float]:
    """Return the costs of a single mark at `at`, weighed against being an apostrophe, or feet."""
    if left in ("", " ", "(", "-", "…") and _ELISION.match(text, at + 1, end):  # ’90s, ’em, ’n’
        return opens + 1.5, closes, 0.1
    if left == "a" and at > start:
        before = text[max(start, at - 2) : at].lower()
        if before[-1] in "sxz" and _NOTHING_OWNED.match(text, at + 1, end):  # ‘other lapses’ on the wing
            return opens, closes + 0.2, 0.6
        if before[-1] in "sxz" or before == "in":  # players’, runnin’
            return opens, closes + 0.6, 0.2
        if before[-1] == "n" and (len(before) == 1 or before[0] in "'’‘"):  # rock ’n’ roll
            return opens, closes + 2.0, 0.1
        return opens, closes, 0.7  # ‘a shame’
    if left == "0":  # 6' 2" is feet; ‘in 1990’ closes
        feet = at + 1 < end and re.match(r"\s?\d", text[at + 1 : at + 3])
        return opens, closes + (3.0 if feet else 0.0), 0.1 if feet else 0.5
    if opens < closes:  # ‘Yes: an unlikely apostrophe, above all as ‘
        return opens + 0.2, closes, 2.5 if text[at] == "‘" else 1.5
    return opens, closes, min(strays, 2.5)


def _context_class(text: str, at: int, start: int, end: int) -> str:
    """Return the class of the character at `at`, "" outside the paragraph."""
    if not start <= at < end:
        return ""
    kind = _character_class(text[at])
    if kind == "." and text[at] == "." and text[at - 1 : at + 2].count(".") > 1:
        return "…"
    return kind


@lru_cache(maxsize=4096)
def _character_class(c: str) -> str:
    if c.isalpha():
        return "a"
    if c.isspace() or c in _INVISIBLE:
        return " "
    if c.isdigit():
        return "0"
    if c in _STOPS:
        return "…" if c == "…" else ":" if c == ":" else "."
    if c in _OPENING:
        return "("
    if c in _CLOSING:
        return ")"
    return "-" if c in _DASHES or unicodedata.category(c) in ("So", "Sk") else "a"
