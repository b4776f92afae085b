"""Roles that one person does not have at once."""

from __future__ import annotations

import pytest

from tests.spoken import resolved
from tui.analysis.coreference.role_conflicts import exclude, is_head_of


@pytest.mark.parametrize(
    ("noun", "modifiers", "role"),
    [
        ("minister", "first", "prime minister"),
        ("minister", "foreign", "defence minister"),
        ("minister", "finance", "prime minister"),
        ("minister", "foreign", "state premier"),
        ("secretary", "home", "foreign secretary"),
        ("minister", "tunisian prime", "hungarian prime minister"),
        ("president", "polish", "french president"),
        ("president", "american", "chinese president"),
        ("ambassador", "british", "irish ambassador"),
        ("chief", "treasury", "harbour fund chief"),
    ],
)
def test_another_office_or_land_is_another_person(noun: str, modifiers: str, role: str) -> None:
    assert exclude(noun, modifiers.split(), role.split())


@pytest.mark.parametrize(
    ("noun", "modifiers", "role"),
    [
        ("minister", "prime", "prime minister"),
        ("minister", "defense", "defence minister"),
        ("minister", "foreign", "minister"),
        ("minister", "veteran", "foreign minister"),
        ("minister", "prime", "state premier"),
        ("secretary", "labour", "labor secretary"),
        ("president", "american", "us president"),
        ("minister", "uk prime", "british prime minister"),
        ("president", "tunisian", "president tunisia"),
        ("chief", "treasury", "treasury secretary"),
        ("chief", "former", "harbour fund chief"),
        ("leader", "catholic", "irish leader"),
        ("diplomat", "korean", "minister at north korea embassy in beijing"),
        ("senator", "us", "ohio senator"),
    ],
)
def test_a_role_that_says_less_or_the_same_is_no_conflict(noun: str, modifiers: str, role: str) -> None:
    assert not exclude(noun, modifiers.split(), role.split())


@pytest.mark.parametrize(
    ("noun", "modifiers", "role", "head"),
    [
        ("chief", "us treasury", "treasury secretary", True),
        ("boss", "finance", "finance minister", True),
        ("chief", "treasury", "defence secretary", False),
        ("chief", "police", "treasury secretary", False),
        ("aide", "treasury", "treasury secretary", False),
    ],
)
def test_who_heads_an_office_is_its_chief(noun: str, modifiers: str, role: str, *, head: bool) -> None:
    assert is_head_of(noun, modifiers.split(), role.split()) is head


@pytest.mark.parametrize(
    "article",
    [
        pytest.param(
            """
            Nina Sturm wants a bridge. Ms Sturm came by boat.

            ⟦The Welsh first minister|Nina Sturm⟧ said it was cheap. Prime Minister Clara Mayhew came by train.

            Later Mrs Mayhew slept. ⟦The first minister|Nina Sturm⟧ said the boats were “rotten to the keel”.
            """,
            id="called so before, and the prime minister named last",
        ),
        pytest.param(
            """
            Icelandic Prime Minister Jon Orlan sang on Friday. Orlan was hoarse.

            ⟦The Tunisian prime minister|Tunisian prime minister⟧ said that it was late.
            """,
            id="of a land whose minister is not named",
        ),
        pytest.param(
            """
            Treasury Secretary Paul Adder slept. ⟦Harbour Fund chief Mia Lagrange|Mia Lagrange⟧ said no.
            ⟦The US treasury chief|Paul Adder⟧ said that it was late.
            """,
            id="the treasury chief",
        ),
        pytest.param(
            """
            British Prime Minister Clara Mayhew came late. ⟦The UK prime minister|Clara Mayhew⟧ said it was late.
            """,
            id="one land under two names",
        ),
    ],
)
def test_every_source_is_resolved_to_the_right_speaker(article: str) -> None:
    spoken = resolved(article)
    assert spoken.found == spoken.expected
