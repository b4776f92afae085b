"""What help says of the filter: its fields, and that Tab completes them, wherever there is one."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from textual.widgets import Static

from tests.screens.driving import reader
from tui.screens.help_screen import HelpScreen
from tui.session.filtering.query import FIELDS
from tui.session.filtering.records import RECORD_FIELDS, SAID_FIELDS


async def said(fields: Mapping[str, str]) -> list[str]:
    """What stands on the page of a screen whose filter has these fields."""
    async with reader() as (_, pilot):
        await pilot.app.push_screen(HelpScreen({}, (), fields))
        await pilot.pause()
        return [str(each.render()) for each in pilot.app.screen.query(Static)]


@pytest.mark.parametrize("fields", [FIELDS, RECORD_FIELDS, SAID_FIELDS])
async def test_the_fields_and_that_they_are_completed(fields: Mapping[str, str]) -> None:
    lines = await said(fields)
    assert {f"{name}:" for name in fields} <= set(lines)
    assert any(line.endswith("Tab completes") for line in lines)


async def test_where_there_is_no_filter_none_is_explained() -> None:
    lines = await said({})
    assert "Marks" in lines
    assert "Filter" not in lines
    assert "speaker:" not in lines
