"""Which keys go round the widgets between the one with the focus and the app."""

from __future__ import annotations

import pytest
from textual import events, on
from textual.app import App, ComposeResult
from textual.widget import Widget
from textual.widgets import Input

from tests.screens.driving import reader
from tui.textual_patches.bound_keys import only_bindings_hear
from tui.widgets.article.article_pane import ArticlePane
from tui.widgets.filter_bar import FilterInput


def key(name: str) -> events.Key:
    return events.Key(name, name if len(name) == 1 else None)


class Hearing(Widget):
    def on_key(self, event: events.Key) -> None:
        """Hears all."""


class Decorated(Widget):
    @on(events.Key)
    def heard(self) -> None:
        """Hears all."""


class One(Widget):
    def key_x(self) -> None:
        """Hears one."""


class Private(Widget):
    async def _on_key(self, event: events.Key) -> None:
        """Hears all."""


class Sometimes(Hearing):
    looks_at_keys = False


@pytest.mark.parametrize(
    ("kind", "name", "silent"),
    [
        (Widget, "x", True),
        (Hearing, "x", False),
        (Decorated, "x", False),
        (Private, "x", False),
        (One, "x", False),
        (One, "y", True),
        (Sometimes, "x", True),
        (Input, "x", False),
        (Widget, "escape", False),  # Textual's screen drops a selection
    ],
)
async def test_a_widget_that_looks_at_keys_is_shown_them(kind: type[Widget], name: str, silent: bool) -> None:
    class Holding(App[None]):
        def compose(self) -> ComposeResult:
            yield kind()

    app = Holding()
    async with app.run_test():
        assert only_bindings_hear(app.query_one(kind), key(name)) is silent


@pytest.mark.parametrize("name", ["n", "slash"])
async def test_in_the_reader_keys_go_straight_to_what_they_are_bound_to(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[events.Event] = []
    on_event = ArticlePane.on_event

    async def see(pane: ArticlePane, event: events.Event) -> None:
        seen.append(event)
        await on_event(pane, event)

    async with reader() as (screen, pilot):
        monkeypatch.setattr(ArticlePane, "on_event", see)
        await pilot.press(name)
        assert not [event for event in seen if isinstance(event, events.Key)]
        assert (screen.reading.quote == 0) is (name == "n")
        assert isinstance(screen.focused, FilterInput) is (name == "slash")


async def test_the_second_key_of_a_chord_is_the_screens() -> None:
    async with reader() as (screen, pilot):
        assert only_bindings_hear(screen.article_pane, key("n"))
        await pilot.press("right_square_bracket")
        assert not only_bindings_hear(screen.article_pane, key("n"))
        await pilot.press("n")
        assert screen.reading.quote is None  # it only ended the chord
        await pilot.press("n")
        assert screen.reading.quote == 0
