"""Words are found in a text, and numbers are compared with what is asked."""

from __future__ import annotations

import pytest

from tui.session.filtering.matching import compare, holds
from tui.session.filtering.query import Comparison, Word


@pytest.mark.parametrize(
    ("word", "held"),
    [
        (Word("art"), ["art", "party", "start", "art, party"]),
        (Word("art", starts=True), ["art", "art, party"]),
        (Word("art", ends=True), ["art", "start", "art, party"]),
        (Word("art", starts=True, ends=True), ["art", "art, party"]),
        (Word("party", starts=True, ends=True), ["party", "art, party"]),
    ],
)
def test_a_word_is_held_with_the_borders_it_asks_for(word: Word, held: list[str]) -> None:
    texts = ["art", "party", "start", "art, party", "", "moon"]
    assert [text for text in texts if holds(word, text)] == held


def test_a_border_is_asked_for_only_beside_letters_and_digits() -> None:
    assert holds(Word("u.s.", starts=True, ends=True), "the u.s.army")
    assert not holds(Word("u.s.", starts=True, ends=True), "bu.s.")
    assert holds(Word("(a)", starts=True, ends=True), "f(a)b")


@pytest.mark.parametrize(
    ("operator", "matching"),
    [
        (">", [0.81]),
        (">=", [0.8, 0.81]),
        ("<", [0.5, 0.79]),
        ("<=", [0.5, 0.79, 0.8]),
        ("=", [0.8]),
    ],
)
def test_numbers_compare_as_they_are_written(operator: str, matching: list[float]) -> None:
    numbers = [0.5, 0.79, 0.8, 0.81]
    assert [number for number in numbers if compare(Comparison(operator, 0.8), number)] == matching
