"""Which quotes are the same words, and which are sentences built alike."""

from __future__ import annotations

import pytest

from tui.library.comparing.compared_words import compared_words
from tui.library.comparing.same_words_rule import are_same_words
from tui.library.comparing.shingles import kept_shingles, shingles
from tui.library.comparing.word_alignment import align

LONG = (
    "“Overall, we’re determined to seriously look for ways to achieve a long-term peaceful settlement. "
    "That is all, and nobody in Moscow will tell you otherwise,”"
)


@pytest.mark.parametrize(
    "there",
    [
        "“We're determined to seriously look for ways to achieve a long term peaceful settlement,”",
        "«nobody in MOSCOW will tell you otherwise»",
        "“we’re determined to … achieve a long-term peaceful settlement”",
        "“we’re determined to seriously look” … “for ways to achieve a long-term peaceful settlement”",
        "“[The Russians are] determined to seriously look for ways to achieve a long-term peaceful settlement”",
        "“[W]e were determined to seriously look for ways to reach a long-term peaceful settlement”",
    ],
)
def test_the_same_words(there: str) -> None:
    here, other = compared_words(LONG), compared_words(there)
    assert are_same_words(align(here, other), True)
    assert are_same_words(align(other, here), True)
    assert shingles(here.keys).keys() & kept_shingles(other.keys)
    assert shingles(other.keys).keys() & kept_shingles(here.keys)


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("I have a dream that the harbour will open again", "I have a dream that every child learns to swim"),
        ("At the end of the day, we lost the match", "At the end of the day, the voters decide"),
        ("We take this very seriously", "We take this very seriously"),
        ("Nobody asked us", "The harbour is open again"),
        ("", "Nobody asked us"),
        ("The cause of the fire is under investigation", "The cause of the fire is under investigation"),
        (
            "The accused is due to appear in court on Friday",
            "The accused is due to appear in court on Friday",
        ),
        ("… [ ] —", "… [ ] —"),
    ],
)
def test_not_the_same_words(here: str, there: str) -> None:
    assert not are_same_words(align(compared_words(here), compared_words(there)), False)


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("We will build schools for the poor.", "We will build roads for the poor."),
        (
            "We lost eleven men in that tower, and nobody slept.",
            "We lost nine men in that tower, and nobody slept.",
        ),
        ("The first bill that I sign will be short", "The second bill that I sign will be short"),
        ("A town that forgets its bakers will go hungry", "A town that forgets its poets will go silent"),
    ],
)
def test_sentences_of_one_speaker_that_are_built_alike_are_others(here: str, there: str) -> None:
    assert not are_same_words(align(compared_words(here), compared_words(there)), True)


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("We will build schools for the poor.", "We would build schools for the poor."),
        ("She pays twice for the bridge, and it hurts her", "She paid twice for the bridge, and it hurt her"),
        (
            "We asked the brewery for its books in March, and it has sent us nothing but brochures.",
            "We asked the brewery for its books in March, and it has given us nothing but brochures.",
        ),
    ],
)
def test_a_word_changed_in_a_long_quote_or_its_form_is_no_other_sentence(here: str, there: str) -> None:
    assert are_same_words(align(compared_words(here), compared_words(there)), True)


def test_a_short_part_needs_the_same_speaker() -> None:
    found = align(
        compared_words("It was a complete disaster for the town"), compared_words("complete disaster")
    )
    assert not are_same_words(found, False)
    found = align(
        compared_words("It was an unmitigated disaster for Grimsby"), compared_words("unmitigated disaster")
    )
    assert are_same_words(found, True)
    assert not are_same_words(found, False)
