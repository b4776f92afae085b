"""tui.analysis.attribution.viterbi against every labelling there is."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.analysis.attribution.viterbi import best_labellings

KINDS = (0, 0, 1)
number = st.integers(-20, 20).map(lambda n: n / 4)


def score(emit: np.ndarray, transitions: np.ndarray, path: tuple[int, ...]) -> float:
    return float(
        sum(emit[t, a] for t, a in enumerate(path)) + sum(transitions[a, b] for a, b in pairwise(path))
    )


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.lists(st.tuples(number, number, number), min_size=1, max_size=5), min_size=1, max_size=4),
    st.lists(number, min_size=9, max_size=9),
)
def test_best_and_second_best_are_those_of_all_labellings(
    rows: list[list[tuple[float, ...]]], transitions: list[float]
) -> None:
    step = np.array(transitions, dtype=np.float32).reshape(3, 3)
    emit = np.array([row for sequence in rows for row in sequence], dtype=np.float32)
    found = best_labellings(
        emit, step, [len(sequence) for sequence in rows], KINDS, limit=4, max_shortfall=100.0
    )
    at = 0
    for sequence, ways in zip(rows, found, strict=True):
        here = emit[at : at + len(sequence)]
        at += len(sequence)
        every = {path: score(here, step, path) for path in product(range(3), repeat=len(sequence))}
        top = max(every.values())
        best = tuple(ways[0].labels)
        assert abs(every[best] - top) < 1e-3
        classes = [KINDS[label] for label in best]
        others = [s for path, s in every.items() if [KINDS[x] for x in path] != classes]
        assert len(ways) == 1 or abs((top - ways[1].shortfall) - max(others)) < 1e-3
        for way in ways:
            assert abs(every[tuple(way.labels)] - (top - way.shortfall)) < 1e-3
        as_kinds = [tuple(KINDS[x] for x in way.labels) for way in ways]
        assert len(set(as_kinds)) == len(as_kinds)


def test_no_sequences() -> None:
    assert (
        best_labellings(
            np.zeros((0, 3), dtype=np.float32), np.zeros((3, 3), dtype=np.float32), [], KINDS, 3, 1.0
        )
        == []
    )


def test_nothing_beyond_the_limit() -> None:
    emit = np.array([[0, 0, -3]], dtype=np.float32)
    transitions = np.zeros((3, 3), dtype=np.float32)
    assert len(best_labellings(emit, transitions, [1], KINDS, 5, 2.0)[0]) == 1
    assert [p.labels for p in best_labellings(emit, transitions, [1], KINDS, 5, 4.0)[0]] == [[0], [2]]
