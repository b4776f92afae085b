"""What the words round a name say of it, and what they do not."""

from __future__ import annotations

import pytest

from tests.spoken import labels, resolved


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("A shell landed in the town of Yonchun on Monday, said Anna Holt.", "Yonchun", "GPE"),
        ("Peter Marsh, 55, of Addison, was jailed on Monday.", "Addison", "GPE"),
        ("BUFFALO, N.Y. — Anna Holt won the race on Monday.", "Buffalo", "GPE"),
        ("Peter Marsh was born in Hampstead, and he died in Londonderry.", "Hampstead", "GPE"),
        ("Anna Holt read the Miami Herald on Monday.", "Miami Herald", "ORG"),
        ("They were moved to Fort Sam Houston on Monday.", "Fort Sam Houston", "FAC"),
        ("She worked on board the Petrelwind for years, said Anna Holt.", "Petrelwind", "PRODUCT"),
        ("He sailed in the cruise ship, Petrelwind, to Chile.", "Petrelwind", "PRODUCT"),
        ("The hall in Leeds. Image: Snabelou.", "Snabelou", "PERSON"),
        ("He read it in the Cardiff Sun on Monday.", "Cardiff Sun", "ORG"),
        ("He would be a Libertarian today, said Anna Holt.", "Libertarian", "NORP"),
        ("He wants to be the guardian of the West, said Anna Holt.", "West", "LOC"),
        (
            "Storm Agatha has met the mark. Agatha will last till May, said Anna Holt.",
            "Storm Agatha",
            "EVENT",
        ),
    ],
)
def test_what_stands_beside_a_name_says_its_kind(text: str, name: str, label: str) -> None:
    assert labels(text).get(name) == label


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("The chairman of Harbour Holdings, Anna Holt, resigned.", "Harbour Holdings", "ORG"),
        ("Anna Holt, 55, of the Harbour Trust, was praised on Monday.", "Harbour Trust", "ORG"),
        ("Image: NASA. The rocket rose at noon.", "NASA", "ORG"),
        ("Anna Holt, Ohio, and Peter Marsh, Iowa, voted no on Monday.", "Anna Holt", "PERSON"),
        ("Kim Sun said on Monday that she would sing.", "Kim Sun", "PERSON"),
        ("Mr West said on Monday that he would sing. Anna West agreed with West.", "Anna West", "PERSON"),
        ("The storm kept Agatha Holt at home. Agatha will sing in May, she said.", "Agatha Holt", "PERSON"),
        ("Julian Holt spoke. Julian said that he was tired.", "Julian Holt", "PERSON"),
    ],
)
def test_what_must_not_change_beside_it(text: str, name: str, label: str) -> None:
    assert labels(text).get(name) == label


def test_mr_washington_is_not_the_town() -> None:
    found = resolved("""
        He moved from Ohio to Washington on Monday. Mr Washington said that Washington was hot.

        Roads in Washington are old.
    """).entities
    assert sorted((e.name, e.label, len(e.mentions)) for e in found if e.name == "Washington") == [
        ("Washington", "GPE", 3),
        ("Washington", "PERSON", 1),
    ]


def test_a_family_is_a_group() -> None:
    found = labels("""
        Anna Volkmar and Peter Volkmar live in Leeds. The Volkmars said that they would stay.
    """)
    assert found["Volkmars"] == "NORP"
    assert found["Anna Volkmar"] == "PERSON"
