"""Dependency paths between the words of a window and its cue.

A *branch* is the subtree of a child of the cue, or of a head above it, that the cue itself does not stand in.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import numpy as np

from tui.analysis.attribution.cue_windows import CueWindow
from tui.analysis.attribution.feature_hashing import IntArray
from tui.analysis.attribution.token_arrays import TokenArrays

_MAX_HEADS = 6  # heads above the cue
_MAX_CHILDREN = 40  # of one token; more are searched only near the window


def branches(
    arrays: TokenArrays,
    windows: Sequence[CueWindow],
    heads: IntArray,
    offsets: IntArray,
    subject_of: Sequence[int],
) -> tuple[IntArray, IntArray, IntArray, IntArray]:
    """Return four columns with a row a unit, window after window; `heads` are the highest tokens of the units.

    The top of the branch that the unit stands in, -1 outside; how many heads above the cue that branch leaves; its
    part in the cue's subject (2 the subject itself, 3 what hangs on it, 1 neither); and of the branches that leave
    at the cue or its head the child of the top under which the unit stands, -1 for none. `offsets` are the rows at
    which the windows begin, `subject_of` the tokens of the cues' subjects.
    """
    head, left, right, children = arrays.parsed.head, arrays.left, arrays.right, arrays.children
    tops = np.full(len(heads), -1, dtype=np.int64)
    levels = np.zeros(len(heads), dtype=np.int64)
    subjects = np.ones(len(heads), dtype=np.int64)
    subs = np.full(len(heads), -1, dtype=np.int64)
    for n, window in enumerate(windows):
        first, last = window.starts[0], window.ends[-1]
        top = [-1] * (last - first)
        level = [0] * (last - first)
        sub = [-1] * (last - first)
        path = [window.token]
        while len(path) < _MAX_HEADS and head[path[-1]] != path[-1]:
            path.append(head[path[-1]])
        for up in range(len(path) - 1, -1, -1):
            node = path[up]
            below = path[up - 1] if up else -1
            under = children[node]
            if len(under) > _MAX_CHILDREN:  # only those whose subtrees can reach into the window
                under = under[max(0, bisect_left(under, first) - 1) : bisect_left(under, last) + 1]
            for child in under:
                if child == below:
                    continue
                a, b = max(left[child], first), min(right[child] + 1, last)
                if a < b:
                    top[a - first : b - first] = [child] * (b - a)
                    level[a - first : b - first] = [up] * (b - a)
                    if up <= 1:
                        for below_it in children[child][:_MAX_CHILDREN]:
                            c, d = max(left[below_it], a), min(right[below_it] + 1, b)
                            if c < d:
                                sub[c - first : d - first] = [below_it] * (d - c)
            if first <= node < last:
                top[node - first], level[node - first] = node, up
        here = slice(offsets[n], offsets[n + 1])
        inside = heads[here] - first
        tops[here] = np.array(top, dtype=np.int64)[inside]
        levels[here] = np.array(level, dtype=np.int64)[inside]
        subs[here] = np.array(sub, dtype=np.int64)[inside]
        subject = subject_of[n]
        if subject >= 0:
            a, b = left[subject], right[subject]
            at = heads[here]
            subjects[here] = np.where(at == subject, 2, np.where((at >= a) & (at <= b), 3, 1))
    return tops, levels, subjects, subs
