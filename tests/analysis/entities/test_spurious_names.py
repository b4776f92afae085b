"""What is no name, or only a part of one."""

from __future__ import annotations

import pytest

from tests.spoken import labels


def test_scores_are_no_part_of_a_name() -> None:
    found = labels(
        "Nicolas Holm beat Karl Wardle 6-4 and 6-2 in Madrid on Monday, and Nicolas Holm was glad."
    )
    assert {"Nicolas Holm", "Karl Wardle"} <= set(found)


def test_common_words_and_their_acronym_are_no_names() -> None:
    found = labels("""
        Reactive Oxygen Species (ROS) harm the cells. The team measured ROS in ants, and ROS rose with age.
    """)
    assert not {"ROS", "Reactive Oxygen Species"} & set(found)


def test_a_verb_or_rank_before_a_person_is_no_part_of_the_name() -> None:
    found = labels("""
        Tim Wardle spoke in Leeds on Monday. Hosting Wardle was an honour, the mayor said.

        Harriers QB Sheldon Holm threw twice. Ukraine Kurt Quill was there as envoy.
    """)
    assert {"Tim Wardle", "Sheldon Holm"} <= set(found)
    assert not {"Hosting Wardle", "Harriers QB Sheldon Holm"} & set(found)


def test_addresses_roles_and_machines_are_no_names() -> None:
    found = labels("""
        The bank moved to 120 Grant Avenue, Suite 350, where it has an ATM. Chief Financial Officer Ann Wu said so.
    """)
    assert found["Grant Avenue"] == "FAC"
    assert not {"Suite 350", "Suite", "ATM", "Financial", "Chief Financial Officer"} & set(found)


def test_a_comma_parts_names_but_not_a_company_from_its_form() -> None:
    found = labels(
        "Baird spoke with Hale about Blackbeard, Disney and the town. Wardle Systems, Inc. paid for it."
    )
    assert "Blackbeard, Disney" not in found
    assert any(name.startswith("Wardle Systems") for name in found)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Secretary of State Anna Holt spoke in Leeds on Monday.", "State"),
        ("The Executive was late. The Chief Executive said nothing.", "Executive"),
        ("They walked down Wardle Avenue on Monday, said Anna Holt.", "Avenue"),
        ("He teaches at the University of Texas Arlington, said Anna Holt.", "Arlington"),
        ("In May nobody came. May is cold in Leeds.", "May"),
        ("The Democratic Alliance for Boats (DAB) lost. DAB wept.", "DAB"),  # one with its long form
    ],
)
def test_parts_and_common_words_are_no_names(text: str, name: str) -> None:
    assert name not in labels(text)


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        (
            "They met on Fifth Avenue and walked down the Avenue. The Avenue is long, Anna Holt said.",
            "Fifth Avenue",
            "FAC",
        ),
        (
            "They met on Fifth Avenue and walked down the Avenue. The Avenue is long, Anna Holt said.",
            "Avenue",
            None,
        ),
        ("The Street was wet. Anna Holt walked down the Boulevard.", "Street", None),
        ("The Street was wet. Anna Holt walked down the Boulevard.", "Boulevard", None),
        ("Call Suite 350 for help, Anna Holt said. Room 12 is shut.", "Call Suite 350", None),
        ("Call Suite 350 for help, Anna Holt said. Room 12 is shut.", "Room 12", None),
        ("Wall Street fell on Monday. Wall Street feared the bank.", "Wall Street", "ORG"),
        ("The Executive met on Monday. The Executive said no to Anna Holt.", "Executive", None),
        ("The Health and Safety Executive said no on Monday.", "Health and Safety Executive", "ORG"),
    ],
)
def test_streets_and_rooms(text: str, name: str, label: str | None) -> None:
    assert labels(text).get(name) == label


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Curt Quill, a former All-Star pitcher, said no.", "All", None),
        ("Curt Quill, a former All-Star pitcher, said no.", "Curt Quill", "PERSON"),
        ("The Mid-Atlantic states and the Ex-Governor were there, said Anna Holt.", "Mid", None),
        ("The Mid-Atlantic states and the Ex-Governor were there, said Anna Holt.", "Ex", None),
        ("Pro-Leeds voters and Anti-War groups met on Monday.", "Pro", None),
        ("Pro-Leeds voters and Anti-War groups met on Monday.", "Anti", None),
    ],
)
def test_words_before_a_hyphen(text: str, name: str, label: str | None) -> None:
    assert labels(text).get(name) == label


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("She holds a Ph.D. from Harvard and an M.B.A. from Yale.", "Ph.D.", None),
        ("She holds a Ph.D. from Harvard and an M.B.A. from Yale.", "M.B.A.", None),
        ("She holds a Ph.D. from Harvard and an M.B.A. from Yale.", "Harvard", "ORG"),
    ],
)
def test_degrees(text: str, name: str, label: str | None) -> None:
    assert labels(text).get(name) == label


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("King Charles III spoke. Charles said that he was late.", "Charles III", None),
        ("Title IX bars it, said Anna Holt. Title IX is a law.", "Title IX", "LAW"),
        ("Henry II was king. Anna Holt wrote about Henry II in Leeds.", "Henry II", "PERSON"),
    ],
)
def test_numerals(text: str, name: str, label: str | None) -> None:
    assert labels(text).get(name) == label


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("We fund K-12 schools in this country, said Anna Holt.", "K-12", None),
        ("“Holt: You took my pens?I never lent you one,” said Anna Holt.", "pens?I", None),
        ("“Holt: You took my pens?I never lent you one,” said Anna Holt.", "You", None),
    ],
)
def test_words_that_are_no_names(text: str, name: str, label: str | None) -> None:
    assert labels(text).get(name) == label


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        (
            "“Thanks to Rubio, but now we must go,” said Anna Holt. Marco Rubio smiled.",
            "Thanks to Rubio",
            None,
        ),
        ("“It’s Bernie’s turn now,” said Anna Holt. Bernie Sanders smiled.", "It’s Bernie", None),
        ("“It’s Bernie’s turn now,” said Anna Holt. Bernie Sanders smiled.", "It", None),
        ("He wrote “Thanks to Rubio,” a poem, in Leeds.", "Leeds", "GPE"),
        ("She sang “Harbour Lights” in Leeds on Monday, said Anna Holt.", "Anna Holt", "PERSON"),
        ("He read “The Long Rain: A Life of Anna Holt” in Leeds.", "Long Rain", "WORK_OF_ART"),
        ("He read “The Long Rain: A Life of Anna Holt” in Leeds.", "Leeds", "GPE"),
        (
            "“Like Cruz, Rubio will sing in Ohio,” said Anna Holt. Ted Cruz and Marco Rubio left.",
            "Cruz, Rubio",
            None,
        ),
        (
            "“Like Cruz, Rubio will sing in Ohio,” said Anna Holt. Ted Cruz and Marco Rubio left.",
            "Ted Cruz",
            "PERSON",
        ),
        (
            "“Like Cruz, Rubio will sing in Ohio,” said Anna Holt. Ted Cruz and Marco Rubio left.",
            "Marco Rubio",
            "PERSON",
        ),
    ],
)
def test_what_begins_in_marks(text: str, name: str, label: str | None) -> None:
    assert labels(text).get(name) == label


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("He works in a FedEx depot in May. Are you O.K., dear, said Anna Holt.", "FedEx", "ORG"),
        ("He works in a FedEx depot in May. Are you O.K., dear, said Anna Holt.", "O.K.", None),
        (
            "No State of the Union speech was so dull. The State of the Union was long.",
            "State of the Union",
            "EVENT",
        ),
        (
            "No State of the Union speech was so dull. The State of the Union was long.",
            "No State of the Union",
            None,
        ),
    ],
)
def test_small_words_and_a_company(text: str, name: str, label: str | None) -> None:
    assert labels(text).get(name) == label


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("He tweeted, “U know, they never come.” Anna Holt smiled.", "U", None),
        ("X said on Monday that it would close. Elon Musk owns X.", "X", None),
    ],
)
def test_single_letters(text: str, name: str, label: str | None) -> None:
    assert labels(text).get(name) == label
