"""Where the terminal's cursor stands, which braille and speech follow."""

from __future__ import annotations

import pytest

from tests.screens.driving import drawn, reader
from tui.screens.reader.reader_screen import ReaderScreen


def at_cursor(screen: ReaderScreen, length: int) -> str:
    """Return what is drawn from the cursor on."""
    x, y = screen.app.cursor_position
    return drawn(screen)[y][x : x + length]


async def test_the_cursor_follows_the_chosen_quote_the_marked_row_and_the_line() -> None:
    async with reader(size=(120, 30)) as (screen, pilot):
        assert at_cursor(screen, 12) == "Donald Trump"  # the first line
        await pilot.press("n")
        assert at_cursor(screen, 11) == "he is “thin"
        await pilot.press("n", "n", "n", "n", "n")
        await pilot.pause()
        assert at_cursor(screen, 8) == "“Overall"
        await pilot.press("tab", "j")
        await pilot.pause()
        assert at_cursor(screen, 15) == "P Dmitry Peskov"
        await pilot.press("tab", "j")
        await pilot.pause()
        assert at_cursor(screen, 8) == "“Overall"
        await pilot.press("slash", *"abc")
        await pilot.pause()
        x, y = screen.app.cursor_position
        assert drawn(screen)[y][:x].endswith("abc"), (x, y)


@pytest.mark.parametrize(
    ("keys", "read"),
    [
        (["e"], "Markdown, as block"),
        (["e", "down", "down"], "CSV, for"),
        (["w"], "he is"),
        (["question_mark"], "Bars"),
        (["t"], "quoth-dark"),
        (["x", "s"], "type to narrow"),
    ],
)
async def test_in_a_dialog_the_cursor_is_where_one_reads(keys: list[str], read: str) -> None:
    async with reader(size=(120, 30)) as (_, pilot):
        await pilot.press("n", *keys)
        await pilot.pause()
        x, y = pilot.app.cursor_position
        assert drawn(pilot.app.screen)[y][max(0, x - 2) :].lstrip(" ▶│").startswith(read)
