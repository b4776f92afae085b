"""Whether two quotes have one speaker."""

from __future__ import annotations

import pytest

from tui.library.comparing.compared_quote import ComparedQuote
from tui.library.comparing.compared_words import compared_words


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
