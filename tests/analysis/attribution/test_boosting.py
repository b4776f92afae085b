"""tui.analysis.attribution.boosting learns what no single feature tells."""

from __future__ import annotations

import numpy as np

from tui.analysis.attribution import boosted_trees


def grid() -> tuple[np.ndarray, np.ndarray]:
    x, y, z = (axis.ravel() for axis in np.meshgrid(np.arange(20), np.arange(20), np.arange(3)))
    rows = np.stack([x, y, z], axis=1).astype(np.float32)
    return rows, (x >= 10) != (y >= 7)


def test_an_exclusive_or_is_learned() -> None:
    rows, right = grid()
    found = boosted_trees.fit(rows, right, count=60, min_leaf_weight=1.0).scores(rows) > 0
    assert (found == right).mean() > 0.97


def test_probabilities_follow_the_shares() -> None:
    rows = np.zeros((1000, 1), dtype=np.float32)
    rows[500:] = 1
    right = np.arange(1000) % 10 < np.where(rows[:, 0] > 0, 8, 3)
    odds = boosted_trees.fit(rows, right, count=100).scores(np.array([[0], [1]], dtype=np.float32))
    assert np.allclose(1 / (1 + np.exp(-odds)), [0.3, 0.8], atol=0.03)


def test_the_same_rows_make_the_same_trees() -> None:
    rows, right = grid()
    first, second = (boosted_trees.fit(rows, right, count=5) for _ in range(2))
    assert first.leaf.tobytes() == second.leaf.tobytes()
    assert first.threshold.tobytes() == second.threshold.tobytes()


def test_no_rows() -> None:
    rows, right = grid()
    assert len(boosted_trees.fit(rows, right, count=2).scores(np.zeros((0, 3), dtype=np.float32))) == 0
