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
    "the magnate": """
        Rory Vane held a rally on Monday. “I am ready,” ⟦the real estate magnate|Rory Vane⟧ told the radio.
    """,
    "a company whose name an account bears": """
        ⟦Twitter|Twitter⟧ said it was late. Twitter was founded in spring. A rival of Twitter stands in Leeds.

        Twitter grew. Twitter fell. An account was called “Wilayat Twitter.” ⟦The company|Twitter⟧ said so.
    """,
    "a website set up before": """
        Rob Cala has set up a website for refugees. ⟦He|Rob Cala⟧ told the National Post he was happy.

        “It is over,” ⟦the website|Website⟧ explains.
    """,
    "a firm that was read as a person": """
        Jeff Marsh wept when Nordlund had closed it. ⟦Nordlund|Nordlund⟧ reiterated that its ovens were cold.

        ⟦The company|Nordlund⟧ said bread was dear.
    """,
    "no person, who has a gender": """
        Alder Bank was glad. ⟦Jane Nordlund|Jane Nordlund⟧ reiterated that her choice was hard.

        ⟦The company|Alder Bank⟧ said sales had declined.
    """,
    "the newspaper": """
        The National Post is in Leeds. “It is over,” ⟦the newspaper|National Post⟧ explains.
    """,
    "a friend of the same person": """
        Tom Bell came late. “He ran,” ⟦his friend Sam Oumar|Sam Oumar⟧ said. Bell sat down. “He is old,”
        ⟦his friend|Sam Oumar⟧ said.
    """,
    "not a friend of another one": """
        Tom Bell came late. “He ran,” ⟦his friend Sam Oumar|Sam Oumar⟧ said.

        Peter Lind came at ten. He “wanted to fly,” ⟦his childhood friend|His childhood friend⟧ said.
    """,
    "the one with two terms": """
        President Rory Vane will speak. “I am ready,” ⟦the two-term president|Rory Vane⟧ told the radio.
    """,
    "the one named behind a long description": """
        ⟦A teacher who lives by the river, Mia Lund from Leeds,|Mia Lund⟧ said the boat was stolen.
    """,
    "not whoever is only the subject of a clause inside another": """
        Tom Glim is in a film. Though his part, Oskar, was a thief, ⟦the actor|Actor⟧ said he was paid.
    """,
    "not both the minister and the captain": """
        John Doe left the hall. ⟦The minister|John Doe⟧ said it was late. ⟦The captain|Captain⟧ said all was lost.
    """,
    "the same minister twice": """
        John Doe left the hall. ⟦The minister|John Doe⟧ said it was late. ⟦The minister|John Doe⟧ said so twice.
    """,
    "the brokerage": """
        Alder Securities, the brokerage, cut its forecast. ⟦The brokerage|Alder Securities⟧ said demand fell.
    """,
    "a son of the same name": """
        Donal Thorne Jr. offered trainees advice. ⟦Donal Thorne’s son|Donal Thorne Jr.⟧ told the radio so.
    """,
    "a father of the same name": """
        Donal Thorne Sr. came late. ⟦Donal Thorne’s father|Donal Thorne Sr.⟧ told the radio so.
    """,
    "the presenter, who is the host": """
        Ana Bloom told host Rick Stave that it was late. ⟦The presenter|Rick Stave⟧ said no.
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
    "an acronym for the same words": """
        ⟦A senior Harbour Trust aide|Senior Harbour Trust aide⟧ said no.
        ⟦The HT aide|Senior Harbour Trust aide⟧ said so twice.
    """,
    "prosecutors": """
        ⟦Federal prosecutors|Federal prosecutors⟧ charged him in May.
        ⟦Prosecutors|Federal prosecutors⟧ said he lied.
    """,
    "prosecutors of two kinds": """
        ⟦Federal prosecutors|Federal prosecutors⟧ said no. ⟦State prosecutors|State prosecutors⟧ said yes.
        ⟦Prosecutors|Prosecutors⟧ said he lied.
    """,
    "voters are anybody": """
        ⟦Young voters|Young voters⟧ like him. ⟦Voters|Voters⟧ say he lies.
    """,
    "nobody": """
        ⟦Nobody|⟧ said that it was late. ⟦None|⟧ said that it was early.
    """,
    "critics of whom the source does not say": """
        ⟦Critics of|Critics⟧ the plan said no.
    """,
    "the other words stay apart": """
        ⟦A police officer|Police officer⟧ said no. ⟦The army officer|Army officer⟧ said yes.
    """,
}

COUNTERPARTS = {
    "his counterpart": """
        The Hull manager, Carl Moss, was calm. ⟦His counterpart, Per Dahl,|Per Dahl⟧ said they were lucky.
    """,
    "a spokesman by name": """
        ⟦A spokesman for Alder Foods, Carl Moss,|Carl Moss⟧ said it was over. ⟦The spokesman|Carl Moss⟧ left.
    """,
    "the spokesman of somebody with a title": """
        ⟦A spokesman for Economy Minister Carl Moss|Spokesman for Economy Minister Carl Moss⟧ said it was over.
    """,
    "the friend of somebody with a title": """
        ⟦A friend of actor Carl Moss|Friend of actor Carl Moss⟧ said it was over.
    """,
    "a minister of something": """
        ⟦Shadow Minister for Health Carl Moss|Carl Moss⟧ said it was over.
    """,
    "an apposition within an apposition": """
        ⟦His son, the novelist Carl Moss,|Carl Moss⟧ said it was over. “It was cold,” ⟦he|Carl Moss⟧ said.
    """,
    "an apposition without an article": """
        ⟦Her husband, painter Carl Moss,|Carl Moss⟧ said it was over.
    """,
    "a queen who is not the woman talked about": """
        ⟦Elsie Moss|Elsie Moss⟧ said he was late. ⟦The Queen|Queen⟧ said it was cold.
    """,
    "a pope by name": """
        Pope Francis prayed. ⟦The Pope|Pope Francis⟧ left, and ⟦the pope|Pope Francis⟧ said it was cold.
    """,
    "an alliance is no paper": """
        ⟦Per Dahl|Per Dahl⟧, who heads the Harbour Alliance, said no. ⟦The paper|Paper⟧ said that it was cold.
    """,
    "the son of somebody": """
        ⟦His friend, the son of Tom Reed,|His friend⟧ said it was cold.
    """,
    "her lawyer": """
        Anna Holt, the mayor, spoke to Tom Reed, her lawyer. “It is late,” ⟦the lawyer|Tom Reed⟧ said.
    """,
    "an essay of hers": """
        ⟦In a Harbour Journal essay last week, Ivana Trent|Ivana Trent⟧ said it was late.
    """,
    "what somebody was before": """
        ⟦Chief of Staff Denis Lough (then deputy adviser)|Denis Lough⟧ said it was late.
    """,
}

AGES = {
    "an age says who is talked about": """
        Carl Moss, the head of the Alder Trust, sat in Leeds.

        “It was cold,” ⟦the bespectacled, 71-year-old diplomat|Carl Moss⟧ said.
    """,
    "not somebody named in passing": """
        Signs against Carl Moss hung there. ⟦The 71-year-old diplomat|71-year-old diplomat⟧ said no.
    """,
    "two ages": """
        Tom Reed, 43, and Paul Brown, 61, run the shop. ⟦The 61-year-old|Paul Brown⟧ said that it was closing.
        ⟦The 43-year-old|Tom Reed⟧ said it was not.
    """,
    "an age before the name": """
        Comedian 43-year-old Peter Hull imitated Carl Moss, 70. ⟦The 43-year-old|Peter Hull⟧ said it was easy.
    """,
    "nobody of that age": """
        Carl Moss (70) spoke first. ⟦The 43-year-old|43-year-old⟧ said it was easy.
    """,
}

ELABORATED = {
    "the magnate, of whom something else is said": """
        Rory Vane, the winner, held a rally. “Yes,” ⟦the billionaire real estate magnate|Rory Vane⟧ said.
    """,
    "the front-runner": "Rory Vane held a rally. “Yes,” ⟦the party front-runner|Rory Vane⟧ said.",
    "not the judge": """
        Rory Vane, the winner, held a rally. “Yes,” ⟦the federal judge|Federal judge⟧ said.
    """,
    "not the spokesman": """
        Rory Vane, the winner, held a rally. “Yes,” ⟦the party spokesman|Party spokesman⟧ said.
    """,
}

WHOLE = {
    "at least": "⟦At least 40 riders|At least 40 riders⟧ said that they would walk.",
    "more than": "⟦More than half of the riders|More than half of the riders⟧ say the toll is “unfair.”",
    "four in ten": "⟦Four in ten commuters|Four in ten commuters⟧ say the toll is “unfair.”",
    "one in five": "⟦One in five riders|One in five riders⟧ say the toll is “unfair.”",
    "two thirds": "⟦Two thirds of riders|Two thirds of riders⟧ say the toll is “unfair.”",
    "those over sixty": "⟦Those over 60|Those over 60⟧ say the toll is “unfair.”",
    "four witnesses": "⟦Four witnesses|Witnesses⟧ say the toll is “unfair.”",
}


@pytest.mark.parametrize(
    "article",
    [
        pytest.param(text, id=name)
        for group in (TIED, NOT_TIED, DESCRIBED_ONCE, COUNTERPARTS, AGES, ELABORATED, WHOLE)
        for name, text in group.items()
    ],
)
def test_every_source_is_resolved_to_the_right_speaker(article: str) -> None:
    spoken = resolved(article)
    assert spoken.found == spoken.expected
