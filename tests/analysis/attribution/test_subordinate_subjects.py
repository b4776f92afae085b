"""Who speaks in a clause of when or why is its own subject, whoever the sentence is about."""

from __future__ import annotations

import pytest

from tests.analysis.attribution.spoken_quotes import told
from tests.analysis.readers import Reader


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The dockers walked out after the head of the port said that it was “over”.", "Head of the port"),
        ("Harbour Bank fell after a member of the board said that it was “over”.", "Member of the board"),
        ("Anna Holt left as her lawyer, Peter Lind, insisted that she was “innocent”.", "Peter Lind"),
        ("Tom Bell resigned after his deputy called him “a fraud”.", "His deputy"),
        ("Anna Holt spoke before the chairman called it “over”.", "Chairman"),
        ("The league fined the club after a spokesman for Harbour Rovers said it was “late”.", "Spokesman"),
        # what must stay
        ("The dockers walked out after a row with the manager and said that it was “over”.", "Dockers"),
        ("Anna Holt spoke after the chairman, and said that it was “over”.", "Anna Holt"),
        ("Tom Bell smiled as he said it was “fine”.", "Tom Bell"),
        ("Anna Holt sat down after the vote and called the plan “over”.", "Anna Holt"),
    ],
)
def test_the_subject_of_the_clause_speaks(reader: Reader, text: str, speaker: str) -> None:
    ((_, who),) = told(reader, text)
    assert who is not None
    assert who.startswith(speaker)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Anna Holt said Tom Bell had stopped her brother and told him to “go home”.", "Tom Bell"),
        ("Anna Holt said her boss had stopped Tom Bell and told him it was “over”.", "Her boss"),
        ("Police said the man had entered the shop and threatened to “burn it down”.", "Man"),
        ("Anna Holt said Tom Bell had cornered her and called her “a thief”.", "Tom Bell"),
        ("Anna Holt said Tom Bell pushed her and shouted, “Get out!”", "Tom Bell"),
        # what must stay
        ("Anna Holt said the bridge had closed and told reporters it was “over”.", "Anna Holt"),
        ("Tom Bell said the car had been stolen and urged drivers to “lock the door”.", "Tom Bell"),
        ("Tom Bell said he had read half of it and slammed it as a “circus”.", "Tom Bell"),
        ("Anna Holt said that Tom Bell had left the town and added: “We miss him.”", "Anna Holt"),
        ("Police said Tom Bell had fled and said: “We will find him.”", "Police"),
    ],
)
def test_who_did_it_to_somebody_said_so(reader: Reader, text: str, speaker: str) -> None:
    assert told(reader, text)[-1][1] == speaker
