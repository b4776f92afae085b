"""A second cue, or a second voice, begins a second attribution."""

from __future__ import annotations

import pytest

from tests.analysis.attribution.spoken_quotes import Told, quoted, told
from tests.analysis.readers import Reader

HOLT, LIND = "Anna Holt", "Peter Lind"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“I am tired,” Anna Holt said. “Resign!” Peter Lind shouted.",
            [("“I am tired,”", HOLT), ("“Resign!”", LIND)],
        ),
        (
            "“I am tired,” said Anna Holt. “So am I,” said Peter Lind.",
            [("“I am tired,”", HOLT), ("“So am I,”", LIND)],
        ),
        (
            "“We saw it,” Anna Holt said, adding: “It was dark.”",
            [("“We saw it,”", HOLT), ("“It was dark.”", HOLT)],
        ),
        (
            "Forty per cent of riders say the toll is “plainly unfair,” while 30 per cent call it “a bargain.”",
            [
                ("the toll is “plainly unfair,”", "Forty per cent of riders"),
                ("it “a bargain.”", "30 per cent"),
            ],
        ),
        (
            "Anna Holt described the hall as “kind” before describing the “long night” there.",
            [("the hall as “kind”", HOLT), ("the “long night” there", HOLT)],
        ),
        (
            "“Is anybody there?” Anna Holt called. “We are over here!” came the answer.",
            [("“Is anybody there?”", HOLT), ("“We are over here!”", None)],
        ),
        # what the narrator speaks of is nobody's words
        (
            "“It is a fine song,” Anna Holt said. “The Long Road” was sung in every inn.",
            [("“It is a fine song,”", HOLT)],
        ),
        ("Anna Holt, in a shirt printed with “Save the Weir”, cried: “Go home!”", [("“Go home!”", HOLT)]),
        # of what a deed parts only whole sentences are another's
        ("And the boat? “Sold it,” grinned Anna Holt. “Cheap.”", [("“Sold it,” … “Cheap.”", HOLT)]),
        # a comma inside the marks leads to whoever speaks behind them
        (
            "There was one thing left to say: “Bring some soup,” texted Anna Holt.",
            [("“Bring some soup,”", HOLT)],
        ),
        # one voice, one cue
        ("“I am tired,” Anna Holt said. “We all are.”", [("“I am tired,” … “We all are.”", HOLT)]),
        (
            "“I am tired,” Anna Holt said. “We all are. Peter Lind shouted at us.”",
            [("“I am tired,” … “We all are. Peter Lind shouted at us.”", HOLT)],
        ),
        (
            "Anna Holt said the hall was “cold” and the night was “long”.",
            [("the hall was “cold” and the night was “long”", HOLT)],
        ),
    ],
)
def test_each_voice_has_its_words(reader: Reader, text: str, expected: Told) -> None:
    assert quoted(reader, text) == expected


def test_a_second_verb_in_the_tense_of_the_first_is_the_speakers(reader: Reader) -> None:
    text = "Anna Holt said she had read half of the contract and slammed the whole bid as a “circus.”"
    assert told(reader, text) == [
        ("she had read half of the contract", HOLT),
        ("the whole bid as a “circus.”", HOLT),
    ]


def test_a_quotation_that_touches_the_next_is_not_the_same_speakers(reader: Reader) -> None:
    assert ('"High enough,"', "Orde") in quoted(
        reader, 'The men waited. "How high is it?" "High enough," Orde replied.'
    )
