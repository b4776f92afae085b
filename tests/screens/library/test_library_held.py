"""Another program holds the library: nobody waits for it at the keys, and nothing is lost without a word."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager

import pytest
from textual.pilot import Pilot

from tests.samples import seed_article
from tests.screens.correcting_keys import shown
from tests.screens.driving import reader
from tests.screens.library_app import opened, reading
from tests.screens.opening_app import app_with, sees, until
from tests.textual_patches import settling
from tui.corrections.action import Action
from tui.library import connection
from tui.library.clippings import Clippings
from tui.library.correction_store import CorrectionStore
from tui.library.library import Library
from tui.library.people import People
from tui.screens.help_screen import HelpScreen
from tui.screens.library.clippings_screen import ClippingsScreen
from tui.textual_patches.app_internals import notifications


@pytest.fixture(autouse=True)
def hardly_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the Pilots go on although the library's thread is held up."""
    monkeypatch.setattr(settling, "LONGEST", 0.05)


@contextmanager
def held(library: Library) -> Iterator[None]:
    """Keep all others from writing while this lasts."""
    with closing(sqlite3.connect(library.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield


def kept(library: Library) -> list[tuple[Action, int]]:
    with closing(Library.open(library.path)) as other:
        return [(each.correction.action, each.undone) for each in CorrectionStore(other).of(seed_article())]


def said(pilot: Pilot[None]) -> list[str]:
    """Return the sentences in the toasts."""
    return [each.message for each in notifications(pilot.app)]


async def test_corrections_hold_at_once_and_are_kept_in_order_afterwards() -> None:
    library = Library.open()
    async with reader(library=library) as (screen, pilot):
        whole = len(screen.reading.analysis.attributions)
        with held(library):
            await pilot.press("n", "x", "x")
            assert len(screen.reading.analysis.attributions) == whole - 1
            await pilot.press("n", "x", "k", "i", "u", "u", "ctrl+r")
            assert len(screen.reading.analysis.attributions) == whole - 1
            await sees(pilot, "saving …")
            assert said(pilot) == []  # nothing is acknowledged before it is kept
            assert kept(library) == []
        done = [(Action.REJECT, 0), (Action.KIND, 1)]
        await until(pilot, lambda: kept(library) == done)
        await until(pilot, lambda: any(sentence.startswith("Redone: ") for sentence in said(pilot)))
        await until(pilot, lambda: "saving …" not in shown(pilot))
        await until(pilot, lambda: not screen.reading.corrections._callbacks)  # type: ignore[union-attr]
        await pilot.press("ctrl+r")
        await until(pilot, lambda: kept(library) == [(Action.REJECT, 0), (Action.KIND, 0)])


async def test_what_cannot_be_kept_is_said_and_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "_BUSY_QUEUED", 0.01)
    library = Library.open()
    async with reader(library=library) as (screen, pilot):
        whole = len(screen.reading.analysis.attributions)
        await pilot.press("n", "x", "x")
        await until(pilot, lambda: kept(library) == [(Action.REJECT, 0)])
        with held(library):
            await pilot.press("u")
            holds = "This holds until quoth is closed."
            await until(pilot, lambda: any(holds in sentence for sentence in said(pilot)))
            await pilot.press("n", "x", "x")
            await until(pilot, lambda: not screen.reading.corrections._callbacks)  # type: ignore[union-attr]
            assert len(screen.reading.analysis.attributions) == whole - 1
            await pilot.press("u")
        await until(pilot, lambda: not screen.reading.corrections._callbacks)  # type: ignore[union-attr]
        assert len(screen.reading.analysis.attributions) == whole


async def test_a_clipping_waits_and_the_keys_do_not(monkeypatch: pytest.MonkeyPatch) -> None:
    library = Library.open()
    async with reader(library=library) as (screen, pilot):
        with held(library):
            await pilot.press("n", "m", "n", "m", "n", "m", "m")
            assert screen.reading.quote is not None
            await sees(pilot, "saving …")
            assert said(pilot) == []
            assert Clippings(library).all() == []
        await sees(pilot, "Clipping removed")
        assert len(screen.reading.clipped) == len(Clippings(library).all()) == 2
        monkeypatch.setattr(connection, "_BUSY_QUEUED", 0.01)
        with held(library):
            await pilot.press("m")
            # On the screen the folder's name decides where the lines break.
            await until(pilot, lambda: any("nothing is kept" in sentence for sentence in said(pilot)))
        assert len(screen.reading.clipped) == 2


async def test_clippings_are_changed_in_the_order_of_the_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    library = Library.open()
    async with reader(library=library) as (_, pilot):
        await pilot.press("n", "m", "n", "m", "M")
        await sees(pilot, "2 clippings")
        with held(library):
            await pilot.press("i", *"mine", "enter", "D", "u")
            assert isinstance(pilot.app.screen, ClippingsScreen)
            assert "mine" not in shown(pilot)
            await pilot.press("question_mark")
            await sees(pilot, "Redo the last undone change")
            await pilot.press("escape")
        await sees(pilot, "Note: mine")
        await sees(pilot, "Undone")
        assert {each.note for each in Clippings(library).all()} == {"mine", ""}
        monkeypatch.setattr(connection, "_BUSY_QUEUED", 0.01)
        with held(library):
            await pilot.press("D")
            await sees(pilot, "That could not be saved")
        assert len(Clippings(library).all()) == 2


async def test_who_is_who_is_said_while_another_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    async with app_with(opening=opened()) as (app, pilot):
        await until(pilot, lambda: reading(app))
        library = app.articles.history.library
        assert library is not None
        await pilot.press("n", "S")
        await sees(pilot, "2 quotes in 2 articles")
        with held(library):
            await pilot.press("R")
            await sees(pilot, "Enter saves")
            await pilot.press(*" Jr", "enter", "u", "ctrl+r")
            await pilot.press("question_mark")
            await until(
                pilot, lambda: isinstance(app.screen, HelpScreen)
            )  # no key waits for what is to be kept
            await pilot.press("escape")
            assert People(library).changes() == []
        await sees(pilot, "Redone")
        assert [change.name for change in People(library).changes()] == ["Dmitry Peskov Jr"]
        monkeypatch.setattr(connection, "_BUSY_QUEUED", 0.01)
        with held(library):
            await pilot.press("u")
            await until(pilot, lambda: any("nothing is kept" in sentence for sentence in said(pilot)))
        await pilot.press("u")
        await sees(pilot, "Undone")


async def test_an_article_is_taken_out_when_nobody_else_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    async with app_with(opening=opened()) as (app, pilot):
        await until(pilot, lambda: reading(app))
        library = app.articles.history.library
        assert library is not None
        await pilot.press("L")
        await sees(pilot, "3 articles")
        with monkeypatch.context() as impatient, held(library):
            impatient.setattr(connection, "_BUSY_QUEUED", 0.01)
            await pilot.press("G", "D", "D")
            await until(pilot, lambda: any("nothing is kept" in sentence for sentence in said(pilot)))
            assert library.count() == 3
        with held(library):
            await pilot.press("D", "D", "question_mark")
            await until(
                pilot, lambda: isinstance(app.screen, HelpScreen)
            )  # no key waits for what is to be done
            await pilot.press("escape")
            assert library.count() == 3
        await sees(pilot, "Removed from the library")
        assert library.count() == 2


@pytest.mark.parametrize("keys", [["q"], ["q", "q"], ["ctrl+q", "ctrl+q"]])
async def test_what_is_not_written_when_one_leaves_is_there_at_the_next_start(keys: list[str]) -> None:
    library = Library.open()
    library.patience = 0.5 if len(keys) == 1 else 60.0
    with ExitStack() as until_left:
        async with reader(library=library) as (_, pilot):
            await pilot.press("n", "m")
            await sees(pilot, "Clipped")
            until_left.enter_context(held(library))
            await pilot.press("n", "x", "x", "n", "m", "M")
            await until(pilot, lambda: isinstance(pilot.app.screen, ClippingsScreen))
            await pilot.press("i", *"mine", "enter", keys[0])
            await sees(pilot, "but the library cannot be")
            await pilot.press(*keys[1:])
            await until(pilot, lambda: not pilot.app.is_running)
    assert "3 changes are in" in library.left_over
    with closing(Library.open(library.path)) as again:  # the next start
        assert again.caught_up == "3 changes from your last session were kept now."
        assert [each.correction.action for each in CorrectionStore(again).all()] == [Action.REJECT]
        assert [each.note for each in Clippings(again).all()] == ["", "mine"]
    with closing(Library.open(library.path)) as again:  # and only that one
        assert again.caught_up == ""
    assert [each.name for each in library.path.parent.iterdir()] == [library.path.name]


async def test_one_goes_on_reading_after_all() -> None:
    library = Library.open()
    async with reader(library=library) as (screen, pilot):
        with held(library):
            await pilot.press("n", "x", "x", "q")
            await sees(pilot, "but the library cannot be")
            await pilot.press("escape")
            await until(pilot, lambda: screen.is_current)
        await until(pilot, lambda: kept(library) == [(Action.REJECT, 0)])


async def test_one_leaves_once_everything_is_written() -> None:
    library = Library.open()
    async with reader(library=library) as (_, pilot):
        with held(library):
            await pilot.press("n", "x", "x", "q")
            await sees(pilot, "but the library cannot be")
        await until(pilot, lambda: not pilot.app.is_running)
    assert library.left_over == ""
    assert kept(library) == [(Action.REJECT, 0)]
