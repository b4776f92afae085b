"""Corrections, key by key."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual import events

from tests.samples import seed_analysis, seed_article
from tests.screens.correcting_keys import chosen, said, shown, speaker, typed
from tests.screens.driving import drawn, reader
from tui.analysis.analysis import Kind, Stance
from tui.app import QuothApp
from tui.article.spans import Span
from tui.library.library import Library
from tui.screens.corrections.correction_menu import CorrectMenu
from tui.screens.corrections.trim_screen import TrimScreen
from tui.screens.corrections.unplaced_screen import UnplacedScreen
from tui.screens.reader.why_screen import WhyScreen
from tui.session.opening.opening import Opening
from tui.session.settings import Settings
from tui.textual_patches.app_internals import notifications
from tui.widgets.panels import quotes_list
from tui.widgets.panels.panel_text import wrap_words


async def test_what_may_follow_is_cut_only_where_there_is_no_room() -> None:
    async with reader(size=(60, 15)) as (_, pilot):
        await pilot.press("n", "x", "k")
        await pilot.pause()
        assert "an attitude: wants, fears" in shown(pilot)
        await pilot.press("escape", "x", "s")
        await pilot.pause()
        assert "1 quote" in next(line for line in drawn(pilot.app.screen) if "Kaja Kallas" in line)


async def test_x_shows_what_may_follow_and_any_other_key_ends_it() -> None:
    async with reader() as (screen, pilot):
        await pilot.press("n", "x")
        assert isinstance(pilot.app.screen, CorrectMenu)
        assert "s someone else said it" in shown(pilot)
        await pilot.press("j")
        assert pilot.app.screen is screen
        await pilot.press("x", "escape")
        assert pilot.app.screen is screen
        await pilot.press("x")
        pilot.app.post_message(events.Key("alt+x", "x"))
        await pilot.pause()
        assert screen.reading.analysis == seed_analysis()


async def test_keys_typed_ahead_are_for_what_comes_after() -> None:
    async with reader() as (screen, pilot):
        await pilot.press("n")
        for key in ("x", "s", *"kaja z", "enter", "enter"):
            character = key if len(key) == 1 else None
            pilot.app.post_message(events.Key("space" if key == " " else key, character))
        for _ in range(6):
            await pilot.pause()
        assert pilot.app.screen is screen
        assert speaker(screen) == "kaja z"
        assert len(screen.reading.analysis.attributions) == len(seed_analysis().attributions)


async def test_of_several_in_a_row_the_last_is_said_and_covers_nothing_else() -> None:
    async with reader() as (_, pilot):
        await pilot.press("n", "x", "k", "i", "x", "s")
        await typed(pilot, "kal")
        await pilot.press("enter")
        assert len(notifications(pilot.app)) == 1
        assert "is said by Kaja Kallas" in said(pilot)
        await pilot.press("x", "t")
        assert isinstance(pilot.app.screen, TrimScreen)
        assert not notifications(pilot.app)
        await pilot.press("escape", "u", "u")
        assert len(notifications(pilot.app)) == 1


async def test_an_analysis_that_comes_while_the_ends_are_moved_leaves_the_right_words_marked() -> None:
    async with reader() as (screen, pilot):
        await pilot.press("n", "n", "x", "t", "h")
        was = chosen(screen)
        analysis = seed_analysis()
        first = replace(analysis.attributions[0], id="new", content=(Span(0, 12),))
        screen.adopt(replace(analysis, attributions=(first, *analysis.attributions)))
        marked = [m.span for m in screen.article_pane._marks._marks if m.style == "chosen"]
        assert marked[0].start == was.content[0].start
        assert marked[-1].end < was.content[-1].end
        await pilot.press("enter")
        assert chosen(screen).content[-1].end < was.content[-1].end


async def test_privately_it_is_said_that_nothing_is_kept() -> None:
    async with reader() as (_, pilot):
        await pilot.press("n", "x", "x")
        assert "until quoth is closed" in said(pilot)
    async with reader(library=Library.open()) as (_, pilot):
        await pilot.press("n", "x", "x")
        assert "until quoth" not in said(pilot)


async def test_that_the_filter_hides_it_now_is_said() -> None:
    async with reader() as (screen, pilot):
        screen.reading.set_filter("speaker:trump")
        await pilot.press("n", "x", "s")
        await typed(pilot, "kal")
        await pilot.press("enter")
        assert "not among the matching quotes" in said(pilot)
        assert speaker(screen) == "Kaja Kallas"


async def test_not_a_quote() -> None:
    async with reader() as (screen, pilot):
        await pilot.press("n", "x", "x")
        assert screen.reading.quote == 0  # the next
        assert len(screen.reading.analysis.attributions) == len(seed_analysis().attributions) - 1
        await pilot.press("u")
        assert screen.reading.analysis == seed_analysis()
        await pilot.press("u")
        assert "no correction to undo" in said(pilot)


@pytest.mark.parametrize(
    ("key", "kind", "stance"),
    [
        ("m", Kind.MIXED, Stance.SPEECH),
        ("a", Kind.DIRECT, Stance.ATTITUDE),
        ("d", Kind.DIRECT, Stance.SPEECH),
    ],
)
async def test_kind(key: str, kind: Kind, stance: Stance) -> None:
    async with reader() as (screen, pilot):
        await pilot.press("n")
        while chosen(screen).kind is not Kind.DIRECT:
            await pilot.press("n")
        await pilot.press("x", "k", key)
        assert (chosen(screen).kind, chosen(screen).stance) == (kind, stance)
        assert chosen(screen).corrected == (key != "d")


async def test_trimmed_in_sight_of_the_article() -> None:
    async with reader() as (screen, pilot):
        await pilot.press("n", "x", "t")
        before = chosen(screen).content[0]
        assert isinstance(pilot.app.screen, TrimScreen)
        await pilot.press("h", "h", "left", "l")
        kept = [mark.span for mark in screen.article_pane._marks._marks if mark.style == "chosen"]
        assert kept[0].start == before.start
        assert kept[0].end < before.end
        assert chosen(screen).content[0] == before
        await pilot.press("escape")
        assert [m.span for m in screen.article_pane._marks._marks if m.style == "chosen"] == [before]
        await pilot.press("x", "t", "h", "L", "L", "enter")
        now = chosen(screen).content[0]
        assert now.end < before.end
        assert now.start > before.start
        assert chosen(screen).corrected
        await pilot.press("u")
        assert chosen(screen).content[0] == before


async def test_what_is_selected_is_a_quote_a_cue_a_source() -> None:
    async with reader() as (screen, pilot):
        await pilot.press("x", "a")
        assert "Select the words first" in said(pilot)
        await pilot.press("shift+right", "shift+right", "x", "a")
        await typed(pilot, "kal")
        await pilot.press("enter")
        assert len(screen.reading.analysis.attributions) == len(seed_analysis().attributions) + 1
        assert speaker(screen) == "Kaja Kallas"
        new = chosen(screen)
        assert screen.article_pane.selected_span is None
        await pilot.press("shift+right", "x", "c")
        assert chosen(screen).cue[0].start == new.start
        await pilot.press("shift+right", "x", "o")
        assert chosen(screen).source[0].start == new.start
        await pilot.press("u", "u", "u")
        assert screen.reading.analysis == seed_analysis()


async def test_why_says_that_it_was_corrected() -> None:
    async with reader() as (_, pilot):
        await pilot.press("n", "x", "s")
        await typed(pilot, "kal")
        await pilot.press("enter", "w")
        assert isinstance(pilot.app.screen, WhyScreen)
        assert "You corrected this" in shown(pilot)


async def test_without_a_quote_or_a_speaker_that_is_said() -> None:
    article = seed_article()
    async with reader(article=article, analysis=replace(seed_analysis(), attributions=(), speakers=())) as (
        screen,
        pilot,
    ):
        for key in "sxkt":
            await pilot.press("x", key)
            assert "No quote is in sight" in said(pilot)
        for key in "mdn":
            await pilot.press("x", key)
            assert "No speaker" in said(pilot)
        await pilot.press("x", "u")
        assert "fits this text" in said(pilot)
        await pilot.press("ctrl+r")
        assert "no correction to redo" in said(pilot)
        assert pilot.app.screen is screen


async def test_a_key_of_its_own_needs_no_x() -> None:
    settings = Settings(keymap={"correct.reject": "X"})
    async with reader(settings=settings) as (screen, pilot):
        await pilot.press("n", "X")
        assert len(screen.reading.analysis.attributions) == len(seed_analysis().attributions) - 1


async def test_kept_in_the_library_and_listed_where_the_words_are_gone(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    article = replace(seed_article(), source=str(path))
    path.write_text(article.text, encoding="utf-8")
    async with reader(article=article, analysis=seed_analysis(article), library=Library.open()) as (
        screen,
        pilot,
    ):
        await pilot.press("n", "x", "s")
        await typed(pilot, "kal")
        await pilot.press("enter")
        words = chosen(screen).content[0].of(article.text)
    async with reader(article=article, analysis=seed_analysis(article), library=Library.open()) as (
        screen,
        pilot,
    ):
        await pilot.press("n")
        assert speaker(screen) == "Kaja Kallas"
    other = replace(article, text=article.text.replace(words[3:12], "Nothing"))
    async with reader(article=other, analysis=seed_analysis(), library=Library.open()) as (screen, pilot):
        assert len(screen.reading.unplaced) == 1
        assert any("x u lists" in toast.message for toast in notifications(pilot.app))
        await pilot.press("x", "u")
        assert isinstance(pilot.app.screen, UnplacedScreen)
        assert "no longer in the text" in shown(pilot)
        await pilot.press("d")
        assert pilot.app.screen is screen
        assert not screen.reading.unplaced


async def test_private_corrections_are_there_when_one_comes_back() -> None:
    async with reader() as (screen, pilot):
        await pilot.press("n", "x", "x")
        app = pilot.app
        assert isinstance(app, QuothApp)
        again = app.articles.make_reader(Opening(screen.article, seed_analysis()))
        assert len(again.reading.analysis.attributions) == len(seed_analysis().attributions) - 1


async def test_a_correction_wraps_the_words_of_the_corrected_quote_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with reader(size=(80, 40)) as (screen, pilot):
        wrapped: list[str] = []

        def wrap(text: str, width: int, most: int) -> list[str]:
            wrapped.append(text)
            return wrap_words(text, width, most)

        monkeypatch.setattr(quotes_list, "wrap_words", wrap)
        before = screen.panes.side.quotes.rows(38)
        assert len(wrapped) > 2  # at a width that nothing was drawn at
        wrapped.clear()
        await pilot.press("n", "n", "x", "x")
        after = screen.panes.side.quotes.rows(38)
        assert len(after) == len(before) - 1
        assert not wrapped
        await pilot.press("u")
        assert [row.lines for row in screen.panes.side.quotes.rows(38)] == [row.lines for row in before]
        assert len(wrapped) <= 1
