"""The line at the top says what there is room for."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult

from tests.screens.driving import drawn
from tui.widgets.title_bar import TitleBar


class TitleApp(App[None]):
    """The line alone."""

    CSS = "TitleBar { height: 1; } .title--name, .title--faint { color: white; }"

    def compose(self) -> ComposeResult:
        yield TitleBar()


@pytest.mark.parametrize(
    ("width", "placed", "said"),
    [
        (90, True, "quoth · Ngozi Okonjo-Iweala … Director General · 3 quotes in 1 article · 12 %"),
        (60, False, "quoth · Ngozi Okonjo-Iweala … 3 quotes in 1 article"),
        (48, False, "Ngozi Okonjo-Iweala … 3 quotes in 1 article"),
        (40, False, "Ngozi Okonjo-Iw … 3 quotes in 1 article"),
        (40, True, "Ngozi Okonjo-Iweala … 12 %"),
    ],
)
async def test_counts_never_push_out_the_name(width: int, placed: bool, said: str) -> None:
    app = TitleApp()
    async with app.run_test(size=(width, 3)) as pilot:
        title = app.query_one(TitleBar)
        title.name_of_article = "Ngozi Okonjo-Iweala"
        title.counts = "Director General · 3 quotes in 1 article"
        title.percent, title.placed = 12, placed
        await pilot.pause()
        begins, _, ends = said.partition(" … ")
        line = drawn(app.screen)[0].strip()
        assert line.startswith(begins)
        assert line.endswith(f" {ends}")
        assert len(line) <= width
