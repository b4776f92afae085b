"""A list of rows: which is chosen by which step, and what is drawn of it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from textual.app import App, ComposeResult
from textual.content import Content
from textual.geometry import Region

from tui.widgets.panels.row_list import Row, RowList

ROWS = [
    Row("fruit", heading=True),
    Row("apple", 2, gap=1),
    Row("pear"),
    Row("roots", heading=True),
    Row("beet", look=1),
]


class Rows(RowList):
    EMPTY_TEXT = "Nothing."

    def __init__(self) -> None:
        super().__init__()
        self.items: Sequence[Row] = ROWS
        self.drawn: list[str] = []

    def rows(self, width: int) -> Sequence[Row]:
        return self.items

    def draw(self, row: Row, width: int) -> list[Content]:
        self.drawn.append(row.key)
        return [Content(f"{row.key} {n}") for n in range(row.lines)]


class Listed(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.chosen: list[str | None] = []

    def compose(self) -> ComposeResult:
        yield Rows()

    def on_row_list_highlighted(self, event: RowList.Highlighted) -> None:
        self.chosen.append(event.key)


def lines(rows: Rows) -> list[str]:
    return [strip.text.rstrip() for strip in rows.render_lines(Region(0, 0, *rows.size))]


async def test_rows_are_drawn_from_above_and_blank_lines_under_them() -> None:
    app = Listed()
    async with app.run_test(size=(20, 9)) as pilot:
        rows = app.query_one(Rows)
        rows.update_rows("pear", "beet")
        await pilot.pause()
        assert lines(rows) == [
            " fruit 0",
            "   apple 0",
            "   apple 1",
            "",
            " ▶ pear 0",
            " roots 0",
            " › beet 0",
            "",
            "",
        ]
        assert [rows.render_line(y).text.rstrip() for y in (2, 4, 8)] == ["   apple 1", " ▶ pear 0", ""]


async def test_no_row_says_so() -> None:
    app = Listed()
    async with app.run_test(size=(20, 3)) as pilot:
        rows = app.query_one(Rows)
        rows.items = []
        rows.update_rows()
        await pilot.pause()
        assert lines(rows) == [" Nothing.", "", ""]
        rows.move(1)
        rows.move_to_end(True)
        await pilot.pause()
        assert app.chosen == []


@pytest.mark.parametrize(
    ("chosen", "current", "steps", "expected"),
    [
        (None, None, 1, "apple"),
        (None, None, -1, "beet"),
        (None, "pear", 1, "pear"),
        ("apple", None, 1, "pear"),
        ("pear", None, 1, "beet"),
        ("beet", None, -1, "pear"),
        ("beet", None, 1, "beet"),
        ("apple", None, -1, "apple"),
        ("apple", None, 99, "beet"),
        ("beet", None, -2, "apple"),
    ],
)
async def test_steps_pass_over_headings(
    chosen: str | None, current: str | None, steps: int, expected: str
) -> None:
    app = Listed()
    async with app.run_test(size=(20, 9)) as pilot:
        rows = app.query_one(Rows)
        rows.update_rows(chosen, current)
        rows.move(steps)
        await pilot.pause()
        assert app.chosen == [expected]


async def test_to_the_ends() -> None:
    app = Listed()
    async with app.run_test(size=(20, 9)) as pilot:
        rows = app.query_one(Rows)
        rows.update_rows()
        rows.move_to_end(True)
        rows.move_to_end(False)
        await pilot.pause()
        assert app.chosen == ["beet", "apple"]


async def test_a_click_chooses_and_lets_go_and_a_heading_does_neither() -> None:
    app = Listed()
    async with app.run_test(size=(20, 9)) as pilot:
        rows = app.query_one(Rows)
        rows.update_rows()
        await pilot.pause()
        for y in (2, 2, 0, 8):
            await pilot.click(rows, offset=(5, y))
        assert app.chosen == ["apple", None]


async def test_only_what_changed_is_drawn_anew() -> None:
    app = Listed()
    async with app.run_test(size=(20, 9)) as pilot:
        rows = app.query_one(Rows)
        rows.update_rows()
        await pilot.pause()
        lines(rows)
        before = rows.render_lines(Region(0, 0, *rows.size))
        rows.drawn.clear()
        rows.items = [*ROWS[:4], Row("beet", look=2)]
        rows.update_rows(same=True)
        after = rows.render_lines(Region(0, 0, *rows.size))
        assert rows.drawn == ["beet"]
        assert [a is b for a, b in zip(before, after, strict=True)] == [True] * 6 + [False] + [True] * 2
