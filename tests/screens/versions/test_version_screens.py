"""Reading an article again, what is said of it, its versions and their comparison: key by key."""

from __future__ import annotations

from dataclasses import replace
from threading import Event

import pytest

from tests.screens.opening_app import World, app_with, sees, until, world
from tests.session.versions.test_quote_changes import read
from tui.analysis.model import DEFAULT, identify
from tui.article.article import Article
from tui.library.library import Library
from tui.library.source_versions import versions_of
from tui.screens.reader.reader_screen import ReaderScreen
from tui.screens.versions.version_screen import VersionScreen
from tui.screens.versions.versions_screen import VersionsScreen
from tui.session.settings import Settings
from tui.widgets.panels.change_rows import ParagraphChangeRows

__all__ = ["world"]  # a fixture

PAGE = "https://paper.example/story"
LONG = "\n\n".join(f"The ships lay in the harbour for {n} days and nothing moved." for n in range(40))
MONDAY = f"Ships will sail\n\n“We sail on Monday” said Doe.\n\n“No bread” said Hill.\n\n{LONG}\n\nIt rained."
TUESDAY = (
    f"Ships may sail\n\n“We sail on Tuesday” said Doe.\n\n{LONG}\n\nIt \x1b[31m snowed.\n\n“Ah” said Poe."
)


def put(world: World, text: str) -> Article:
    """Have the page hold this text, with its analysis kept, so that no model is needed."""
    article, analysis = read(text)
    article = replace(article, source=PAGE, url=PAGE, title=text.partition("\n")[0])
    world.answers[PAGE] = article
    library = Library.open()
    library.keep(article, replace(analysis, model=identify(DEFAULT)))
    library.close()
    return article


async def test_read_again_then_compared(world: World) -> None:
    put(world, MONDAY)
    async with app_with(PAGE, size=(120, 40)) as (app, pilot):
        await sees(pilot, "Ships will sail")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen) and app.screen.fully_mounted)
        await pilot.press("V")
        await sees(pilot, "This is the only version so far")
        await pilot.press("R")
        await sees(pilot, "Nothing has changed")
        before = app.articles.reader
        put(world, TUESDAY)
        await pilot.press("5")
        await until(pilot, lambda: before.last_position > 0)
        here = MONDAY[before.last_position :][:30]
        await pilot.press("R")
        await sees(pilot, "1 quote changed, 1 new, 1 gone;")
        await until(pilot, lambda: app.articles.reader is not before and app.articles.reader.fully_mounted)
        assert TUESDAY[app.articles.reader.last_position :].startswith(here)
        library = app.articles.library
        assert library is not None
        await until(pilot, lambda: len(versions_of(library, PAGE)) == 2)

        await pilot.press("V")
        shown = await sees(pilot, "2 versions")
        assert "being read" in shown
        await pilot.press("j", "enter")
        await until(pilot, lambda: isinstance(app.screen, VersionScreen))
        shown = await sees(pilot, "3 quotes changed, new or gone")
        assert "Title: Ships will sail → Ships may sail" in shown
        assert "\x1b" not in shown
        rows = app.screen.query_one(ParagraphChangeRows)
        seen = [rows.marked]
        for _ in range(4):
            await pilot.press("n")
            seen.append(rows.marked)
        assert seen == ["0", "1", "2", "43", "44"]
        await pilot.press("n")
        await sees(pilot, "This is the last change.")
        await pilot.press("N")
        assert rows.marked == "43"
        await pilot.press("tab", "j")
        await until(pilot, lambda: rows.marked == "1")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, VersionsScreen))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen))


@pytest.mark.parametrize("key", ["escape", "q"])
async def test_a_comparison_ends_when_its_screen_is_left(
    world: World, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended, begun = Event(), Event()

    def endless(*_: object) -> None:
        check = _[-1]
        assert callable(check)
        begun.set()
        try:
            while not ended.wait(0.01):
                check()
        finally:
            ended.set()

    monkeypatch.setattr("tui.session.versions.version_comparison.VersionComparison.__init__", endless)
    old = put(world, MONDAY)
    library = Library.open()
    library.mark_read(old, from_source=True)
    library.close()
    put(world, TUESDAY)
    async with app_with(PAGE) as (app, pilot):
        await sees(pilot, "Ships may sail")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen) and app.screen.fully_mounted)
        kept = app.articles.library
        assert kept is not None
        await until(pilot, lambda: len(versions_of(kept, PAGE)) == 2)
        await pilot.press("V")
        await sees(pilot, "2 versions")
        await pilot.press("j", "enter")
        await until(pilot, begun.is_set)
        await pilot.press(key)
        await until(pilot, ended.is_set)


async def test_another_day_it_is_said_as_soon_as_it_is_open(world: World) -> None:
    old = put(world, MONDAY)
    library = Library.open()
    library.mark_read(old, from_source=True)
    library.close()
    put(world, TUESDAY)
    async with app_with(PAGE) as (_app, pilot):
        await sees(pilot, "1 quote changed, 1 new, 1 gone;")
    async with app_with(PAGE) as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen) and app.screen.fully_mounted)
        assert "gone" not in await sees(pilot, "Ships may sail")  # once is enough


async def test_privately_nothing_is_kept_and_r_says_what_changed(world: World) -> None:
    put(world, MONDAY)
    async with app_with(PAGE, settings=Settings(private=True)) as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen) and app.screen.fully_mounted)
        await pilot.press("V")
        await sees(pilot, "Nothing is kept while you read privately")
    library = Library.open()
    assert versions_of(library, PAGE) == []
    library.close()


async def test_a_pasted_text_cannot_be_read_again(world: World) -> None:
    article = replace(read("It rains.")[0], source="pasted text")
    world.answers["x"] = article
    async with app_with("x") as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen) and app.screen.fully_mounted)
        await pilot.press("R")
        await sees(pilot, "no address or file")
