"""The matching quotes by their places: stepping, those in sight and near, and a few of many."""

from __future__ import annotations

import pytest

from tui.article.spans import Span
from tui.session.reading.matching_quotes import MatchingQuotes
from tui.session.reading.quote_links import LONGEST

MATCHING = MatchingQuotes([3, 4, 7], [10, 40, 90])


@pytest.mark.parametrize(
    ("direction", "around", "chosen", "found"),
    [
        (1, Span(0, 5), None, 3),
        (1, Span(11, 50), None, 4),
        (-1, Span(11, 50), None, 4),
        (-1, Span(0, 10), None, None),
        (1, Span(0, 5), 10, 4),
        (1, Span(0, 5), 90, None),
        (-1, Span(0, 5), 90, 4),
        (-1, Span(0, 5), 10, None),
    ],
)
def test_the_next_one_in_either_direction(
    direction: int, around: Span, chosen: int | None, found: int | None
) -> None:
    assert MATCHING.step(direction, around, chosen) == found


def test_the_first_in_sight_and_the_first_from_there_on() -> None:
    assert MATCHING.first_in(Span(11, 41)) == 4
    assert MATCHING.first_in(Span(11, 40)) is None
    assert MATCHING.from_offset(41) == 7
    assert MATCHING.from_offset(91) == 3


def test_several_quotes_that_begin_at_one_character() -> None:
    nested = MatchingQuotes([1, 2, 5], [8, 8, 9])
    assert nested.holds(2, 8)
    assert not nested.holds(3, 8)


def test_those_near_a_place_hold_long_ones_that_begin_before_it() -> None:
    far = MatchingQuotes([0, 1, 2], [0, LONGEST, 2 * LONGEST])
    assert list(far.near(Span(LONGEST + 9, LONGEST + 10))) == [1]
    assert list(far.near(Span(LONGEST - 1, LONGEST + 10))) == [0, 1]
    assert list(far.near(None)) == [0, 1, 2]


def test_of_many_the_first_of_each_part() -> None:
    many = MatchingQuotes(list(range(100)), list(range(0, 1000, 10)))
    assert list(many.spread(4, 1000)) == [0, 25, 50, 75]
    assert list(many.spread(100, 1000)) == list(range(100))
