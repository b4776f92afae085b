"""What was spoken of, or to whom, is no speech; what was said of it is."""

from __future__ import annotations

import pytest

from tests.analysis.attribution.spoken_quotes import told
from tests.analysis.readers import Reader


@pytest.mark.parametrize(
    "text",
    [
        "Anna Holt said little about the dam.",
        "Peter Lind told few people about the boat.",
        "The council argued over the ferry on Monday.",
        "Council argues over the ferry",
        "Anna Holt commented on the price of eels.",
        "Peter Lind thanked him.",
        "Peter Lind thanked the minister on Monday.",
        "Anna Holt congratulated her rival, Tom Bell.",
        "That's according to a count of the votes.",
        "Anna Holt called into the morning shows of three stations.",
        "Anna Holt thanked her crew.",
        "Peter Lind and the judge had basically said the same thing.",
        "Last month, half of the voters said the same.",
        "His proof was in his written reply to the brief of the town.",
        "Anna Holt's inaccurate explanations of the loss angered the town.",
    ],
)
def test_a_topic_alone_is_no_speech(reader: Reader, text: str) -> None:
    assert told(reader, text) == []


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Anna Holt said no boat would sail.", "no boat would sail", "Anna Holt"),
        ("Anna Holt said more boats were needed.", "more boats were needed", "Anna Holt"),
        ("Anna Holt's explanation that the dam was old is wrong.", "that the dam was old", "Anna Holt"),
        ("The dam is old, Peter Lind replied to the mayor.", "The dam is old", "Peter Lind"),
        ("Anna Holt said the same boats would sail.", "the same boats would sail", "Anna Holt"),
        ("Anna Holt argued over dinner that the dam was old.", "that the dam was old", "Anna Holt"),
        ("Anna Holt argued against the ferry.", "the ferry", "Anna Holt"),
        ("Peter Lind thanked the crew for their courage.", "the crew for their courage", "Peter Lind"),
        ("Peter Lind warned of the flood.", "the flood", "Peter Lind"),
    ],
)
def test_what_was_said_of_a_topic_is_speech(reader: Reader, text: str, words: str, speaker: str) -> None:
    assert (words, speaker) in told(reader, text)
