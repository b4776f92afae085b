"""Whose words a statement, a report, a letter or a poll has."""

from __future__ import annotations

import pytest

from tests.spoken import resolved

DOCUMENTS = {
    "the statement of a body": """
        A barge sank, ⟦the Corranian navy|Corranian navy⟧ said in a statement on Friday.

        “Divers are at work,” ⟦the statement|Corranian navy⟧ said.
    """,
    "the bulletin": """
        A tanker ran aground, ⟦the Vell coastguard|Vell coastguard⟧ announced in a bulletin.

        “The hull is intact,” ⟦the bulletin|Vell coastguard⟧ read.
    """,
    "the filing": """
        ⟦Alder Foods|Alder Foods⟧ said in a filing on Friday that it lost money.
        ⟦The filing|Alder Foods⟧ said costs rose.
    """,
    "the statement of a body that is only described": """
        A crane fell, ⟦the port authority|Port authority⟧ said in a statement on Friday.

        “Divers are at work,” ⟦the statement|Port authority⟧ read.
    """,
    "the report of a body that published it": """
        The regulator published its report on the ferry. “The doors were open,” ⟦the report|Regulator⟧ said.
    """,
    "the complaint of who sued": """
        Maud Terry sued the city. “The hole was old,” ⟦the complaint|Maud Terry⟧ stated.
    """,
    "the post of who told it on Facebook": """
        Finn Aalto announced his retirement on Facebook. “My back has voted,” ⟦the post|Finn Aalto⟧ read.
    """,
    "the document that an inquiry is": """
        Alder Foods has published an inquiry into the fire. “Doors were open,” ⟦the document|Alder Foods⟧ says.
        """,
    "the report in which it was written": """
        The dam will hold, ⟦the Alpine Survey|Alpine Survey⟧ wrote in a report on Monday.

        “Cracks are shallow,” ⟦the report|Alpine Survey⟧ concluded.
        """,
    "the letter of nobody known": """
        Maud Terry found a letter. “Burn this,” ⟦the letter|Letter⟧ read.
    """,
    "the statement of whom the sentence before is about": """
        Northern Rail apologised on Friday. “We are sorry,” ⟦the statement|Northern Rail⟧ read.
    """,
    "the statement, where two were named": """
        Northern Rail and Acme Holdings met Anna Holt. “We are sorry,” ⟦the statement|Statement⟧ read.
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
    "the report that was said before to say it": """
        ⟦A congressional report|Congressional report⟧ says the bank hid losses. Jane Doe criticised the report.
        ⟦The report|Congressional report⟧ said so on Friday.
    """,
    "the survey that was a poll": """
        They are level, according to ⟦a new poll|New poll⟧. ⟦The survey|New poll⟧ finds that few care.
        ⟦The Courier poll|New poll⟧ shows it, too.
    """,
    "two polls": """
        ⟦A Courier poll|Courier poll⟧ said yes. ⟦A Herald poll|Herald poll⟧ said no.
        ⟦The Herald poll|Herald poll⟧ was small.
    """,
    "what somebody ordered is not theirs": """
        ⟦The agency|Agency⟧ ordered a release of the emails. ⟦The emails|Emails⟧ say that she was late.
    """,
    "a written statement": """
        Jane Doe provided a written statement on Monday. “It was a mistake,” ⟦the statement|Jane Doe⟧ said.
    """,
    "the statement of whoever spoke last": """
        ⟦Alder Foods|Alder Foods⟧ confirmed the sale.

        “We are sorry,” ⟦the statement|Alder Foods⟧ read.
    """,
    "a new statement is another": """
        ⟦The navy|Navy⟧ said so in a statement. A statement was found in the river on Friday.
        “I am sorry,” ⟦the statement|Statement⟧ read.
    """,
    "the document that is a report": """
        The council is under fire over a report on the ferry. ⟦The document|Document⟧ says it was old.
    """,
    "a report of many pages": """
        The 70-page report sums up how the ferry sank. ⟦It|70-page report⟧ says that it was old.
        ⟦The report|70-page report⟧ says it must go.
    """,
    "a book about somebody is not theirs": """
        Anna Holt was in court. “It was dark,” ⟦the report|Report⟧ said.
    """,
}


@pytest.mark.parametrize(
    "article",
    [pytest.param(text, id=name) for group in (DOCUMENTS,) for name, text in group.items()],
)
def test_every_source_is_resolved_to_the_right_speaker(article: str) -> None:
    spoken = resolved(article)
    assert spoken.found == spoken.expected
