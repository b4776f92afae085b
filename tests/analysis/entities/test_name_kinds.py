"""What kind of thing a name stands for, with the real model: each rule, and what must not change beside it."""

from __future__ import annotations

import pytest

from tests.spoken import resolved
from tui.analysis.entities.gazetteer import CITY, place_class
from tui.analysis.entities.head_nouns import head_label
from tui.analysis.entities.name_parts import key


def labels(text: str) -> dict[str, str]:
    """Return the label of every entity by its name."""
    return {e.name: e.label for e in resolved(text).entities}


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Harbour Trust", "ORG"),
        ("Museum of Glass", "FAC"),
        ("University of Wardle", "ORG"),
        ("Wardle Bridge", "FAC"),
        ("Cyclone Oswin", "EVENT"),
        ("Davenport Cup", "EVENT"),
        ("Space Shuttle Petrel", "PRODUCT"),
        ("Clean Rivers Act", "LAW"),
        ("Lake Wardle", "LOC"),
        ("Holt Crater", "LOC"),
        ("Jane Doe", ""),
        ("Oswin", ""),
    ],
)
def test_the_noun_that_ends_a_name_says_its_kind(name: str, label: str) -> None:
    assert head_label(key(name)) == label


def test_places_that_everybody_knows() -> None:
    assert place_class(key("the United Kingdom")) == place_class(key("Nova Scotia")) == "GPE"
    assert place_class(key("São Paulo")) == CITY
    assert place_class(key("Baltic Sea")) == "LOC"
    assert place_class(key("Jane Doe")) == place_class(key("Reading")) == ""


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


def test_organisations_that_look_like_people() -> None:
    found = labels("""
        The Toronto Ledger reported on Monday that the Jane Doe Foundation had lost money.

        The Toronto Ledger said that Dick Wardle Productions would pay.
    """)
    assert found["Jane Doe Foundation"] == "ORG"
    assert found["Dick Wardle Productions"] == "ORG"


@pytest.mark.parametrize("name", ["Kanye West", "Ruth Banks", "Helen Church", "Lionel Park"])
def test_surnames_that_are_words_of_organisations(name: str) -> None:
    found = labels(f"{name} sang in Chicago on Friday. {name} was born in Ohio, and he will tour in June.")
    assert found[name] == "PERSON"


def test_events_products_and_laws_are_not_people() -> None:
    found = labels("""
        Cyclone Oswin struck the coast on Monday. Officials said Oswin was the worst storm in years.

        Space Shuttle Petrel was moved to Seattle. Crowds came to see Petrel.

        The Hajj begins on Tuesday. Many pilgrims will go on the Hajj this year.
    """)
    assert found["Cyclone Oswin"] == "EVENT"
    assert found["Space Shuttle Petrel"] == "PRODUCT"
    assert found.get("Hajj", "EVENT") == "EVENT"
    assert "Oswin" not in found


def test_a_state_with_and_without_what_it_is() -> None:
    spoken = resolved("""
        The State of Texas sued the agency. Texas has sued before, and people in Texas know it.
    """)
    assert len(spoken.entity("Texas").mentions) == 3


def test_the_church_of_an_article_is_one_with_its_full_name() -> None:
    spoken = resolved("""
        The Church of Harbour Lights denied the claims on Monday. The Church said that nobody had been hurt.

        In a letter the Church of Harbour Lights asked for an apology.
    """)
    entity = spoken.entity("Church of Harbour Lights")
    assert len(entity.mentions) == 3


def test_roles_are_cut_off_the_names_of_organisations() -> None:
    found = labels("""
        Jeff Holm, the State Department Spokesperson, said on Monday that talks had begun.

        John Wardle, the Secretary of State, called his colleague in Thailand.
    """)
    assert found["State Department"] == "ORG"
    assert "State" not in found
    assert "State Department Spokesperson" not in found


def test_scores_are_no_part_of_a_name() -> None:
    found = labels(
        "Nicolas Holm beat Karl Wardle 6-4 and 6-2 in Madrid on Monday, and Nicolas Holm was glad."
    )
    assert {"Nicolas Holm", "Karl Wardle"} <= set(found)


def test_a_first_name_and_a_surname_both_read_as_towns_are_a_person() -> None:
    found = labels("""
        Zorbeska Paris, an Australian woman, says that she was held on a ship. Paris claims she could not leave.

        Paris also claims that her passport was taken. In 2007, Paris left.
    """)
    assert found["Zorbeska Paris"] == "PERSON"
    assert "Paris" not in found


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


def test_a_foundation_with_and_without_its_purpose_is_one() -> None:
    spoken = resolved("""
        The Ada Quill Foundation for the Visual Arts gave the pictures to the town on Monday.

        The Ada Quill Foundation has given away thousands, and the Ada Quill Foundation will give more.
    """)
    entity = spoken.entity("Ada Quill Foundation for the Visual Arts")
    assert entity.label == "ORG"
    assert len(entity.mentions) == 3


def test_initials_and_a_surname_are_a_person() -> None:
    assert (
        labels("K.C. Wardle, the treasurer, said on Monday that the money was gone.")["K.C. Wardle"]
        == "PERSON"
    )
    assert labels("U.S. Steel said on Monday that it would close a plant.")["U.S. Steel"] == "ORG"


def test_abbreviated_states_are_places() -> None:
    found = labels("Voters in Kansas City, Mo., and Hartford, Conn., went to the polls.")
    assert {label for name, label in found.items() if name in ("Mo.", "Conn.", "Mo", "Conn")} <= {"GPE"}


def test_teams_are_organisations() -> None:
    found = labels(
        "The Cleveland Cavaliers lost on Monday. The Carolina Panthers won, and the Ravens did not play."
    )
    assert found["Cleveland Cavaliers"] == found["Carolina Panthers"] == found["Ravens"] == "ORG"


def test_common_words_and_their_acronym_are_no_names() -> None:
    found = labels("""
        Reactive Oxygen Species (ROS) harm the cells. The team measured ROS in ants, and ROS rose with age.
    """)
    assert not {"ROS", "Reactive Oxygen Species"} & set(found)


def test_continents_and_regions_are_places_and_faiths_are_groups() -> None:
    found = labels("Europe and the Middle East differ. Islam is the faith of many in Europe.")
    assert found["Europe"] == found["Middle East"] == "LOC"
    assert found["Islam"] == "NORP"


def test_a_verb_or_rank_before_a_person_is_no_part_of_the_name() -> None:
    found = labels("""
        Tim Wardle spoke in Leeds on Monday. Hosting Wardle was an honour, the mayor said.

        Harriers QB Sheldon Holm threw twice. Ukraine Kurt Quill was there as envoy.
    """)
    assert {"Tim Wardle", "Sheldon Holm"} <= set(found)
    assert not {"Hosting Wardle", "Harriers QB Sheldon Holm"} & set(found)


def test_acronyms_behind_a_person_are_organisations() -> None:
    found = labels(
        "Ada Quill of ADPL and Tom Wardle of BPA were elected on Sunday. His DNA was found at the door."
    )
    assert found["ADPL"] == found["BPA"] == "ORG"
    assert "DNA" not in found


def test_names_with_a_hyphenated_syllable_are_people() -> None:
    found = labels(
        "Pan-democrat Lam Cheuk-tin from the Harbour Party won. Localist Wong Yeung-tak was defeated."
    )
    assert found["Lam Cheuk-tin"] == found["Wong Yeung-tak"] == "PERSON"


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Mr Holm, 57, spoke at Queen’s Park in Toronto on Monday.", "Queen’s Park", "LOC"),
        ("Congress passed the Computer Fraud and Abuse Act in 1986.", "Computer Fraud and Abuse Act", "LAW"),
        ("Officials said SonyPictures.com had been closed since Monday.", "SonyPictures.com", "ORG"),
        ("Bathers came to the Ganges on Monday, where the Ganges meets another river.", "Ganges", "LOC"),
        ("The plants in Oakville and Mississauga were never built, Ontario said.", "Mississauga", "GPE"),
        (
            "The zinc helps, explains Bo-ram Park, a dietitian. “It is late,” Park says.",
            "Bo-ram Park",
            "PERSON",
        ),
        ("They met at Kil-mar Park in the rain.", "Kil-mar Park", "LOC"),
        ("Trains are late, NorthRail said. NorthRail was sorry.", "NorthRail", "ORG"),
        ("It was late, said Morag MacInnes. MacInnes was sorry.", "Morag MacInnes", "PERSON"),
        ("Tarn’s head of audio, Jo Marsh, told me it was late. Tarn is sorry.", "Tarn", "ORG"),
        (
            "“The status quo is over,” Corvane Capital wrote. Corvane Capital owns a mill.",
            "Corvane Capital",
            "ORG",
        ),
        ("It was late, Wardle Research said. Wardle Research was sorry.", "Wardle Research", "ORG"),
        ("Police Scotland said on Monday that the shore was shut.", "Police Scotland", "ORG"),
        ("He told police Scotland was cold in the winter.", "Scotland", "GPE"),
        ("It works, says Arun Vell of the Harbour Glass Project, who has seen it.", "Arun Vell", "PERSON"),
        ("Bill 115 froze the wages of teachers, and Bill 115 is hated.", "Bill 115", "LAW"),
        ("Windows Vista and Windows XP are old. Firefox is newer.", "Windows Vista", "PRODUCT"),
        (
            "The toll may rise, said Mujihart, who heads the crisis centre of the ministry.",
            "Mujihart",
            "PERSON",
        ),
    ],
)
def test_kinds_of_names_in_the_news(text: str, name: str, label: str) -> None:
    assert labels(text).get(name) == label


def test_two_committees_stay_two() -> None:
    found = labels(
        "The Pentagon and State Department denied it. The Senate and the Justice Department said nothing."
    )
    assert {"Pentagon", "State Department", "Justice Department"} <= set(found)


def test_a_granddaughter_called_like_a_town_is_a_person() -> None:
    found = labels("""
        Elena Marsh was born in Jordan. Paris Holm, her granddaughter, said the family was sad.

        Paris is an actress too. She works in Brighton.
    """)
    assert found["Jordan"] == "GPE"
    assert found["Paris Holm"] == "PERSON"
    assert "Paris" not in found


def test_an_organisation_and_its_short_name_behind_or_are_one() -> None:
    spoken = resolved(
        "The Tupac Harbour Movement, or MRTA, held the house. The leader of the MRTA was killed."
    )
    assert len(spoken.entity("Tupac Harbour Movement").mentions) == 3


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("The trains from Leuven and Brussels met in the snow near Halle.", "Leuven", "GPE"),
        ("Lodewyk De Holm, the governor, said one driver had run a red light.", "Lodewyk De Holm", "PERSON"),
        ("Darrell Castle of Memphis spoke first, and people cheered.", "Darrell Castle", "PERSON"),
        ("ZANU-PF has ruled since 1980, and ZANU-PF will rule on.", "ZANU-PF", "ORG"),
        ("“My son Jordan loves the books,” said Mary Quill. Jordan is nine.", "Jordan", "PERSON"),
        ("Jordan and Syria share a border. Troops entered Jordan on Monday.", "Jordan", "GPE"),
    ],
)
def test_people_places_and_parties(text: str, name: str, label: str) -> None:
    assert labels(text).get(name) == label


def test_a_full_name_read_as_an_organisation_follows_its_surname() -> None:
    found = labels("""
        Zorfeen Malik opened fire on Monday. Malik, who was 27, was born in Pakistan, and Malik had come in 2014.

        Police named Zorfeen Malik and her husband on Friday.
    """)
    assert found["Zorfeen Malik"] == "PERSON"
    assert "Malik" not in found


def test_believers_and_peoples_are_groups() -> None:
    found = labels("Most evangelical Christians voted. Few Americans and no Iraqis were surprised in Iowa.")
    assert {found.get("Christians"), found.get("Americans"), found.get("Iraqis")} <= {"NORP", None}


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


def test_addresses_roles_and_machines_are_no_names() -> None:
    found = labels("""
        The bank moved to 120 Grant Avenue, Suite 350, where it has an ATM. Chief Financial Officer Ann Wu said so.
    """)
    assert found["Grant Avenue"] == "FAC"
    assert not {"Suite 350", "Suite", "ATM", "Financial", "Chief Financial Officer"} & set(found)


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("West Yorkshire Police said the victim was treated in Leeds.", "West Yorkshire Police", "ORG"),
        ("The train stops in Falls Church and in Oak Park.", "Oak Park", "GPE"),
        ("My wife Helen stays in Kent, and she likes Kent.", "Kent", "GPE"),
        ("Clark Kent wrote the story. Kent said that he was tired.", "Clark Kent", "PERSON"),
    ],
)
def test_bodies_towns_and_counties(text: str, name: str, label: str) -> None:
    assert labels(text).get(name) == label


def test_a_paper_is_not_the_town_it_is_called_after() -> None:
    spoken = resolved("""
        The Salem News reported the fire on Monday. Salem lies on the coast, and people in Salem were afraid.
    """)
    assert spoken.entity("Salem").label == "GPE"
    assert spoken.entity("Salem News").label == "ORG"


def test_a_comma_parts_names_but_not_a_company_from_its_form() -> None:
    found = labels(
        "Baird spoke with Hale about Blackbeard, Disney and the town. Wardle Systems, Inc. paid for it."
    )
    assert "Blackbeard, Disney" not in found
    assert any(name.startswith("Wardle Systems") for name in found)


def test_foreign_papers_and_stations() -> None:
    found = labels(
        "Trains left the Gare du Nord at noon. Le Monde put it on its front page; Le Monde is right."
    )
    assert found["Le Monde"] == "ORG"
    assert found["Gare du Nord"] == "FAC"


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
        ("He lives in Hong Kong, Copenhagen and North Carolina, said Anna Holt.", "Hong Kong", "GPE"),
        ("He lives in Hong Kong, Copenhagen and North Carolina, said Anna Holt.", "Copenhagen", "GPE"),
        ("He lives in Hong Kong, Copenhagen and North Carolina, said Anna Holt.", "North Carolina", "GPE"),
        ("Google said on Monday that it would close the office in Leeds.", "Google", "ORG"),
        ("Andy Warhol painted it in 1962. Warhol said that it was soup.", "Andy Warhol", "PERSON"),
        ("Obama met Starry Lee on Monday. Starry Lee said that she agreed with Obama.", "Obama", "PERSON"),
        (
            "Obama met Starry Lee on Monday. Starry Lee said that she agreed with Obama.",
            "Starry Lee",
            "PERSON",
        ),
        ("Lee Holdings sued Starry Lee in Leeds on Monday.", "Lee Holdings", "ORG"),
        ("Elizabeth Quill of DAB won the seat. DAB’s Ann Chiang said so on Monday.", "DAB", "ORG"),
        ("The Space Shuttle Columbia rose at noon. Columbia was heavy.", "Space Shuttle Columbia", "PRODUCT"),
        ("The storm reached Columbia, South Carolina, on Monday.", "Columbia", "GPE"),
        ("She saw The Grey Heron, a film by Anna Holt, in Leeds on Monday.", "Grey Heron", "WORK_OF_ART"),
        ("The Grey Heron, a bank in Leeds, closed its doors on Monday.", "Grey Heron", "ORG"),
        ("He sued his landlord, Quillfeather & Sons, a Leeds firm.", "Quillfeather & Sons", "ORG"),
        ("Harbour Daily News has learned that the plan failed.", "Harbour Daily News", "ORG"),
        ("They walked down Wardle Avenue on Monday, said Anna Holt.", "Wardle Avenue", "FAC"),
        ("The Avenue Bridge in Leeds fell down on Monday.", "Avenue Bridge", "FAC"),
        ("Secretary of State Anna Holt spoke at the State Department.", "State Department", "ORG"),
    ],
)
def test_what_used_to_be_listed_as_something_else(text: str, name: str, label: str) -> None:
    assert labels(text).get(name) == label


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


def test_a_first_name_alone_is_not_cut_off_the_full_name() -> None:
    found = resolved("""
        Ruth Marsh opened the shop. Her grandson, Quen, wanted more. “Never,” Mrs Marsh said.

        “Zest,” ⟦Quen Marsh|Quen Marsh⟧ said. “People keep asking.”
    """)
    assert found.found == found.expected
    assert {e.name for e in found.entities} == {"Ruth Marsh", "Quen Marsh"}


def test_a_councillor_with_a_party_in_brackets_has_one_name() -> None:
    assert "Siobhan Quill" in labels("Opposition leader Cllr Siobhan Quill (Lib Dem) said it was false.")


def test_the_verb_of_a_headline_is_no_surname() -> None:
    found = labels("Mia Delacour Opens Up About a Long Year: She Cried\n\nMia Delacour is 36. Delacour wept.")
    assert "Mia Delacour" in found
    assert not {"Opens", "Mia Delacour Opens"} & set(found)


def test_a_name_is_found_where_the_tagger_took_it_for_a_noun() -> None:
    text = (
        "Lumen today announced a lamp. Lumen’s head of audio was glad. Lumen says it is ready. Lumen grows."
    )
    found = next(e for e in resolved(text).entities if e.name == "Lumen")
    assert len(found.mentions) == 4


def test_who_is_the_person_and_not_where_she_works() -> None:
    found = resolved("""
        “It works,” says ⟦Anna Holt of the Bank of Wardle|Anna Holt⟧, ⟦who|Anna Holt⟧ warns that it is late.

        The wife of Peter Lind, ⟦who|Peter Lind⟧ said he was tired, left.
    """)
    assert found.found == found.expected
