"""tui.analysis.attribution.feature_hashing: the same buckets everywhere, and none of the strings."""

from __future__ import annotations

import numpy as np

from tui.analysis.attribution import feature_hashing


def test_buckets_are_the_same_on_every_machine() -> None:
    values = np.array([[feature_hashing.code("say"), feature_hashing.code("VERB")], [0, 1]], dtype=np.int64)
    found = feature_hashing.buckets(values, [[0], [1], [0, 1]])
    assert found.tolist() == [[3411, 51514, 64264], [207481, 242199, 99153]]
    assert feature_hashing.code("say") == 4241071205


def test_rows_do_not_depend_on_one_another() -> None:
    values = np.arange(30, dtype=np.int64).reshape(10, 3)
    both = feature_hashing.buckets(values, [[0, 1], [2], [0, 2]])
    assert (feature_hashing.buckets(values[4:6], [[0, 1], [2], [0, 2]]) == both[4:6]).all()
    assert both.min() >= 0
    assert both.max() < 1 << feature_hashing.BITS
    assert len({tuple(row) for row in both.tolist()}) == 10


def test_codes_are_those_of_each_word() -> None:
    assert feature_hashing.codes(["say", "", "say"]) == [
        feature_hashing.code("say"),
        0,
        feature_hashing.code("say"),
    ]


def test_summed_adds_the_weights_of_a_row() -> None:
    table = np.zeros((1 << feature_hashing.BITS, 2), dtype=np.float32)
    table[3] = (1, 2)
    table[5] = (10, 20)
    assert feature_hashing.summed(table, np.array([[3, 5], [3, 3]], dtype=np.int32)).tolist() == [
        [11, 22],
        [2, 4],
    ]
