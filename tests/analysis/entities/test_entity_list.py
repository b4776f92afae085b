"""The entities of small articles, with the real model."""

from __future__ import annotations

from tests.spoken import labels, resolved


def test_one_country_however_it_is_written() -> None:
    spoken = resolved("""
        The United States said on Monday that it would sign the treaty with Japan.

        The U.S. has signed before. Officials from the US and Japan will meet in Geneva.
    """)
    entity = spoken.entity("United States")
    assert [m.of(spoken.text) for m in entity.mentions] == ["United States", "U.S.", "US"]
    assert entity.label == "GPE"


def test_an_acronym_and_its_long_form_are_one() -> None:
    spoken = resolved("""
        The Natural Environment Research Council (NERC) paid for the work.

        The NERC said that it was proud. A spokesman for NERC said more would follow.
    """)
    entity = spoken.entity("Natural Environment Research Council")
    assert [m.of(spoken.text) for m in entity.mentions][1:] == ["NERC", "NERC", "NERC"]


def test_a_short_name_in_brackets_is_the_long_one_whatever_its_letters() -> None:
    spoken = resolved("""
        The Office for Rent Standards (Ofrent) paid for the work, and Ofrent said that it was proud.
    """)
    assert [e.name for e in spoken.entities] == ["Office for Rent Standards"]


def test_possessives_and_articles_are_no_part_of_a_name() -> None:
    spoken = resolved(
        "Germany’s leaders met in the Netherlands. The Netherlands’ king welcomed Germany’s chancellor."
    )
    found = {m.of(spoken.text) for e in spoken.entities for m in e.mentions}
    assert found == {"Germany", "Netherlands"}
    assert [e.name for e in spoken.entities] == ["Germany", "Netherlands"]


def test_a_possessor_and_what_is_owned_are_two_names() -> None:
    found = labels("""
        Ukraine’s Volodymyr Melnyk flew to Istanbul on Sunday. Mr Melnyk met Donald Marsh.

        Why Marsh’s Middle East tour takes on new importance
    """)
    assert found["Volodymyr Melnyk"] == "PERSON"
    assert found["Ukraine"] == "GPE"
    assert "Middle East" in found
    assert not any("’s" in name for name in found)


def test_a_person_is_one_entity_under_the_fullest_name_whatever_the_recogniser_says() -> None:
    spoken = resolved("""
        Governor Lester B. Cardwell spoke in Ohio on Friday. Cardwell was brief.

        CARDWELL: “No more questions.”

        Cardwell, who is 61, left by the back door with his aides. Lester Cardwell will be back.
    """)
    entity = spoken.entity("Lester B. Cardwell")
    assert entity.label == "PERSON"
    assert len(entity.mentions) == 5
    assert not [e for e in spoken.entities if "cardwell" in e.name.casefold() and e is not entity]


def test_dates_numbers_and_money_are_left_out() -> None:
    found = labels("On Monday, 12 people paid $50 each in Geneva, three of them twice, between 9am and 10am.")
    assert found == {"Geneva": "GPE"}


def test_verbs_of_headlines_are_no_part_of_names() -> None:
    found = labels("""
        Cardwell Blasts Rival Quill Over Taxes And Vows Sweeping Reform

        Lester Cardwell said on Friday that Ada Quill was wrong. Ms. Quill did not answer Mr. Cardwell.
    """)
    people = {name for name, label in found.items() if label == "PERSON"}
    assert people == {"Lester Cardwell", "Ada Quill"}


def test_entities_are_numbered_by_their_first_mention() -> None:
    entities = resolved("Japan and Germany met in Geneva. Germany left first.").entities
    assert [(e.id, e.name) for e in entities] == [("e1", "Japan"), ("e2", "Germany"), ("e3", "Geneva")]


def test_an_organisation_with_and_in_its_name_is_one() -> None:
    text = "Scottish and Southern Electricity Networks has said 12,000 homes are without power."
    assert labels(text) == {"Scottish and Southern Electricity Networks": "ORG"}


def test_a_long_form_with_and_without_an_acronym_is_one() -> None:
    spoken = resolved("""
        The United Nations Security Council met on Friday. The U.N. Security Council has fifteen members.

        The Security Council said that it would meet again.
    """)
    entity = spoken.entity("United Nations Security Council")
    assert len(entity.mentions) == 3


def test_a_person_named_inside_another_name_is_found() -> None:
    spoken = resolved("""
        Mr. Cardwell spoke in Ohio on Friday. Mr. Cardwell was brief, and few had come to hear him.

        The town has marked "Lester Cardwell Election Day," a day on which Cardwell shook every hand.
    """)
    entity = spoken.entity("Lester Cardwell")
    assert entity.label == "PERSON"
    assert len(entity.mentions) >= 4


def test_lakes_and_craters_are_places() -> None:
    found = labels("The team walked for two days to Holt Crater. Nobody has walked from Lake Wardle.")
    assert found == {"Holt Crater": "LOC", "Lake Wardle": "LOC"}
