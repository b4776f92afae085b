"""The pages of `quoth help` in the reader, from `?`."""

from __future__ import annotations

from tests.screens.driving import drawn, reader
from tests.screens.opening_app import until
from tui.screens.help_screen import HelpScreen
from tui.screens.topics_screen import TopicScreen, TopicsScreen


async def test_h_in_help_lists_the_pages_and_enter_reads_one() -> None:
    async with reader(size=(90, 30)) as (_, pilot):
        await pilot.press("question_mark", "h")
        assert isinstance(pilot.app.screen, TopicsScreen)
        assert "quoth help copying" in "\n".join(drawn(pilot.app.screen))
        await pilot.press("slash", *"newsboat", "enter", "enter")
        assert isinstance(pilot.app.screen, TopicScreen)
        text = "\n".join(drawn(pilot.app.screen))
        assert "What quoth opens" in text
        assert "`" not in text
        await pilot.press("G")
        await until(pilot, lambda: "\n".join(drawn(pilot.app.screen)) != text)
        await pilot.press("escape", "escape", "escape")
        assert isinstance(pilot.app.screen, HelpScreen)
