"""Sets of characters that are not letters: line ends, control characters, what nobody sees.

Each is a string, good for `in` and for a class of a regular expression alike; those named *_RANGE hold ranges, and
are for such a class only. Names and categories are those of the Unicode Standard (chapter 23, "Special areas").
"""

from __future__ import annotations

LINE_ENDS = "\n\r\v\f\x85\u2028\u2029"
NO_BREAK_SPACES = "\xa0\u2007\u202f"

CONTROL_RANGE = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
"""C0, DEL and C1 without white space and line ends."""
SURROGATE_RANGE = "\ud800-\udfff"
"""Halves of a UTF-16 pair: they cannot be written as UTF-8."""
SCRIPT_RANGE = " -~\xa0-\xac\xae-\u02ff\u0370-\u0377\u0384-\u038a\u038e-\u03a1\u03a3-\u0482\u048a-\u052f"
"""Latin, Greek and Cyrillic letters and common signs: each takes one cell, none combines or is invisible."""

ZWNJ, ZWJ = "\u200c", "\u200d"
"""The joiners: invisible, but Persian, the Indic scripts and emoji need them."""
INSIDE_WORDS = "\u00ad\u2060\ufeff"
"""What stands unseen inside one word and is no part of it: soft hyphen, word joiner, byte order mark."""
ZERO_WIDTH = f"{INSIDE_WORDS}{ZWNJ}{ZWJ}\u200b"
"""Those characters with the joiners and with the zero-width space, which may part two words."""


_UNSEEN_SINGLY = "\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\ufeff"
_UNSEEN = ((0x202A, 0x202E), (0x2060, 0x206F), (0xFFF9, 0xFFFB), (0xE0000, 0xE007F))
INVISIBLE = _UNSEEN_SINGLY + "".join(chr(code) for first, last in _UNSEEN for code in range(first, last + 1))
"""What nobody should see or copy: soft hyphens, characters without width, all that turns the direction of writing
(bidi controls), annotation marks and the tag characters. The joiners are not among them."""
INVISIBLE_RANGE = _UNSEEN_SINGLY + "".join(f"{chr(first)}-{chr(last)}" for first, last in _UNSEEN)
"""The same for a class, which takes thirty times as long where the tag characters stand in it one by one."""
