"""The parts of names, and the gender of first names and roles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.entities import gender, word_lists
from tui.analysis.entities.name_parts import core, display, in_title_case, key, same_first, same_person


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("the Netherlands’", "Netherlands"),
        ("The Post's", "Post"),
        ("Jane  Doe", "Jane Doe"),
        ("“Jane Doe,”", "Jane Doe"),
        ("The", "The"),
        ("O’Neill", "O’Neill"),
    ],
)
def test_a_name_is_shown_without_article_possessive_and_marks(text: str, shown: str) -> None:
    assert display(text) == shown


@pytest.mark.parametrize(
    ("shouted", "shown"),
    [
        ("JANE DOE", "Jane Doe"),
        ("MARSH", "Marsh"),
        ("JO O’DOE-MCGREW III", "Jo O’Doe-McGrew III"),
        ("J.R. ÉTIENNE", "J.R. Étienne"),
        ("JFK", "JFK"),
        ("AJ McGrew", "AJ McGrew"),
    ],
)
def test_a_shouted_name_in_title_case(shouted: str, shown: str) -> None:
    assert in_title_case(shouted) == shown


def test_a_key_holds_the_words_in_lower_case_without_full_stops() -> None:
    assert key("The U.S.") == ("us",)
    assert key("John F. Doe’s") == ("john", "f", "doe")


@given(st.text(max_size=40))
def test_a_shown_name_does_not_change_when_shown_again(text: str) -> None:
    shown = display(text)
    assert shown == shown.strip()
    assert key(text) == key(text.upper().lower()) or not text.isascii()


def test_titles_in_front_and_degrees_behind_are_not_the_name() -> None:
    assert core(key("Sen. Jane Doe")) == ("jane", "doe")
    assert core(key("Jane Doe MP")) == ("jane", "doe")
    assert core(key("Bashar al-Hadi")) == ("bashar", "hadi")
    assert core(key("Mayor")) == ("mayor",)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Joe Calloway", "Joseph Calloway"),
        ("J. Calloway", "Joseph Calloway"),
        ("Joseph P. Calloway", "Joseph Calloway"),
        ("Mike Duarte", "Michael A. Duarte"),
        ("Lopez Obrador", "Andres Manuel Lopez Obrador"),
        ("Sir Keir Doe", "Keir Doe"),
    ],
)
def test_names_of_one_person(one: str, other: str) -> None:
    assert same_person(key(one), key(other))
    assert same_person(key(other), key(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mary Calloway", "Joseph Calloway"),
        ("George W. Doe", "George H. Doe"),
        ("Donald Doe Jr.", "Donald Doe"),
        ("Joseph Calloway", "Joseph Duarte"),
    ],
)
def test_names_of_two_people(one: str, other: str) -> None:
    assert not same_person(key(one), key(other))


def test_first_names_and_their_short_forms() -> None:
    assert same_first("mike", "michael")
    assert same_first("m", "michael")
    assert not same_first("mike", "mark")


def test_the_gender_of_first_names() -> None:
    assert gender.from_first_name("Mary") > 2
    assert gender.from_first_name("Volodymyr") < -2
    assert gender.from_first_name("Anne-Sophie") > 0
    assert gender.from_first_name("Robin") == 0
    assert 1 < gender.from_first_name("Andrea") < 2  # a man's in Italy: says much, excludes nobody
    assert -2 < gender.from_first_name("Sam") < -1
    assert gender.from_first_name("Chidi") < -2
    assert gender.from_first_name("Zxqy") == 0
    assert gender.from_first_name("Zoë") == gender.from_first_name("Zoe") > 0


def test_the_gender_of_roles() -> None:
    assert gender.from_role("the party’s spokeswoman") > 0 > gender.from_role("her husband")
    assert gender.from_role("lawyer") == 0


def test_sections_of_the_word_lists_are_in_lower_case_and_not_empty() -> None:
    for section in ("titles", "bodies", "people", "lands", "personal pronouns", "kin"):
        words = word_lists.words(section)
        assert words
        assert all(word == word.casefold() for word in words)
    with pytest.raises(KeyError):
        word_lists.words("no such section")
