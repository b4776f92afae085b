"""Words known again although somebody has changed a few of them since: a typing mistake put right, a word replaced.

Asked only of words that stand between the same neighbours as before (see `placing`), so that there is no doubt
about the place, only whether it still is the same sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from tui.corrections.normalised_text import alike

SAME = 0.9
"""At least this part of the words, in their order, are those of before, counted by the longer of both."""
MOST = 600
"""Passages of more words are not compared: it would take too long."""


def nearly_the_same(old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether the words are the same but for a few. One in ten, or one alone, may differ by a letter and counts."""
    longest = max(len(old), len(new))
    if not 0 < longest <= MOST:
        return False
    same = near = 0
    for what, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            same += last - first
        elif what == "replace" and last - first == end - start:
            near += sum(map(_one_letter_apart, old[first:last], new[start:end]))
    return near <= max(1, longest // 10) and same + near >= SAME * longest


def _one_letter_apart(one: str, other: str) -> bool:
    """Whether a letter more, a letter less, another letter or two that changed places make one of the other."""
    if min(len(one), len(other)) < 3 or abs(len(one) - len(other)) > 1:
        return False
    begin = alike(one, other)
    one, other = one[begin:], other[begin:]
    end = alike(one[::-1], other[::-1])
    one, other = one[: len(one) - end], other[: len(other) - end]
    return max(len(one), len(other)) <= 1 or (len(one) == 2 and one == other[::-1])
