"""The command palette: what people type finds what they mean."""

from __future__ import annotations

import pytest

from tests.screens.driving import reader
from tui.screens.command_palette import PaletteSearch


@pytest.mark.parametrize(
    ("typed", "id"),
    [
        ("export", "export"),
        ("quit", "quit"),
        ("exit", "quit"),
        ("redo", "correct.redo"),
        ("undo", "correct.undo"),
        ("history", "history.back"),
        ("dark", "theme"),
        ("library", "library"),
        ("copy.cited", "copy.cited"),
        ("Y", "copy.cited"),
    ],
)
async def test_what_is_looked_for_is_found_first(typed: str, id: str) -> None:
    async with reader() as (screen, _):
        hits = [hit async for hit in PaletteSearch(screen).search(typed)]
        best = max(hits, key=lambda hit: hit.score)
        assert (best.help or "").split()[-1] == id
