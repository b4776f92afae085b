"""tui.library.people_names: which names are taken for one person's, and which are not."""

from __future__ import annotations

import pytest

from tui.library.people_names import folded, initials, key_of, may_be_namesake, namesake_key, occupations

HERE, THERE = b"\1" * 32, b"\2" * 32


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dmitry Peskov", "DMITRY PESKOV"),
        ("Dr Jane Doe", "Jane Doe"),
        ("Joe R. Biden", "Joe Biden"),
        ("José Álvarez", "Jose Alvarez"),
        ("Sinéad O’Connor", "Sinead O'Connor"),
        ("Jane Doe MP", "Jane Doe"),
        ("Ursula von der Leyen", "URSULA VON DER LEYEN"),
        ("Al Gore", "Al Gore"),
    ],
)
def test_one_person(one: str, other: str) -> None:
    assert key_of(one, "person", HERE) == key_of(other, "person", THERE)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Donald Trump", "Eric Trump"),
        ("Donald Trump", "Donald Trump Jr"),
        ("Mr Trump", "Mr Trump"),  # of two articles
        ("Trump", "Donald Trump"),
        ("van der Leyen", "van der Leyen"),
        ("Le Pen", "Le Pen"),
        ("Mr de Villiers", "de Villiers"),
        ("al-Assad", "al-Assad"),
        ("John Paul Smith", "John Smith"),
        ("Pelé", "Pelé"),
        ("J. S.", "J. S."),
    ],
)
def test_two_people(one: str, other: str) -> None:
    assert key_of(one, "person", HERE) != key_of(other, "person", THERE)


def test_bodies() -> None:
    assert key_of("the U.N.", "organisation", HERE) == key_of("UN", "organisation", THERE) == "body:un"
    assert key_of("Bank of England (BoE)", "organisation", HERE) == "body:bank of england"
    assert key_of("UN", "organisation", HERE) != key_of("United Nations", "organisation", HERE)
    assert key_of("Jane Doe", "organisation", HERE) != key_of("Jane Doe", "person", HERE)
    assert key_of("Smith", "unknown", HERE) != key_of("Smith", "unknown", THERE)


@pytest.mark.parametrize("name", ["", " ", "«»", "\x1b", "の"])
def test_names_of_nothing_stay_in_their_article(name: str) -> None:
    assert key_of(name, "person", HERE) != key_of(name, "person", THERE)
    assert key_of(name, "organisation", HERE).startswith(("here:", "body:"))


def test_initials_part_only_where_both_give_them() -> None:
    assert initials("George H. W. Bush") == "hw"
    base = key_of("George Bush", "person", HERE)
    known = [("George W. Bush", None), ("George Bush", None)]
    assert namesake_key(base, "George H. W. Bush", None, known) == f"{base}/hw"
    assert namesake_key(base, "George W. Bush", None, known) == base
    assert namesake_key(base, "George Bush", None, known) == base
    assert namesake_key(base, "George H. W. Bush", None, [("George Bush", None)]) == base
    assert may_be_namesake(base, "George W. Bush", None)
    assert not may_be_namesake(base, "George Bush", "neighbour")


def test_callings() -> None:
    base = key_of("John Smith", "person", HERE)
    known = [("John Smith", "Everton midfielder"), ("John Smith", "the neighbour")]
    assert namesake_key(base, "John Smith", "health minister", known) == f"{base}/politics"
    assert namesake_key(base, "John Smith", "England captain", known) == base
    assert namesake_key(base, "John Smith", "baker", known) == base
    assert namesake_key(base, "John Smith", "former prime minister", known) == base
    assert occupations("actor turned governor") == frozenset()
    assert occupations("player-coach and MP") == {"sport", "politics"}
    assert occupations(None) == frozenset()


def test_folding() -> None:
    assert folded("  The  U.S.–Brazil “Council”\n") == "the us brazil council"


def test_a_name_of_any_length_has_a_key() -> None:
    assert key_of("United Nations (UN) ", "organisation", HERE) == "body:united nations"
    assert key_of(f"UN{' ' * 100_000}x", "organisation", HERE) == "body:un x"
