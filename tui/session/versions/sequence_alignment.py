"""Align two sequences in bounded work: patience first, difflib for what is left between.

Items that occur once in both are found by their hash and kept in order (patience); between them the same is done
again. What has no such item is given to difflib while that stays cheap, and counts as replaced where it would not.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher

_DEPTH = 12  # how often a gap is looked at again
_SMALL = 20_000  # pairs of equal items in a gap for which difflib is quick
_BUDGET = 3_000_000  # pairs of equal items that difflib is given in all

Run = tuple[int, int, int]
"""A run of equal items: its start in the first and in the second sequence, and its length."""


class Stopped(Exception):
    """The comparison is wanted no more: what `check` raises."""


def go_on() -> None:
    """Let a comparison go on that nobody stops."""


def equal_runs(
    old: Sequence[Hashable], new: Sequence[Hashable], check: Callable[[], None] = go_on
) -> list[Run]:
    """Return the runs that two sequences have in common, in order and as long as they can be.

    `check` is called every now and then; what it raises ends the comparison.
    """
    pairs = sorted(_equal_pairs(old, new, check))
    runs: list[Run] = []
    for a, b, length in pairs:
        if runs and runs[-1][0] + runs[-1][2] == a and runs[-1][1] + runs[-1][2] == b:
            runs[-1] = (runs[-1][0], runs[-1][1], runs[-1][2] + length)
        else:
            runs.append((a, b, length))
    return runs


def increasing(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest part of `pairs`, whose first numbers increase, in which the second ones increase too."""
    ends: list[int] = []  # the least second number that a row of each length can end with
    last: list[int] = []
    before: list[int | None] = []
    for n, (_, second) in enumerate(pairs):
        at = bisect_left(ends, second)
        before.append(last[at - 1] if at else None)
        if at == len(ends):
            ends.append(second)
            last.append(n)
        else:
            ends[at], last[at] = second, n
    out = []
    here = last[-1] if last else None
    while here is not None:
        out.append(pairs[here])
        here = before[here]
    return out[::-1]


def _equal_pairs(
    old: Sequence[Hashable], new: Sequence[Hashable], check: Callable[[], None]
) -> Iterator[Run]:
    budget = _BUDGET
    gaps = [(0, len(old), 0, len(new), 0)]
    while gaps:
        check()
        a, a_end, b, b_end, depth = gaps.pop()
        start = a
        while a < a_end and b < b_end and old[a] == new[b]:
            a, b = a + 1, b + 1
        if a > start:
            yield start, b - (a - start), a - start
        tail = 0
        while a < a_end - tail and b < b_end - tail and old[a_end - tail - 1] == new[b_end - tail - 1]:
            tail += 1
        a_end, b_end = a_end - tail, b_end - tail
        if tail:
            yield a_end, b_end, tail
        if a == a_end or b == b_end:
            continue
        counts, others = Counter(old[a:a_end]), Counter(new[b:b_end])
        places = {item: at for at, item in enumerate(new[b:b_end], b) if others[item] == 1}
        once = [(at, places[old[at]]) for at in range(a, a_end) if counts[old[at]] == 1 and old[at] in places]
        if once and depth < _DEPTH:
            for at, its in increasing(once):
                yield at, its, 1
                gaps.append((a, at, b, its, depth + 1))
                a, b = at + 1, its + 1
            gaps.append((a, a_end, b, b_end, depth + 1))
            continue
        equal = sum(number * others[item] for item, number in counts.items())
        if equal <= min(_SMALL, budget):
            budget -= equal
            matcher = SequenceMatcher(None, old[a:a_end], new[b:b_end], autojunk=False)
            for first, second, length in matcher.get_matching_blocks():
                if length:
                    yield a + first, b + second, length
