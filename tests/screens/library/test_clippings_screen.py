"""The clippings, key by key."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import Input

from tests.screens.driving import drawn
from tests.screens.library_app import opened, reading
from tests.screens.opening_app import app_with, sees, until
from tests.spoken_library import article_of
from tui.library.clippings import Clippings
from tui.screens.library.clippings_screen import ClippingsScreen
from tui.session.keeping.clipping import clip
from tui.textual_patches.app_internals import notifications


async def test_a_quote_that_is_clipped_says_so_until_it_is_let_go() -> None:
    async with app_with(opening=opened()) as (app, pilot):
        await until(pilot, lambda: reading(app))
        await pilot.press("n", "m")
        await sees(pilot, "★")
        await pilot.press("w")
        await sees(pilot, "m removes it")
        await pilot.press("escape", "M")
        await sees(pilot, "1 clipping")
        await pilot.press("D")
        await sees(pilot, "Removed")
        await pilot.press("escape")
        await until(pilot, lambda: reading(app) and not app.articles.reader.reading.clipped)
        assert "★" not in "\n".join(drawn(app.screen))
    async with app_with(opening=opened()) as (app, pilot):
        await until(pilot, lambda: reading(app))
        await pilot.press("n", "m")
        await sees(pilot, "★")
    async with app_with(opening=opened()) as (app, pilot):  # and the next time, too
        await until(pilot, lambda: reading(app))
        await sees(pilot, "★")


async def test_a_quote_is_clipped_noted_on_found_and_let_go() -> None:
    async with app_with(opening=opened()) as (app, pilot):
        await until(pilot, lambda: reading(app))
        await pilot.press("n", "m")
        await sees(pilot, "Clipped; M shows all clippings.")
        await pilot.press("M")
        await sees(pilot, "1 clipping")
        assert isinstance(app.screen, ClippingsScreen)
        await pilot.press("i")
        await sees(pilot, "Enter saves")
        await pilot.press(*"call back", "enter")
        await sees(pilot, "Note: call back")
        await pilot.press("number_sign")
        await sees(pilot, "Enter saves")
        await pilot.press(*"talks", "enter")
        await sees(pilot, "#talks")
        await pilot.press("slash", *"tag:none", "enter")
        await sees(pilot, "No clipping matches.")
        await pilot.press("escape", "D")
        await sees(pilot, "No clippings yet")
        await pilot.press("u")
        shown = await sees(pilot, "#talks")
        assert "Note: call back" in shown
        await pilot.press("enter")
        await until(pilot, lambda: reading(app) and app.articles.reader.reading.quote is not None)
        await pilot.press("m")
        await sees(pilot, "Clipping removed")
        assert Clippings(app.articles.history.library).all() == []  # type: ignore[arg-type]


async def test_the_lines_of_clippings_and_of_a_speakers_page_complete_as_the_readers_does() -> None:
    async with app_with(opening=opened()) as (app, pilot):
        await until(pilot, lambda: reading(app))
        await pilot.press("n", "m", "n", "m", "M")
        await sees(pilot, "2 clippings")
        await pilot.press("slash")
        await sees(pilot, "speaker: kind: cue:")
        assert "Tab complete" in await sees(pilot, "Enter open")
        await pilot.press("s", "p", "tab")
        await sees(pilot, "Ann Marsh 1 Dmitry Peskov 1")
        await pilot.press("down", "tab")
        await sees(pilot, "1 of 2 clippings")
        line = app.screen.query_one(Input)
        assert line.value == 'speaker:"Dmitry Peskov"'
        assert line.has_focus
        await pilot.press("tab")  # nothing to complete: to the list
        assert not line.has_focus
        await pilot.press("escape", "slash", *"tal", "escape", "escape")
        assert line.value == ""
        await pilot.press("S")
        await sees(pilot, "speakers")
        await pilot.press("enter")
        await sees(pilot, "2 quotes in 2 articles")
        await pilot.press("slash", *"art", "tab", "tab")
        await until(pilot, lambda: app.screen.query_one(Input).value.startswith("article:"))
        await pilot.press("enter")
        await until(pilot, lambda: reading(app) and app.articles.reader.reading.quote is not None)


async def test_a_clipping_from_standard_input_stays_when_its_article_is_gone() -> None:
    async with app_with(opening=opened()) as (app, pilot):
        await until(pilot, lambda: reading(app))
        article, analysis = article_of("talks")
        clipping = clip(replace(article, source="-"), analysis, analysis.attributions[0])
        library = app.articles.history.library
        assert library is not None
        Clippings(library).add(replace(clipping, text_hash=b"\1" * 32))
        await pilot.press("M")
        await sees(pilot, "1 clipping")
        await pilot.press("enter")
        await until(pilot, lambda: any("the clipping stays" in each.message for each in notifications(app)))
        assert isinstance(app.screen, ClippingsScreen)


async def test_that_a_clipping_was_corrected_is_seen_however_long_its_speakers_name() -> None:
    async with app_with(opening=opened(), size=(60, 24)) as (app, pilot):
        await until(pilot, lambda: reading(app))
        article, analysis = article_of("talks")
        clipping = clip(article, analysis, analysis.attributions[0])
        library = app.articles.history.library
        assert library is not None
        Clippings(library).add(replace(clipping, corrected=True, role="speaker of the house " * 5))
        await pilot.press("M")
        await sees(pilot, "… · direct ● · corrected")


async def test_that_a_part_of_a_quote_was_denied_is_seen() -> None:
    async with app_with(opening=opened()) as (app, pilot):
        await until(pilot, lambda: reading(app))
        article, analysis = article_of("talks")
        clipping = clip(article, analysis, analysis.attributions[0])
        library = app.articles.history.library
        assert library is not None
        Clippings(library).add(replace(clipping, kind="indirect", polarity="denied", sentence=""))
        await pilot.press("M")
        await sees(pilot, "indirect denied ●")


async def test_clippings_are_exported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with app_with(opening=opened()) as (app, pilot):
        await until(pilot, lambda: reading(app))
        await pilot.press("n", "m", "M")
        await sees(pilot, "1 clipping")
        await pilot.press("e")
        await sees(pilot, "Write 1 clipping as")
        await pilot.press("enter", "enter")
        await sees(pilot, "Saved as")
    written = (tmp_path / "clippings.md").read_text()
    assert "> “We are ready to talk.”" in written
    assert written.startswith("---\ntitle:")
