"""Whom descriptions mean: somebody named only where the article ties the two together."""

from __future__ import annotations

import pytest

from tests.spoken import resolved

TIED = {
    "by its role": """
        The mayor, Anna Holt, came late. ⟦The mayor|Anna Holt⟧ said the boat was stolen.
    """,
    "by a word for the same role": """
        Chairman Tom Reed came late. ⟦The chair|Tom Reed⟧ said the boat was stolen.
    """,
    "by a headline and the role below": """
        Mayor says boat was stolen

        ⟦Mayor Anna Holt|Anna Holt⟧ spoke on Monday. ⟦The mayor|Anna Holt⟧ said the boat was stolen.
    """,
    "the singer": """
        Rory Vane teased the tour on Monday. “I am ready,” ⟦the singer and guitarist|Rory Vane⟧ told the radio.
    """,
    "the writer": """
        Rory Vane won the prize on Monday. “I am ready,” ⟦the novelist|Rory Vane⟧ told the radio.
    """,
    "the brokerage": """
        Alder Securities, the brokerage, cut its forecast. ⟦The brokerage|Alder Securities⟧ said demand fell.
    """,
    "a son of the same name": """
        Donal Thorne Jr. offered trainees advice. ⟦Donal Thorne’s son|Donal Thorne Jr.⟧ told the radio so.
    """,
    "the production company": """
        ⟦Oakhurst Records|Oakhurst Records⟧ says it is on, and ⟦Halloway Events|Halloway Events⟧, which runs
        it, says it is not.

        “That is all,” ⟦the production company|Halloway Events⟧ said.
    """,
}

NOT_TIED = {
    "a son of another name": """
        Donal Thorne Jr. offered trainees advice. ⟦Tom Reed’s son|Tom Reed’s son⟧ told the radio so.
    """,
    "the mayor": """
        ⟦The mayor|Mayor⟧ said the boat was stolen. “He should resign,” ⟦Anna Holt|Anna Holt⟧ said.
    """,
    "the minister further down": """
        ⟦The minister|Minister⟧ said on Monday that the road would close.

        “It is a shame,” said ⟦Carl Moss, a shopkeeper|Carl Moss⟧.
    """,
    "a doctor": """
        Tom Reed fell from a roof. ⟦The doctor|Doctor⟧ said he was lucky.
    """,
    "the president of nowhere, and a witness": """
        ⟦The president|President⟧ said the talks were over.

        “I saw them leave,” ⟦Lena Mayer|Lena Mayer⟧ said.
    """,
    "the judge before the accused": """
        ⟦The judge|Judge⟧ said it was wicked. ⟦Tom Reed|Tom Reed⟧ told the court he was sorry.
    """,
}

DESCRIBED_ONCE = {
    "one legal expert": """
        ⟦One legal expert|Legal expert⟧ said the law was old. “It may fall,” ⟦the expert|Legal expert⟧ warned.
    """,
    "a neighbour": """
        ⟦A neighbour of the couple|Neighbour of the couple⟧ heard it.
        ⟦The neighbour|Neighbour of the couple⟧ said it was loud.
    """,
    "a senior official": """
        ⟦A senior US official|Senior US official⟧ said no. ⟦The official|Senior US official⟧ added that talks go on.
    """,
    "another is another": """
        ⟦A neighbour|Neighbour⟧ heard it. ⟦Another neighbour|Another neighbour⟧ said it was loud.
    """,
    "one of two is left open": """
        ⟦A legal expert|Legal expert⟧ said no. ⟦A tax expert|Tax expert⟧ said yes.
        ⟦The expert|Tax expert⟧ said it again.
    """,
    "the other words stay apart": """
        ⟦A police officer|Police officer⟧ said no. ⟦The army officer|Army officer⟧ said yes.
    """,
}

DOCUMENTS = {
    "the statement of a body": """
        A barge sank, ⟦the Corranian navy|Corranian navy⟧ said in a statement on Friday.

        “Divers are at work,” ⟦the statement|Corranian navy⟧ said.
    """,
    "the filing": """
        ⟦Alder Foods|Alder Foods⟧ said in a filing on Friday that it lost money.
        ⟦The filing|Alder Foods⟧ said costs rose.
    """,
    "the statement of a person": """
        ⟦Mayor Anna Holt|Anna Holt⟧ issued a statement on Friday. “I am sorry,” ⟦the statement|Anna Holt⟧ read.
    """,
    "the report of nobody": """
        The road was closed on Friday. “It is unsafe,” ⟦a report|Report⟧ said.
    """,
    "the letter from somebody": """
        ⟦A report from Alder Securities|Alder Securities⟧ said demand fell.
        ⟦The report|Alder Securities⟧ said prices rose.
    """,
    "a statement from a body": """
        “We are sorry,” ⟦a statement from Alder Foods|Alder Foods⟧ said.
    """,
    "a book about somebody is not theirs": """
        Anna Holt was in court. “It was dark,” ⟦the report|Report⟧ said.
    """,
}

WHOLE = {
    "four in ten": "⟦Four in ten commuters|Four in ten commuters⟧ say the toll is “unfair.”",
    "one in five": "⟦One in five riders|One in five riders⟧ say the toll is “unfair.”",
    "two thirds": "⟦Two thirds of riders|Two thirds of riders⟧ say the toll is “unfair.”",
    "four witnesses": "⟦Four witnesses|Witnesses⟧ say the toll is “unfair.”",
}


@pytest.mark.parametrize(
    "article",
    [
        pytest.param(text, id=name)
        for group in (TIED, NOT_TIED, DESCRIBED_ONCE, DOCUMENTS, WHOLE)
        for name, text in group.items()
    ],
)
def test_every_source_is_resolved_to_the_right_speaker(article: str) -> None:
    spoken = resolved(article)
    assert spoken.found == spoken.expected
