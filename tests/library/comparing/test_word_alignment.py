"""What differs between two quotes."""

from __future__ import annotations

from tui.library.comparing.compared_words import compared_words
from tui.library.comparing.word_alignment import Difference, align


def differences(here: str, there: str, kind: str = "direct") -> list[tuple[str, str, str]]:
    found = align(compared_words(here), compared_words(there, kind))
    return [
        (str(part.difference), found.here.words(part.start, part.end), there_words)
        for part in found.parts
        for there_words in [found.there.words(part.other_start, part.other_end)]
        if part.difference is not Difference.SAME
    ]


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
