"""Whoever a transcript calls only a guest may give their name."""

from __future__ import annotations

import pytest

from tests.analysis.attribution.spoken_quotes import quoted
from tests.analysis.readers import Reader


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("Senator, I am Petra Lang from Aldmoor. I was glad to come.", "Petra Lang"),
        ("Good evening. My name is Petra Lang. I run the mill.", "Petra Lang"),
        ("Senator, I am tired of Petra Lang. I was glad to come.", "Guest"),
    ],
)
def test_a_guest_who_gives_a_name(reader: Reader, words: str, speaker: str) -> None:
    text = (
        "Anna Holt met the press, and Petra Lang was there.\n\n"
        f"“GUEST: {words} MS. HOLT: You are a patient crowd.” [Speech, 6 April.]"
    )
    assert quoted(reader, text) == [(words, speaker), ("You are a patient crowd.", "Anna Holt")]
