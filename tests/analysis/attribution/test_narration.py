"""Narration before and after the words is not in them; what belongs to them is."""

from __future__ import annotations

import pytest

from tests.analysis.attribution.spoken_quotes import told
from tests.analysis.readers import Reader

HOLT = "Anna Holt"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Anna Holt said later the toll was “fair.”", "the toll was “fair.”"),
        ("The root of the “debts” is no riddle: “I adore velvet,” Anna Holt said.", "“I adore velvet,”"),
        ("Anna Holt said the sea would rise —", "the sea would rise"),
        (
            "Anna Holt said on Friday he met the mayor earlier in the week.",
            "he met the mayor earlier in the week",
        ),
        ("Anna Holt said the boat would sail on Friday.", "the boat would sail on Friday"),
        (
            "Anna Holt said that she “backs Peter Lind fully,” while her rival, Tom Bell, is a critic of his.",
            "that she “backs Peter Lind fully,”",
        ),
        ("Anna Holt told the Brink Courier, the dam was old.", "the dam was old"),
        ("“We sail,” Anna Holt told a cheering crowd. “Nobody stays.”", "“We sail,” … “Nobody stays.”"),
        ("OSLO, Norway (NTB) — “The port is shut for now,” Anna Holt said.", "“The port is shut for now,”"),
        ("14:32 “The port is shut for now,” Anna Holt said.", "“The port is shut for now,”"),
        ("• “The port is shut for now,” Anna Holt said.", "“The port is shut for now,”"),
        # what belongs to them
        ("The plan, Anna Holt said, is dead.", "The plan … is dead"),
        ("Anna Holt described the night as a nightmare for all.", "the night as a nightmare for all"),
        (
            "Anna Holt complained of telephone wait times that exceeded “an hour on most days”.",
            "telephone wait times that exceeded “an hour on most days”",
        ),
    ],
)
def test_the_narrator_is_left_out(reader: Reader, text: str, words: str) -> None:
    assert told(reader, text) == [(words, HOLT)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Anna Holt has said spring 2021 would be good for the vote.",
            "spring 2021 would be good for the vote",
        ),
        ("Anna Holt said last week was too late for Leeds.", "last week was too late for Leeds"),
        ("Anna Holt said on Friday that the bridge was shut.", "that the bridge was shut"),
    ],
)
def test_a_date_is_in_the_words_where_it_is_their_subject(reader: Reader, text: str, words: str) -> None:
    assert told(reader, text) == [(words, "Anna Holt")]
