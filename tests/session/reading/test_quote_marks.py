"""The circle beside a quote, which says how sure quoth is of it."""

from __future__ import annotations

import pytest

from tui.session.reading.quote_marks import certainty_mark


@pytest.mark.parametrize(
    ("certainty", "mark"), [(1, "●"), (0.8, "●"), (0.79, "◐"), (0.5, "◐"), (0.49, "○"), (0, "○")]
)
def test_the_circle_is_full_half_or_empty(certainty: float, mark: str) -> None:
    assert certainty_mark(certainty) == mark
