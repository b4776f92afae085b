"""What the members of an enumeration say of each other."""

from __future__ import annotations

from tests.spoken import resolved


def labels(text: str) -> dict[str, str]:
    """Return the label of every entity by its name."""
    return {e.name: e.label for e in resolved(text).entities}


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
