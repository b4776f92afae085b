"""Words as they are compared lead back to the quote, and are never too many."""

from __future__ import annotations

import pytest

from tui.library.comparing.compared_words import MOST_WORDS, compared_words
from tui.library.comparing.same_words_rule import are_same_words
from tui.library.comparing.shingles import whole_hash
from tui.library.comparing.word_alignment import align


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
    are_same_words(align(words, other), True)
    assert whole_hash(words.keys) < 1 << 63
