"""tui.library.comparing: whether two quotes are the same words, and what differs."""

from __future__ import annotations

import pytest

from tui.library.comparing.compared_quote import ComparedQuote
from tui.library.comparing.compared_words import MOST_WORDS, compared_words
from tui.library.comparing.quote_families import find_families
from tui.library.comparing.shingles import kept_shingles, shingles, whole_hash
from tui.library.comparing.word_alignment import Difference, align

LONG = (
    "“Overall, we’re determined to seriously look for ways to achieve a long-term peaceful settlement. "
    "That is all, and nobody in Moscow will tell you otherwise,”"
)


def differences(here: str, there: str, kind: str = "direct") -> list[tuple[str, str, str]]:
    found = align(compared_words(here), compared_words(there, kind))
    return [
        (str(part.difference), found.here.words(part.start, part.end), there_words)
        for part in found.parts
        for there_words in [found.there.words(part.other_start, part.other_end)]
        if part.difference is not Difference.SAME
    ]


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
    assert align(here, other).is_same(True)
    assert align(other, here).is_same(True)
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
    assert not align(compared_words(here), compared_words(there)).is_same(False)


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
    assert not align(compared_words(here), compared_words(there)).is_same(True)


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
    assert align(compared_words(here), compared_words(there)).is_same(True)


def test_a_short_part_needs_the_same_speaker() -> None:
    found = align(
        compared_words("It was a complete disaster for the town"), compared_words("complete disaster")
    )
    assert not found.is_same(False)
    found = align(
        compared_words("It was an unmitigated disaster for Grimsby"), compared_words("unmitigated disaster")
    )
    assert found.is_same(True)
    assert not found.is_same(False)


def test_what_differs() -> None:
    assert differences(
        "We will leave the old harbour tomorrow", "We would leave the old harbour tomorrow"
    ) == [("changed", "will", "would")]
    assert differences("We will leave the old harbour", "[The crew] will leave the old harbour") == [
        ("bracketed", "We", "[The crew]")
    ]
    assert differences(
        "We will leave the old harbour with all our nets", "We will leave … with all our nets"
    ) == [("longer", "the old harbour", "")]
    assert differences("We will leave the old harbour with nets", "We will leave the harbour with nets") == [
        ("changed", "old", "")
    ]
    assert differences("U.S. growth was 5 per cent", "US growth was 5%") == []


def test_only_words_in_marks_in_both_are_changes() -> None:
    here = compared_words("“We will leave the old harbour with all our nets tomorrow”")
    there = compared_words("that they would “leave the new harbour with all our nets” at dawn", "mixed")
    assert align(here, there).changes == [("old", "new")]
    indirect = compared_words("that they would leave the new harbour with all their nets", "indirect")
    assert align(here, indirect).changes == []


def test_spans_lead_to_the_words() -> None:
    words = compared_words("“No, I don’t,” \x1b[31m[sic] … “want 1,000.5 %”")
    assert [words.words(at, at + 1) for at in range(3)] == ["No", "I", "don’t"]
    assert "1000.5" in words.keys or "10005" in words.keys
    assert words.keys[-1] == "percent"
    assert "\x1b" not in words.text


@pytest.mark.parametrize("unit", ["the ", "a b c ", "“", "[", "… ", "x. ", "[a] ", "' "])
def test_hostile_repetition_is_cut(unit: str) -> None:
    words, other = compared_words(unit * 60_000), compared_words("y " + unit * 60_000)
    assert len(words.keys) <= MOST_WORDS
    align(words, other).is_same(True)
    assert whole_hash(words.keys) < 1 << 63


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Jane Doe", "Doe", True),
        ("J. Doe", "Jane Doe", True),
        ("Jane Doe", "John Doe", False),
        ("the Kremlin", "Kremlin", True),
        ("Jane Doe", None, None),
        ("Jane Doe", "Acme", False),
    ],
)
def test_speakers(one: str, other: str | None, same: bool | None) -> None:
    words = compared_words("x")
    assert ComparedQuote(words, one).has_speaker_of(ComparedQuote(words, other)) is same


def test_families() -> None:
    said = [
        "We will leave the old harbour with all our nets",
        "Nobody in Brussels has ever mended a net",
        "We would leave the old harbour with all our nets",
        "leave the old harbour with all our nets",
        "Nobody in Brussels has ever mended a net",
        "The weather was fine",
    ]
    quotes = [ComparedQuote(compared_words(each), "Jane Doe", None, at) for at, each in enumerate(said)]
    assert find_families(quotes) == [[0, 2, 3], [1, 4]]


def test_a_whole_speech_does_not_make_one_family_of_its_sentences() -> None:
    first, second = (
        "The river rose by two metres in forty minutes",
        "The sirens stayed silent all through the night",
    )
    said = [f"{first}. {second}.", first, first, second, second]
    quotes = [ComparedQuote(compared_words(each), "Jane Doe", None, at) for at, each in enumerate(said)]
    families = find_families(quotes)
    assert not any({1, 3} <= set(family) for family in families)
    assert {1, 2} <= set(families[0])
