"""Text from outside made fit to be drawn: one character for one character, so that offsets hold.

The rules follow Unicode's Technical Report 36 (security considerations): nothing that moves the cursor, turns
the direction of writing, or takes no room on the screen may stand in what is drawn.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from unicodedata import category

from tui.article.characters import SCRIPT_RANGE, ZWJ, ZWNJ

STREAM_SAFE = 30
"""Combining marks on one letter that Unicode's Stream-Safe Text Format allows (UAX #15, section 13)."""
MARKS_KEPT = 4  # combining marks on one letter; Hebrew with cantillation needs as many, "zalgo" text dozens

_UNSEEN = "\ufffd"
_TYPOGRAPHIC = "’“”—–‘…"
# Everything outside these well-known printing ranges is looked at more closely.
_SUSPECT = (
    f"[^{SCRIPT_RANGE}\u2010-\u2027"
    "\u202f-\u205e\u20a0-\u20bf\u2100-\u218b\u2190-\u23ff\u3001-\u3029\u3041-\u3096\u30a0-\u30ff\u4e00-\u9fff"
    "\uac00-\ud7a3\uff01-\uff9f\uff61-\uff9f]+"
)
# Letters and marks by category, but drawn as nothing: fillers, the grapheme joiner, inherent vowels.
_ON_A_LETTER = frozenset(["Mn", "Mc", "Me", "Cf"])  # joiners between marks begin no new letter
_BLANK_LETTERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\u180b\u180c\u180d\u180f")
_SHOWN_ABOVE_UNICODE = range(0x1F000, 0x1FB00)  # emoji newer than this Python's tables


def is_plain(text: str) -> bool:
    """Tell whether `text` is printable Latin-1 and typographic marks, spaces being its only white space.

    Most English is. No regular expression is used, as it would take long to compile.
    """
    if not text.isascii():
        for mark in _TYPOGRAPHIC:
            text = text.replace(mark, "")
        try:
            text.encode("latin-1")
        except UnicodeEncodeError:
            return False
    return text.isprintable()


def stream_safe(text: str) -> str:
    """Return `text` with at most `STREAM_SAFE` combining marks after one another."""
    if text.isascii() or _unusual().search(text) is None:
        return text
    return _unusual().sub(_fewer_marks, text)


@cache
def _unusual() -> re.Pattern[str]:
    """Return what matches a stretch that may hold too many marks: without a common letter, space or sign."""
    return re.compile(f"[^{SCRIPT_RANGE}]{{{STREAM_SAFE + 1},}}")


def _fewer_marks(match: re.Match[str]) -> str:
    text = match[0]
    out: list[str] = []
    start = marks = 0
    for at, char in enumerate(text):
        marks = marks + 1 if category(char) in _ON_A_LETTER else 0
        if marks > STREAM_SAFE:
            if start < at:
                out.append(text[start:at])
            start = at + 1
    return "".join([*out, text[start:]])


@cache
def _suspect() -> re.Pattern[str]:
    return re.compile(_SUSPECT)


def displayable(text: str) -> str:
    """Return `text` as it may be drawn: the same length, each character in its old place.

    Line ends, tabs, bidi controls and characters without width become a space; other control characters
    their Unicode picture (ESC "␛"); lone surrogates, private and unassigned characters "\ufffd". Joiners stay
    inside emoji and between letters of scripts that need them, a variation selector after the character it
    varies; of combining marks at most `MARKS_KEPT` a letter.
    """
    return text if is_plain(text) or _suspect().search(text) is None else _suspect().sub(_shown_run, text)


def one_line(text: str) -> str:
    """Return `text` on one line, for titles, file names and messages: displayable, white space as single spaces."""
    return " ".join(displayable(text).split())


def in_marks(words: str) -> str:
    """Return quoted words in quotation marks, those inside them single: “he is ‘thinking’ of it”.

    Two quotations stay two: “I know,” … “I was there.”
    """
    inside = words.strip('"').removeprefix("“")
    if inside.count("”") > inside.count("“"):
        inside = inside.removesuffix("”")
    if 0 <= inside.find("“") < inside.find("”") or "”" not in inside:
        inside = inside.translate({ord("“"): "‘", ord("”"): "’"})
    return f"“{inside}”"


def _shown_run(match: re.Match[str]) -> str:
    text, start = match.string, match.start()
    out: list[str] = []
    before = text[start - 1] if start else ""  # what the next character would stand on, as shown
    marks = 0
    for i, char in enumerate(match.group(), start):
        shown, is_mark = _shown(char)
        if shown == "":  # whether it may stay hangs on its neighbours
            after = text[i + 1] if i + 1 < len(text) else ""
            shown = char if _belongs(before, char, after) else " "
        marks = marks + 1 if is_mark else 0
        if is_mark and (marks > MARKS_KEPT or before in ("", " ", _UNSEEN)):
            shown = " "
        out.append(shown)
        if not is_mark or shown == " ":  # else the letter under the mark is what comes before
            before = shown
    return "".join(out)


@lru_cache(maxsize=4096)
def _shown(char: str) -> tuple[str, bool]:
    """Return how `char` is shown, "" if its neighbours decide, and whether it is a combining mark."""
    code, kind = ord(char), category(char)
    if char in _BLANK_LETTERS:
        return " ", False
    if char in (ZWJ, ZWNJ) or 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF:
        return "", False
    if kind == "Cc":
        if char in "\t\n\r\v\f\x85":
            return " ", False
        return (chr(0x2400 + code) if code < 0x20 else "␡" if code == 0x7F else _UNSEEN), False
    if code == 0xAD:  # a soft hyphen: some terminals draw it, some do not
        return "-", False
    if kind == "Cf":
        return (_UNSEEN if char in "\u06dd\u070f\u08e2" or 0x600 <= code <= 0x605 else " "), False
    if kind in ("Zl", "Zp"):
        return " ", False
    if kind == "Cn" and code in _SHOWN_ABOVE_UNICODE:
        return char, False
    if kind in ("Cs", "Co", "Cn"):
        return _UNSEEN, False
    return char, kind in ("Mn", "Me")


def _belongs(before: str, char: str, after: str) -> bool:
    """Tell whether a joiner or variation selector does its own work between these two and hides nothing."""
    if not before or before in (ZWJ, ZWNJ):
        return False
    if char in (ZWJ, ZWNJ):
        if char == ZWJ and _is_emoji(before) and after and _is_emoji(after):
            return True
        return bool(after) and _joins(before) and _joins(after)
    if char in "\ufe0e\ufe0f":
        return (_is_emoji(before) and before != "\ufe0f") or (before in "#*0123456789" and after == "\u20e3")
    if ord(char) >= 0xE0100:
        return category(before) == "Lo" and ord(before) >= 0x3400
    return False


def _is_emoji(char: str) -> bool:
    code = ord(char)
    return (
        code in _SHOWN_ABOVE_UNICODE
        or char == "\ufe0f"
        or (0x2000 < code < 0x3300 and category(char) == "So")
    )


def _joins(char: str) -> bool:
    """Tell whether `char` is of a script whose letters change with a joiner: Arabic, Syriac, the Indic ones."""
    code = ord(char)
    return (0x0600 <= code <= 0x07BF or 0x08A0 <= code <= 0x0DFF) and category(char) in ("Lo", "Mn", "Mc")
