"""The best labellings of sequences under a linear chain, and the next best.

Forward and backward Viterbi give the score of the best path through every item and label (its max-marginal);
the next best paths that differ in class are read off them without a k-best list.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tui.analysis.attribution.feature_hashing import FloatArray


@dataclass(frozen=True, slots=True)
class Labelling:
    """A labelling of one sequence, and how far it scores below the best one."""

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
    """Return the best labelling of each sequence, then up to `limit` - 1 others within `max_shortfall`.

    `scores` has a row an item, sequence after sequence, and a column a label; `transitions[a, b]` is added where b
    follows a. `classes` gives the class of each label: labellings that differ only within classes are one.
    """
    if not lengths:
        return []
    # Items are put in order of their place in their sequence, longest sequence first: the third items of all
    # sequences that have one stand in a row, so that one step of numpy serves them all.
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
    # Forward: the best score of a path that ends in each label, and the label that it came from.
    for t in range(1, len(alive)):
        a, b, n = offsets[t], offsets[t + 1], alive[t]
        steps = forward[offsets[t - 1] : offsets[t - 1] + n, None, :] + turned
        came[a:b] = steps.argmax(2)
        forward[a:b] += steps.max(2)
    # Backward: the best score of what follows each label, and the label that it goes to.
    for t in range(len(alive) - 1, 0, -1):
        a, b, n = offsets[t], offsets[t + 1], alive[t]
        steps = (emit[a:b] + backward[a:b])[:, None, :] + transitions
        here = slice(offsets[t - 1], offsets[t - 1] + n)
        goes[here] = steps.argmax(2)
        backward[here] = steps.max(2)
    # Both together, back in reading order: the best path through each item and label, and its shortfall.
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
    # Every other class of an item within reach starts an alternative; the nearest come first.
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
                continue  # a better alternative already has that class there
            path = path_through(first, last, items[k], labels[k])
            its_classes = [classes[x] for x in path]
            if its_classes not in seen:
                found.append(Labelling(path, missing[k]))
                seen.append(its_classes)
        out.append(found)
    return out
