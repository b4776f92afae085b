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


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Google said on Monday that it would close the office in Leeds.", "Google", "ORG"),
        ("She googled her name on Monday. Anna Holt found nothing.", "Google", None),
        ("She googled her name on Monday. Anna Holt found nothing.", "googled", None),
        ("The Barney Google cartoon ran for years. Barney Google was small, said Anna Holt.", "Google", None),
        ("Andy Warhol painted it in 1962. Warhol said that it was soup.", "Andy Warhol", "PERSON"),
        ("Andy Warhol painted it in 1962. Warhol said that it was soup.", "Warhol", None),
        (
            "The Andy Warhol Museum opened in Leeds. The Andy Warhol Museum is free.",
            "Andy Warhol Museum",
            "ORG",
        ),
        ("The Andy Warhol Museum opened in Leeds. The Andy Warhol Museum is free.", "Andy Warhol", None),
        (
            "The Andy Warhol Foundation for the Visual Arts gave away the picture.",
            "Andy Warhol Foundation for the Visual Arts",
            "ORG",
        ),
        ("He lives in Hong Kong, and Hong Kong is loud, said Anna Holt.", "Hong Kong", "GPE"),
        ("Hong Kong Airlines said on Monday that it would fly.", "Hong Kong Airlines", "ORG"),
        ("Hong Kong Airlines said on Monday that it would fly.", "Hong Kong", None),
        ("The film King Kong made them cry in Leeds on Monday.", "Hong Kong", None),
        ("The film King Kong made them cry in Leeds on Monday.", "King Kong", "PERSON"),
        ("She moved to Copenhagen in May. Copenhagen is cold, said Anna Holt.", "Copenhagen", "GPE"),
        ("She teaches at the University of Copenhagen, said Anna Holt.", "University of Copenhagen", "ORG"),
        ("She teaches at the University of Copenhagen, said Anna Holt.", "Copenhagen", None),
        ("She saw “Copenhagen”, a play by Anna Holt, in Leeds on Monday.", "Copenhagen", "WORK_OF_ART"),
        ("Voters in North Carolina were late. North Carolina voted on Monday.", "North Carolina", "GPE"),
        (
            "He studies at North Carolina State University, said Anna Holt.",
            "North Carolina State University",
            "ORG",
        ),
        ("He studies at North Carolina State University, said Anna Holt.", "North Carolina", None),
        ("Carolina Holt said that she was late. Carolina lives in Leeds.", "Carolina Holt", "PERSON"),
        ("Carolina Holt said that she was late. Carolina lives in Leeds.", "Carolina", None),
        ("Elizabeth Quill of DAB won the seat. DAB’s Ann Chiang said so on Monday.", "DAB", "ORG"),
        (
            "Elizabeth Quill of DAB won the seat. DAB’s Ann Chiang said so on Monday.",
            "Elizabeth Quill",
            "PERSON",
        ),
        ("He did a dab on Monday. Dab of paint or not, Anna Holt said.", "Dab", None),
        ("He did a dab on Monday. Dab of paint or not, Anna Holt said.", "Anna Holt", "PERSON"),
        ("The Democratic Alliance for Boats (DAB) lost the seat. DAB wept.", "DAB", None),
        (
            "The Democratic Alliance for Boats (DAB) lost the seat. DAB wept.",
            "Democratic Alliance for Boats",
            "ORG",
        ),
        ("The Hajj begins on Tuesday. Many pilgrims will go on the Hajj this year.", "Hajj", "EVENT"),
        ("Karim Hajj said that he was late. “I was late,” Hajj told reporters.", "Karim Hajj", "PERSON"),
        ("Karim Hajj said that he was late. “I was late,” Hajj told reporters.", "Hajj", None),
        ("The Space Shuttle Columbia rose at noon. Columbia was heavy.", "Space Shuttle Columbia", "PRODUCT"),
        ("The Space Shuttle Columbia rose at noon. Columbia was heavy.", "Columbia", None),
        ("The storm reached Columbia, South Carolina, on Monday.", "Columbia", "GPE"),
        ("She teaches at Columbia University. Columbia University said so.", "Columbia University", "ORG"),
        ("She teaches at Columbia University. Columbia University said so.", "Columbia", None),
        ("Obama met the mayor on Monday. “I am late,” Obama said.", "Obama", "PERSON"),
        (
            "The Obama Foundation gave money on Monday. The Obama Foundation is in Chicago.",
            "Obama Foundation",
            "ORG",
        ),
        ("The Obama Foundation gave money on Monday. The Obama Foundation is in Chicago.", "Obama", None),
        ("The Obama administration said no. Obama was late.", "Obama", "PERSON"),
        ("Starry Lee said that she agreed. Lee was late on Monday.", "Starry Lee", "PERSON"),
        ("Starry Lee said that she agreed. Lee was late on Monday.", "Lee", None),
        ("Lee Holdings sued the town on Monday. Lee Holdings is broke.", "Lee Holdings", "ORG"),
        ("The painting The Starry Night hangs in Leeds, said Anna Holt.", "Starry Night", "WORK_OF_ART"),
        ("The painting The Starry Night hangs in Leeds, said Anna Holt.", "Anna Holt", "PERSON"),
        ("In May nobody came. May is cold in Leeds.", "May", None),
        ("In May nobody came. May is cold in Leeds.", "Leeds", "GPE"),
        ("Theresa May spoke in London. “I will stay,” May said.", "Theresa May", "PERSON"),
        ("Theresa May spoke in London. “I will stay,” May said.", "May", None),
        ("They may leave on May 3, said May Holt. May Holt is old.", "May Holt", "PERSON"),
        ("They may leave on May 3, said May Holt. May Holt is old.", "May", None),
        ("The Harbour Courier learned on Monday that the mayor had left.", "Harbour Courier", "ORG"),
        (
            "The Courier was told by Anna Holt that the mayor had left. The Courier asked why.",
            "Courier",
            "ORG",
        ),
        ("A courier brought the letter on Monday. The courier was late, said Anna Holt.", "Courier", None),
        ("A courier brought the letter on Monday. The courier was late, said Anna Holt.", "courier", None),
        ("He told the Salem Mirror that he was late. A mirror broke.", "Salem Mirror", "ORG"),
        ("He sued his landlord, Quillfeather & Sons, a Leeds firm.", "Quillfeather & Sons", "ORG"),
        ("She works for the lender, Wardle Savings, which closed on Monday.", "Wardle Savings", "ORG"),
        ("She met the landlord, Tom Quillfeather, in Leeds on Monday.", "Tom Quillfeather", "PERSON"),
        ("Her employer, Alder Foods, said no. Her boss, Anna Holt, said yes.", "Alder Foods", "ORG"),
        ("Her employer, Alder Foods, said no. Her boss, Anna Holt, said yes.", "Anna Holt", "PERSON"),
        ("She saw The Grey Heron, a film by Anna Holt, in Leeds on Monday.", "Grey Heron", "WORK_OF_ART"),
        ("The Grey Heron, a bank in Leeds, closed its doors on Monday.", "Grey Heron", "ORG"),
        ("The film Tarn Water opened on Monday. Critics loved Tarn Water.", "Tarn Water", "WORK_OF_ART"),
        ("The film star Anna Holt came to Leeds. Anna Holt smiled.", "Anna Holt", "PERSON"),
        ("Secretary of State Anna Holt spoke in Leeds on Monday.", "State", None),
        ("Secretary of State Anna Holt spoke in Leeds on Monday.", "Anna Holt", "PERSON"),
        ("The State Department said no. A state is no department.", "State Department", "ORG"),
        ("Ohio State University won on Monday. Ohio was glad.", "Ohio State University", "ORG"),
        ("Ohio State University won on Monday. Ohio was glad.", "Ohio", "GPE"),
        ("First Harbour Bank and Wardle Savings Bank will merge in spring.", "First Harbour Bank", "ORG"),
        ("First Harbour Bank and Wardle Savings Bank will merge in spring.", "Wardle Savings Bank", "ORG"),
        ("The Bill and Ada Quill Foundation paid for it on Monday.", "Bill and Ada Quill Foundation", "ORG"),
        (
            "The Ministry of Health and Social Care said no on Monday.",
            "Ministry of Health and Social Care",
            "ORG",
        ),
        ("They walked down Wardle Avenue on Monday, said Anna Holt.", "Wardle Avenue", "FAC"),
        ("They walked down Wardle Avenue on Monday, said Anna Holt.", "Avenue", None),
        ("The Avenue Bridge in Leeds fell down on Monday.", "Avenue Bridge", "FAC"),
        ("She saw “Copenhagen,” a long play by Anna Holt, in Leeds on Monday.", "Copenhagen", "WORK_OF_ART"),
        ("He lives in “Copenhagen”, a quiet part of Leeds, said Anna Holt.", "Copenhagen", "GPE"),
        ("Anna and Tom Wardle paid for it on Monday.", "Tom Wardle", "PERSON"),
    ],
)
def test_a_name_is_what_its_article_says(text: str, name: str, label: str | None) -> None:
    assert labels(text).get(name) == label


def test_a_daughter_named_before_her_father_is_whom_the_article_is_about() -> None:
    spoken = resolved("""
        Liz Penney, the daughter of former mayor Dick Penney, won the vote. Dick Penney was mayor until 1989.

        Liz Penney, 50, won it. “Now it is time,” ⟦Penney|Liz Penney⟧ said.
    """)
    assert spoken.found == spoken.expected
    spoken = resolved("""
        Dick Penney, the mayor, won the vote. His daughter Liz Penney was there.

        Liz Penney, 50, clapped. “Now it is time,” ⟦Penney|Dick Penney⟧ said.
    """)
    assert spoken.found == spoken.expected


@pytest.mark.parametrize(
    "article",
    [
        pytest.param(
            """
            “We are late,” ⟦Penney|Penney⟧ said on Monday.

            His wife, Liz Penney, stood beside him. “We are late,” ⟦Ms Penney|Liz Penney⟧ said.
            """,
            id="his wife",
        ),
        pytest.param(
            """
            Penney thanked his voters. “I am glad,” ⟦Penney|Penney⟧ said. Penney said he would start on Monday.

            It was a great night for Liz Penney, too.
            """,
            id="a man, and a woman named below",
        ),
        pytest.param(
            """
            Penney has won. “I am glad,” ⟦Penney|Liz Penney⟧ said. She thanked the voters.

            Liz Penney, 44, is a lawyer.
            """,
            id="a woman named below",
        ),
        pytest.param(
            """
            Penney has won. “I am glad,” ⟦Penney|Liz Penney⟧ said.

            Her husband, Tom Reed, and Liz Penney are lawyers.
            """,
            id="somebody else is her husband",
        ),
    ],
)
def test_a_surname_before_the_full_name_is_a_relatives_only_where_the_text_tells(article: str) -> None:
    spoken = resolved(article)
    assert spoken.found == spoken.expected


@pytest.mark.parametrize(
    "article",
    [
        pytest.param(
            """
            Mia Conrad had the backing of the mayor, Donald Penney. Penney praised Conrad for her work.

            ⟦Penney|Donald Penney⟧ said he had not seen her praise Ada Penney’s shop. Ada Penney sells shoes, and
            Ada Penney is his daughter. ⟦Penney|Donald Penney⟧ said so.
            """,
            id="named in full beside the bare surname",
        ),
        pytest.param(
            """
            Mia Conrad is among Donald Penney’s advisers. Her view is hers. It stood among Penney’s. Her day is
            long.

            Ada Penney sells shoes. ⟦Penney|Donald Penney⟧ said so.
            """,
            id="her of the next sentence",
        ),
        pytest.param(
            """
            Ada Penney came late. Penney said she had slept. Her brother Donald Penney was there.

            ⟦Penney|Ada Penney⟧ said that she was tired.
            """,
            id="she of the surname",
        ),
    ],
)
def test_a_surname_is_not_whose_full_name_stands_beside_it(article: str) -> None:
    spoken = resolved(article)
    assert spoken.found == spoken.expected
