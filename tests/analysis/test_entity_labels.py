"""What spaCy's labels are called, and in what order they are listed."""

from __future__ import annotations

from tui.analysis.entity_labels import is_name, label_name, label_order


def test_kinds_come_in_the_order_in_which_people_look_for_them() -> None:
    labels = ["LAW", "PRODUCT", "EVENT", "WORK_OF_ART", "NORP", "FAC", "GPE", "ORG", "PERSON", "MADE_UP"]
    assert [label_name(label) for label in sorted(labels, key=label_order)] == [
        "People",
        "Organisations",
        "Countries and cities",
        "Places",
        "Groups",
        "Works",
        "Events",
        "Products",
        "Laws",
        "Made up",
    ]


def test_buildings_and_mountains_are_places_alike() -> None:
    assert label_order("FAC") == label_order("LOC")
    assert label_name("FAC") == label_name("LOC") == "Places"


def test_a_sum_of_money_is_no_name() -> None:
    assert not is_name("MONEY")
    assert is_name("LAW")
