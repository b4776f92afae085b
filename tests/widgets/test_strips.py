"""Lines drawn without Textual's work on each look as those drawn with it."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.messages import Layout, Update
from textual.screen import Screen
from textual.widget import Widget

from tui.widgets.strips import OneLine, Told


class Words(OneLine):
    def render(self) -> Content:
        return Content.assemble("some ", ("words", "bold red"), " 漢字")


class Lined(App[None]):
    CSS = """
    Words { height: 1; padding: 0 1; color: white; background: blue; }
    #bare { padding: 0; }
    #high { height: 2; }
    """

    def compose(self) -> ComposeResult:
        yield Words(id="padded")
        yield Words(id="bare")
        yield Words(id="high")


@pytest.mark.parametrize("name", ["padded", "bare", "high"])
@pytest.mark.parametrize("width", [30, 18, 17, 16, 15, 5])
async def test_a_line_looks_as_textuals(name: str, width: int) -> None:
    app = Lined()
    async with app.run_test(size=(width, 6)) as pilot:
        await pilot.pause()
        words = app.query_one(f"#{name}", Words)
        for crop in (Region(0, 0, *words.outer_size), Region(2, 0, 3, 1)):
            quick, slow = words.render_lines(crop), Widget.render_lines(words, crop)
            assert [strip.simplify() for strip in quick] == [strip.simplify() for strip in slow]


class Telling(Told):
    def render(self) -> str:
        return "words"


async def test_the_screen_is_told_at_once_what_is_to_be_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    class Holding(App[None]):
        def compose(self) -> ComposeResult:
            yield Telling()

    told: list[type[object]] = []
    post = Screen.post_message

    def note(screen: Screen[None], message: Message) -> bool:
        told.append(type(message))
        return post(screen, message)

    app = Holding()
    async with app.run_test() as pilot:
        await pilot.pause()
        monkeypatch.setattr(Screen, "post_message", note)
        words = app.query_one(Telling)
        words.refresh()
        assert told == [Update]
        words.refresh(layout=True)
        assert told == [Update]  # sizes are worked out when the widget has its turn
        await pilot.pause()
        assert Layout in told
