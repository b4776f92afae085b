"""What the terminal is sent adds up to what Textual would have drawn."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import pytest
from rich.cells import cell_len
from rich.segment import Segment
from textual.events import Resize
from textual.geometry import Region, Size
from textual.strip import Strip

from tests.screens.driving import reader
from tests.textual_patches.screen_strips import strips
from tui.app import QuothApp
from tui.textual_patches.compositor import ChangedStrips
from tui.widgets.article.article_pane import ArticlePane
from tui.widgets.title_bar import TitleBar

KEYS = "tab n p j k s G g space escape plus question_mark slash o a enter down up e m c V w".split()


class Terminal:
    """The cells that a terminal would show, by line and column; none after a frame of Textual's own."""

    def __init__(self, app: QuothApp) -> None:
        self.cells: dict[tuple[int, int], tuple[str, object]] = {}
        self.written = 0
        display = app._display

        def displayed(screen: Any, renderable: Any) -> None:
            if isinstance(renderable, ChangedStrips):
                for y, x, strip in renderable.changed:
                    self.written += 1
                    self.cells.update(((y, x + at), cell) for at, cell in enumerate(cells(strip)))
            elif renderable is not None:
                self.cells.clear()
            display(screen, renderable)

        app._display = displayed  # type: ignore[method-assign]


def cells(segments: Strip | list[Segment]) -> Iterator[tuple[str, object]]:
    for text, style, _ in segments:
        for character in text:
            for part in range(cell_len(character)):
                yield (character if not part else ""), style


async def settle(pilot: Any) -> None:
    for _ in range(3):
        await pilot.pause()


def check(app: QuothApp, terminal: Terminal) -> None:
    lines = strips(app.screen)
    wanted = {(y, x): cell for y, line in enumerate(lines) for x, cell in enumerate(cells(line))}
    seen = {place: cell for place, cell in terminal.cells.items() if place in wanted}
    assert seen == wanted


async def test_what_another_program_wrote_over_is_drawn_again() -> None:
    async with reader() as (_, pilot):
        app = pilot.app
        assert isinstance(app, QuothApp)
        terminal = Terminal(app)
        for keys in ((), ("n",), ("f",)):
            await pilot.press(*keys)
            await settle(pilot)
            terminal.cells = dict.fromkeys(((y, x) for y in range(40) for x in range(120)), ("#", None))
            await pilot.press("ctrl+l")
            await settle(pilot)
            check(app, terminal)


@pytest.mark.parametrize("seed", range(2))
async def test_frames_add_up_to_the_whole_screen(seed: int) -> None:
    chance = random.Random(seed)
    async with reader() as (screen, pilot):
        app = pilot.app
        assert isinstance(app, QuothApp)
        terminal = Terminal(app)
        screen.refresh()
        await settle(pilot)
        check(app, terminal)
        for _ in range(25):
            await pilot.press(chance.choice(KEYS))
            if chance.random() < 0.15:
                size = Size(*chance.choice([(120, 40), (80, 24), (99, 30)]))
                app._driver._size = size  # type: ignore[union-attr]
                app.post_message(Resize(size, size))
            await settle(pilot)
            if app.screen is screen:
                check(app, terminal)


async def test_what_stands_there_is_not_written_again() -> None:
    async with reader() as (screen, pilot):
        terminal = Terminal(pilot.app)  # type: ignore[arg-type]
        screen.refresh()
        await settle(pilot)
        terminal.written = 0
        screen.article_pane.refresh()
        await settle(pilot)
        assert terminal.written == 0


async def test_who_lies_between_or_beside_changes_is_not_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    async with reader() as (screen, pilot):
        await settle(pilot)
        drawn: list[Region] = []
        monkeypatch.setattr(ArticlePane, "render_lines", lambda _, crop: drawn.append(crop) or [])
        screen.query_one(TitleBar).counts = "very many"
        screen.query_one("#hints").refresh()
        screen.panes.side.quotes.refresh()
        await settle(pilot)
        assert not drawn


async def test_a_picture_of_the_screen_leaves_the_terminal_what_it_still_waits_for() -> None:
    async with reader() as (screen, pilot):
        terminal = Terminal(pilot.app)  # type: ignore[arg-type]
        screen.refresh()
        await settle(pilot)
        screen.query_one(TitleBar).counts = "very many"
        screen._compositor.update_widgets({screen.query_one(TitleBar)})
        pilot.app.export_screenshot()
        screen._compositor_refresh()
        await settle(pilot)
        check(pilot.app, terminal)  # type: ignore[arg-type]
