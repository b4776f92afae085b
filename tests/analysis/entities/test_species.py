"""Latin names of living things are no names of people or places."""

from __future__ import annotations

from tests.spoken import labels


def test_species_are_no_names() -> None:
    found = labels("""
        The team in Leeds studied Lasius flavus, an ant that lives in gardens.

        In the wild, Lasius flavus eats sugar.

        Some ants had the fungus Metarhizium robertsii, said Anna Holt.
    """)
    assert "Anna Holt" in found
    assert not {name for name in found if name.startswith(("Lasius", "Metarhizium"))}


def test_a_person_beside_an_animal_stays_a_person() -> None:
    found = labels("""
        Anna Holt feeds the birds in Leeds. China data on the birds came late, and Russia media wrote of insects.
    """)
    assert {"Anna Holt", "China", "Russia"} <= set(found)
