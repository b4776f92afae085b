"""Time codes at the beginning of a transcript's lines: "[00:01:23] DOE: We sail."."""

from __future__ import annotations

import re
from collections.abc import Sequence

_TIME = r"(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?"
_CODE = re.compile(
    rf"[\[(<]?{_TIME}(?:[ \t]{{0,9}}(?:-->|[-–—])[ \t]{{0,9}}{_TIME})?[\])>]?(?=[ \t]{{0,9}}[-–—:|]?[ \t]|\Z)"
    r"(?![ \t]{0,9}(?:[ap]\.?m\b|GMT|BST|[A-Z]{1,2}[DS]T\b|on\b|o’clock))"
)
_BETWEEN = re.compile(r"[ \t]*+(?:[-–—:|](?=[ \t]))?[ \t]*+")
_FEWEST, _SHARE = 3, 0.3  # lines with a code, and their share of all
_IN_BRACKETS = "[(<"


def code_lengths(lines: Sequence[str]) -> list[tuple[int, int]] | None:
    """Return where the time code of each line ends and its words begin, (0, 0) for a line without one.

    None for a text that has too few to be a transcript.
    """
    found: list[tuple[int, int]] = []
    for line in lines:
        code = _CODE.match(line) if line[:1].isdigit() or line[:1] in _IN_BRACKETS else None
        if code is None:
            found.append((0, 0))
        else:
            between = _BETWEEN.match(line, code.end())
            words = between.end() if between else len(line)
            found.append((len(line[:words].rstrip()), words))  # a dash after the code is of it
    coded = sum(end > 0 for end, _ in found)
    return found if coded >= _FEWEST and coded >= _SHARE * len(lines) else None
