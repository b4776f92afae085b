"""Regressions and CRFs fitted to data whose answer is known."""

from __future__ import annotations

import numpy as np

from tui.analysis.attribution import viterbi
from tui.analysis.training import fitting


def test_minimise_finds_the_lasso_of_a_parabola() -> None:
    centre = np.array([3.0, -0.4, 0.0, -2.0])
    found = fitting.minimise(
        lambda w: (float(((w - centre) ** 2).sum() / 2), w - centre), 4, l1=0.5, rounds=100
    )
    assert np.allclose(found, [2.5, 0, 0, -1.5], atol=1e-3)


def test_the_decisive_bucket_gets_the_weight() -> None:
    buckets = np.array(
        [[7, 100 + n % 5] for n in range(200)] + [[8, 100 + n % 5] for n in range(200)], dtype=np.int32
    )
    right = np.arange(400) < 200
    learned = fitting.fit_logistic(buckets, right, l1=1.0)
    assert learned[7] > 1 > -1 > learned[8]
    assert np.abs(learned[100:105]).max() < 0.1
    assert np.count_nonzero(learned) < 10


def test_a_crf_learns_transitions() -> None:
    # The first item tells the label of all; later ones say nothing, so only the moves carry it on.
    lengths = np.array([1 + n % 6 for n in range(120)])
    labels, buckets = [], []
    for n, length in enumerate(lengths.tolist()):
        labels += [n % 2] * length
        buckets += [[n % 2]] + [[9]] * (length - 1)
    rows = np.array(buckets, dtype=np.int32)
    crf = fitting.fit_crf(rows, np.array(labels), lengths, 2, l1=0.1)
    paths = viterbi.best_labellings(
        crf.emissions[rows].sum(1), crf.transitions, lengths.tolist(), (0, 1), 1, 0.0
    )
    assert [label for ways in paths for label in ways[0].labels] == labels
    again = fitting.fit_crf(rows, np.array(labels), lengths, 2, l1=0.1)
    assert crf.emissions.tobytes() == again.emissions.tobytes()
