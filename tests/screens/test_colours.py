"""What is on the screen can be read in every theme, and shows where the focus is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from rich.style import Style
from textual.color import Color
from textual.screen import ModalScreen, Screen
from textual.theme import BUILTIN_THEMES

from tests.screens.driving import reader
from tests.textual_patches.screen_strips import strips
from tui.screens.themes import own_themes
from tui.widgets.colours import LEGIBLE, contrast

HARDEST = ["atom-one-dark", "solarized-light"]
"""A dark and a light theme of Textual's in which most could not be read as they are."""
WAYS: tuple[tuple[str, list[str]], ...] = (
    ("the reader", []),
    ("a chosen quote", ["n", "n"]),
    ("why", ["w"]),
    ("a chosen speaker", ["escape", "tab", "j", "j"]),
    ("the filter", ["slash", *"speaker:"]),
    ("a problem", ["ctrl+u", *"kind:x"]),
    ("help", ["escape", "escape", "question_mark"]),
    ("export", ["escape", "e"]),
    ("correcting", ["escape", "x"]),
    ("someone else", ["s"]),
    ("search", ["escape", "s", *"putin"]),
    ("open", ["escape", "o"]),
    ("a selection", ["escape", "g", "v", "l", "right_curly_bracket"]),
)


def words(screen: Screen[Any]) -> Iterator[tuple[str, Style]]:
    """Return what is drawn that somebody reads; what lies beneath a dialog is meant to be faint."""
    regions = [child.region for child in screen.children if child.display]
    for y, line in enumerate(strips(screen)):
        x = 0
        for text, style, _ in line:
            modal = isinstance(screen, ModalScreen)
            if (
                style
                and any(map(str.isalnum, text))
                and (not modal or any(r.contains(x, y) for r in regions))
            ):
                yield text, style
            x += len(text)


@pytest.mark.parametrize("theme", [*own_themes(), *HARDEST])
async def test_everything_can_be_read(theme: str) -> None:
    async with reader() as (_, pilot):
        pilot.app.theme = theme
        for name, keys in WAYS:
            await pilot.press(*keys)
            await pilot.pause()
            for text, style in words(pilot.app.screen):
                assert style.color is not None
                assert style.bgcolor is not None
                measured = contrast(Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor))
                assert measured >= LEGIBLE - 0.05, (name, text)


def test_the_hardest_themes_are_there() -> None:
    assert set(HARDEST) <= set(BUILTIN_THEMES)


async def test_the_panel_with_the_focus_is_told_by_its_heading_at_once() -> None:
    async with reader() as (screen, pilot):

        def lit() -> list[str]:
            found: dict[str, Style] = {text.strip(): style for text, style in words(screen)}
            primary = Color.parse(pilot.app.theme_variables["primary"])
            return [
                name for name in ("SPEAKERS", "QUOTES", "ENTITIES") if found[name].color == primary.rich_color
            ]

        assert lit() == []
        for name in ("SPEAKERS", "QUOTES", "ENTITIES"):
            await pilot.press("tab")
            await pilot.pause()
            assert lit() == [name]
        await pilot.press("tab")
        await pilot.pause()
        assert lit() == []


async def test_without_colours_nothing_is_coloured_or_dim_and_the_focus_is_seen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reader() as (screen, pilot):
        for keys in ([], ["n"], ["tab", "j"], ["slash", *"speaker:"], ["escape", "escape", "question_mark"]):
            await pilot.press(*keys)
            await pilot.pause()
            for line in strips(pilot.app.screen):
                for text, style, _ in line:
                    assert style is None or style.color is None or style.color.is_default, (keys, text)
                    assert style is None or style.bgcolor is None or style.bgcolor.is_default, (keys, text)
                    assert style is None or not style.dim, (keys, text)
        await pilot.press("escape", "tab", "tab", "j")
        await pilot.pause()
        reversed_words = [text for text, style in words(screen) if style.reverse]
        assert any("» " in text for text in reversed_words)
        assert any("▶" in text for text in reversed_words)
