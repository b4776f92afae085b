"""Whom “they”, “it” and descriptions of bodies mean, and that the US is not us."""

from __future__ import annotations

import pytest

from tests.spoken import resolved

US = {
    "with an article": "⟦The US|US⟧ welcomed the deal, calling it “a fine step”.",
    "with full stops": "⟦The U.S.|U.S.⟧ welcomed the deal, calling it “a fine step”.",
    "bare": "⟦US|US⟧ calls the deal “a fine step”.",
    "with a byline": """
        By Tom Reed\n\n“No deal,” ⟦the US|US⟧ said on Monday.\n\n⟦We|Tom Reed⟧ say it is “a fine step”.
    """,
    "in a passive": "The deal was called “a fine step” by ⟦the US|US⟧.",
    "in capitals like its headline": "BY TOM REED\n\nThe letter, ⟦the US|US⟧ says, is “a fake”.",
    "us is the author": "By Tom Reed\n\n“A fine step,” say all of ⟦us|Tom Reed⟧ at the paper.",
}

THEY = {
    "the subject of the main clause": """
        Protesters tore down the fence, which ⟦they|Protesters⟧ branded “an insult”.
    """,
    "a spokesperson": """
        Acme Holdings is closing a plant. ⟦A spokesperson for the union|Spokesperson for the union⟧ said
        it was late.

        “We were not asked,” ⟦they|Spokesperson for the union⟧ said.
    """,
    "a spokesperson, in one paragraph": """
        ⟦A Transport Board spokesperson|Transport Board spokesperson⟧ said: “It is late.”
        ⟦They|Transport Board spokesperson⟧ added: “We are sorry.”
    """,
    "one reader": """
        Acme Holdings sells lamps. ⟦One reader|Reader⟧ wrote to the paper. “It broke,” ⟦they|Reader⟧ said.
    """,
    "a spokesperson, named before but no speaker": """
        Acme Holdings is closing a plant. A spokesperson for the company was sorry. ⟦They|Spokesperson⟧ said it was
        late.

        “We were not asked,” ⟦they|Spokesperson⟧ said.
    """,
    "two firms that merged": """
        Alder Foods and Leeds Water merged in May. “We share a fence,” ⟦they|Alder Foods and Leeds Water⟧ wrote.
    """,
    "a firm that sued another": """
        Alder Foods sued Leeds Water in May. “We share a fence,” ⟦they|Alder Foods⟧ wrote.
    """,
    "those who shout, not whom they shout at": """
        He will be met by Germans who march against the Ocean Trade Partnership.
        “Go home,” ⟦they|Germans⟧ will shout.
    """,
    "no body that is only where they are": """
        Supporters of Doe met at the Harbour Club. “We will win,” ⟦they|Supporters⟧ said.
    """,
    "a company speaks": """
        Oakhurst Records has put out another statement.

        The firm that runs the gala, Halloway Events, is not so sure. “That is all,” ⟦they|Halloway Events⟧ said.
    """,
    "no event": """
        The Lisbon Summit opened on Monday. World War II was its subject. ⟦They|⟧ said it was long.
    """,
    "two who are named together": """
        Anna Holt and Tom Reed lost. “We lost,” ⟦they|Anna Holt and Tom Reed⟧ said in a statement.
    """,
    "three who are named together": """
        Anna Holt, Mia Vale and Tom Reed met the mayor. ⟦They|Anna Holt, Mia Vale and Tom Reed⟧ said it was dead.
    """,
    "somebody and her dog": """
        Anna Holt and her dog met the mayor. ⟦They|⟧ said it was dead.
    """,
    "people described": """
        Scientists in Leeds have studied the Big Bang. ⟦They|Scientists⟧ say it was loud.
    """,
}

IT = {
    "the subject of the main clause": """
        The museum showed a coat that ⟦it|Museum⟧ called “the last of its kind”.
    """,
    "no event": """
        The ministry was quiet about the Prague Spring Festival. ⟦It|Ministry⟧ said in a statement that it rained.
    """,
    "no spring, nor festival": """
        The Prague Spring Festival was over. ⟦It|⟧ said in a statement that the rain was heavy.
    """,
    "an email that somebody sent": """
        Tom Reed sent an email to all staff. “Nobody will lose a desk,” ⟦it|Tom Reed⟧ says.
        """,
    "a body that is somebody's guest": """
        The council met Tom Reed. “Nobody will lose a desk,” ⟦it|Council⟧ said.
        """,
    "a letter, not the body that it is about": """
        Acme Holdings is late. A letter to the union was about Acme Holdings. “It must end,” ⟦it|Letter⟧ said.
    """,
    "a body that wrote a letter": """
        Acme Holdings wrote a letter. ⟦It|Acme Holdings⟧ said that demand fell.
    """,
    "no place in passing": """
        Acme Holdings sued the town in Indiana. ⟦It|Acme Holdings⟧ said in a statement that demand fell.
    """,
    "a place that spoke": """
        ⟦France|France⟧ said that it was late. ⟦It|France⟧ added that demand fell.
    """,
    "a body that spoke": """
        A boat sank, ⟦the Corranian navy|Corranian navy⟧ said on Monday. ⟦It|Corranian navy⟧ did not say where.
    """,
    "a body that is only described": """
        The council met on Friday. ⟦It|Council⟧ said the plan was “dead.”
    """,
    "a company": """
        Acme Holdings is closing a plant. ⟦It|Acme Holdings⟧ said in a statement that demand fell.
    """,
}

BODIES = {
    "a firm that a paper asked": "Approached by the Herald, ⟦the firm|Firm⟧ said it was late.",
    "a firm in an article whose mayor spoke to a paper": """
        The mayor spoke to the Northport Herald. ⟦The firm|Firm⟧ said it was late.
    """,
    "a firm that was written to": """
        The mayor wrote to Alder Foods. ⟦The company|Alder Foods⟧ said it was late.
    """,
    "a trust is no company": """
        The Harbour Trust and Alder Foods met. ⟦The trust|Harbour Trust⟧ said the company was late.
        ⟦The company|Alder Foods⟧ said it was not.
    """,
    "a bank is a company": """
        Alder Bank lost money in May. ⟦The company|Alder Bank⟧ said it was not sick.
    """,
    "a foundation is a group": """
        The Harbour Foundation closed in May. ⟦The group|Harbour Foundation⟧ said it was broke.
    """,
    "what a company makes": """
        Alder Foods makes soup. Brook Ltd makes tea. “We are sorry,” ⟦the soup maker|Alder Foods⟧ said.
        ⟦The tea company|Brook Ltd⟧ said it was glad.
    """,
    "a clause right behind says which body": """
        Alder Foods closed in May. ⟦The association representing grocers|Association representing grocers⟧
        said it was broke.
    """,
    "not where somebody came from": """
        Anna Holt, who joined from Brook Dairies in May, is in charge. ⟦The company|Company⟧ said it was glad.
    """,
    "nor where a dateline stands": """
        LEEDS, May 12 - Alder Foods fell on Monday. “We are sorry,” ⟦it|Alder Foods⟧ said.
    """,
    "an editorial board is no party": """
        The Harbour Party lost in May. ⟦The editorial board|Editorial board⟧ writes that it was broke.
    """,
}


@pytest.mark.parametrize(
    "article",
    [pytest.param(text, id=name) for group in (US, THEY, IT, BODIES) for name, text in group.items()],
)
def test_every_source_is_resolved_to_the_right_speaker(article: str) -> None:
    spoken = resolved(article)
    assert spoken.found == spoken.expected
