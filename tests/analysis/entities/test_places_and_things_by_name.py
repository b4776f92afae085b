"""Countries, towns, landscapes, faiths, works and laws."""

from __future__ import annotations

import pytest

from tests.spoken import labels, resolved


def test_a_state_with_and_without_what_it_is() -> None:
    spoken = resolved("""
        The State of Texas sued the agency. Texas has sued before, and people in Texas know it.
    """)
    assert len(spoken.entity("Texas").mentions) == 3


def test_two_towns_side_by_side_are_two() -> None:
    found = labels("""
        The fair moved from Kanata Ontario to the coast. People in Ontario were glad, and so was Kanata.
    """)
    assert found["Ontario"] == "GPE"


def test_two_countries_that_share_a_word_are_two() -> None:
    spoken = resolved("""
        Talks between North and South Korea failed on Friday. North Korea left first; South Korea stayed.

        The North said nothing. The South asked for more time.
    """)
    assert [m.of(spoken.text) for m in spoken.entity("North Korea").mentions] == [
        "North",
        "North Korea",
        "North",
    ]
    assert [m.of(spoken.text) for m in spoken.entity("South Korea").mentions][:2] == [
        "South Korea",
        "South Korea",
    ]


def test_the_south_of_one_country_is_not_another() -> None:
    spoken = resolved(
        "South Carolina voted on Tuesday. Voters in the South are angry, and South Carolina is no exception."
    )
    assert len(spoken.entity("South Carolina").mentions) == 2


def test_abbreviated_states_are_places() -> None:
    found = labels("Voters in Kansas City, Mo., and Hartford, Conn., went to the polls.")
    assert {label for name, label in found.items() if name in ("Mo.", "Conn.", "Mo", "Conn")} <= {"GPE"}


def test_continents_and_regions_are_places_and_faiths_are_groups() -> None:
    found = labels("Europe and the Middle East differ. Islam is the faith of many in Europe.")
    assert found["Europe"] == found["Middle East"] == "LOC"
    assert found["Islam"] == "NORP"


def test_believers_and_peoples_are_groups() -> None:
    found = labels("Most evangelical Christians voted. Few Americans and no Iraqis were surprised in Iowa.")
    assert {found.get("Christians"), found.get("Americans"), found.get("Iraqis")} <= {"NORP", None}


def test_a_town_and_what_is_there_are_two() -> None:
    found = labels(
        "Auckland’s Spencer Trust is named in the emails. Fort Sam Wardle is closed, said Labour’s Ann Wu."
    )
    assert "Auckland’s Spencer Trust" not in found
    assert found["Ann Wu"] == "PERSON"
    assert found.get("Labour", "ORG") == "ORG"
    assert "Sam Wardle" not in found


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Mr Holm, 57, spoke at Queen’s Park in Toronto on Monday.", "Queen’s Park", "LOC"),
        ("Bathers came to the Ganges on Monday, where the Ganges meets another river.", "Ganges", "LOC"),
        ("The plants in Oakville and Mississauga were never built, Ontario said.", "Mississauga", "GPE"),
        ("They met at Kil-mar Park in the rain.", "Kil-mar Park", "LOC"),
        ("He told police Scotland was cold in the winter.", "Scotland", "GPE"),
        ("The trains from Leuven and Brussels met in the snow near Halle.", "Leuven", "GPE"),
        ("Jordan and Syria share a border. Troops entered Jordan on Monday.", "Jordan", "GPE"),
        ("The train stops in Falls Church and in Oak Park.", "Oak Park", "GPE"),
        ("My wife Helen stays in Kent, and she likes Kent.", "Kent", "GPE"),
        ("He lives in Hong Kong, Copenhagen and North Carolina, said Anna Holt.", "Hong Kong", "GPE"),
        ("He lives in Hong Kong, Copenhagen and North Carolina, said Anna Holt.", "Copenhagen", "GPE"),
        ("He lives in Hong Kong, Copenhagen and North Carolina, said Anna Holt.", "North Carolina", "GPE"),
        ("The storm reached Columbia, South Carolina, on Monday.", "Columbia", "GPE"),
        ("They walked down Wardle Avenue on Monday, said Anna Holt.", "Wardle Avenue", "FAC"),
        ("The Avenue Bridge in Leeds fell down on Monday.", "Avenue Bridge", "FAC"),
    ],
)
def test_places(text: str, name: str, label: str) -> None:
    assert labels(text).get(name) == label


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Congress passed the Computer Fraud and Abuse Act in 1986.", "Computer Fraud and Abuse Act", "LAW"),
        ("Bill 115 froze the wages of teachers, and Bill 115 is hated.", "Bill 115", "LAW"),
        ("Windows Vista and Windows XP are old. Firefox is newer.", "Windows Vista", "PRODUCT"),
        ("The Space Shuttle Columbia rose at noon. Columbia was heavy.", "Space Shuttle Columbia", "PRODUCT"),
        ("A Junior Isa may fall. The Junior Isa limit will rise, Anna Holt said.", "Junior Isa", "PRODUCT"),
        ("Aisha Isa said the road was shut. “I am late,” Isa said.", "Aisha Isa", "PERSON"),
        ("She saw The Grey Heron, a film by Anna Holt, in Leeds on Monday.", "Grey Heron", "WORK_OF_ART"),
    ],
)
def test_works_laws_and_products(text: str, name: str, label: str) -> None:
    assert labels(text).get(name) == label


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        (
            "The World Series begins on Monday. The Red Sox won the American League Championship Series.",
            "World Series",
            "EVENT",
        ),
        (
            "The World Series begins on Monday. The Red Sox won the American League Championship Series.",
            "American League Championship Series",
            "EVENT",
        ),
        ("She watched the series Harbour Lights on Monday.", "Harbour Lights", "WORK_OF_ART"),
    ],
)
def test_series(text: str, name: str, label: str | None) -> None:
    assert labels(text).get(name) == label


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        (
            "His aunt is Roman Catholic and he met Roman Catholics in Leeds, said Anna Holt.",
            "Roman Catholic",
            "NORP",
        ),
        (
            "His aunt is Roman Catholic and he met Roman Catholics in Leeds, said Anna Holt.",
            "Roman Catholics",
            "NORP",
        ),
        (
            "His aunt is Roman Catholic and he met Roman Catholics in Leeds, said Anna Holt.",
            "Anna Holt",
            "PERSON",
        ),
        ("The Roman Catholic Church said no on Monday.", "Roman Catholic Church", "ORG"),
        ("He wrote books on Communism and Fascism, Anna Holt said.", "Communism", None),
        ("He wrote books on Communism and Fascism, Anna Holt said.", "Fascism", None),
        ("He followed the Gospel, and read the Old Testament to Anna Holt.", "Old Testament", "WORK_OF_ART"),
        ("He followed the Gospel, and read the Old Testament to Anna Holt.", "Gospel", "WORK_OF_ART"),
        ("Islam and Judaism are old, said Anna Holt. Buddhism is, too.", "Islam", "NORP"),
        ("Islam and Judaism are old, said Anna Holt. Buddhism is, too.", "Judaism", "NORP"),
        ("The Texan won. A Californian and two Arizonans lost, Anna Holt said.", "Texan", "NORP"),
        ("The Texan won. A Californian and two Arizonans lost, Anna Holt said.", "Anna Holt", "PERSON"),
    ],
)
def test_believers_scriptures_and_isms(text: str, name: str, label: str | None) -> None:
    assert labels(text).get(name) == label


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        (
            "Her first State of the Union speech was long, he said.",
            "State of the Union",
            "EVENT",
        ),
        ("The State of Ohio said no on Monday. Ohio is large.", "Ohio", "GPE"),
        ("The European Union said no on Monday.", "European Union", "ORG"),
    ],
)
def test_events_by_several_words(text: str, name: str, label: str | None) -> None:
    assert labels(text).get(name) == label


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Gavrilio is a Leeds-based reporter for the Salem News.", "Gavrilio", "PERSON"),
        ("Tarn is a long novel by Anna Holt. Alder is a Leeds bank.", "Tarn", "WORK_OF_ART"),
        ("Tarn is a long novel by Anna Holt. Alder is a Leeds bank.", "Alder", "ORG"),
    ],
)
def test_what_somebody_or_something_is(text: str, name: str, label: str | None) -> None:
    assert labels(text).get(name) == label


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Workers in the Rust Belt and the Bible Belt voted on Monday.", "Rust Belt", "LOC"),
        ("Workers in the Rust Belt and the Bible Belt voted on Monday.", "Bible Belt", "LOC"),
        ("The house in Indian Shores was sold. David Marsh said that he was glad.", "Indian Shores", "LOC"),
        ("The house in Indian Shores was sold. David Marsh said that he was glad.", "David Marsh", "PERSON"),
    ],
)
def test_belts_and_shores(text: str, name: str, label: str | None) -> None:
    assert labels(text).get(name) == label


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        (
            "The pilot is an African American who lives in Leeds, said Anna Holt.",
            "African American",
            "NORP",
        ),
        ("The pilot is an African American who lives in Leeds, said Anna Holt.", "African", None),
        ("An African leader met American officials, said Anna Holt.", "African", "NORP"),
        ("An African leader met American officials, said Anna Holt.", "American", "NORP"),
        ("Native Americans live there, and Latin American singers do, too.", "Native Americans", "NORP"),
        ("Native Americans live there, and Latin American singers do, too.", "Latin American", "NORP"),
    ],
)
def test_groups_of_two_words(text: str, name: str, label: str | None) -> None:
    assert labels(text).get(name) == label


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("They marched on Black Friday, and voted on Super Tuesday, said Anna Holt.", "Black", None),
        ("They marched on Black Friday, and voted on Super Tuesday, said Anna Holt.", "Super", None),
        (
            "They marched on Black Friday, and voted on Super Tuesday, said Anna Holt.",
            "Black Friday",
            "EVENT",
        ),
        ("They marched on Friday. Tom Black said so.", "Tom Black", "PERSON"),
        ("They marched on Friday. Tom Black said so.", "Friday", None),
    ],
)
def test_days_with_a_name(text: str, name: str, label: str | None) -> None:
    assert labels(text).get(name) == label


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        (
            "He cited the Clean Hands Clause. House Bill 2077 and HB 2077 are one.",
            "Clean Hands Clause",
            "LAW",
        ),
        ("He cited the Clean Hands Clause. House Bill 2077 and HB 2077 are one.", "HB", None),
    ],
)
def test_clauses_and_bills(text: str, name: str, label: str | None) -> None:
    assert labels(text).get(name) == label
