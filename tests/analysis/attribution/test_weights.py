"""The weights that come with the program, and how any are written and read."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tui.analysis.attribution import weights
from tui.analysis.attribution.boosted_trees import BoostedTrees
from tui.analysis.attribution.feature_hashing import BITS


def some() -> weights.Weights:
    table = np.zeros((1 << BITS, 6), dtype=np.float32)
    table[[5, 77, (1 << BITS) - 1], [0, 3, 5]] = (0.5, -2.0, 4.0)
    reranker = BoostedTrees(
        np.zeros((2, 15), dtype=np.int16),
        np.zeros((2, 15), dtype=np.float32),
        np.ones((2, 16), dtype=np.float32),
        -1.5,
    )
    transitions = np.arange(36, dtype=np.float32).reshape(6, 6)
    return weights.Weights(
        {9: True, 4_000_000_000: False}, table[:, 0].copy(), table, transitions, table[:, 5].copy(), reranker
    )


def test_written_weights_are_read_back(tmp_path: Path) -> None:
    first, path = some(), tmp_path / "w.npz"
    weights.save(first, path)
    second = weights.read(path)
    assert second.cue_words == first.cue_words
    for name in ("cue", "emissions", "transitions", "pair"):
        assert np.array_equal(getattr(second, name), getattr(first, name)), name
    assert np.array_equal(second.reranker.leaf, first.reranker.leaf)
    assert second.reranker.bias == first.reranker.bias


def test_the_same_weights_make_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.npz", "b"):  # whatever it is called
        weights.save(some(), tmp_path / name)
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b").read_bytes()


def test_a_broken_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "w.npz").write_bytes(b"not weights")
    with pytest.raises((OSError, ValueError)):
        weights.read(tmp_path / "w.npz")


def test_the_bundled_weights_are_small_and_hold_no_words() -> None:
    assert weights.FILE.stat().st_size <= 3_000_000
    with np.load(weights.FILE, allow_pickle=False) as file:
        assert all(file[name].dtype.kind in "iuf" for name in file.files)
    assert any(weights.load_bundled().cue_words.values())
