"""Keys that come in one burst, as they do over a slow line."""

from __future__ import annotations

import asyncio

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from tests.screens.driving import reader
from tests.screens.opening_app import app_with, until
from tests.spoken_library import small_library
from tui.screens.library.library_screen import LibraryScreen
from tui.session.settings import Settings


def burst(pilot: Pilot[None], *keys: str) -> None:
    """Press all keys at once."""
    for key in keys:
        character = " " if key == "space" else key if len(key) == 1 else None
        name = {"/": "slash"}.get(key, key)
        pilot.app.post_message(events.Key(name, character))


async def test_letters_behind_the_filters_key_are_the_filter() -> None:
    async with reader() as (screen, pilot):
        burst(pilot, *"/turkey", "enter", "n")
        await until(pilot, lambda: screen.reading.quote is not None)
        assert pilot.app.screen is screen  # and no theme was asked for
        assert screen.reading.filter_text == "turkey"


@pytest.mark.parametrize("key", ["o"])
async def test_letters_behind_a_dialogs_key_are_the_dialogs(key: str) -> None:
    async with reader() as (screen, pilot):
        burst(pilot, key, *"/nq")
        await until(pilot, lambda: pilot.app.screen is not screen)
        line = pilot.app.screen.query_one(Input)
        await until(pilot, lambda: line.value == "/nq")


async def test_a_burst_within_one_pane_is_done_in_its_order() -> None:
    async with reader() as (screen, pilot):
        burst(pilot, "n", "n", "N", "n")
        await until(pilot, lambda: screen.reading.quote == 1)
        await asyncio.sleep(0)
        burst(pilot, "z", "z", "z")
        await until(pilot, lambda: screen.has_class("-alone"))


async def test_a_row_is_chosen_of_a_panel_that_was_never_shown() -> None:
    async with reader(size=(80, 24)) as (screen, pilot):
        burst(pilot, "tab", "tab", "tab", "j", "j")
        second = [row.key for row in screen.panes.side.entities.rows(80) if not row.heading][1]
        await until(pilot, lambda: screen.reading.entity == second)


async def test_keys_that_come_before_the_screen_is_whole_wait_for_it() -> None:
    whole = asyncio.Event()

    class Slow(LibraryScreen):
        async def mount_rest(self) -> None:
            await whole.wait()
            await super().mount_rest()

    async with app_with() as (app, pilot):
        app.push_screen(Slow(small_library(), Settings()))
        burst(pilot, *"/turkey")
        while len(app.typeahead.waiting) < len("/turkey"):  # noqa: ASYNC110 (the pilot would wait for the screen)
            await asyncio.sleep(0)
        assert isinstance(app.screen, Slow)  # no theme was asked for
        assert not app.screen.fully_mounted
        assert await app.run_action("back", app.screen)  # as by a key that was under way to the screen before
        whole.set()
        await until(pilot, lambda: app.screen.query("#find-line"))
        line = app.screen.query_one(Input)
        await until(pilot, lambda: line.value == "turkey")


@pytest.mark.parametrize("key", ["x", "ctrl+q"])
async def test_a_key_that_comes_when_all_screens_are_gone_does_nothing(key: str) -> None:
    async with reader() as (_, pilot):
        app = pilot.app
        stack = app._screen_stacks[app._current_mode]
        screens, stack[:] = stack[:], []
        await app.on_event(events.Key(key, None))
        stack[:] = screens
