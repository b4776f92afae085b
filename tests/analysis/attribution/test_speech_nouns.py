"""A noun of speech and a colon introduce what its owner said."""

from __future__ import annotations

import pytest

from tests.analysis.attribution.spoken_quotes import Told, quoted, told
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
        (
            "Peter Lind taught for forty years. One lesson he learned: pupils “forget nothing you wish.”",
            [("pupils “forget nothing you wish.”", LIND)],
        ),
        (
            "The club's answer came within the hour: “We sign whom we like.”",
            [("“We sign whom we like.”", "Club")],
        ),
        (
            "The note from Anna Holt to the mayor begins with the words, “Please read this twice” and a drawing.",
            [("“Please read this twice”", HOLT)],
        ),
        # behind the words: an answer is somebody's, a line of a book is not
        ("“It tasted of mud,” was the verdict of the judge, Anna Holt.", [("“It tasted of mud,”", HOLT)]),
        ("“Is that all?” was Peter Lind's only comment.", [("“Is that all?”", LIND)]),
        ("“We are shut,” came the reply from the brewery.", [("“We are shut,”", "Brewery")]),
        ("“Call me Sam,” is the opening line of the book.", []),
        ("Anna Holt has a motto: “Never argue with a ferry.”", [("“Never argue with a ferry.”", HOLT)]),
        (
            "The library posted a picture of its cat on the atlas with the caption: “Head of geography.”",
            [("“Head of geography.”", "Library")],
        ),
        (
            "Anna Holt shared a photo of the net, captioned “Mended at last.”",
            [("“Mended at last.”", HOLT)],
        ),
        # a thing's words are nobody's
        ("The picture of the cat hung over the shelf with the label “Mammals.”", []),
        ("The recipe is simple. Ingredients: “Golden Star” flour and water.", []),
        ("The club is a hundred years old. Its slogan: “Fish for all.”", []),
    ],
)
def test_the_owner_of_the_noun_speaks(reader: Reader, text: str, told: Told) -> None:
    assert quoted(reader, text) == told


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "The report holds allegations by three nurses that the ward was “never cleaned”.",
            "that the ward was “never cleaned”",
            "Nurses",
        ),
        (
            "The court heard claims by Tom Bell that Anna Holt had “stolen the boat”.",
            "that Anna Holt had “stolen the boat”",
            "Tom Bell",
        ),
        ("Greta Brandt recalled her grandmother’s warning: “Row first.”", "“Row first.”", "Her grandmother"),
        ("Greta Brandt recalled her warning: “Row first.”", "“Row first.”", "Greta Brandt"),
        # who cites or denies them
        (
            "Anna Holt cited reports by the bank that the dam was old.",
            "reports by the bank that the dam was old",
            "Anna Holt",
        ),
        (
            "Anna Holt denied allegations by Tom Bell that she had “stolen the boat”.",
            "allegations by Tom Bell that she had “stolen the boat”",
            "Anna Holt",
        ),
    ],
)
def test_a_claim_is_whose_it_is(reader: Reader, text: str, words: str, speaker: str) -> None:
    assert told(reader, text) == [(words, speaker)]
