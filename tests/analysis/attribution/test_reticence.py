"""What a speaker left unsaid is not in the words; what somebody else left unsaid is."""

from __future__ import annotations

import pytest

from tests.analysis.attribution.spoken_quotes import told
from tests.analysis.readers import Reader


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Tom Bell said the firm was in “good health”, without elaborating.",
            "the firm was in “good health”",
        ),
        ("Tom Bell said the bridge was safe without further elaboration.", "the bridge was safe"),
        ("Tom Bell said talks would go on, without giving details.", "talks would go on"),
        ("Tom Bell said on Monday that the firm was ready, adding no details.", "that the firm was ready"),
        ("Tom Bell said the bridge was safe, declining to give details.", "the bridge was safe"),
        ("Tom Bell said the bridge was safe, but did not elaborate.", "the bridge was safe"),
        ("Tom Bell said the bridge was safe but gave no details.", "the bridge was safe"),
        ("Tom Bell said the bridge was safe though he did not give further details.", "the bridge was safe"),
        (
            "Tom Bell said the mayor left the hall without giving details.",
            "the mayor left the hall without giving details",
        ),
        ("Tom Bell said the mayor gave no details.", "the mayor gave no details"),
        ("Tom Bell said the minister would not elaborate.", "the minister would not elaborate"),
        ("Tom Bell said the mayor was warned but did not act.", "the mayor was warned but did not act"),
        (
            "Tom Bell said the trees were felled in a storm without harming anybody.",
            "the trees were felled in a storm without harming anybody",
        ),
    ],
)
def test_what_a_speaker_left_unsaid_is_left_out(reader: Reader, text: str, words: str) -> None:
    assert told(reader, text) == [(words, "Tom Bell")]
