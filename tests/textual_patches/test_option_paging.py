"""Lists of options that are not laid out."""

from __future__ import annotations

import pytest
from textual.command import CommandPalette
from textual.widgets import OptionList

from tests.screens.driving import reader


@pytest.mark.parametrize("action", ["page_down", "page_up"])
async def test_a_page_of_a_list_that_has_no_lines_is_none(action: str) -> None:
    async with reader() as (_, pilot):
        await pilot.press("ctrl+p")
        assert isinstance(pilot.app.screen, CommandPalette)
        options = OptionList("One", "Two")
        options.display = False
        await pilot.app.screen.mount(options)
        options.highlighted = 0
        await options.run_action(action)
        assert options.highlighted == 0
