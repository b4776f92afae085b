"""A noun of speech and a colon introduce what its owner said."""

from __future__ import annotations

import pytest

from tests.analysis.attribution.spoken_quotes import Told, quoted
from tests.analysis.readers import Reader

HOLT, LIND = "Anna Holt", "Peter Lind"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Anna Holt has farmed here for years. Her advice: Never trust “a dry well or a smiling banker.”",
            [("Never trust “a dry well or a smiling banker.”", HOLT)],
        ),
        (
            "The mayor, Peter Lind, was blunt. His verdict: The plan is “a hole in the water”.",
            [("The plan is “a hole in the water”", LIND)],
        ),
        (
            "Peter Lind met the mayor. One of Lind's complaints: The council has “never once answered a letter.”",
            [("The council has “never once answered a letter.”", LIND)],
        ),
        (
            "Anna Holt, a nurse, has seen it all. Her message to voters: “Stop shouting and start reading.”",
            [("“Stop shouting and start reading.”", HOLT)],
        ),
        # a thing's words are nobody's
        ("The recipe is simple. Ingredients: “Golden Star” flour and water.", []),
        ("The club is a hundred years old. Its slogan: “Fish for all.”", []),
    ],
)
def test_the_owner_of_the_noun_speaks(reader: Reader, text: str, told: Told) -> None:
    assert quoted(reader, text) == told
