"""Keys are called the same wherever they are named."""

from __future__ import annotations

import pytest
from textual.binding import Binding

from tests.screens.driving import drawn, reader
from tui.screens.key_names import key_name


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("escape", "Esc"),
        ("ctrl+r", "Ctrl+R"),
        ("shift+right", "Shift+→"),
        ("shift+tab", "Shift+Tab"),
        ("alt+left", "Alt+←"),
        ("slash", "/"),
        ("n", "n"),
        ("N", "N"),
        ("f1", "F1"),
        ("pagedown", "PgDn"),
    ],
)
def test_a_key_has_its_name(key: str, name: str) -> None:
    assert key_name(Binding(key, "nothing")) == name


async def test_help_and_hints_call_them_alike() -> None:
    async with reader(size=(100, 200)) as (_, pilot):
        await pilot.press("question_mark")
        await pilot.pause()
        page = "\n".join(drawn(pilot.app.screen))
        for name in ("Esc ", "Tab ", "Shift+Tab", "Ctrl+R", "Shift+→", "Ctrl+P", "Ctrl+Z"):
            assert name in page, name
        await pilot.press("escape", "slash")
        await pilot.pause()
        assert "Tab complete" in "\n".join(drawn(pilot.app.screen))
