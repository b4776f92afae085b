"""Where names begin and end, and which two are one."""

from __future__ import annotations

import pytest

from tests.spoken import labels


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        (
            "Her praise of Trump’s Middle Eastern plan was loud. Trump said no.",
            "Trump’s Middle Eastern",
            None,
        ),
        (
            "She sang in Rubio’s Miami garden on Friday. Marco Rubio said that he was glad.",
            "Rubio’s Miami",
            None,
        ),
        (
            "She sang in Rubio’s Miami garden on Friday. Marco Rubio said that he was glad.",
            "Miami",
            "GPE",
        ),
        (
            "She sang in Rubio’s Miami garden on Friday. Marco Rubio said that he was glad.",
            "Marco Rubio",
            "PERSON",
        ),
        ("She drove a van for Obama’s 2008 campaign. Obama won.", "Obama’s 2008", None),
        ("She drove a van for Obama’s 2008 campaign. Obama won.", "Obama", "PERSON"),
        ("He wrote to Fox News’ Jorun Kelly that he was late.", "Fox News’ Jorun Kelly", None),
        ("He wrote to Fox News’ Jorun Kelly that he was late.", "Fox News", "ORG"),
        ("He wrote to Fox News’ Jorun Kelly that he was late.", "Jorun Kelly", "PERSON"),
        ("The queue at Lloyd’s Register was long. St Mary’s Hospital said so.", "St Mary’s Hospital", "ORG"),
        ("The People’s Party won. Women’s Aid said no on Monday.", "Women’s Aid", "ORG"),
    ],
)
def test_whose_it_is_is_no_part_of_a_name(text: str, name: str, label: str | None) -> None:
    assert labels(text).get(name) == label


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        (
            "“She is fond of [Bob] Marlow,” said Anna Holt. Bob Marlow was late.",
            "Bob Marlow",
            "PERSON",
        ),
        (
            "“She is fond of [Bob] Marlow,” said Anna Holt. Bob Marlow was late.",
            "Marlow",
            None,
        ),
        (
            "“She is fond of [Bob] Marlow,” said Anna Holt. Bob Marlow was late.",
            "Bob",
            None,
        ),
        ("“He sang with Newt [Marlow],” said Anna Holt.", "Newt Marlow", "PERSON"),
        ("“He sang with Newt [Marlow],” said Anna Holt.", "Newt", None),
        ("He met Anna Holt [Leeds] and Peter Lind (Ohio) on Monday.", "Anna Holt", "PERSON"),
        ("He met Anna Holt [Leeds] and Peter Lind (Ohio) on Monday.", "Peter Lind", "PERSON"),
    ],
)
def test_names_completed_in_brackets(text: str, name: str, label: str | None) -> None:
    assert labels(text).get(name) == label


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Saudi Prince Omarid Bin Salih met Anna Holt on Monday.", "Prince Omarid Bin Salih", None),
        ("Saudi Prince Omarid Bin Salih met Anna Holt on Monday.", "Bin Salih", None),
    ],
)
def test_particles_in_capitals(text: str, name: str, label: str | None) -> None:
    assert labels(text).get(name) == label


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        (
            "Trucks crossed the United States-Canada border on Monday, said Anna Holt.",
            "United States-Canada",
            None,
        ),
        ("Trucks crossed the United States-Canada border on Monday, said Anna Holt.", "United States", "GPE"),
        ("Trucks crossed the United States-Canada border on Monday, said Anna Holt.", "Canada", "GPE"),
        ("A Boston-Washington train was late on Monday, said Anna Holt.", "Boston", "GPE"),
        ("A Boston-Washington train was late on Monday, said Anna Holt.", "Washington", "GPE"),
    ],
)
def test_two_places_joined_by_a_hyphen(text: str, name: str, label: str | None) -> None:
    assert labels(text).get(name) == label


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“We pay,” said Hanne Lykke-Storm of the fund. Lykke-Storm said so twice.", "Hanne Lykke-Storm"),
        ("Rosa Delgado-Marsh came. Ms. Delgado-Marsh was late, said Tom Reed.", "Rosa Delgado-Marsh"),
    ],
)
def test_a_double_surname_is_whole(text: str, name: str) -> None:
    found = labels(text)
    assert found.get(name) == "PERSON"
    assert not {"Storm", "Marsh", "Delgado", "Lykke"} & found.keys()


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Jan-Peter Lind said the mill was shut.", "Jan-Peter Lind", "PERSON"),
        ("Mr Jan-Erik Holt said the mill was shut.", "Jan-Erik Holt", "PERSON"),
        ("President Jan-Peter Lind said the mill was shut.", "Jan-Peter Lind", "PERSON"),
        ("May-Britt Mosel said the mill was shut.", "May-Britt Mosel", "PERSON"),
        ("King Willem-Alexander said the mill was shut.", "King Willem-Alexander", "PERSON"),
        ("King Carl XVI Gustaf spoke on Monday.", "Carl XVI Gustaf", "PERSON"),
        ("Harriers QB Jane Doe said the mill was shut.", "Jane Doe", "PERSON"),
        # two names
        ("The Merkel-Kelly summit was late, Anna Holt said.", "Merkel-Kelly", None),
        ("Chad-Israel talks began on Monday, Anna Holt said.", "Chad-Israel", None),
        ("The Trump-Clinton debate was late, Anna Holt said.", "Trump-Clinton", None),
        ("Leeds-born Peter Lind said the mill was shut.", "Peter Lind", "PERSON"),
    ],
)
def test_first_names_joined_by_a_hyphen(text: str, name: str, label: str | None) -> None:
    assert labels(text).get(name) == label
