"""tui.analysis.attribution.selection: one reading a cue, and no words claimed twice."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.attribution.cue_readings import CueReading, TokenRanges
from tui.analysis.attribution.selection import select


def reading(cue: int, *content: tuple[int, int]) -> CueReading:
    return CueReading(cue, 0, 0.0, 9.0, 1, content, (), (), 0, -1)


def chosen(*candidates: tuple[CueReading, float], threshold: float = 0.3) -> list[int]:
    readings, probability = zip(*candidates, strict=True)
    return select(readings, np.array(probability), [threshold] * len(readings))


def test_one_reading_a_cue_the_likeliest() -> None:
    assert chosen((reading(0, (0, 9)), 0.6), (reading(0, (0, 5)), 0.9), (reading(1, (20, 29)), 0.4)) == [1, 2]


def test_none_that_is_not_likely_enough() -> None:
    assert chosen((reading(0, (0, 9)), 0.2)) == []


def test_words_are_not_claimed_twice() -> None:
    assert chosen((reading(0, (0, 10)), 0.9), (reading(1, (2, 12)), 0.8)) == [0]


def test_a_few_words_may_be_shared() -> None:
    assert chosen((reading(0, (0, 10)), 0.9), (reading(1, (8, 18)), 0.8)) == [0, 1]


def test_a_cue_takes_another_reading_where_both_gain_more_than_the_first_alone() -> None:
    whole, half, rest = reading(0, (0, 20)), reading(0, (0, 10)), reading(1, (10, 20))
    assert chosen((whole, 0.9), (half, 0.8), (rest, 0.7)) == [1, 2]
    assert chosen((whole, 0.9), (half, 0.5), (rest, 0.4)) == [0]


def test_a_cue_keeps_its_reading_where_the_exchange_would_fail() -> None:
    whole, overlapping, rest = reading(0, (0, 20)), reading(0, (5, 15)), reading(1, (8, 20))
    assert chosen((whole, 0.9), (overlapping, 0.8), (rest, 0.7)) == [0]


RANGES: st.SearchStrategy[TokenRanges] = st.tuples(st.integers(0, 30), st.integers(1, 12)).map(
    lambda at: ((at[0], at[0] + at[1]),)
)


@given(st.lists(st.tuples(st.integers(0, 5), RANGES, st.floats(0, 1)), min_size=1, max_size=14))
def test_whatever_is_read_no_cue_is_chosen_twice(candidates: list[tuple[int, TokenRanges, float]]) -> None:
    found = chosen(*((reading(cue, *content), likely) for cue, content, likely in candidates))
    assert len({candidates[n][0] for n in found}) == len(found)
    assert all(candidates[n][2] >= 0.3 for n in found)
