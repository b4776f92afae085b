"""Who asks and who answers in an interview set as Q and A, through the whole analysis."""

from __future__ import annotations

import pytest

from tests.analysis.readers import Reader
from tui.article.files import from_bytes

TURNS = """
{q}: How high did the river rise?

{a}: It rose by two metres in one night. I have never seen that.

{q}: Will it come again?

{a}: Yes. It will come again.
"""

PRESENTED = "Anna Holt has studied rivers for twenty years. She came to Leeds in May."


def _speakers(reader: Reader, introduction: str, q: str = "Q", a: str = "A") -> list[str]:
    article = from_bytes((introduction + "\n" + TURNS.format(q=q, a=a)).encode(), "interview.txt")
    analysis, _ = reader.read(article)
    return [
        speaker.name
        for attribution in analysis.attributions
        if attribution.cue
        and attribution.kind == "direct"
        and (speaker := analysis.speaker(attribution.speaker))
    ]


@pytest.mark.parametrize(
    ("introduction", "asker", "answerer"),
    [
        (f"What rivers do\n\nBy Tom Reed\n\n{PRESENTED}\n", "Tom Reed", "Anna Holt"),
        (
            "The Northport Courier met Anna Holt, a hydrologist at the Alder Institute. Holt studies floods.\n",
            "Northport Courier",
            "Anna Holt",
        ),
        (f"{PRESENTED}\n", "Interviewer", "Anna Holt"),
        (
            "Anna Holt and Carl Moss study rivers. Holt and Moss work in Leeds.\n",
            "Interviewer",
            "Interviewee",
        ),
        (
            "It rained for a week in the north of the country, and more than usual.\n",
            "Interviewer",
            "Interviewee",
        ),
    ],
    ids=[
        "by the byline",
        "by the outlet",
        "nobody says who asks",
        "two are presented",
        "nobody is presented",
    ],
)
def test_q_and_a(reader: Reader, introduction: str, asker: str, answerer: str) -> None:
    assert _speakers(reader, introduction) == [asker, answerer, asker, answerer]


def test_names_before_turns_are_who_they_say(reader: Reader) -> None:
    found = _speakers(reader, f"By Tom Reed\n\n{PRESENTED}\n", q="MOSS", a="HOLT")
    assert found[1::2] == ["Anna Holt", "Anna Holt"]
    assert "Tom Reed" not in found
