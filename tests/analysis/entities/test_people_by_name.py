"""People whom the recogniser takes for something else, and what it takes for people."""

from __future__ import annotations

import pytest

from tests.spoken import labels, resolved


def test_organisations_that_look_like_people() -> None:
    found = labels("""
        The Toronto Ledger reported on Monday that the Jane Doe Foundation had lost money.

        The Toronto Ledger said that Dick Wardle Productions would pay.
    """)
    assert found["Jane Doe Foundation"] == "ORG"
    assert found["Dick Wardle Productions"] == "ORG"


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


def test_initials_and_a_surname_are_a_person() -> None:
    assert (
        labels("K.C. Wardle, the treasurer, said on Monday that the money was gone.")["K.C. Wardle"]
        == "PERSON"
    )
    assert labels("U.S. Steel said on Monday that it would close a plant.")["U.S. Steel"] == "ORG"


def test_names_with_a_hyphenated_syllable_are_people() -> None:
    found = labels(
        "Pan-democrat Lam Cheuk-tin from the Harbour Party won. Localist Wong Yeung-tak was defeated."
    )
    assert found["Lam Cheuk-tin"] == found["Wong Yeung-tak"] == "PERSON"


def test_a_full_name_read_as_an_organisation_follows_its_surname() -> None:
    found = labels("""
        Zorfeen Malik opened fire on Monday. Malik, who was 27, was born in Pakistan, and Malik had come in 2014.

        Police named Zorfeen Malik and her husband on Friday.
    """)
    assert found["Zorfeen Malik"] == "PERSON"
    assert "Malik" not in found


def test_acronyms_behind_a_person_are_organisations() -> None:
    found = labels(
        "Ada Quill of ADPL and Tom Wardle of BPA were elected on Sunday. His DNA was found at the door."
    )
    assert found["ADPL"] == found["BPA"] == "ORG"
    assert "DNA" not in found


def test_a_first_name_alone_is_not_cut_off_the_full_name() -> None:
    found = resolved("""
        Ruth Marsh opened the shop. Her grandson, Quen, wanted more. “Never,” Mrs Marsh said.

        “Zest,” ⟦Quen Marsh|Quen Marsh⟧ said. “People keep asking.”
    """)
    assert found.found == found.expected
    assert {e.name for e in found.entities} == {"Ruth Marsh", "Quen Marsh"}


def test_a_councillor_with_a_party_in_brackets_has_one_name() -> None:
    assert "Siobhan Quill" in labels("Opposition leader Cllr Siobhan Quill (Lib Dem) said it was false.")


@pytest.mark.parametrize(
    ("born", "people"),
    [
        ("Charlotte Maria Quill was born in Leeds in 1932.", {"Lottie Quill"}),
        (
            "Her sister Charlotte Maria Quill was born in Leeds in 1932.",
            {"Lottie Quill", "Charlotte Maria Quill"},
        ),
        ("Peter James Quill was born in Leeds in 1932.", {"Lottie Quill", "Peter James Quill"}),
        ("Charlotte Maria Quill left for Leeds in 1932.", {"Lottie Quill", "Charlotte Maria Quill"}),
    ],
)
def test_the_name_given_at_birth_is_the_same_person_s(born: str, people: set[str]) -> None:
    found = labels(f"Lottie Quill, the singer, has died. Quill said that she was tired.\n\n{born}")
    assert {name for name, label in found.items() if label == "PERSON"} == people


def test_a_team_is_nobody() -> None:
    found = labels("Ten-man Harriers hold on\n\nThe Harriers led twice, said Anna Holt. The Harriers lost.")
    assert found.get("Harriers") != "PERSON"


def test_two_titles_before_a_rare_first_name_are_no_name() -> None:
    found = resolved("""
        ⟦The Rev Dr Philippa Stent|Philippa Stent⟧ told pupils that it was late.

        “It was an error,” ⟦Dr Stent|Philippa Stent⟧ wrote.
    """)
    assert found.found == found.expected


def test_who_is_the_person_and_not_where_she_works() -> None:
    found = resolved("""
        “It works,” says ⟦Anna Holt of the Bank of Wardle|Anna Holt⟧, ⟦who|Anna Holt⟧ warns that it is late.

        The wife of Peter Lind, ⟦who|Peter Lind⟧ said he was tired, left.
    """)
    assert found.found == found.expected


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        (
            "The zinc helps, explains Bo-ram Park, a dietitian. “It is late,” Park says.",
            "Bo-ram Park",
            "PERSON",
        ),
        ("It was late, said Morag MacInnes. MacInnes was sorry.", "Morag MacInnes", "PERSON"),
        ("It works, says Arun Vell of the Harbour Glass Project, who has seen it.", "Arun Vell", "PERSON"),
        (
            "The toll may rise, said Mujihart, who heads the crisis centre of the ministry.",
            "Mujihart",
            "PERSON",
        ),
        ("Lodewyk De Holm, the governor, said one driver had run a red light.", "Lodewyk De Holm", "PERSON"),
        ("Darrell Castle of Memphis spoke first, and people cheered.", "Darrell Castle", "PERSON"),
        ("“My son Jordan loves the books,” said Mary Quill. Jordan is nine.", "Jordan", "PERSON"),
        ("Clark Kent wrote the story. Kent said that he was tired.", "Clark Kent", "PERSON"),
        ("Andy Warhol painted it in 1962. Warhol said that it was soup.", "Andy Warhol", "PERSON"),
        ("Obama met Starry Lee on Monday. Starry Lee said that she agreed with Obama.", "Obama", "PERSON"),
        (
            "Obama met Starry Lee on Monday. Starry Lee said that she agreed with Obama.",
            "Starry Lee",
            "PERSON",
        ),
    ],
)
def test_people(text: str, name: str, label: str) -> None:
    assert labels(text).get(name) == label


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        (
            "The Bush administration built the pier. The Ford administration had not.",
            "Bush",
            "PERSON",
        ),
        (
            "The Bush administration built the pier. The Ford administration had not.",
            "Ford",
            "PERSON",
        ),
        ("The Johnson administration built it. Ford sold more cars on Monday.", "Johnson", "PERSON"),
        ("The Johnson administration built it. Ford sold more cars on Monday.", "Ford", "ORG"),
        ("The Moscow administration said no. The Harvard administration agreed.", "Moscow", "GPE"),
        ("The Moscow administration said no. The Harvard administration agreed.", "Harvard", "ORG"),
    ],
)
def test_presidents_before_administration(text: str, name: str, label: str | None) -> None:
    assert labels(text).get(name) == label


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        (
            "Vandel, head of the Center for Wardle Progress, said no. An email from Neera Vandel said more.",
            "Neera Vandel",
            "PERSON",
        ),
        (
            "Vandel, head of the Center for Wardle Progress, said no. An email from Neera Vandel said more.",
            "Vandel",
            None,
        ),
    ],
)
def test_who_heads_a_body_is_somebody(text: str, name: str, label: str | None) -> None:
    assert labels(text).get(name) == label


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Moderator Hugh Marlow also asked the guests. Marlow was late.", "Hugh Marlow", "PERSON"),
        ("Moderator Hugh Marlow also asked the guests. Marlow was late.", "Moderator Hugh Marlow", None),
    ],
)
def test_a_moderator(text: str, name: str, label: str | None) -> None:
    assert labels(text).get(name) == label


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("They fled the Castro regime in 1961. Cuba said no.", "Castro", "PERSON"),
        ("They fled the Castro regime in 1961. Cuba said no.", "Cuba", "GPE"),
    ],
)
def test_rulers_before_regime(text: str, name: str, label: str | None) -> None:
    assert labels(text).get(name) == label


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("The Bernie Sanders program costs money. Bernie Sanders said so.", "Bernie Sanders", "PERSON"),
    ],
)
def test_somebodys_program(text: str, name: str, label: str | None) -> None:
    assert labels(text).get(name) == label


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Judge Samuel Carter Marsh III said no on Monday.", "Samuel Carter Marsh III", "PERSON"),
        ("Judge Samuel Carter Marsh III said no on Monday.", "Marsh III", None),
        ("Donal Thorne Sr. had a warning on Monday. Thorne was late.", "Donal Thorne Sr.", "PERSON"),
        ("The poet Nan Birk spoke on Monday.", "Nan Birk", "PERSON"),
        ("Anna Holt, Tom Reed II and Peter Lind said no.", "Tom Reed II", "PERSON"),
        ("Anna Holt, Tom Reed II and Peter Lind said no.", "Anna Holt", "PERSON"),
    ],
)
def test_generations(text: str, name: str, label: str | None) -> None:
    assert labels(text).get(name) == label
