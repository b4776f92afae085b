"""The library, its speakers and the clippings, key by key."""

from __future__ import annotations

import threading
from dataclasses import replace
from functools import partial

import pytest
from textual import events
from textual.app import App
from textual.binding import Binding
from textual.widgets import Input

from tests.screens.driving import drawn
from tests.screens.library_app import opened, reading
from tests.screens.opening_app import app_with, sees, until
from tests.spoken_library import article_of, small_library
from tui.library.clippings import Clippings
from tui.library.library import Library
from tui.library.people import People, Person
from tui.screens.browse_screen import BrowseScreen
from tui.screens.library.clippings_screen import ClippingsScreen
from tui.screens.library.library_screen import LibraryScreen
from tui.screens.library.people_screen import PeopleScreen
from tui.screens.library.speaker_page_screen import SpeakerPageScreen
from tui.session.keeping.clipping import clip
from tui.session.settings import Settings


def shows(app: App[None], kind: type | tuple[type, ...]) -> bool:
    """Tell whether the screen on top is of this kind."""
    return isinstance(app.screen, kind)


async def test_the_library_is_searched_and_opens_a_quote_where_it_stands() -> None:
    async with app_with(opening=opened()) as (app, pilot):
        await until(pilot, lambda: reading(app))
        await pilot.press("L")
        shown = await sees(pilot, "Harbour opens")
        assert isinstance(app.screen, LibraryScreen)
        assert "Today" in shown
        assert "3 articles" in shown
        assert "[b]Bold[/b]" in shown  # drawn as it is, nothing of it acts
        await pilot.press("slash", *"nobody")
        shown = await sees(pilot, "Ann Marsh, mayor · Talks go on · said · direct ●")
        assert "1 article · 1 quote" in shown
        await pilot.press("tab", "G", "enter")
        await until(pilot, lambda: reading(app) and app.articles.reader.reading.quote is not None)
        quote = app.articles.reader.reading.chosen_quote
        assert quote is not None
        assert quote.content[0].of(app.articles.reader.article.text) == "“Nobody asked us.”"
        await pilot.press("escape", "escape")
        await sees(pilot, "Ann Marsh, mayor · Talks go on · said · direct ●")
        assert isinstance(app.screen, LibraryScreen)
        assert app.screen.query_one(Input).value == "nobody"


async def test_escape_widens_then_goes_back() -> None:
    async with app_with(opening=opened()) as (app, pilot):
        await until(pilot, lambda: reading(app))
        await pilot.press("L")
        await sees(pilot, "3 articles")
        await pilot.press("slash", *"zebra")
        await sees(pilot, "Nothing you have read contains “zebra”.")
        await pilot.press("escape")
        await sees(pilot, "3 articles")
        await pilot.press("escape", "escape")
        await until(pilot, lambda: reading(app))


async def test_an_article_is_forgotten_when_asked_twice() -> None:
    async with app_with(opening=opened()) as (app, pilot):
        await until(pilot, lambda: reading(app))
        await pilot.press("L")
        await sees(pilot, "3 articles")
        await pilot.press("G", "D")
        await sees(pilot, "D again to remove this article")
        await pilot.press("k", "j", "D")
        assert "3 articles" in await sees(pilot, "library")
        await pilot.press("D")
        shown = await sees(pilot, "2 articles")
        assert "Harbour opens" not in shown


async def test_a_speakers_page_joins_parts_renames_and_takes_back() -> None:
    async with app_with(opening=opened()) as (app, pilot):
        await until(pilot, lambda: reading(app))
        await pilot.press("n", "S")
        shown = await sees(pilot, "We are ready to talk.")
        assert isinstance(app.screen, SpeakerPageScreen)
        assert "spokesman · 2 quotes in 2 articles" in shown
        assert "No comment on the [red]harbour[/]." in shown
        await pilot.press("P")
        await sees(pilot, "spokesman · 1 quote in 1 article")
        await pilot.press("u")
        await sees(pilot, "2 quotes in 2 articles")
        await pilot.press("R")
        await sees(pilot, "Enter saves")
        await pilot.press(*" Jr", "enter")
        await sees(pilot, "Renamed to Dmitry Peskov Jr")
        await pilot.press("u")
        await sees(pilot, "the old name is back")
        await pilot.press("J")
        await sees(pilot, "Dmitry Peskov is the same as")
        await pilot.press("ctrl+u", *"marsh", "enter")
        await sees(pilot, "4 quotes in 3 articles")
        await pilot.press("u")
        await sees(pilot, "they are two again")
        assert People(app.articles.history.library).changes() == []  # type: ignore[arg-type]


async def test_what_was_said_of_a_person_on_an_earlier_visit_is_taken_back_too() -> None:
    async with app_with(opening=opened()) as (app, pilot):
        await until(pilot, lambda: reading(app))
        people = People(app.articles.history.library)  # type: ignore[arg-type]
        peskov, marsh = (people.all(name)[0] for name in ("peskov", "marsh"))
        assert people.rename(marsh.id, "Anna Marsh")
        assert people.rename(peskov.id, "Dmitri Peskov")
        assert people.join(peskov.id, marsh.id)
        assert people.rename(marsh.id, "Both")
        await pilot.press("n", "S")
        await sees(pilot, "4 quotes in 3 articles")
        await pilot.press("u")
        await sees(pilot, "the old name is back")
        await pilot.press("u")
        await sees(pilot, "they are two again")
        await pilot.press("ctrl+r")
        await sees(pilot, "4 quotes in 3 articles")
        await pilot.press("u", "u")
        # What is left is of somebody else.
        await until(pilot, lambda: [change.name for change in people.changes()] == ["Dmitri Peskov"])
        await sees(pilot, "Ann Marsh")
        await pilot.press("u")
        await sees(pilot, "There is nothing to undo here")


async def test_from_the_speakers_to_a_page_to_the_article() -> None:
    async with app_with(opening=opened()) as (app, pilot):
        await until(pilot, lambda: reading(app))
        await pilot.press("L", "S")
        shown = await sees(pilot, "2 quotes · 2 articles")
        assert isinstance(app.screen, PeopleScreen)
        assert "2 speakers" in shown
        await pilot.press("slash", *"marsh")
        await sees(pilot, "1 speaker")
        await pilot.press("enter")
        await sees(pilot, "The harbour is open again.")
        await pilot.press("slash", *"article:opens", "enter")
        await until(pilot, lambda: reading(app) and app.articles.reader.article.source == "/news/harbour.txt")


async def test_back_from_an_article_the_same_row_is_marked_though_there_are_more_by_now() -> None:
    async with app_with(opening=opened()) as (app, pilot):
        await until(pilot, lambda: reading(app))
        await pilot.press("n", "m", "n", "m", "M")
        await sees(pilot, "2 clippings")
        await pilot.press("G", "enter")
        await until(pilot, lambda: reading(app) and app.articles.reader.reading.quote is not None)
        library = app.articles.history.library
        assert library is not None
        for name in ("harbour", "hostile"):
            article, analysis = article_of(name)
            assert Clippings(library).add(clip(article, analysis, analysis.attributions[0]))
        await pilot.press("escape", "escape")
        await sees(pilot, "4 clippings")
        screen = app.screen
        assert isinstance(screen, ClippingsScreen)
        assert screen.book.clippings[int(screen.items.marked or 0)].words == "“We are ready to talk.”"
        await pilot.press("S")
        await sees(pilot, "speakers")
        await pilot.press("enter")
        await sees(pilot, "2 quotes in 2 articles")
        page = app.screen
        assert isinstance(page, SpeakerPageScreen)
        await pilot.press("G", "enter")
        await until(pilot, lambda: reading(app) and app.articles.reader.reading.quote is not None)
        quotes = app.articles.reader.reading.analysis.attributions
        assert quotes[app.articles.reader.reading.quote or 0].content == page.profile.quotes[1].content
        article, analysis = article_of("hostile")
        library.keep(article, replace(analysis, speakers=(replace(analysis.speakers[0], name="Ann Marsh"),)))
        await pilot.press("escape", "escape")
        await sees(pilot, "3 quotes in 3 articles")
        assert page.items.marked == "2"
        assert page.profile.quotes[2].words == "“The harbour is open again.”"


@pytest.mark.parametrize("key", ["L", "M", "S", "m"])
async def test_in_private_nothing_is_kept_and_that_is_said(key: str) -> None:
    async with app_with(opening=opened(private=True), settings=Settings(private=True)) as (app, pilot):
        await until(pilot, lambda: reading(app))
        await pilot.press("n", key)
        await sees(pilot, "privately")
        assert reading(app)
    assert Clippings(Library.open()).all() == []


async def test_the_theme_that_was_picked_comes_back_until_another_is_set() -> None:
    async with app_with(opening=opened()) as (app, _):
        app.theme = "nord"
    async with app_with(opening=opened()) as (app, _):
        assert app.theme == "nord"
    async with app_with(opening=opened(), settings=Settings(theme="dracula")) as (app, _):
        assert app.theme == "dracula"


async def test_one_comes_from_each_of_the_screens_to_each_other() -> None:
    async with app_with(opening=opened()) as (app, pilot):
        await until(pilot, lambda: reading(app))
        kinds: dict[str, type | tuple[type, ...]] = {
            "L": LibraryScreen,
            "M": ClippingsScreen,
            "S": (PeopleScreen, SpeakerPageScreen),
        }
        for keys in ("LM", "ML", "LS", "SM", "MS", "SL"):
            for key in keys:
                await pilot.press(key)
                await until(pilot, partial(shows, app, kinds[key]))
            assert sum(isinstance(screen, LibraryScreen) for screen in app.screen_stack) < 2
            for _ in app.screen_stack[1:]:
                await pilot.press("escape")
        assert len(app.screen_stack) == 1


@pytest.mark.parametrize("key", ["L", "M", "S"])
async def test_help_begins_with_the_keys_of_the_screen_one_is_on(key: str) -> None:
    async with app_with(opening=opened()) as (app, pilot):
        await until(pilot, lambda: reading(app))
        await pilot.press(key)
        await until(pilot, lambda: isinstance(app.screen, BrowseScreen))
        screen = app.screen
        for binding in screen.BINDINGS:
            assert isinstance(binding, Binding)
            assert binding.id
            assert binding.tooltip, binding.id
        await pilot.press("question_mark")
        shown = await sees(pilot, "Keys, filter, marks")
        assert "Here" in shown


async def test_what_is_corrected_in_another_reader_of_an_article_is_seen_in_the_one_beneath() -> None:
    async with app_with(opening=opened()) as (app, pilot):
        await until(pilot, lambda: reading(app))
        below = app.articles.reader
        await pilot.press("n", "S")
        await sees(pilot, "We are ready to talk.")
        await pilot.press("slash", *"ready", "enter")
        await until(pilot, lambda: reading(app) and app.articles.reader is not below)
        await pilot.press("x", "x")
        await until(pilot, lambda: app.articles.reader.reading.total == 1)
        app.articles.return_to(below)
        await until(pilot, lambda: reading(app) and app.articles.reader is below)
        await until(pilot, lambda: below.reading.total == 1)
        await pilot.press("u")
        await until(pilot, lambda: below.reading.total == 2)


async def test_a_speakers_page_that_is_open_is_gone_back_to() -> None:
    async with app_with(opening=opened()) as (app, pilot):
        await until(pilot, lambda: reading(app))
        await pilot.press("n")
        for _ in range(5):
            await pilot.press("S")
            await until(pilot, lambda: isinstance(app.screen, SpeakerPageScreen) and app.screen.items.marked)
            await pilot.press("G", "enter")
            await until(pilot, lambda: reading(app) and app.articles.reader.reading.quote is not None)
        assert len(app.screen_stack) == 3


async def test_speakers_are_looked_up_beside_the_keys_and_nothing_is_said_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gate = threading.Event()
    look_up = People.all

    def slow(people: People, query: str = "", limit: int = 100) -> list[Person]:
        gate.wait()
        return look_up(people, query, limit)

    monkeypatch.setattr(People, "all", slow)
    library = small_library()
    async with app_with(first=lambda: LibraryScreen(library, Settings())) as (app, pilot):
        await sees(pilot, "3 articles")
        app.post_message(events.Key("S", "S"))
        app.post_message(events.Key("enter", None))
        await sees(pilot, "quoth · speakers")
        assert "Nobody is quoted" not in "\n".join(drawn(app.screen))
        gate.set()
        await until(pilot, lambda: isinstance(app.screen, SpeakerPageScreen))  # Enter has waited for them
    library.close()


async def test_from_the_library_the_next_article_is_the_next_of_its_list() -> None:
    async with app_with(opening=opened()) as (app, pilot):
        await until(pilot, lambda: reading(app))
        await pilot.press("L")
        await sees(pilot, "3 articles")
        screen = app.screen
        assert isinstance(screen, LibraryScreen)
        titles = [screen.rows.entry(row.key) for row in screen.rows.rows(80) if not row.heading]
        await pilot.press("g", "enter")
        await until(pilot, lambda: reading(app))
        seen = [app.articles.reader.article.text]
        for _ in titles[1:]:
            before = app.articles.reader
            await pilot.press("right_square_bracket", "a")
            await until(pilot, lambda: reading(app) and app.articles.reader is not before)  # noqa: B023
            seen.append(app.articles.reader.article.text)
        assert len(set(seen)) == len(titles) == 3
        await pilot.press("right_square_bracket", "a")
        await sees(pilot, "This is the last article of the list.")
        await pilot.press("backspace")
        await until(pilot, lambda: app.screen is screen)
        await until(pilot, lambda: screen.rows.marked is not None)
        await sees(pilot, "3 articles")


async def test_the_next_article_is_also_that_of_a_speakers_page_and_of_the_clippings() -> None:
    async with app_with(opening=opened()) as (app, pilot):
        await until(pilot, lambda: reading(app))

        async def goes_on(*keys: str) -> str:
            before = app.articles.reader
            await pilot.press(*keys)
            await until(pilot, lambda: reading(app) and app.articles.reader is not before)
            return app.articles.reader.article.source

        await pilot.press("n", "m", "S")  # “We are ready to talk.”
        await sees(pilot, "2 quotes in 2 articles")
        page = app.screen
        assert await goes_on("g", "enter") == "/news/hostile.txt"
        await pilot.press("n", "m")
        await sees(pilot, "Clipped")
        assert await goes_on("right_square_bracket", "a") == "/news/talks.txt"
        await pilot.press("right_square_bracket", "a")
        await sees(pilot, "This is the last article of the list.")
        await pilot.press("backspace")
        await until(pilot, lambda: app.screen is page)
        await pilot.press("M")
        await sees(pilot, "2 clippings")
        first = await goes_on("g", "enter")
        assert {first, await goes_on("right_square_bracket", "a")} == {"/news/hostile.txt", "/news/talks.txt"}
        assert await goes_on("left_square_bracket", "a") == first
