"""tui.session.reading.dates: ISO 8601 in words."""

from __future__ import annotations

import pytest

from tui.session.reading.dates import in_words


@pytest.mark.parametrize(
    ("published", "words"),
    [
        ("2024-11-21", "21 Nov 2024"),
        ("2024-11-01T09:05:07+02:00", "1 Nov 2024, 09:05"),
        ("2024-11-01T09:05:00Z", "1 Nov 2024, 09:05"),
        ("soon\nafter", "soon after"),
        ("", ""),
        (None, ""),
    ],
)
def test_in_words(published: str | None, words: str) -> None:
    assert in_words(published) == words
