"""Narration before the words is not in them; what belongs to them is."""

from __future__ import annotations

import pytest

from tests.analysis.attribution.spoken_quotes import told
from tests.analysis.readers import Reader

HOLT = "Anna Holt"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Anna Holt thanked the nurses. “You carried this town.”", "“You carried this town.”"),
        (
            "Anna Holt said while visiting the mill that the wheel would turn again.",
            "that the wheel would turn again",
        ),
        (
            "Coming back to the river, Anna Holt says the water is “too warm for trout.”",
            "the water is “too warm for trout.”",
        ),
        ("Coming back to the river, Anna Holt says it is low.", "it is low"),
        ("A baker from Brink, Anna Holt says she sold out by noon.", "she sold out by noon"),
        ("Anna Holt had said in a talk taped before the vote that the dam was old.", "that the dam was old"),
        (
            "A boat on Lake Orde “We sail on Monday whatever the wind does,” Anna Holt said.",
            "“We sail on Monday whatever the wind does,”",
        ),
        (
            "Anna Holt / The Herald “The old mill by the river is shut,” Anna Holt said.",
            "“The old mill by the river is shut,”",
        ),
        # what belongs to them
        (
            "Her motto “Every boat will sail on a Monday,” Anna Holt said, is dead.",
            "Her motto “Every boat will sail on a Monday,” … is dead",
        ),
        (
            "The plan to “Mend every bridge that was built in the war,” Anna Holt said.",
            "The plan to “Mend every bridge that was built in the war,”",
        ),
        ("Looking back, Anna Holt says, the dam was old.", "Looking back … the dam was old"),
    ],
)
def test_narration_before_the_words_is_left_out(reader: Reader, text: str, words: str) -> None:
    assert told(reader, text) == [(words, HOLT)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Anna Holt said after the hearing that he had shown “not a shred of remorse”.",
            "that he had shown “not a shred of remorse”",
        ),
        ("Anna Holt said at the long public meeting that it was late.", "that it was late"),
        # what must stay
        (
            "Anna Holt said the hearing that ended on Monday was late.",
            "the hearing that ended on Monday was late",
        ),
    ],
)
def test_the_occasion_is_no_part_of_what_is_said(reader: Reader, text: str, words: str) -> None:
    (quote,) = reader.analysis(text).attributions
    assert [span.of(text) for span in quote.content] == [words]
