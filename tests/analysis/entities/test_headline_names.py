"""Names in headlines: what the capitals hide, and what stays."""

from __future__ import annotations

import pytest

from tests.spoken import labels

ARTICLE_1 = """Long Forgotten Letter Shows Harbour Trust Knew Northport Pumps Inadequate

A letter found in Northport says that the Harbour Trust had only two pumps there, Anna Holt said.
The letter was old. People in Northport read it.
"""
ARTICLE_2 = """Quill Tells Guest Danish Butter is Beyond Compare.

Bill Quill told guests that the butter was too soft.
Quill left.
"""
ARTICLE_3 = """Strange Hilda Photo From THAT Evening Surfaces

Hilda Quill was at the dance.
The photo shows Quill.
"""
ARTICLE_4 = """Harbour Trust Says Pier Will Be Built By Ada Quill

The Harbour Trust said on Monday that a pier will be built by Ada Quill.
"""


def test_the_verb_of_a_headline_is_no_surname() -> None:
    found = labels("Mia Delacour Opens Up About a Long Year: She Cried\n\nMia Delacour is 36. Delacour wept.")
    assert "Mia Delacour" in found
    assert not {"Opens", "Mia Delacour Opens"} & set(found)


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        (
            "While Old Friends Team Up, Will Twitter Be Last?\n\nFriends team up. Twitter said no. Twitter fell.",
            "Will Twitter",
            None,
        ),
        (
            "While Old Friends Team Up, Will Twitter Be Last?\n\nFriends team up. Twitter said no. Twitter fell.",
            "Twitter",
            "ORG",
        ),
        (
            "While Old Friends Team Up, Will Twitter Be Last?\n\nFriends team up. Twitter said no. Twitter fell.",
            "Friends Team",
            None,
        ),
        ("Will Smith Be Next?\n\nWill Smith is an actor. Smith said no on Monday.", "Will Smith", "PERSON"),
        (
            "BBC Drops Holt Over a Careless Letter.\n\nAnna Holt wrote a careless letter, the BBC said.",
            "Careless Letter",
            None,
        ),
        (
            "BBC Drops Holt Over a Careless Letter.\n\nAnna Holt wrote a careless letter, the BBC said.",
            "BBC",
            "ORG",
        ),
    ],
)
def test_words_of_headlines(text: str, name: str, label: str | None) -> None:
    assert labels(text).get(name) == label


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        (
            "Courier editorial: ‘Promote Nikki Holt.’\n\nNikki Holt is good, it said. Nikki Holt said no.",
            "Promote Nikki Holt",
            None,
        ),
        (
            "Courier editorial: ‘Promote Nikki Holt.’\n\nNikki Holt is good, it said. Nikki Holt said no.",
            "Nikki Holt",
            "PERSON",
        ),
    ],
)
def test_a_quoted_title_over_the_article(text: str, name: str, label: str | None) -> None:
    assert labels(text).get(name) == label


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        (
            "Harbour plan splits the town of Northport\n\nThe Harbour Trust said no on Monday, Anna Holt said.",
            "Harbour",
            None,
        ),
        (
            "Harbour plan splits the town of Northport\n\nThe Harbour Trust said no on Monday, Anna Holt said.",
            "Harbour Trust",
            "ORG",
        ),
        ("Greek voters were late on Monday. Czech voters were not, said Anna Holt.", "Greek", "NORP"),
        ("Greek voters were late on Monday. Czech voters were not, said Anna Holt.", "Czech", "NORP"),
        ("Kurds live there, said Anna Holt.", "Kurds", "NORP"),
        ("Kurds live there, said Anna Holt.", "Anna Holt", "PERSON"),
    ],
)
def test_the_first_word_of_a_headline(text: str, name: str, label: str | None) -> None:
    assert labels(text).get(name) == label


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        (
            ARTICLE_1,
            "Northport Pumps Inadequate",
            None,
        ),
        (
            ARTICLE_1,
            "Letter",
            None,
        ),
        (
            ARTICLE_1,
            "Northport",
            "GPE",
        ),
        (
            ARTICLE_2,
            "Guest Danish Butter",
            None,
        ),
        (
            ARTICLE_2,
            "Beyond Compare",
            None,
        ),
        (
            ARTICLE_2,
            "Bill Quill",
            "PERSON",
        ),
        (
            ARTICLE_3,
            "Hilda Photo",
            None,
        ),
        (
            ARTICLE_4,
            "Harbour Trust",
            "ORG",
        ),
        (
            ARTICLE_4,
            "Ada Quill",
            "PERSON",
        ),
    ],
)
def test_headlines_in_title_case(text: str, name: str, label: str | None) -> None:
    assert labels(text).get(name) == label


def test_a_modal_and_a_verb_of_a_headline_are_no_first_names() -> None:
    found = labels(
        "Perry Holt Will Lead Donald Marsh's Choir To Mend Organs\n\n"
        "Perry Holt will lead a choir, Canon Donald Marsh announced. Marsh said so on Monday."
    )
    assert found["Donald Marsh"] == "PERSON"
    assert "Will Lead Donald Marsh" not in found
