"""A quotation without a verb of speech is that of whom the sentence before is about."""

from __future__ import annotations

import pytest

from tests.analysis.attribution.spoken_quotes import Told, quoted
from tests.analysis.readers import Reader


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The mayor walked out of the hall at noon. “I have nothing to add to this.”",
            [("“I have nothing to add to this.”", "Mayor")],
        ),
        ("Residents are furious. “Nobody told us a thing.”", [("“Nobody told us a thing.”", "Residents")]),
        (
            "For Anna Holt, the answer is simple: “Stop building on the flood plain.”",
            [("“Stop building on the flood plain.”", "Anna Holt")],
        ),
        (
            "It is a hard job, and Anna Holt knows it. “You never get used to the cold.”",
            [("“You never get used to the cold.”", "Anna Holt")],
        ),
        (
            "Anna Holt laughed at the idea.\n\n“I would rather eat the boat.”",
            [("“I would rather eat the boat.”", "Anna Holt")],
        ),
        (
            "Anna Holt grew up by the mill. Her aunt, Jane, baked for it. “She would send me out with the bread.”",
            [("“She would send me out with the bread.”", None)],
        ),
        (
            "Tom Bell left the band in May. “He was the best of them by far.”",
            [("“He was the best of them by far.”", None)],
        ),
        (
            "His wife, Anna Holt, is proud. “He never gave up, not once.”",
            [("“He never gave up, not once.”", "Anna Holt")],
        ),
        ("Tom Bell is angry. “He lied to all of us.”", [("“He lied to all of us.”", "Tom Bell")]),
        (
            "The decision angered Anna Holt.\n\n“They drew a line and called it a road.”",
            [("“They drew a line and called it a road.”", "Anna Holt")],
        ),
        (
            "The police arrested Anna Holt.\n\n“They drew a line and called it a road.”",
            [("“They drew a line and called it a road.”", None)],
        ),
        # a mood is nobody
        (
            "The mood on the quay was grim. “We will not go back until we are paid.”",
            [("“We will not go back until we are paid.”", None)],
        ),
    ],
)
def test_whom_the_sentence_before_is_about(reader: Reader, text: str, told: Told) -> None:
    assert quoted(reader, text) == told
