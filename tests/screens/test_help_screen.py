"""What help says of the filter: its fields, and that Tab completes them, wherever there is one."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.screens.driving import drawn, reader
from tui.screens.default_keys import READER
from tui.screens.help_screen import GROUPS, HelpScreen
from tui.session.filtering.query import FIELDS
from tui.session.filtering.records import RECORD_FIELDS, SAID_FIELDS
from tui.widgets.help_lines import LEFT, HelpLines


async def said(fields: Mapping[str, str]) -> list[str]:
    """Return the help page of a screen whose filter has these fields."""
    async with reader() as (_, pilot):
        await pilot.app.push_screen(HelpScreen({}, (), fields))
        await pilot.pause()
        return str(pilot.app.screen.query_one(HelpLines).render()).split("\n")


@pytest.mark.parametrize("fields", [FIELDS, RECORD_FIELDS, SAID_FIELDS])
async def test_the_fields_and_that_they_are_completed(fields: Mapping[str, str]) -> None:
    lines = await said(fields)
    assert {f"{name}:" for name in fields} <= {line[:LEFT].rstrip() for line in lines}
    assert "Tab completes" in " ".join(" ".join(lines).split())


async def test_where_there_is_no_filter_none_is_explained() -> None:
    lines = await said({})
    assert "Marks" in lines
    assert "Filter" not in lines
    assert not any(line.startswith("speaker:") for line in lines)


async def test_the_page_is_searched_and_scrolled_as_the_article_is() -> None:
    async with reader(size=(90, 30)) as (screen, pilot):
        await pilot.press("question_mark")
        await pilot.pause()
        page = pilot.app.screen
        assert isinstance(page, HelpScreen)
        assert "Bars ▇ count words, numbers quotes" in "\n".join(drawn(page)[:4])
        await pilot.press("space")
        assert page.page.scroll_y == page.page.size.height - 2
        await pilot.press("ctrl+u", "ctrl+u", "slash", *"clipboard palette")
        await pilot.pause()
        assert "Nothing here has all of these words" in "\n".join(drawn(page))
        await pilot.press("ctrl+u", *"palette")
        await pilot.pause()
        text = "\n".join(drawn(page))
        assert "Ctrl+P" in text
        assert "Quotes" not in text
        await pilot.press("escape")
        await pilot.pause()
        assert "Quotes" in "\n".join(drawn(page))
        await pilot.press("slash", *"quit", "enter", "escape", "escape")
        assert pilot.app.screen is screen


def test_every_key_of_the_reader_stands_in_help() -> None:
    listed = {id for group in GROUPS.values() for id in group}
    assert {binding.id for binding in READER} - {f"tenth.{n}" for n in range(2, 10)} == listed
    assert all(binding.tooltip for binding in READER)
