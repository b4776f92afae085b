"""Fitting of logistic regressions and linear-chain CRFs over hashed features, with L1 and L2 penalties.

The optimiser is OWL-QN (Andrew and Gao, ICML 2007); a classifier is a chain of one item. Only training needs
this module and scipy; the weights are plain arrays that numpy applies. Nothing is random.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tui.analysis.attribution.feature_hashing import BITS, FloatArray

Array = NDArray[np.float64]


def minimise(
    value_and_gradient: Callable[[Array], tuple[float, Array]],
    size: int,
    l1: float,
    rounds: int,
) -> Array:
    """Minimise `value + l1 * sum(|weights|)` by OWL-QN from 0 in at most `rounds` steps."""
    memory: list[tuple[Array, Array, float]] = []
    weights = np.zeros(size)
    value, gradient = value_and_gradient(weights)
    total = value
    for n in range(rounds):
        steepest = np.where(
            weights != 0,
            gradient + l1 * np.sign(weights),
            np.sign(gradient) * np.maximum(np.abs(gradient) - l1, 0),
        )
        direction = -_two_loops(steepest, memory)
        direction[direction * -steepest <= 0] = 0
        slope = float(direction @ steepest)
        if slope >= -1e-9 * max(1.0, abs(total)):
            break
        orthant = np.where(weights != 0, np.sign(weights), -np.sign(steepest))
        step = 1.0 if n else 1.0 / max(1e-12, float(np.sqrt(steepest @ steepest)))
        for _ in range(30):
            moved = weights + step * direction
            moved[moved * orthant < 0] = 0
            new_value, new_gradient = value_and_gradient(moved)
            new_total = new_value + l1 * float(np.abs(moved).sum())
            if new_total <= total + 1e-4 * float(steepest @ (moved - weights)):
                break
            step *= 0.5
        else:
            break
        s, y = moved - weights, new_gradient - gradient
        if (curvature := float(s @ y)) > 1e-10:
            memory = [*memory[-6:], (s, y, curvature)]
        done = abs(total - new_total) < 1e-5 * abs(new_total)
        weights, gradient, total = moved, new_gradient, new_total
        if done:
            break
    return weights


def _two_loops(gradient: Array, memory: list[tuple[Array, Array, float]]) -> Array:
    q = gradient.copy()
    shares = []
    for s, y, curvature in reversed(memory):
        share = float(s @ q) / curvature
        q -= share * y
        shares.append(share)
    if memory:
        s, y, curvature = memory[-1]
        q *= curvature / float(y @ y)
    for (s, y, curvature), share in zip(memory, reversed(shares), strict=True):
        q += (share - float(y @ q) / curvature) * s
    return q


class Features:
    """The features of all items as a sparse matrix, without those met fewer than `min_count` times."""

    def __init__(self, buckets: NDArray[np.int32], min_count: int) -> None:
        from scipy.sparse import csr_array

        counts = np.bincount(buckets.ravel(), minlength=1 << BITS)
        self.kept = np.flatnonzero(counts >= min_count)
        place = np.full(1 << BITS, -1, dtype=np.int32)
        place[self.kept] = np.arange(len(self.kept), dtype=np.int32)
        columns = place[buckets]
        present = columns >= 0
        ends = np.concatenate([[0], np.cumsum(present.sum(1))])
        data = np.ones(int(ends[-1]), dtype=np.float32)
        self.matrix = csr_array((data, columns[present], ends), shape=(len(buckets), len(self.kept)))
        self.transposed = self.matrix.T

    def expand(self, weights: Array) -> FloatArray:
        """Return the weights of the kept features as a table of all buckets."""
        out = np.zeros((1 << BITS, *weights.shape[1:]), dtype=np.float32)
        out[self.kept] = weights
        return out


def fit_logistic(
    buckets: NDArray[np.int32],
    right: NDArray[np.bool_],
    *,
    l1: float,
    l2: float = 0.01,
    rounds: int = 100,
    min_count: int = 2,
) -> FloatArray:
    """Fit a logistic regression; a column of `buckets` may be a constant bias."""
    features = Features(buckets, min_count)
    signs = np.where(right, 1.0, -1.0)

    def objective(weights: Array) -> tuple[float, Array]:
        margin = signs * (features.matrix @ weights.astype(np.float32))
        loss = np.logaddexp(0, -margin).sum() + 0.5 * l2 * weights @ weights
        slope = (-signs / (1 + np.exp(np.clip(margin, -40, 40)))).astype(np.float32)
        return float(loss), (features.transposed @ slope).astype(np.float64) + l2 * weights

    return features.expand(minimise(objective, len(features.kept), l1, rounds))


@dataclass(slots=True)
class CrfWeights:
    """Weights of a linear chain: `emissions[bucket, label]` and `transitions[from, to]`."""

    emissions: FloatArray
    transitions: FloatArray


def fit_crf(
    buckets: NDArray[np.int32],
    labels: NDArray[np.int64],
    lengths: NDArray[np.int64],
    count: int,
    *,
    l1: float,
    l2: float = 0.01,
    rounds: int = 80,
    min_count: int = 2,
) -> CrfWeights:
    """Fit a linear-chain CRF (Lafferty et al., ICML 2001) with `count` labels.

    Items of all sequences stand one after the other; `lengths` says how many belong to each.
    """
    # Items are put in order of their place in the sequence, longest sequence first, so that one matrix
    # product serves all sequences at once.
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    order = np.argsort(-lengths, kind="stable")
    alive = [int((lengths > t).sum()) for t in range(int(lengths.max()))]
    items = np.concatenate([starts[order[:n]] + t for t, n in enumerate(alive)])
    offsets = np.concatenate([[0], np.cumsum(alive)])
    features = Features(buckets[items], min_count)
    gold = labels[items]
    rows = np.arange(len(items))
    size = len(features.kept)
    gold_moves = np.zeros((count, count))
    for t in range(1, len(alive)):
        before = gold[offsets[t - 1] : offsets[t - 1] + alive[t]]
        np.add.at(gold_moves, (before, gold[offsets[t] : offsets[t + 1]]), 1)

    def objective(weights: Array) -> tuple[float, Array]:
        emissions = weights[: size * count].reshape(size, count)
        transitions = weights[size * count :].reshape(count, count)
        scores = (features.matrix @ emissions.astype(np.float32)).astype(np.float64)
        top = scores.max(1, keepdims=True)
        emit = np.exp(scores - top)
        step = np.exp(transitions)
        alpha = np.empty_like(emit)
        scale = np.empty(len(emit))
        for t, n in enumerate(alive):
            here = slice(offsets[t], offsets[t + 1])
            row = emit[here] if t == 0 else (alpha[offsets[t - 1] : offsets[t - 1] + n] @ step) * emit[here]
            scale[here] = row.sum(1)
            alpha[here] = row / scale[here][:, None]
        loss = np.log(scale).sum() + top.sum() - scores[rows, gold].sum() - (gold_moves * transitions).sum()
        beta = np.ones_like(emit)
        expected = np.zeros((count, count))
        for t in range(len(alive) - 1, 0, -1):
            n = alive[t]
            here, prior = (
                slice(offsets[t], offsets[t + 1]),
                slice(offsets[t - 1], offsets[t - 1] + n),
            )
            back = emit[here] * beta[here] / scale[here][:, None]
            beta[prior] = back @ step.T
            expected += (alpha[prior].T @ back) * step
        surprise = alpha * beta
        surprise[rows, gold] -= 1
        gradient = np.concatenate(
            [
                (features.transposed @ surprise.astype(np.float32)).astype(np.float64).ravel(),
                (expected - gold_moves).ravel(),
            ]
        )
        loss += 0.5 * l2 * weights @ weights
        return float(loss), gradient + l2 * weights

    weights = minimise(objective, (size + count) * count, l1, rounds)
    return CrfWeights(
        features.expand(weights[: size * count].reshape(size, count)),
        weights[size * count :].reshape(count, count).astype(np.float32),
    )
