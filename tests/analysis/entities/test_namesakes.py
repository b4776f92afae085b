"""Names that are a person's in one article and a place's, a month's or a body's in another."""

from __future__ import annotations

import pytest

from tests.spoken import labels, resolved


def test_a_title_somewhere_does_not_make_a_state_a_person() -> None:
    found = labels("""
        Governor Virginia said nothing new. Taxes in Virginia rose last year, and Virginia is a large state.

        People moved to Virginia from Ohio. Roads in Virginia are old.
    """)
    assert found["Virginia"] == "GPE"


def test_a_woman_called_like_a_state_is_a_person() -> None:
    found = labels("""
        Virginia Holm opened a bakery in Ohio. Virginia said that she had dreamed of it for years.

        “I was born to bake,” Virginia told reporters.
    """)
    assert found["Virginia Holm"] == "PERSON"
    assert "Virginia" not in found


def test_a_surname_that_is_also_a_town_is_a_persons() -> None:
    found = labels("""
        Kevin Paris won the seat on Tuesday. Paris said that he would serve everybody.

        Paris, who is 41, thanked his wife.
    """)
    assert found["Kevin Paris"] == "PERSON"
    assert "Paris" not in found


def test_a_town_that_is_also_somebodys_surname_stays_a_town() -> None:
    found = labels("""
        Kevin Paris left the show early. The play will open in Paris in the spring.

        Hotels in Paris are full, and trains from Lyon to Paris are late.
    """)
    assert found["Paris"] == "GPE"
    assert found["Kevin Paris"] == "PERSON"


def test_months_and_days_are_no_names() -> None:
    found = labels("The talks began on May 3. In May 2011 they failed, and since May nobody has met.")
    assert "May" not in found


def test_somebody_called_may_is_a_person() -> None:
    found = labels("Theresa May spoke in London. Mrs May said that she would stay. “I will stay,” May said.")
    assert found["Theresa May"] == "PERSON"


@pytest.mark.parametrize("name", ["Kanye West", "Ruth Banks", "Helen Church", "Lionel Park"])
def test_surnames_that_are_words_of_organisations(name: str) -> None:
    found = labels(f"{name} sang in Chicago on Friday. {name} was born in Ohio, and he will tour in June.")
    assert found[name] == "PERSON"


def test_a_first_name_and_a_surname_both_read_as_towns_are_a_person() -> None:
    found = labels("""
        Zorbeska Paris, an Australian woman, says that she was held on a ship. Paris claims she could not leave.

        Paris also claims that her passport was taken. In 2007, Paris left.
    """)
    assert found["Zorbeska Paris"] == "PERSON"
    assert "Paris" not in found


def test_a_granddaughter_called_like_a_town_is_a_person() -> None:
    found = labels("""
        Elena Marsh was born in Jordan. Paris Holm, her granddaughter, said the family was sad.

        Paris is an actress too. She works in Brighton.
    """)
    assert found["Jordan"] == "GPE"
    assert found["Paris Holm"] == "PERSON"
    assert "Paris" not in found


def test_a_paper_is_not_the_town_it_is_called_after() -> None:
    spoken = resolved("""
        The Salem News reported the fire on Monday. Salem lies on the coast, and people in Salem were afraid.
    """)
    assert spoken.entity("Salem").label == "GPE"
    assert spoken.entity("Salem News").label == "ORG"
