"""What one is asked for is in sight on the least screen there is, 40×12."""

from __future__ import annotations

from tests.screens.driving import drawn, reader


async def test_the_name_that_is_saved_under_is_seen_once_it_is_asked_for() -> None:
    async with reader((40, 12)) as (_, pilot):
        await pilot.press("e", "enter")
        await pilot.pause()
        lines = "\n".join(drawn(pilot.app.screen))
        assert "Save as" in lines
        assert "trump-thinking-of-going-to-turkey" in lines.split("Save as")[1]


async def test_the_line_to_search_by_leaves_the_article_in_sight() -> None:
    async with reader((40, 12)) as (_, pilot):
        await pilot.press("s", *"putin")
        await pilot.pause()
        lines = drawn(pilot.app.screen)
        assert any("Putin" in line for line in lines[:5])
        assert any("putin" in line and "1 of" in line for line in lines[-3:])
