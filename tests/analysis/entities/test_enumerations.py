"""What the members of an enumeration say of each other."""

from __future__ import annotations

import pytest

from tests.spoken import labels


def test_what_is_named_among_people_is_a_person() -> None:
    found = labels("""
        The show has pictures by Anna Holt, Peter Marsh, Walker Penrose, Jane Ostrow and Robert Lindgren.
    """)
    assert found["Walker Penrose"] == "PERSON"


def test_a_company_named_beside_one_person_stays_a_company() -> None:
    found = labels("""
        Anna Holt and Lindgren Industries built the harbour in Leeds. Lindgren Industries paid for it.
    """)
    assert found["Lindgren Industries"] == "ORG"


def test_the_noun_before_such_as_says_what_its_examples_are() -> None:
    found = labels("""
        The music in the hall was by such bands as The Velvet Lanterns and The Heron, said Anna Holt.
    """)
    assert found["Velvet Lanterns"] == "ORG"


def test_the_noun_behind_and_other_says_what_its_examples_are() -> None:
    found = labels("""
        He has read Oblomov, Middlemarch and other novels in the train to Leeds.
    """)
    assert found.get("Middlemarch") == "WORK_OF_ART"


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        (
            "Ohio: Tim Marlow, Rob Tarn, Jeff Quillan, Jo Quill, Drea Tyars, Sam Vosk, AJ Spindler, Al Moore.",
            "Drea Tyars",
            "PERSON",
        ),
        (
            "Ohio: Tim Marlow, Rob Tarn, Jeff Quillan, Jo Quill, Drea Tyars, Sam Vosk, AJ Spindler, Al Moore.",
            "AJ Spindler",
            "PERSON",
        ),
        (
            "Ohio: Tim Marlow, Rob Tarn, Jeff Quillan, Jo Quill, Drea Tyars, Sam Vosk, AJ Spindler, Al Moore.",
            "Sam Vosk",
            "PERSON",
        ),
        ("They fly to Leeds, Oslo, Lyon, Turin, Denver, Boston, Madrid, Lisbon and Quito.", "Oslo", "GPE"),
        ("They fly to Leeds, Oslo, Lyon, Turin, Denver, Boston, Madrid, Lisbon and Quito.", "Quito", "GPE"),
        ("They fly to Leeds, Oslo, Lyon, Turin, Denver, Boston, Madrid, Lisbon and Quito.", "Lisbon", "GPE"),
    ],
)
def test_long_lists_without_and(text: str, name: str, label: str | None) -> None:
    assert labels(text).get(name) == label
