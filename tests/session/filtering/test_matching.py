"""Whether a word is in a text, and a number as large as is asked."""

from __future__ import annotations

import pytest

from tui.session.filtering.matching import compares, holders
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
    assert holders(word, texts) == [text in held for text in texts]


def test_a_border_is_asked_for_beside_letters_and_digits_only() -> None:
    assert holders(Word("u.s.", starts=True, ends=True), ["the u.s.army", "bu.s."]) == [True, False]
    assert holders(Word("(a)", starts=True, ends=True), ["f(a)b"]) == [True]


@pytest.mark.parametrize(
    ("operator", "those"),
    [
        (">", [0.81]),
        (">=", [0.8, 0.81]),
        ("<", [0.5, 0.79]),
        ("<=", [0.5, 0.79, 0.8]),
        ("=", [0.8]),
    ],
)
def test_numbers_compare_as_they_are_written(operator: str, those: list[float]) -> None:
    numbers = [0.5, 0.79, 0.8, 0.81]
    assert compares(Comparison(operator, 0.8), numbers) == [number in those for number in numbers]
