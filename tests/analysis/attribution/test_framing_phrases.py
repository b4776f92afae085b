"""A phrase may frame a whole sentence: as Doe puts it; according to Doe."""

from __future__ import annotations

import pytest

from tests.analysis.attribution.spoken_quotes import quoted
from tests.analysis.readers import Reader

HOLT, LIND = "Anna Holt", "Peter Lind"


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "As Anna Holt put it on Monday, the harbour is “a bathtub with delusions”.",
            "the harbour is “a bathtub with delusions”",
            HOLT,
        ),
        (
            "As Peter Lind, who ran the mill for years, once put it, “Nobody drowns in a dry dock.”",
            "“Nobody drowns in a dry dock.”",
            LIND,
        ),
        (
            "According to harbour master Anna Holt, the mood reeks of “fear” and boredom.",
            "the mood reeks of “fear” and boredom",
            HOLT,
        ),
        (
            "According to Anna Holt, the harbour master, the boats are “not fit to float on a pond”.",
            "the boats are “not fit to float on a pond”",
            HOLT,
        ),
        (
            "What followed was, in the words of mayor Anna Holt, “the daftest night of my life”.",
            "“the daftest night of my life”",
            HOLT,
        ),
        (
            "In the words of Peter Lind, the miller, the dock is “a bathtub with delusions”.",
            "the dock is “a bathtub with delusions”",
            LIND,
        ),
        # nobody puts anything here
        (
            "In the words of the song that Anna Holt knew, there was a cup marked “Best of friends”.",
            None,
            None,
        ),
        ("As Anna Holt put it on the table, the cup said “Best of friends” to the mayor.", None, None),
    ],
)
def test_the_sentence_is_whose_phrase_frames_it(
    reader: Reader, text: str, words: str | None, speaker: str | None
) -> None:
    found = quoted(reader, text)
    assert found == [(words, speaker)] if words is not None else (None, HOLT) not in found
