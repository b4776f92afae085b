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
        ("My sister was like, “You can’t sail that.” It rained.", "“You can’t sail that.”", "My sister"),
        ("Anna Holt was just like, ‘What are you doing?’ It rained.", "‘What are you doing?’", HOLT),
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
        (
            "“You can have it quick or you can have it dry” – that was how roofer Anna Holt put it on Monday.",
            "“You can have it quick or you can have it dry”",
            HOLT,
        ),
        # however the phrase is put
        (
            "“Mend the net or lose the fish,” is how Anna Holt sees it.",
            "“Mend the net or lose the fish,”",
            HOLT,
        ),
        (
            "“Either the bells go or I do” was the way Peter Lind, who kept the tower, summed it up.",
            "“Either the bells go or I do”",
            LIND,
        ),
        ("To quote the miller, Peter Lind, “Flour is only patience.”", "“Flour is only patience.”", LIND),
        (
            "In the words of Anna Holt, who runs the mill, the dock is “a bathtub with delusions”.",
            "the dock is “a bathtub with delusions”",
            HOLT,
        ),
        (
            "The harbour, as Anna Holt likes to say, is “too shallow to drown a duck.”",
            "The harbour … is “too shallow to drown a duck.”",
            HOLT,
        ),
        ("It was, in Peter Lind's words, “a long night”.", "“a long night”", LIND),
        (
            "The market is “holding its nose,” in the words of Peter Lind, who mills there.",
            "The market is “holding its nose,”",
            LIND,
        ),
        (
            "She left the mill early, “like a thief at a wedding”, as Peter Lind writes in his long memoir.",
            "“like a thief at a wedding”",
            LIND,
        ),
        (
            "The mill was a place of “soot and song”, as Peter Lind wrote.",
            "The mill was a place of “soot and song”",
            LIND,
        ),
        # nobody puts anything here
        ("“Old Gull” is how the light is known, and Anna Holt keeps it.", None, None),
        ("It was, in other words, “a long night” for Anna Holt.", None, None),
        ("“Keep off the grass” is what it says on the gate that Anna Holt painted.", None, None),
        (
            "In the words of the song that Anna Holt knew, there was a cup marked “Best of friends”.",
            None,
            None,
        ),
        ("As Anna Holt put it on the table, the cup said “Best of friends” to the mayor.", None, None),
        ("She left it by the “Best of friends” cup, as Anna Holt wrote letters to the mayor.", None, None),
    ],
)
def test_the_sentence_is_whose_phrase_frames_it(
    reader: Reader, text: str, words: str | None, speaker: str | None
) -> None:
    found = quoted(reader, text)
    assert found == [(words, speaker)] if words is not None else (None, HOLT) not in found


@pytest.mark.parametrize("text", ["It was like, “You can’t win.”", "Anna Holt is like “a mother” to him."])
def test_what_a_thing_is_like_nobody_says(reader: Reader, text: str) -> None:
    assert quoted(reader, text) == []
