"""A frame may stand in the middle of a sentence: both parts around it are what was said."""

from __future__ import annotations

import pytest

from tests.analysis.attribution.spoken_quotes import quoted, told
from tests.analysis.readers import Reader


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The crew, Anna Holt explained later on Monday, were “paid in fish,” earning little else.",
            "The crew … were “paid in fish,” earning little else",
        ),
        (
            "When the flood came, Anna Holt said, “we were all asleep.”",
            "When the flood came … “we were all asleep.”",
        ),
        (
            "If the dam goes, Anna Holt warned on Tuesday, “there will be no town to save.”",
            "If the dam goes … “there will be no town to save.”",
        ),
        # the narrator's clauses are not said
        ("When she met the mayor, Anna Holt said, “You are late.”", "“You are late.”"),
        ("In a statement, Anna Holt said, “we will not go.”", "“we will not go.”"),
        ("On Monday, asked about the count, Anna Holt said, “it was a bad night.”", "“it was a bad night.”"),
    ],
)
def test_what_stands_before_the_frame_is_said_if_the_sentence_goes_on(
    reader: Reader, text: str, words: str
) -> None:
    assert quoted(reader, text) == [(words, "Anna Holt")]


def test_the_subject_before_a_frame_is_said(reader: Reader) -> None:
    assert told(reader, "The miller, Anna Holt said, will do an excellent job in the council.") == [
        ("The miller … will do an excellent job in the council", "Anna Holt")
    ]


def test_a_sentence_with_a_frame_and_a_list_is_said_whole(reader: Reader) -> None:
    text = "A win is unlikely, Anna Holt said: the lead of Lind and the number of rivals."
    words = "A win is unlikely … the lead of Lind and the number of rivals"
    assert told(reader, text) == [(words, "Anna Holt")]
    text = "Asked when the dam broke, Anna Holt said: the night of the fair."
    assert "Asked when the dam broke … " not in [said[:27] for said, _ in told(reader, text)]


def test_who_stands_behind_the_verb_says_it_of_what_stands_before(reader: Reader) -> None:
    assert told(reader, "The firm, said Anna Holt, does not pay its staff.") == [
        ("The firm … does not pay its staff", "Anna Holt")
    ]
    assert told(reader, "The plan, said Anna Holt, the mayor, is dead.") == [
        ("The plan … is dead", "Anna Holt")
    ]
    assert told(reader, "The contrast with Lind, said Anna Holt and others, would be plain to all.") == [
        ("The contrast with Lind … would be plain to all", "Anna Holt")
    ]
    assert told(reader, "The firm said Anna Holt, its head, does not pay its staff.") == [
        ("Anna Holt, its head, does not pay its staff", "Firm")
    ]
