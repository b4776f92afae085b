"""Selecting by keys as in vim, and what y, Y and m make of a selection."""

from __future__ import annotations

from contextlib import closing

from textual.pilot import Pilot

from tests.screens.driving import drawn, reader
from tui.library.clippings import Clippings
from tui.library.library import Library
from tui.session.settings import Settings


async def settled(pilot: Pilot[None]) -> str:
    """Return the last copy, once all work under way is done."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    return str(pilot.app.copier.last)  # type: ignore[attr-defined]


async def test_both_ends_move_and_y_copies_what_is_between_them() -> None:
    async with reader() as (screen, pilot):
        pane = screen.article_pane
        await pilot.press("n", "n", "n", "n", "n", "n", "v")
        assert pane.selected_text == "“Overall"
        assert "o other end" in drawn(screen)[-1]
        await pilot.press("l", "w", "right")
        assert pane.selected_text == "“Overall, we’re determined"
        await pilot.press("h", "b")
        assert pane.selected_text == "“Overall,"
        await pilot.press("l", "l", "o", "l")  # now the beginning moves
        assert pane.selected_text == "Overall, we’re determined"
        await pilot.press("l", "l", "o", "l")
        assert pane.selected_text == "we’re determined to"
        await pilot.press("right_parenthesis")
        assert pane.selected_text.endswith("peaceful settlement.")
        text = pane.selected_text
        await pilot.press("y")
        assert await settled(pilot) == text
        assert pane.selected_span is None
        assert "o other end" not in drawn(screen)[-1]
        await pilot.press("o")  # and the key is its own again
        await pilot.pause()
        assert pilot.app.screen is not screen


async def test_by_lines_and_paragraphs_and_back() -> None:
    async with reader() as (screen, pilot):
        pane = screen.article_pane
        await pilot.press("v")
        one = pane.selected_span
        await pilot.press("right_curly_bracket", "j")
        assert one is not None
        assert pane.selected_span is not None
        assert pane.selected_span.end > one.end
        await pilot.press("k", "left_curly_bracket", "left_curly_bracket")
        assert pane.selected_span is not None
        assert pane.selected_span.start <= one.start
        await pilot.press("escape")
        assert pane.selected_span is None
        row = pane.position
        await pilot.press("j")  # which scrolls again
        await pilot.pause()
        assert pane.position >= row
        await pilot.press("v", "v")
        assert pane.selected_span is None


async def test_y_with_a_citation_and_m_take_the_selection() -> None:
    with closing(Library.open()) as library:
        async with reader(library=library, settings=Settings(citation="plain")) as (_, pilot):
            await pilot.press("n", "n", "n", "n", "n", "n", "v", "l", "o", "l", "o", "l", "Y")
            copied = await settled(pilot)
            assert copied.startswith("“Overall, we’re”\n— Dmitry Peskov, Kremlin spokesperson, in ")
            assert ", paragraph " in copied
            await pilot.press("v", "l", "l", "m")
            await settled(pilot)
            (clipping,) = Clippings(library).all()
            assert (clipping.words, clipping.speaker) == ("“Overall, we’re", "Dmitry Peskov")
            assert clipping.place.startswith("paragraph ")
            await pilot.press("g", "escape", "v", "right_parenthesis", "Y")
            copied = await settled(pilot)
            assert "\n— " in copied
            assert "Peskov" not in copied.partition("\n— ")[2]  # nobody said it
            await pilot.press("v", "right_parenthesis", "m")
            await settled(pilot)
            kinds = {each.kind for each in Clippings(library).all()}
            assert kinds == {"direct", "passage"}
            await pilot.press("M")
            await pilot.pause()
            assert any("the article" in line for line in drawn(pilot.app.screen))
