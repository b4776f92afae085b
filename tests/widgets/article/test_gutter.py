"""The gutter: ticks for quotes, a line for what is on the screen, clicks that go there."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from tui.article.spans import Span
from tui.resources import folder
from tui.session.reading.text_marks import MarginLetter
from tui.widgets.article.gutter import Gutter


class GutterApp(App[None]):
    """A gutter beside something."""

    CSS_PATH = [folder("styles") / name for name in ("article_pane.tcss", "colours.tcss")]
    CSS = "Static { width: 1fr; }"

    def __init__(self) -> None:
        super().__init__()
        self.jumps: list[int] = []

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Static("article")
            yield Gutter()

    @property
    def gutter(self) -> Gutter:
        return self.query_one(Gutter)

    def on_gutter_jumped(self, event: Gutter.Jumped) -> None:
        self.jumps.append(event.offset)

    def drawn(self) -> str:
        """Return the gutter from top to bottom."""
        return "".join(self.gutter.render_line(y).text for y in range(self.gutter.size.height))


async def test_ticks_and_the_screen_can_be_told_apart_without_colours() -> None:
    app = GutterApp()
    async with app.run_test(size=(20, 10)) as pilot:
        assert app.drawn() == "│" * 10
        letters = [
            MarginLetter(Span(120, 130), "A", "speaker-1"),
            MarginLetter(Span(390, 510), "B", "speaker-2"),
        ]
        app.gutter.set_letters(letters, 1_000)
        app.gutter.set_viewport(Span(0, 200))
        await pilot.pause()
        assert app.drawn() == "┃┫│┤┤┤││││"
        app.gutter.set_viewport(Span(800, 1_000))
        assert app.drawn() == "│┤│┤┤┤││┃┃"
        await pilot.resize_terminal(20, 5)
        await pilot.pause()
        assert app.drawn() == "┤┤┤│┃"


async def test_ticks_have_their_speakers_hue_and_dimmed_ones_give_way() -> None:
    app = GutterApp()
    async with app.run_test(size=(20, 10)):
        spans = Span(0, 10), Span(500, 510)
        app.gutter.set_letters(
            [
                MarginLetter(spans[0], "A", "dim"),
                MarginLetter(spans[0], "B", "speaker-2"),
                MarginLetter(spans[0], "C", "speaker-1"),
                MarginLetter(spans[1], "B", "speaker-2"),
            ],
            1_000,
        )
        first, second = app.gutter.render_line(0), app.gutter.render_line(5)
        assert next(iter(first)).style == next(iter(second)).style
        app.gutter.set_letters([MarginLetter(spans[0], "C", "speaker-1")], 1_000)
        assert next(iter(app.gutter.render_line(0))).style != next(iter(second)).style


async def test_a_click_and_a_drag_say_where_to_go() -> None:
    app = GutterApp()
    async with app.run_test(size=(20, 10)) as pilot:
        await pilot.click(Gutter, offset=(0, 3))
        assert app.jumps == []
        app.gutter.set_letters([], 1_000)
        await pilot.click(Gutter, offset=(0, 3))
        assert app.jumps == [300]
        await pilot.mouse_down(Gutter, offset=(0, 5))
        await pilot.hover(offset=(2, 8))
        await pilot.mouse_up(offset=(2, 8))
        await pilot.hover(offset=(19, 1))
        await pilot.pause()
        assert app.jumps == [300, 500, 800]


async def test_an_article_shorter_than_the_gutter() -> None:
    app = GutterApp()
    async with app.run_test(size=(20, 10)):
        app.gutter.set_letters([MarginLetter(Span(0, 2), "A", "speaker-1")], 3)
        app.gutter.set_viewport(Span(0, 3))
        assert app.drawn() == "┫" * 7 + "┃" * 3
