"""Lists of articles: looked through, narrowed, opened from, moved along without being seen."""

from __future__ import annotations

import unicodedata

from tests.samples import seed_article
from tests.screens.driving import drawn
from tests.screens.opening_app import World, app_with, article, sees, until, world
from tui.article.listing import Item, Listing, ListingKind
from tui.screens.messages import ShowList
from tui.screens.opening.listing_screen import ListingScreen
from tui.screens.reader.reader_screen import ReaderScreen
from tui.session.settings import Settings

__all__ = ["world"]  # a fixture

HOSTILE = "\x1b]0;owned\x07[@click=app.quit]now[/] \u202edetrever\u2028next"

ONE = article("https://news.example/1", "One: the harbour opens.", title="Harbour opens")
TWO = article("https://news.example/2", seed_article().text, title="Trip to Turkey")
THREE = article("https://news.example/3", "Three: nothing happened.", title="Nothing")
FEED = Listing(
    "https://news.example/feed",
    "Example News",
    ListingKind.FEED,
    (
        Item(
            ONE.source, "Harbour opens", "2026-11-20T10:00:00+00:00", "Ships may come in again.", "A. Writer"
        ),
        Item(TWO.source, "Trip to Turkey", "2020-01-02", None),
        Item(THREE.source, HOSTILE, HOSTILE, HOSTILE, HOSTILE),
        Item("file:///etc/passwd", "Look here"),
    ),
)


async def test_a_feed_is_a_list_that_opens_articles_and_is_come_back_to(world: World) -> None:
    world.add(FEED, ONE, TWO, THREE)
    async with app_with(FEED.source) as (app, pilot):
        shown = await sees(pilot, "Ships may come in again.")
        assert "Example News" in shown
        assert "4 articles" in shown
        assert "A. Writer" in shown
        assert "news.example" not in shown  # all of it is from there
        assert "2 Jan 2020" in shown
        await pilot.press("enter")
        await sees(pilot, "One: the harbour opens.")
        await pilot.press("escape")
        await sees(pilot, "0 quotes · 0 speakers · A. Writer")
        await pilot.press("j", "enter")
        await sees(pilot, "Donald Trump has said")
        await pilot.press("n", "escape")  # lets go of the quote only
        assert isinstance(app.screen, ReaderScreen)
        await pilot.press("backspace")
        await sees(pilot, "8 quotes · 5 speakers")
        assert app.screen.items.marked == "1"  # type: ignore[attr-defined]
    assert world.asked[1] == (ONE.source, False, FEED.source)


async def test_what_a_feed_says_is_drawn_as_text_and_only_web_pages_are_followed(world: World) -> None:
    world.add(FEED)
    async with app_with(FEED.source) as (_, pilot):
        shown = await sees(pilot, "[@click=app.quit]now[/]")
        assert "␛]0;owned␇" in shown
        for line in drawn(pilot.app.screen):
            assert not any(unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp", "Cs") for c in line)
        await pilot.press("G", "enter")
        await sees(pilot, "Only http and https addresses are followed.")
    assert len(world.asked) == 1


async def test_chords_move_along_the_list_without_showing_it(world: World) -> None:
    world.add(FEED, ONE, TWO, THREE)
    async with app_with(FEED.source) as (app, pilot):
        await sees(pilot, "Ships may come in again.")
        await pilot.press("enter")
        await sees(pilot, "One: the harbour opens.")
        await until(pilot, lambda: app.articles.reader.fully_mounted)
        await pilot.press("right_square_bracket")
        await sees(pilot, "] … a the next article Esc cancels")
        await pilot.press("j")  # ends the chord and does nothing else
        await sees(pilot, "? help")
        await pilot.press("a")
        assert app.articles.reader.article is ONE
        await pilot.press("right_square_bracket", "a")
        await sees(pilot, "Donald Trump has said")
        await until(pilot, lambda: app.articles.reader.fully_mounted)
        await pilot.press("left_square_bracket", "a")
        await sees(pilot, "One: the harbour opens.")
        await until(pilot, lambda: app.articles.reader.fully_mounted)
        await pilot.press("left_square_bracket", "a")
        await sees(pilot, "This is the first article of the list.")
        assert len([s for s in app.screen_stack if isinstance(s, ReaderScreen)]) == 1
        await pilot.press("backspace")
        await until(pilot, lambda: isinstance(app.screen, ListingScreen))
        assert app.screen.items.marked == "0"  # type: ignore[attr-defined]


async def test_a_list_is_narrowed_as_one_types(world: World) -> None:
    world.add(FEED, TWO)
    async with app_with(FEED.source) as (_, pilot):
        await sees(pilot, "4 articles")
        await pilot.press("slash", *"TURKEY trip")
        shown = await sees(pilot, "1 of 4 articles")
        assert "Harbour" not in shown
        await pilot.press("x")
        await sees(pilot, "Nothing contains all of these words.")
        await pilot.press("backspace", "enter")
        await sees(pilot, "Donald Trump has said")
        await pilot.press("backspace")
        await sees(pilot, "1 of 4 articles")
        await pilot.press("escape")
        await sees(pilot, "Harbour opens")
        await pilot.press("escape")
        await sees(pilot, "Nothing is open.")


async def test_several_sources_are_a_list_and_feeds_in_it_open_as_lists(world: World) -> None:
    mine = article("papers/one.txt", "Mine: the first paper.")
    world.add(mine, FEED, ONE)
    async with app_with("papers/one.txt", FEED.source) as (_, pilot):
        shown = await sees(pilot, "one.txt")
        assert "2 sources" in shown
        await pilot.press("j", "enter")
        await sees(pilot, "Ships may come in again.")
        await pilot.press("enter")
        await sees(pilot, "One: the harbour opens.")
        await pilot.press("escape")
        await sees(pilot, "Ships may come in again.")
        await pilot.press("escape", "k", "enter")
        await sees(pilot, "Mine: the first paper.")
        assert world.asked[-1] == ("papers/one.txt", True, None)


async def test_a_list_opened_over_an_article_leads_back_to_it(world: World) -> None:
    world.add(FEED, ONE, TWO)
    async with app_with(TWO.source) as (app, pilot):
        await sees(pilot, "Donald Trump has said")
        app.opener.read(FEED.source)
        await sees(pilot, "Ships may come in again.")
        await pilot.press("enter")
        await sees(pilot, "One: the harbour opens.")
        await pilot.press("backspace")
        await sees(pilot, "Ships may come in again.")
        await pilot.press("backspace")
        await sees(pilot, "Donald Trump has said")
        await until(pilot, lambda: app.articles.reader.article is TWO)
        await pilot.press("right_square_bracket", "a")
        await sees(pilot, "This article was not opened from a list")


async def test_a_listed_source_that_cannot_be_read_leaves_the_list_there(world: World) -> None:
    world.add(FEED)
    async with app_with(FEED.source) as (_, pilot):
        await sees(pilot, "Ships may come in again.")
        await pilot.press("enter")
        await sees(pilot, "here; check it.")
        await pilot.press("escape")
        await sees(pilot, "4 articles")


async def test_what_cannot_be_read_is_stepped_over_when_the_next_is_asked_for_again(world: World) -> None:
    world.add(FEED, ONE, THREE)  # and not the second
    async with app_with(FEED.source) as (app, pilot):
        await sees(pilot, "Ships may come in again.")
        await pilot.press("enter")
        await sees(pilot, "One: the harbour opens.")
        await until(pilot, lambda: app.articles.reader.fully_mounted)
        await pilot.press("right_square_bracket", "a")
        await sees(pilot, "here; check it.")
        await pilot.press("escape", "right_square_bracket", "a")
        await sees(pilot, "Three: nothing happened.")


async def test_a_click_marks_an_item_and_a_second_one_opens_it(world: World) -> None:
    world.add(FEED, TWO)
    async with app_with(FEED.source) as (app, pilot):
        await sees(pilot, "Ships may come in again.")
        y = next(i for i, line in enumerate(drawn(app.screen)) if "Trip to Turkey" in line)
        await pilot.click(offset=(10, y))
        await until(pilot, lambda: app.screen.items.marked == "1")  # type: ignore[attr-defined]
        assert len(world.asked) == 1
        await pilot.click(offset=(10, y))
        await sees(pilot, "Donald Trump has said")


async def test_help_and_palette_work_in_a_list(world: World) -> None:
    world.add(FEED, ONE)
    async with app_with(FEED.source) as (app, pilot):
        await sees(pilot, "Ships may come in again.")
        await pilot.press("question_mark")
        shown = await sees(pilot, "Keys, filter, marks")
        assert "Here" in shown
        assert "Open the marked item" in shown
        await pilot.press("escape")
        found = {command.title for command in app.get_system_commands(app.screen)}
        assert "Save a picture of this screen" in found
        assert {"Open a path or an address", "Open the marked item", "Down a row"} <= found
        await pilot.press("enter")
        await sees(pilot, "One: the harbour opens.")
        assert "Show the article's links, to follow or copy one" in {
            command.title for command in app.get_system_commands(app.screen)
        }


async def test_who_hurries_through_a_list_breaks_nothing(world: World) -> None:
    world.add(ONE, TWO, THREE)
    async with app_with(ONE.source) as (app, pilot):
        await sees(pilot, "One: the harbour opens.")
        for _ in range(5):
            for each in (TWO, THREE, ONE):
                app.articles.show_article(each)
        app.post_message(ShowList())
        app.articles.show_article(THREE)
        await sees(pilot, "Three: nothing happened.")
        await until(pilot, lambda: app.articles.reader.fully_mounted)
        await pilot.press("n", "tab", "slash", *"x", "escape", "escape")
        assert [screen.article.source for screen in app.screen_stack if isinstance(screen, ReaderScreen)] == [
            THREE.source
        ]


async def test_another_key_bound_to_the_next_article_needs_no_chord(world: World) -> None:
    world.add(FEED, ONE, TWO)
    settings = Settings(keymap={"article.next": "ctrl+n"})
    async with app_with(FEED.source, settings=settings) as (app, pilot):
        await sees(pilot, "Ships may come in again.")
        await pilot.press("enter")
        await sees(pilot, "One: the harbour opens.")
        await until(pilot, lambda: app.articles.reader.fully_mounted)
        await pilot.press("right_square_bracket", "a")
        assert app.articles.reader.article is ONE
        await pilot.press("ctrl+n")
        await sees(pilot, "Donald Trump has said")


async def test_read_and_unread_are_toggled_and_remembered(world: World) -> None:
    world.add(FEED, TWO)  # which the library knows
    async with app_with(FEED.source) as (app, pilot):
        await sees(pilot, "3 unread")
        await pilot.press("u")
        await sees(pilot, "2 unread")
        assert app.screen.items.marked == "1"  # type: ignore[attr-defined]
        await pilot.press("u")  # read, and marked as unread all the same
        await sees(pilot, "3 unread")
    async with app_with(FEED.source) as (_, pilot):
        await sees(pilot, "3 unread")
        await pilot.press("j", "enter")
        await sees(pilot, "Donald Trump has said")
        await pilot.press("backspace")
        await sees(pilot, "2 unread")


async def test_a_feed_is_read_again(world: World) -> None:
    world.add(FEED, ONE, TWO, THREE)
    async with app_with(FEED.source) as (app, pilot):
        await sees(pilot, "Ships may come in again.")
        await pilot.press("j", "R")
        await sees(pilot, "Nothing new.")
        new = Item("https://news.example/4", "Harbour closes", None, "No ship comes in.")
        world.answers[FEED.source] = Listing(FEED.source, FEED.title, FEED.kind, (new, *FEED.items))
        await pilot.press("R")
        shown = await sees(pilot, "1 new item.")
        assert "No ship comes in." in shown
        assert "5 articles" in shown
        assert app.screen.items.marked == "2"  # type: ignore[attr-defined]
    assert world.asked[1:] == [(FEED.source, False, FEED.source)] * 2
