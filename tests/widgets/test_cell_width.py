"""The most cells that a terminal may give a text."""

from __future__ import annotations

import pytest

from tui.widgets.cell_width import most_cells
from tui.widgets.panels.panel_text import fit


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("abc", 3),
        ("Café “x”", 8),
        ("Cafe\u0301", 4),  # an accent takes none anywhere
        ("日本", 4),
        ("அவர்", 3),  # a virama takes none
        ("மாலை", 4),  # each vowel sign a cell on some terminals
        ("हिन्दी", 5),
        ("👩‍🚀", 4),
        ("❤️", 2),
        ("", 0),
    ],
)
def test_most_cells(text: str, cells: int) -> None:
    assert most_cells(text) == cells


@pytest.mark.parametrize("width", [1, 2, 5, 9])
def test_what_is_cut_fits_on_any_terminal(width: int) -> None:
    for text in ("மாலை மாலை மாலை", "हिन्दी में लिखा", "👩‍🚀👩‍🚀👩‍🚀👩‍🚀", "❤️❤️❤️❤️❤️❤️"):
        assert most_cells(fit(text, width)) <= width
