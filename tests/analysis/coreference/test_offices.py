"""Offices and parties: theirs of whom the article says so, somebody's whom it does not name otherwise."""

from __future__ import annotations

import pytest

from tests.analysis.attribution.spoken_quotes import told
from tests.analysis.readers import Reader
from tests.spoken import resolved

HOLT = "Anna Holt"


@pytest.mark.parametrize(
    ("before", "source", "speaker"),
    [
        ("Anna Holt said the ministry had paid for it.", "The minister", "Minister"),
        ("Anna Holt said the road was shut.", "The minister", "Minister"),
        ("Anna Holt said the mayor had been paid.", "The mayor", "Mayor"),
        ("Anna Holt of the Green Party said coal must go.", "The president", "President"),
        ("Anna Holt is not the minister. Holt said coal must go.", "The minister", "Minister"),
        # where the article says so
        ("Anna Holt, the transport minister, said the road was shut.", "The minister", HOLT),
        (
            "Transport minister Anna Holt said the road was shut. Tom Bell said she lied.",
            "The minister",
            HOLT,
        ),
        ("Anna Holt is the chief executive of Delta. Holt said coal must go.", "The chief executive", HOLT),
        ("Anna Holt was appointed transport minister in May. Tom Bell said she lied.", "The minister", HOLT),
        ("Anna Holt, 43, said coal must go.", "The 43-year-old", HOLT),
    ],
)
def test_whose_office_it_is(reader: Reader, before: str, source: str, speaker: str) -> None:
    assert told(reader, f"{before} {source} denied the claim.")[-1] == ("the claim", speaker)


OFFICES = {
    "a premier is nobody with another role": """
        ⟦Attorney General Tom Reed|Tom Reed⟧ said that it was late. ⟦The prime minister|Prime minister⟧ said no.
    """,
    "a premier of whom no role is said": """
        ⟦Tom Reed|Tom Reed⟧ said that it was late. “No,” ⟦the prime minister|Tom Reed⟧ said.
    """,
    "a party’s member is the senator, not the subject": """
        Olga Brandt has vowed to cut the toll. Brandt might not find a friend in Sen. Tom Reed, either.
        ⟦The Ohio Republican|Tom Reed⟧ told CNN that it was late.
    """,
    "a party’s member named behind": """
        “No,” House Committee Chairman Carl Moss told CNN.
        ⟦The top Democrat on the committee, Rep. Tom Reed,|Tom Reed⟧ said that it was late.
    """,
    "a party’s member sits in a parliament": """
        ⟦President Olga Brandt|Olga Brandt⟧ said no. ⟦The Ohio Republican|Ohio Republican⟧ told CNN it was late.
    """,
    "but anybody is a party’s": """
        ⟦Former Vice President Carl Moss|Carl Moss⟧ said no. “It was late,” ⟦the Republican|Carl Moss⟧ told CNN.
    """,
    "a people": """
        Carl Moss leads the party. ⟦The Dutch|Dutch⟧ said that it was late.
    """,
    "one of a people": """
        Carl Moss coaches the club. “It was late,” ⟦the Australian|Carl Moss⟧ said.
    """,
    "somebody else’s spokesman": """
        ⟦Ministry spokesman Tom Reed|Tom Reed⟧ said no. ⟦Brandt’s spokesman|Brandt’s spokesman⟧ said it was late.
    """,
    "the spokesman of a Taoiseach": """
        ⟦A spokesperson for Taoiseach Nora Moss|Spokesperson for Taoiseach Nora Moss⟧ said that it was late.
        ⟦The Taoiseach|Nora Moss⟧ said no.
    """,
    "what somebody was before": """
        ⟦Transport Minister Tom Reed|Tom Reed⟧ said no.
        “It was late,” ⟦the former Harbour Trust executive|Tom Reed⟧ said.
    """,
    "an official of another body": """
        ⟦Harbour Bank economist Tom Reed|Tom Reed⟧ said no.
        “It was late,” ⟦the White House official|White House official⟧ said.
    """,
    "a senator of another state is another": """
        Sen. Tom Reed (R-Ohio) left. Sen. Carl Moss (D-Fla.) stayed. “No,” ⟦the Ohio senator|Tom Reed⟧ said.
    """,
    "a party's member of another state is another": """
        Anna Holt, D-Ohio, spoke after Sen. Carl Moss, D-New York, had left. Holt, whom Moss called, was calm.
        ⟦The Ohio Democrat|Anna Holt⟧ denied that Moss had told her to wait.
    """,
    "a senator of another party is another": """
        Sen. Tom Reed, R-Ohio, left. Sen. Carl Moss (D-N.Y.) stayed. “No,” ⟦the New York Democrat|Carl Moss⟧ said.
        “Yes,” ⟦the Republican|Tom Reed⟧ said.
    """,
    "nobody, where all are of the other party": """
        Tom Reed, R-Ohio, left. ⟦The Democrat|Democrat⟧ said it was late.
    """,
    "a senator from that state": """
        Sen. Tom Reed (R-Ohio) left. Sen. Carl Moss (D-Fla.) stayed.
        “No,” said ⟦the senator from Florida|Carl Moss⟧.
    """,
    "whoever is talked about, where the senator was named long before": """
        Sen. Tom Reed left on Monday. It was late.

        Nobody stayed but a few. It was cold. They sang.

        Carl Moss laughed at it. “No,” ⟦the senator|Carl Moss⟧ said.
    """,
    "the senator just named": """
        Sen. Tom Reed left on Monday. Carl Moss waved.

        “No,” ⟦the senator|Tom Reed⟧ said.
    """,
    "what somebody calls somebody else in passing": """
        ⟦Ted Holm|Ted Holm⟧ said that the businessman was right. Carl Moss is a businessman. Holm warned of it.
        “No,” ⟦the Texas senator|Ted Holm⟧ said.
    """,
}


@pytest.mark.parametrize("article", [pytest.param(text, id=name) for name, text in OFFICES.items()])
def test_every_source_is_resolved_to_the_right_speaker(article: str) -> None:
    spoken = resolved(article)
    assert spoken.found == spoken.expected
