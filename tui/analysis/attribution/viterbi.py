"""The best labellings of many sequences under a linear chain, and what else each might be.

Forward and backward Viterbi give for every item and label the score of the best path through it (its
max-marginal); the next best paths that differ in substance are read off them without a k-best list.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tui.analysis.attribution.feature_hashing import FloatArray


@dataclass(frozen=True, slots=True)
class Labelling:
    """A labelling and how far its score falls short of the best one's."""

    labels: list[int]
    shortfall: float


def best_labellings(
    scores: FloatArray,
    transitions: FloatArray,
    lengths: Sequence[int],
    classes: Sequence[int],
    limit: int,
    max_shortfall: float,
) -> list[list[Labelling]]:
    """For each sequence its best labelling, then up to `most` - 1 others that fall short by less than `within`.

    `scores` has a row an item, sequence after sequence, and a column a label; `moves[a, b]` is added where b
    follows a. `kinds` says which labels amount to the same: labellings that differ only in such are one.
    """
    if not lengths:
        return []
    sizes = np.array(lengths)
    order = np.argsort(-sizes, kind="stable")
    starts = (np.cumsum(sizes) - sizes)[order]
    alive = np.searchsorted(-sizes[order], -np.arange(int(sizes.max())), side="left").tolist()
    rows = np.concatenate([starts[:n] + t for t, n in enumerate(alive)])
    offsets = np.concatenate([[0], np.cumsum(alive)]).tolist()
    emit = scores[rows]
    forward, backward = emit.copy(), np.zeros_like(emit)
    came = np.zeros(emit.shape, dtype=np.int8)
    goes = np.zeros(emit.shape, dtype=np.int8)
    turned = np.ascontiguousarray(transitions.T)
    for t in range(1, len(alive)):
        a, b, n = offsets[t], offsets[t + 1], alive[t]
        steps = forward[offsets[t - 1] : offsets[t - 1] + n, None, :] + turned
        came[a:b] = steps.argmax(2)
        forward[a:b] += steps.max(2)
    for t in range(len(alive) - 1, 0, -1):
        a, b, n = offsets[t], offsets[t + 1], alive[t]
        steps = (emit[a:b] + backward[a:b])[:, None, :] + transitions
        here = slice(offsets[t - 1], offsets[t - 1] + n)
        goes[here] = steps.argmax(2)
        backward[here] = steps.max(2)
    through = np.empty_like(emit)
    through[rows] = forward + backward
    back, ahead = np.empty_like(came), np.empty_like(goes)
    back[rows], ahead[rows] = came, goes
    back_of, ahead_of = back.tolist(), ahead.tolist()
    ends = np.cumsum(sizes)
    tops = np.maximum.reduceat(through.max(1), ends - sizes)
    shortfall = np.repeat(tops, sizes)[:, None] - through

    def path_through(first: int, last: int, at: int, label: int) -> list[int]:
        path = [label]
        for i in range(at, first, -1):
            path.append(back_of[i][path[-1]])
        path.reverse()
        for i in range(at, last - 1):
            path.append(ahead_of[i][path[-1]])
        return path

    bests: list[list[int]] = []
    for last, size in zip(ends.tolist(), lengths, strict=True):
        first = last - size
        bests.append(path_through(first, last, first, int(through[first].argmax())))
    class_of = np.array(classes)
    differs = (class_of[np.concatenate(bests)][:, None] != class_of[None, :]) & (shortfall < max_shortfall)
    item, label = np.nonzero(differs)
    gaps = shortfall[item, label]
    owner = np.repeat(np.arange(len(sizes)), sizes)[item]
    ranked = np.lexsort((gaps, owner))
    item, label, gaps, owner = item[ranked], label[ranked], gaps[ranked], owner[ranked]
    limits = np.searchsorted(owner, np.arange(len(sizes) + 1)).tolist()
    items, labels, missing = item.tolist(), label.tolist(), gaps.tolist()

    out: list[list[Labelling]] = []
    for n, last in enumerate(ends.tolist()):
        first = last - lengths[n]
        found = [Labelling(bests[n], 0.0)]
        seen = [[classes[x] for x in found[0].labels]]
        for k in range(limits[n], limits[n + 1]):
            if len(found) >= limit:
                break
            at = items[k] - first
            if any(known[at] == classes[labels[k]] for known in seen[1:]):
                continue
            path = path_through(first, last, items[k], labels[k])
            its_classes = [classes[x] for x in path]
            if its_classes not in seen:
                found.append(Labelling(path, missing[k]))
                seen.append(its_classes)
        out.append(found)
    return out
