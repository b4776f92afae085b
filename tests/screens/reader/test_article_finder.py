"""Words are found anywhere in the article, key by key."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from tests.screens.driving import drawn, reader
from tests.screens.opening_app import until
from tui.article.article import Article
from tui.article.spans import Span
from tui.article.text.blocks import find_blocks
from tui.screens.reader.find_screen import FindScreen
from tui.screens.reader.reader_screen import ReaderScreen

LONG = "\n\n".join(f"Paragraph {n} is about nothing at all." for n in range(200)) + "\n\nThe Café closes."


def article(text: str) -> Article:
    return Article(text=text, blocks=find_blocks(text), source="long.txt")


def found(pilot: Pilot[None]) -> list[str]:
    """Return the words that are marked as found, and how many there are said to be."""
    screen = pilot.app.screen_stack[0]
    assert isinstance(screen, ReaderScreen)
    place = screen.panes.search.place if screen.panes.search is not None else None
    return [
        place.of(screen.article.text) if place else "",
        drawn(pilot.app.screen)[-2].strip("│ ").split("  ")[-1].strip(),
    ]


async def test_what_stands_outside_every_quote_is_found_as_it_is_typed() -> None:
    async with reader(article=article(LONG)) as (screen, pilot):
        await pilot.press("s", *"cafe c")
        await pilot.pause()
        assert found(pilot) == ["Café c", "1 of 1"]
        assert any("The Café closes." in line for line in drawn(pilot.app.screen))
        await pilot.press("escape")
        await pilot.pause()
        assert screen.panes.search is None
        assert any("The Café closes." in line for line in drawn(pilot.app.screen))


async def test_enter_and_arrows_go_from_place_to_place_and_round() -> None:
    async with reader() as (_, pilot):
        await pilot.press("ctrl+f", *"putin")
        await pilot.pause()
        begun, counted = found(pilot)
        assert (begun, counted.split()[0]) == ("Putin", "1")
        total = int(counted.split()[-1])
        for key, at in (("enter", 2), ("down", 3), ("up", 2), ("up", 1), ("up", total), ("enter", 1)):
            await pilot.press(key)
            await pilot.pause()
            assert found(pilot) == ["Putin", f"{at} of {total}"]


async def test_what_is_not_there_is_said_and_the_place_stays() -> None:
    async with reader(article=article(LONG)) as (screen, pilot):
        await pilot.press("space", "space")
        place = screen.article_pane.position
        await pilot.press("s", *"zebra", "enter")
        await pilot.pause()
        assert found(pilot) == ["", "not in this article"]
        assert screen.article_pane.position == place


async def test_the_search_begins_on_the_screen_and_its_words_stand_there_again() -> None:
    async with reader(article=article(LONG)) as (screen, pilot):
        await pilot.press("G", "s", *"paragraph 1")
        await pilot.pause()
        assert screen.panes.search is not None
        assert screen.panes.search.place is not None
        assert screen.panes.search.place.start >= LONG.index("Paragraph 180")
        await pilot.press("escape", "g", "s")
        await pilot.pause()
        assert screen.panes.search is not None
        assert (screen.panes.search.words, screen.panes.search.place) == (
            "paragraph 1",
            Span(LONG.index("Paragraph 1"), LONG.index("Paragraph 1") + 11),
        )
        await pilot.press(*"bout")  # typed over
        await pilot.pause()
        assert screen.panes.search.words == "bout"


async def test_a_long_text_is_searched_piece_by_piece_and_typed_over_meanwhile(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tui.screens.reader.article_finder.PIECE", 100)
    async with reader(article=article(LONG)) as (screen, pilot):
        await pilot.press("s", *"paragraph 1", "enter", "enter")  # the last two come while it is searched
        await until(pilot, lambda: "3 of 111" in found(pilot)[1])
        await pilot.press("up")
        await pilot.pause()
        assert found(pilot) == ["Paragraph 1", "2 of 111"]
        await pilot.press("z", "escape")
        await pilot.pause()
        assert screen.panes.search is None


async def test_a_search_that_ends_after_its_line_was_closed_is_passed_over() -> None:
    async with reader() as (_, pilot):
        await pilot.press("s")
        line = pilot.app.screen
        assert isinstance(line, FindScreen)
        await pilot.press("escape")
        await pilot.pause()
        line._show_count("1 of 1")


@pytest.mark.parametrize(("key", "share"), [("5", 50), ("9", 90), ("1", 10)])
async def test_a_digit_goes_to_a_tenth(key: str, share: int) -> None:
    async with reader(article=article(LONG)) as (screen, pilot):
        await pilot.press(key)
        await pilot.pause()
        assert abs(screen.article_pane.percent - share) <= 1
        assert f"{screen.article_pane.percent} %" in drawn(screen)[0]
