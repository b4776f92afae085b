"""tui.session.versions.sequence_alignment: what two sequences have in common, in bounded work."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.session.versions import sequence_alignment
from tui.session.versions.sequence_alignment import equal_runs, increasing

FEW = st.lists(st.sampled_from("abc"), max_size=30)
MANY = st.lists(st.integers(0, 40), max_size=60)


@given(st.one_of(st.tuples(FEW, FEW), st.tuples(MANY, MANY)))
def test_runs_are_equal_in_order_and_do_not_overlap(both: tuple[list[object], list[object]]) -> None:
    old, new = both
    a = b = 0
    for first, second, length in equal_runs(old, new):
        assert first >= a
        assert second >= b
        assert length > 0
        assert old[first : first + length] == new[second : second + length]
        a, b = first + length, second + length
    assert a <= len(old)
    assert b <= len(new)


@given(MANY)
def test_the_same_is_one_run(items: list[int]) -> None:
    assert equal_runs(items, items) == ([(0, 0, len(items))] if items else [])


def test_what_stayed_is_found_between_what_changed() -> None:
    assert equal_runs("the cat sat".split(), "the old cat lay".split()) == [(0, 0, 1), (1, 2, 1)]
    assert equal_runs("aabab", "abaab") != []


def test_where_everything_is_alike_the_work_is_bounded() -> None:
    compared = 0

    class Counting(str):
        def __eq__(self, other: object) -> bool:
            nonlocal compared
            compared += 1
            return str.__eq__(self, other)

        __hash__ = str.__hash__

    old, new = [Counting("ab"[n % 2]) for n in range(20_000)], [Counting("ba"[n % 2]) for n in range(20_001)]
    equal_runs(["x", *old, "y"], ["z", *new, "z"])
    assert compared < 30 * sequence_alignment._SMALL


def test_the_longest_increasing_part() -> None:
    assert increasing([(0, 5), (1, 1), (2, 2), (3, 0), (4, 3)]) == [(1, 1), (2, 2), (4, 3)]
    assert increasing([]) == []
