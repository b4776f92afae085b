"""Organisations that are listed as such, and as one with their other names."""

from __future__ import annotations

import pytest

from tests.spoken import labels, resolved


def test_the_church_of_an_article_is_one_with_its_full_name() -> None:
    spoken = resolved("""
        The Church of Harbour Lights denied the claims on Monday. The Church said that nobody had been hurt.

        In a letter the Church of Harbour Lights asked for an apology.
    """)
    entity = spoken.entity("Church of Harbour Lights")
    assert len(entity.mentions) == 3


def test_a_foundation_with_and_without_its_purpose_is_one() -> None:
    spoken = resolved("""
        The Ada Quill Foundation for the Visual Arts gave the pictures to the town on Monday.

        The Ada Quill Foundation has given away thousands, and the Ada Quill Foundation will give more.
    """)
    entity = spoken.entity("Ada Quill Foundation for the Visual Arts")
    assert entity.label == "ORG"
    assert len(entity.mentions) == 3


@pytest.mark.parametrize(
    ("long", "short", "one"),
    [
        ("Rowan Center for Equity", "Rowan Center", True),
        ("Alder Institute on Ageing", "Alder Institute", True),
        ("Harbour Alliance against Hunger", "Harbour Alliance", True),
        ("Alder Society for Birds", "Rowan Society", False),
    ],
)
def test_a_body_with_and_without_its_purpose_is_one(long: str, short: str, one: bool) -> None:
    spoken = resolved(
        f"⟦The {long}|{long}⟧ said no. ⟦The {short}|{long if one else short}⟧ said it was late."
    )
    assert spoken.found == spoken.expected


def test_teams_are_organisations() -> None:
    found = labels(
        "The Cleveland Cavaliers lost on Monday. The Carolina Panthers won, and the Ravens did not play."
    )
    assert found["Cleveland Cavaliers"] == found["Carolina Panthers"] == found["Ravens"] == "ORG"


def test_an_organisation_and_its_short_name_behind_or_are_one() -> None:
    spoken = resolved(
        "The Tupac Harbour Movement, or MRTA, held the house. The leader of the MRTA was killed."
    )
    assert len(spoken.entity("Tupac Harbour Movement").mentions) == 3


def test_foreign_papers_and_stations() -> None:
    found = labels(
        "Trains left the Gare du Nord at noon. Le Monde put it on its front page; Le Monde is right."
    )
    assert found["Le Monde"] == "ORG"
    assert found["Gare du Nord"] == "FAC"


def test_two_committees_stay_two() -> None:
    found = labels(
        "The Pentagon and State Department denied it. The Senate and the Justice Department said nothing."
    )
    assert {"Pentagon", "State Department", "Justice Department"} <= set(found)


def test_a_club_and_a_department_are_not_one_with_what_stands_before_and() -> None:
    found = labels(
        "The Broncos and Carolina Panthers met. Clinton and State Department officials said nothing."
    )
    assert {"Carolina Panthers", "State Department"} <= set(found)


def test_two_banks_are_two_and_one_executive_is_one() -> None:
    found = labels(
        "First Harbour Bank and Wardle Savings Bank will merge in spring, the Northport Ledger reported."
    )
    assert {"First Harbour Bank", "Wardle Savings Bank"} <= set(found)
    found = labels("The Health and Safety Executive said no. The Bill and Ada Quill Foundation paid for it.")
    assert "Health and Safety Executive" in found


def test_roles_are_cut_off_the_names_of_organisations() -> None:
    found = labels("""
        Jeff Holm, the State Department Spokesperson, said on Monday that talks had begun.

        John Wardle, the Secretary of State, called his colleague in Thailand.
    """)
    assert found["State Department"] == "ORG"
    assert "State" not in found
    assert "State Department Spokesperson" not in found


def test_a_name_is_found_where_the_tagger_took_it_for_a_noun() -> None:
    text = (
        "Lumen today announced a lamp. Lumen’s head of audio was glad. Lumen says it is ready. Lumen grows."
    )
    found = next(e for e in resolved(text).entities if e.name == "Lumen")
    assert len(found.mentions) == 4


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Officials said SonyPictures.com had been closed since Monday.", "SonyPictures.com", "ORG"),
        ("Trains are late, NorthRail said. NorthRail was sorry.", "NorthRail", "ORG"),
        ("Tarn’s head of audio, Jo Marsh, told me it was late. Tarn is sorry.", "Tarn", "ORG"),
        (
            "“The status quo is over,” Corvane Capital wrote. Corvane Capital owns a mill.",
            "Corvane Capital",
            "ORG",
        ),
        ("It was late, Wardle Research said. Wardle Research was sorry.", "Wardle Research", "ORG"),
        ("Police Scotland said on Monday that the shore was shut.", "Police Scotland", "ORG"),
        ("ZANU-PF has ruled since 1980, and ZANU-PF will rule on.", "ZANU-PF", "ORG"),
        ("West Yorkshire Police said the victim was treated in Leeds.", "West Yorkshire Police", "ORG"),
        ("Google said on Monday that it would close the office in Leeds.", "Google", "ORG"),
        ("Lee Holdings sued Starry Lee in Leeds on Monday.", "Lee Holdings", "ORG"),
        ("Elizabeth Quill of DAB won the seat. DAB’s Ann Chiang said so on Monday.", "DAB", "ORG"),
        ("The Grey Heron, a bank in Leeds, closed its doors on Monday.", "Grey Heron", "ORG"),
        ("He sued his landlord, Quillfeather & Sons, a Leeds firm.", "Quillfeather & Sons", "ORG"),
        ("Harbour Daily News has learned that the plan failed.", "Harbour Daily News", "ORG"),
        ("Secretary of State Anna Holt spoke at the State Department.", "State Department", "ORG"),
    ],
)
def test_organisations(text: str, name: str, label: str) -> None:
    assert labels(text).get(name) == label


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        (
            "Sandy Brook Promise said on Monday that it would sue. Mark Marsh of Sandy Brook Promise agreed.",
            "Sandy Brook Promise",
            "ORG",
        ),
        (
            "Sandy Brook Promise said on Monday that it would sue. Mark Marsh of Sandy Brook Promise agreed.",
            "Mark Marsh",
            "PERSON",
        ),
        (
            "The pay is low, said Dan Marsh, director of Salem Songwriters in New York.",
            "Salem Songwriters",
            "ORG",
        ),
        (
            "The pay is low, said Dan Marsh, director of Salem Songwriters in New York.",
            "Dan Marsh",
            "PERSON",
        ),
        ("He got it from a Texas company, Quillfeather Shamrock, in 1988.", "Quillfeather Shamrock", "ORG"),
        ("Carl Moss, founder of Maple Wilder, said no on Monday.", "Maple Wilder", "ORG"),
        ("Anna Holt, a member of Robin Quillfeather, sang in Leeds.", "Robin Quillfeather", "ORG"),
        (
            "She is the daughter of Robin Quill, the singer, and the wife of Tom Marsh.",
            "Robin Quill",
            "PERSON",
        ),
        ("She is the daughter of Robin Quill, the singer, and the wife of Tom Marsh.", "Tom Marsh", "PERSON"),
        ("The director of Jane Doe’s first film, Peter Lind, said no.", "Jane Doe", "PERSON"),
        ("The director of Jane Doe’s first film, Peter Lind, said no.", "Peter Lind", "PERSON"),
        ("She broke her Promise to Anna Holt on Monday.", "Anna Holt", "PERSON"),
        (
            "The spokesman for Donald Quill said no. The chief of staff of Anna Holt agreed.",
            "Donald Quill",
            "PERSON",
        ),
        (
            "The spokesman for Donald Quill said no. The chief of staff of Anna Holt agreed.",
            "Anna Holt",
            "PERSON",
        ),
        (
            "The firm was led by its chairman, Tom Marsh, and a company lawyer, Anna Holt.",
            "Tom Marsh",
            "PERSON",
        ),
        (
            "The firm was led by its chairman, Tom Marsh, and a company lawyer, Anna Holt.",
            "Anna Holt",
            "PERSON",
        ),
    ],
)
def test_bodies_that_look_like_people(text: str, name: str, label: str | None) -> None:
    assert labels(text).get(name) == label


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        (
            "The bombs hit Islamic State fighters on Monday. The Islamic State said nothing.",
            "Islamic State",
            "ORG",
        ),
        ("The bombs hit Islamic State fighters on Monday. The Islamic State said nothing.", "Islamic", None),
        ("They fought ISIL in May. ISIL is a threat, he said.", "ISIL", "ORG"),
        (
            "He fought ISIS in Syria. The Islamic State, also known as ISIS, lost the town.",
            "Islamic State",
            "ORG",
        ),
        ("He fought ISIS in Syria. The Islamic State, also known as ISIS, lost the town.", "Syria", "GPE"),
        (
            "The Islamic Society of Leeds said no on Monday. Islamic law forbids it.",
            "Islamic Society of Leeds",
            "ORG",
        ),
        ("The Islamic world and the Jewish State are far apart, said Anna Holt.", "Anna Holt", "PERSON"),
    ],
)
def test_the_islamic_state(text: str, name: str, label: str | None) -> None:
    assert labels(text).get(name) == label


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("The Department of Labor said no. The Labor Department rule stands.", "Department of Labor", "ORG"),
        ("The Department of Labor said no. The Labor Department rule stands.", "Labor Department", None),
        ("The Ministry of Defence said no. The Defence Ministry was late.", "Ministry of Defence", "ORG"),
        ("The Ministry of Defence said no. The Defence Ministry was late.", "Defence Ministry", None),
        ("The University of Texas beat Texas University of Wardle.", "University of Texas", "ORG"),
    ],
)
def test_a_department_however_it_is_written(text: str, name: str, label: str | None) -> None:
    assert labels(text).get(name) == label


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        (
            "He is an expert at the Center for Strategic and International Studies, he said.",
            "Center for Strategic and International Studies",
            "ORG",
        ),
        ("The Centre for Cities said no on Monday. The Kennedy Center was full.", "Centre for Cities", "ORG"),
        ("The Centre for Cities said no on Monday. The Kennedy Center was full.", "Kennedy Center", "FAC"),
    ],
)
def test_centers_for_something(text: str, name: str, label: str | None) -> None:
    assert labels(text).get(name) == label


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("She sold lamps at Alphabet’s Google, said Anna Holt.", "Google", "ORG"),
        ("He read it on The Associated Press’ Twitter page on Monday.", "Associated Press", "ORG"),
        ("St Mary’s Hospital said no. Lloyd’s Bank agreed.", "St Mary’s Hospital", "ORG"),
    ],
)
def test_two_bodies_of_which_one_has_the_other(text: str, name: str, label: str | None) -> None:
    assert labels(text).get(name) == label


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("She wrote code for Alphabet and Facebook in Leeds.", "Facebook", "ORG"),
        (
            "She wrote code for Alphabet and Facebook in Leeds.",
            "Alphabet and Facebook",
            None,
        ),
        ("Google and Apple said no on Monday. Johnson and Johnson said yes.", "Google", "ORG"),
        ("Google and Apple said no on Monday. Johnson and Johnson said yes.", "Apple", "ORG"),
    ],
)
def test_two_bodies_joined_by_and(text: str, name: str, label: str | None) -> None:
    assert labels(text).get(name) == label


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        (
            "She is active in the Clinton Global Initiative. Clinton said so.",
            "Clinton Global Initiative",
            "ORG",
        ),
        ("The Obama Justice Department said no. Obama agreed.", "Justice Department", "ORG"),
        ("Director of National Intelligence James Marlow said no on Monday.", "National Intelligence", None),
        ("Director of National Intelligence James Marlow said no on Monday.", "James Marlow", "PERSON"),
        ("Chairwoman Debbie Vandel Marsh said no.", "Debbie Vandel Marsh", "PERSON"),
    ],
)
def test_names_that_the_recogniser_cuts(text: str, name: str, label: str | None) -> None:
    assert labels(text).get(name) == label


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        (
            "Peter Marsh told the Northport Ledger that it was a fine plan. The Northport Ledger asked why.",
            "Northport Ledger",
            "ORG",
        ),
        (
            "The Wardle Inquirer reported the fire on Monday, and the Salem Examiner did, too.",
            "Wardle Inquirer",
            "ORG",
        ),
        (
            "The Wardle Inquirer reported the fire on Monday, and the Salem Examiner did, too.",
            "Salem Examiner",
            "ORG",
        ),
        ("Heath Ledger played the clown. Heath Ledger said that he was tired.", "Heath Ledger", "PERSON"),
    ],
)
def test_papers_and_a_surname(text: str, name: str, label: str | None) -> None:
    assert labels(text).get(name) == label


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("U.S. District Court Judge Anna Holt said no on Monday.", "U.S. District Court", "ORG"),
        ("U.S. District Court Judge Anna Holt said no on Monday.", "District Court", None),
        ("U.S. District Court Judge Anna Holt said no on Monday.", "Anna Holt", "PERSON"),
        ("The U.S. Senate and Ohio Senate Republicans said no.", "U.S. Senate", "ORG"),
    ],
)
def test_bodies_of_a_land(text: str, name: str, label: str | None) -> None:
    assert labels(text).get(name) == label
