"""Keys that come in one burst, as they do over a slow line."""

from __future__ import annotations

import asyncio
import threading
from datetime import datetime

import pytest
from textual import events
from textual.command import CommandPalette
from textual.pilot import Pilot
from textual.widgets import Input

from tests.printed_papers import library_of_papers, papers
from tests.screens.driving import reader
from tests.screens.opening_app import World, app_with, article, until, world
from tests.spoken_library import small_library
from tui.app import QuothApp
from tui.library.library import Library
from tui.screens import typeahead
from tui.screens.library import library_screen
from tui.screens.library.library_screen import LibraryScreen
from tui.screens.opening import fetching_screen
from tui.screens.reader.elsewhere_screen import ElsewhereScreen
from tui.screens.reader.reader_screen import ReaderScreen
from tui.screens.theme_screen import ThemeScreen
from tui.session.comparing import elsewhere
from tui.session.keeping.library_view import LibraryView, view_library
from tui.session.opening.opening import open_article
from tui.session.settings import Settings
from tui.textual_patches import app_internals

__all__ = ["world"]  # a fixture

TURNS = 2_000
"""Turns of the event loop within which a key that waits for no thread is handled many times over."""


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


async def waits(app: QuothApp, *keys: str) -> None:
    """Wait until these keys wait, and go on waiting; a pilot would wait for the threads that they wait for."""
    while [key.key for key in app.typeahead.waiting] != list(keys):  # noqa: ASYNC110
        await asyncio.sleep(0)
    for _ in range(TURNS):
        await asyncio.sleep(0)
        assert [key.key for key in app.typeahead.waiting] == list(keys)


def is_reading(app: QuothApp, title: str) -> bool:
    screen = app.screen
    return isinstance(screen, ReaderScreen) and screen.fully_mounted and screen.article.title == title


async def test_enter_opens_what_was_typed_before_it_and_the_keys_behind_it_are_the_articles(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(typeahead, "MAX_AWAITED", 1_000_000)
    go = threading.Event()

    def slow(library: Library, query: str, now: datetime, limit: int | None = None) -> LibraryView:
        if query == "talks":
            go.wait(60)
        return view_library(library, query, now, limit)

    monkeypatch.setattr(library_screen, "view_library", slow)
    library = small_library()
    async with app_with(first=lambda: LibraryScreen(library, Settings())) as (app, pilot):
        await until(pilot, lambda: app.screen.query(Input))
        burst(pilot, *"/talks", "enter", "n")
        await waits(app, "enter", "n")
        go.set()
        await until(pilot, lambda: is_reading(app, "Talks go on"))
        await until(pilot, lambda: app.articles.reader.reading.quote == 0)


async def test_keys_behind_one_that_asks_a_thread_are_for_what_that_shows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(typeahead, "MAX_AWAITED", 1_000_000)
    go = threading.Event()
    found = elsewhere.Elsewhere
    monkeypatch.setattr(elsewhere, "Elsewhere", lambda *of: go.wait(60) and found(*of))
    library_of_papers().close()
    article, analysis = papers()[0]
    async with app_with(opening=open_article(article, Settings(), known=analysis)) as (app, pilot):
        await until(pilot, lambda: is_reading(app, "Paper 0"))
        burst(pilot, "n", "equals_sign", *"/anc")
        await waits(app, "slash", *"anc")
        go.set()
        await until(pilot, lambda: isinstance(app.screen, ElsewhereScreen))
        line = app.screen.query_one(Input)
        await until(pilot, lambda: line.value == "anc")


async def test_the_palette_runs_what_was_typed_and_not_what_stood_there_before() -> None:
    async with reader() as (_, pilot):
        burst(pilot, "ctrl+p", *"theme", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ThemeScreen))


def test_the_palettes_worker_is_called_as_ever() -> None:
    assert app_internals.PALETTE_SEARCH == CommandPalette._GATHER_COMMANDS_GROUP


async def test_keys_behind_a_files_name_are_the_articles(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching_screen, "SOON", 60.0)
    kept = article("/a.txt", "A first.\n\nA second.", title="A file")
    world.add(kept).slow.add(kept.source)
    async with reader() as (screen, pilot):
        burst(pilot, "o", *kept.source, "enter", *"/sec")
        app = screen.app
        assert isinstance(app, QuothApp)
        await waits(app, "slash", *"sec")
        world.go.set()
        await until(pilot, lambda: is_reading(app, "A file"))
        await until(pilot, lambda: app.articles.reader.reading.filter_text == "sec")


@pytest.mark.parametrize("keys", ["/sec", "/sec escape"])
async def test_keys_typed_before_the_dialog_of_a_slow_file_is_seen_are_the_articles(
    world: World, monkeypatch: pytest.MonkeyPatch, keys: str
) -> None:
    monkeypatch.setattr(fetching_screen, "SOON", 60.0)
    kept = article("/a.txt", "A first.\n\nA second.", title="A file")
    world.add(kept).slow.add(kept.source)
    typed, _, last = keys.partition(" ")
    async with reader() as (screen, pilot):
        before = screen.app.title
        burst(pilot, "o", *kept.source, "enter", *typed, *last.split())
        app = screen.app
        assert isinstance(app, QuothApp)
        await waits(app, "slash", *typed[1:], *last.split())
        dialog = app.screen
        assert isinstance(dialog, fetching_screen.FetchingScreen)
        dialog.appear()
        if last:
            await until(pilot, lambda: app.screen is screen)
            assert app.title == before
            world.go.set()
            return
        assert not app.typeahead.waiting
        burst(pilot, "x")  # the dialog is seen: it has no use for this
        await waits(app)
        world.go.set()
        await until(pilot, lambda: is_reading(app, "A file"))
        await until(pilot, lambda: app.articles.reader.reading.filter_text == "sec")


class SlowLibrary(LibraryScreen):
    """A library whose screen is mounted once an event is set."""

    def __init__(self, whole: asyncio.Event) -> None:
        super().__init__(small_library(), Settings())
        self._whole = whole

    async def mount_rest(self) -> None:
        await self._whole.wait()
        await super().mount_rest()


async def test_a_key_that_comes_back_when_another_screen_is_not_yet_whole_is_kept() -> None:
    whole = asyncio.Event()
    async with app_with() as (app, pilot):
        app.push_screen(SlowLibrary(whole))
        await until(pilot, lambda: isinstance(app.screen, SlowLibrary))
        come_back = events.Key("slash", "/")
        come_back._set_forwarded()
        await app.on_event(come_back)
        burst(pilot, "t")
        await waits(app, "slash", "t")
        whole.set()
        await until(pilot, lambda: app.screen.query(Input))
        line = app.screen.query_one(Input)
        await until(pilot, lambda: line.value == "t")


async def test_no_key_overtakes_one_that_its_screen_has_not_come_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typeahead, "MAX_WAIT", 0.001)
    monkeypatch.setattr(typeahead, "MAX_CHECKS", 1_000_000)
    busy = asyncio.Event()
    async with reader() as (screen, pilot):
        screen.call_next(busy.wait)
        burst(pilot, *"oab")
        app = pilot.app
        assert isinstance(app, QuothApp)
        await waits(app, "a", "b")
        busy.set()
        await until(pilot, lambda: app.screen is not screen)
        line = app.screen.query_one(Input)
        await until(pilot, lambda: line.value == "ab")


async def test_keys_that_come_before_the_screen_is_whole_wait_for_it() -> None:
    whole = asyncio.Event()
    async with app_with() as (app, pilot):
        app.push_screen(SlowLibrary(whole))
        burst(pilot, *"/turkey")
        while len(app.typeahead.waiting) < len("/turkey"):  # noqa: ASYNC110 (the pilot would wait for the screen)
            await asyncio.sleep(0)
        assert isinstance(app.screen, SlowLibrary)  # no theme was asked for
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
