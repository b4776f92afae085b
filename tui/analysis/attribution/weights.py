"""The learned weights and their file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tui.analysis.attribution.boosted_trees import BoostedTrees
from tui.analysis.attribution.feature_hashing import BITS, FloatArray

FILE = Path(__file__).parents[1] / "data" / "attributions.npz"


@dataclass(slots=True)
class Weights:
    """Everything that `train` learns.

    `cue_words` tells whether a word's key (see `cue_classifier.word_keys`) is worth classifying. `cue`, `emissions`
    and `pair` have a row a bucket; `transitions` scores one label after another; `reranker` judges readings.
    """

    cue_words: Mapping[int, bool]
    cue: FloatArray
    emissions: FloatArray
    transitions: FloatArray
    pair: FloatArray
    reranker: BoostedTrees


def save(weights: Weights, path: Path) -> None:
    """Write the weights: only those that are not 0, in half precision. The same weights make the same bytes."""
    keys = np.array(sorted(weights.cue_words), dtype=np.uint32)
    columns: dict[str, NDArray[np.generic]] = {
        "keys": keys,
        "worth": np.packbits([weights.cue_words[int(key)] for key in keys]),
        "moves": weights.transitions,
        "choice_feature": weights.reranker.feature,
        "choice_above": weights.reranker.threshold,
        "choice_leaf": weights.reranker.leaf,
        "choice_bias": np.array([weights.reranker.bias]),
    }
    for name, table in (
        ("cue", weights.cue),
        ("state", weights.emissions),
        ("pair", weights.pair),
    ):
        flat = table.reshape(1 << BITS, -1)
        rows, labels = np.nonzero(np.abs(flat) > 1e-3)
        columns[f"{name}_rows"] = np.diff(rows, prepend=0).astype(np.uint32)
        columns[f"{name}_labels"] = labels.astype(np.uint8)
        columns[f"{name}_values"] = flat[rows, labels].astype(np.float16)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:  # given a name, numpy would add .npz
        np.savez_compressed(file, allow_pickle=False, **columns)


def read(path: Path) -> Weights:
    """Read a file that `save` wrote. Raises OSError or ValueError when it cannot be read."""
    with np.load(path, allow_pickle=False) as file:
        keys = file["keys"].tolist()
        worth = np.unpackbits(file["worth"], count=len(keys)).astype(bool).tolist()
        tables = {}
        for name, labels in (("cue", 1), ("state", len(file["moves"])), ("pair", 1)):
            table = np.zeros((1 << BITS, labels), dtype=np.float32)
            table[np.cumsum(file[f"{name}_rows"], dtype=np.int64), file[f"{name}_labels"]] = file[
                f"{name}_values"
            ]
            tables[name] = table
        reranker = BoostedTrees(
            file["choice_feature"],
            file["choice_above"],
            file["choice_leaf"],
            float(file["choice_bias"][0]),
        )
        cue_words = dict(zip(keys, worth, strict=True))
        return Weights(
            cue_words,
            tables["cue"][:, 0],
            tables["state"],
            file["moves"],
            tables["pair"][:, 0],
            reranker,
        )


@cache
def load_bundled() -> Weights:
    """Return the weights that come with the program, read once."""
    return read(FILE)
