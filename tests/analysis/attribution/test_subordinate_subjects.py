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
