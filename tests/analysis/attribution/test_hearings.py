"""What a court or an inquiry heard is shown, as said by nobody named; what is only heard is not."""

from __future__ import annotations

import pytest

from tests.analysis.attribution.spoken_quotes import told
from tests.analysis.readers import Reader


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The court heard that Peter Lind had set fire to the mill.",
            "that Peter Lind had set fire to the mill",
        ),
        (
            "Brink Crown Court heard how Peter Lind was “drunk on envy” when he took the boat.",
            "how Peter Lind was “drunk on envy” when he took the boat",
        ),
        (
            "The court heard Lind had become “consumed with envy” after the fair.",
            "Lind had become “consumed with envy” after the fair",
        ),
        ("The inquest heard Mr Lind died of a head wound.", "Mr Lind died of a head wound"),
        ("The jury was told he had lied to police.", "he had lied to police"),
        (
            "Peter Lind “had no chance” when the boom broke, an inquest has been told.",
            "Peter Lind “had no chance” when the boom broke",
        ),
        ("He had fled by night, the court heard.", "He had fled by night"),
        ("Jurors were told the key was found in his coat.", "the key was found in his coat"),
    ],
)
def test_what_was_heard_is_nobodys_named(reader: Reader, text: str, words: str) -> None:
    assert told(reader, text) == [(words, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Holt heard that the boat was lost.",
        "Jurors heard evidence from Anna Holt on Monday.",
        "The judge heard “Silent Night” on the radio.",
        "The committee heard from a man who had seen the boat.",
        "The court heard a lament about the dam.",
    ],
)
def test_what_is_only_heard_is_not(reader: Reader, text: str) -> None:
    assert told(reader, text) == []


def test_who_says_it_is_named(reader: Reader) -> None:
    assert told(reader, "The court heard he had fled, Anna Holt said.") == [
        ("The court heard he had fled", "Anna Holt")
    ]
    assert told(reader, "The jury was told by Anna Holt that he had fled.") == [
        ("that he had fled", "Anna Holt")
    ]
