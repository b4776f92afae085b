"""Names that run into the word beside them, and names that only have a capital inside."""

from __future__ import annotations

import pytest

from tests.spoken import labels, resolved
from tui.analysis.entities.glued_names import glued_ends


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Video by Tim Marlow Video on Monday. Anna Holt saw it.", "Tim Marlow Video", None),
        ("Video by Tim Marlow Video on Monday. Anna Holt saw it.", "Tim Marlow", "PERSON"),
        ("Jon VosslerCinematography was there on Monday, said Anna Holt.", "Jon VosslerCinematography", None),
        ("Jon VosslerCinematography was there on Monday, said Anna Holt.", "Jon Vossler", "PERSON"),
        ("Sam QuillanAssociate Editor said that it was late.", "Sam QuillanAssociate", None),
        ("Sam QuillanAssociate Editor said that it was late.", "Sam Quillan", "PERSON"),
        ("Rosa DeLauro said that it was late. DeLauro left.", "Rosa DeLauro", "PERSON"),
        ("Betsy DeVos met Kevin McCarthy on Monday.", "Betsy DeVos", "PERSON"),
        ("Betsy DeVos met Kevin McCarthy on Monday.", "Kevin McCarthy", "PERSON"),
        ("LeBron James met Morag MacInnes on Monday.", "LeBron James", "PERSON"),
        ("LeBron James met Morag MacInnes on Monday.", "Morag MacInnes", "PERSON"),
        ("YouTube and BuzzFeed met PayPal on Monday.", "YouTube", "ORG"),
        ("YouTube and BuzzFeed met PayPal on Monday.", "BuzzFeed", "ORG"),
        (
            "FlagShareReplySara Marlowe wrote on Monday that it was late.",
            "FlagShareReplySara Marlowe",
            None,
        ),
    ],
)
def test_a_name_that_runs_into_the_next_word(text: str, name: str, label: str | None) -> None:
    assert labels(text).get(name) == label


def test_what_is_glued_to_a_name_is_not_marked() -> None:
    spoken = resolved("Rosa StraussPhotographs of the fire. Rosa Strauss said that it was late.")
    entity = spoken.entity("Rosa Strauss")
    assert [span.of(spoken.text) for span in entity.mentions] == ["Rosa Strauss", "Rosa Strauss"]


@pytest.mark.parametrize(
    ("name", "ends"),
    [
        ("Jon VosslerCinematography", (0, 14)),
        ("FlagReplySara Marlowe", (9, 0)),
        ("Betsy DeVos", (0, 0)),
        ("Morag MacInnes", (0, 0)),
        ("Tom FitzGerald", (0, 0)),
        ("Anna VanHollen", (0, 0)),
        ("JeanPaul Holt", (0, 0)),
        ("YouTube", (0, 0)),
    ],
)
def test_how_much_is_glued_to_a_name(name: str, ends: tuple[int, int]) -> None:
    assert glued_ends(name) == ends
