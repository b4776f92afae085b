"""The quick scroll bar looks as Textual's own."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.content import Content
from textual.geometry import Region
from textual.scrollbar import ScrollBar

from tests.widgets.panes import until
from tui.widgets.panels.row_list import Row, RowList
from tui.widgets.panels.scroll_bar import CachedScrollBar


class Rows(RowList):
    def rows(self, width: int) -> list[Row]:
        return [Row(str(n)) for n in range(100)]

    def draw(self, row: Row, width: int) -> list[Content]:
        return [Content(row.key)]


class Listed(App[None]):
    def compose(self) -> ComposeResult:
        yield Rows()

    def on_mount(self) -> None:
        self.query_one(Rows).update_rows()


@pytest.mark.parametrize("top", [0, 1, 37, 90])
async def test_it_looks_as_textuals(top: int) -> None:
    app = Listed()
    async with app.run_test(size=(30, 10)) as pilot:
        await pilot.pause()
        rows = app.query_one(Rows)
        rows.scroll_to(y=top, animate=False)
        await pilot.pause()
        bar = rows.vertical_scrollbar
        assert isinstance(bar, CachedScrollBar)
        assert bar.size.height == 10
        for crop in (Region(0, 0, *bar.size), Region(0, 3, bar.size.width, 4)):
            assert bar.render_lines(crop) == ScrollBar.render_lines(bar, crop)


async def test_lines_that_look_the_same_are_one_strip() -> None:
    app = Listed()
    async with app.run_test(size=(30, 10)) as pilot:
        await pilot.pause()
        bar = app.query_one(Rows).vertical_scrollbar
        lines = bar.render_lines(Region(0, 0, *bar.size))
        assert len(set(map(id, lines))) < 5
        assert all(a is b for a, b in zip(lines, bar.render_lines(Region(0, 0, *bar.size)), strict=True))


async def test_a_click_under_the_thumb_scrolls() -> None:
    app = Listed()
    async with app.run_test(size=(30, 10)) as pilot:
        await pilot.pause()
        rows = app.query_one(Rows)
        bar = rows.vertical_scrollbar
        await pilot.click(bar, offset=(0, 9))
        await until(pilot, lambda: rows.scroll_offset.y > 0)
