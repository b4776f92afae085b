"""Quotes are gathered by what was said."""

from __future__ import annotations

from tui.library.comparing.compared_quote import ComparedQuote
from tui.library.comparing.compared_words import compared_words
from tui.library.comparing.quote_families import find_families


def test_families() -> None:
    said = [
        "We will leave the old harbour with all our nets",
        "Nobody in Brussels has ever mended a net",
        "We would leave the old harbour with all our nets",
        "leave the old harbour with all our nets",
        "Nobody in Brussels has ever mended a net",
        "The weather was fine",
    ]
    quotes = [ComparedQuote(compared_words(each), "Jane Doe", None, at) for at, each in enumerate(said)]
    assert find_families(quotes) == [[0, 2, 3], [1, 4]]


def test_a_whole_speech_does_not_make_one_family_of_its_sentences() -> None:
    first, second = (
        "The river rose by two metres in forty minutes",
        "The sirens stayed silent all through the night",
    )
    said = [f"{first}. {second}.", first, first, second, second]
    quotes = [ComparedQuote(compared_words(each), "Jane Doe", None, at) for at, each in enumerate(said)]
    families = find_families(quotes)
    assert not any({1, 3} <= set(family) for family in families)
    assert {1, 2} <= set(families[0])
