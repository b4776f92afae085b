"""What is said where no quote matches."""

from __future__ import annotations

import pytest

from tests.session.article_with_quotes import ANALYSIS, ARTICLE
from tui.session.reading.no_matches import no_matches
from tui.session.reading.reading import Reading


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            "divides",
            "No quote matches; the article has “divides” once, and s finds it. Esc clears the filter.",
        ),
        ("pear", "No quote matches, and “pear” is not in the article. Esc clears the filter."),
        ("kind:direct cue:sang", "No quote matches. Esc clears the filter."),
        (
            "okafor",
            "No quote has “okafor” in it; speaker:okafor finds what Tom Okafor said. Esc clears the filter.",
        ),
        ("tom okafor", 'No quote has “tom okafor” in it; speaker:"tom okafor" finds what Tom Okafor said.'),
        ("officials", "speaker:officials finds what they said"),
        ("brandt", "speaker:brandt finds what Éloïse Brandt said"),
    ],
)
def test_why_nothing_matches_and_what_to_do(typed: str, said: str) -> None:
    reading = Reading(ARTICLE, ANALYSIS)
    reading.set_filter(typed)
    assert said in no_matches(reading)


def test_what_is_advised_finds_something() -> None:
    reading = Reading(ARTICLE, ANALYSIS)
    reading.set_filter("tom okafor")
    advised = no_matches(reading).partition("; ")[2].partition(" finds")[0]
    reading.set_filter(advised)
    assert reading.quotes


def test_a_name_in_no_quote_is_no_matter_of_the_filter() -> None:
    reading = Reading(ARTICLE, ANALYSIS)
    nowhere = next(e for e in ANALYSIS.entities if not reading.index.naming(e.id))
    reading.choose_entity(nowhere.id)
    assert no_matches(reading) == f"No quote names {nowhere.name}. Esc deselects the name."
    reading.choose_speaker(ANALYSIS.speakers[0].id)
    assert f"No quote of {ANALYSIS.speakers[0].name} names {nowhere.name}." in no_matches(reading)
