"""Gradient-boosted trees for binary classification (Friedman 2001), in numpy.

Every tree is complete and `DEPTH` levels deep; a node asks whether a feature is above a threshold.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tui.analysis.attribution.feature_hashing import FloatArray

DEPTH = 4
_NODES = (1 << DEPTH) - 1
_BINS = 48


@dataclass(slots=True)
class BoostedTrees:
    """Trees: `feature` and `threshold` have a row a tree and a column an inner node, `leaf` a column a leaf."""

    feature: NDArray[np.int16]
    threshold: FloatArray
    leaf: FloatArray
    bias: float

    def scores(self, rows: FloatArray) -> NDArray[np.float64]:
        """Return the log-odds of each row of features."""
        if not len(rows):
            return np.zeros(0)
        node_of = np.zeros((len(rows), len(self.feature)), dtype=np.int64)
        tree = np.arange(len(self.feature))[None, :]
        row = np.arange(len(rows))[:, None]
        for _ in range(DEPTH):
            node_of = (
                2 * node_of + 1 + (rows[row, self.feature[tree, node_of]] > self.threshold[tree, node_of])
            )
        total: NDArray[np.float64] = self.leaf[tree, node_of - _NODES].sum(1, dtype=np.float64) + self.bias
        return total


def fit(
    rows: FloatArray,
    right: NDArray[np.bool_],
    *,
    count: int,
    learning_rate: float = 0.08,
    min_leaf_weight: float = 12.0,
    l2: float = 5.0,
) -> BoostedTrees:
    """Fit `count` trees. A leaf weighs at least `min_leaf_weight`, the sum of its p(1-p). Nothing is random."""
    edges = []
    binned = np.empty(rows.shape, dtype=np.uint8)
    for column in range(rows.shape[1]):
        cuts = np.unique(np.quantile(rows[:, column], np.linspace(0, 1, _BINS + 1)[1:-1], method="nearest"))
        edges.append(cuts.astype(np.float32))
        binned[:, column] = np.searchsorted(cuts, rows[:, column], side="left")
    share = min(max(float(right.mean()), 1e-4), 1 - 1e-4)  # the odds stay finite even if all rows are alike
    bias = float(np.log(share / (1 - share)))
    score = np.full(len(rows), bias)
    feature = np.zeros((count, _NODES), dtype=np.int16)
    threshold = np.full((count, _NODES), np.inf, dtype=np.float32)
    leaf = np.zeros((count, _NODES + 1), dtype=np.float32)
    columns = [np.ascontiguousarray(binned[:, c]).astype(np.int64) for c in range(rows.shape[1])]
    for tree in range(count):
        probability = 1 / (1 + np.exp(-score))
        gradient, weight = right - probability, probability * (1 - probability)
        node = np.zeros(len(rows), dtype=np.int64)
        for depth in range(DEPTH):
            first, many = (1 << depth) - 1, 1 << depth
            best = np.full(many, 1e-6)
            g_all = np.bincount(node, gradient, many)
            h_all = np.bincount(node, weight, many)
            base = g_all**2 / (h_all + l2)
            for c, bins in enumerate(columns):
                if not len(edges[c]):
                    continue
                key = node * (_BINS + 1) + bins
                shape = (many, _BINS + 1)
                g = (
                    np.bincount(key, gradient, many * (_BINS + 1))
                    .reshape(shape)
                    .cumsum(1)[:, : len(edges[c])]
                )
                h = np.bincount(key, weight, many * (_BINS + 1)).reshape(shape).cumsum(1)[:, : len(edges[c])]
                rest_g, rest_h = g_all[:, None] - g, h_all[:, None] - h
                gain = g**2 / (h + l2) + rest_g**2 / (rest_h + l2) - base[:, None]
                gain[(h < min_leaf_weight) | (rest_h < min_leaf_weight)] = 0
                cut = gain.argmax(1)
                for n in np.flatnonzero(gain[np.arange(many), cut] > best).tolist():
                    best[n] = gain[n, cut[n]]
                    feature[tree, first + n] = c
                    threshold[tree, first + n] = edges[c][cut[n]]
            step = rows[np.arange(len(rows)), feature[tree, first + node]] > threshold[tree, first + node]
            node = 2 * node + step
        g_all = np.bincount(node, gradient, _NODES + 1)
        h_all = np.bincount(node, weight, _NODES + 1)
        leaf[tree] = learning_rate * g_all / (h_all + l2)
        score += leaf[tree][node]
    return BoostedTrees(feature, threshold, leaf, bias)
