"""The command palette: what people type finds what they mean."""

from __future__ import annotations

import pytest

from tests.screens.driving import drawn, reader
from tui.screens.command_palette import PaletteSearch
from tui.session.settings import Settings


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


async def test_scattered_letters_count_only_where_no_action_has_the_words() -> None:
    async with reader() as (screen, _):

        async def ids(typed: str) -> list[str]:
            hits = [hit async for hit in PaletteSearch(screen).search(typed)]
            return [(hit.help or "").split()[-1] for hit in sorted(hits, key=lambda hit: -hit.score)]

        assert await ids("quit") == ["quit"]  # not “Clip the quote or the selection”, which has its letters
        assert await ids("exp") == ["export"]
        assert set(await ids("next quote")) == {"quote.next"}
        assert "export" in await ids("xprt")


async def test_themes_begin_at_the_present_one_and_are_previewed() -> None:
    async with reader(settings=Settings(theme="nord")) as (screen, pilot):
        await pilot.press("t")
        await pilot.pause()
        assert any("▶ nord" in line for line in drawn(pilot.app.screen))
        await pilot.press("j")
        assert pilot.app.theme == "quoth-dark"  # the next by name
        await pilot.press("escape")
        assert (pilot.app.theme, pilot.app.screen) == ("nord", screen)
        await pilot.press("t", "slash", *"quoth-li", "enter")
        await pilot.pause()
        assert (pilot.app.theme, pilot.app.screen) == ("quoth-light", screen)
