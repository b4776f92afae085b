"""What a speaker did next is not in the words; what the words say further is."""

from __future__ import annotations

import pytest

from tests.analysis.attribution.spoken_quotes import told
from tests.analysis.readers import Reader

HOLT = "Anna Holt"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Anna Holt said the ruling was “unfair” and left the room.", "the ruling was “unfair”"),
        ("Anna Holt said the mill was “old” and walked off the stage.", "the mill was “old”"),
        (
            "Anna Holt openly declared she's building an “open town,” and is making strides in her quest.",
            "she's building an “open town,”",
        ),
        ("Anna Holt called it “a fine day,” and smiled.", "it “a fine day,”"),
        ("Anna Holt told Bell he was “a danger” and banned him for a year.", "he was “a danger”"),
        ("Anna Holt said they were late and left them there.", "they were late"),
        # what is said goes on
        ("Anna Holt said he fell and hurt his knee.", "he fell and hurt his knee"),
        ("Anna Holt said he was late and sent her home.", "he was late and sent her home"),
        (
            "Anna Holt said the storm was “violent” and left the town without water.",
            "the storm was “violent” and left the town without water",
        ),
        (
            "Anna Holt said her brother was “tired,” and needed a rest.",
            "her brother was “tired,” and needed a rest",
        ),
        (
            "Anna Holt said the offer was “an insult” and would be refused.",
            "the offer was “an insult” and would be refused",
        ),
        (
            "Anna Holt said the ferry was “late,” and that the port was shut.",
            "the ferry was “late,” and that the port was shut",
        ),
    ],
)
def test_what_the_speaker_did_next_is_left_out(reader: Reader, text: str, words: str) -> None:
    assert told(reader, text) == [(words, HOLT)]
