"""Opening articles one after the other: prompt, progress, failures, history, links, pastes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual import events

from tests.samples import seed_analysis, seed_article
from tests.screens.fake_process import FakeProcess
from tests.screens.opening_app import World, app_with, article, sees, until, world
from tui.analysis.analysis import Analysis
from tui.analysis.process.events import AnalysisComplete, AnalysisFailed, AnalysisProgress, PartialAnalysis
from tui.app import QuothApp
from tui.article.errors import CannotRead, NoArticle
from tui.article.listing import Item, Listing, ListingKind
from tui.screens.reader.reader_screen import ReaderScreen
from tui.session.opening.opening import Opening
from tui.session.settings import Settings

__all__ = ["world"]  # a fixture

FIRST = article("first.txt", "The first article.\n\n" + "It goes on and on.\n\n" * 60, title="First of all")
SECOND = article("https://example.org/2", "The second article, quite another.", title="Second thoughts")


def seed() -> Opening:
    made = seed_article()
    return Opening(made, seed_analysis(made))


def readers(app: QuothApp) -> list[ReaderScreen]:
    return [screen for screen in app.screen_stack if isinstance(screen, ReaderScreen)]


async def test_an_address_is_read_with_its_progress_and_shown(world: World) -> None:
    world.add(SECOND).slow.add(SECOND.source)
    world.told = ("Fetching example.org", 34_000, 120_000)
    async with app_with(SECOND.source) as (app, pilot):
        shown = await sees(pilot, "Fetching example.org · 34 KB of 120 KB")
        assert SECOND.source in shown
        assert "Esc cancels" in shown
        world.go.set()
        await sees(pilot, "The second article, quite another.")
        assert "Second thoughts" in await sees(pilot, "0 quotes")
        assert len(readers(app)) == 1
    assert world.asked == [(SECOND.source, True, None)]


async def test_escape_gives_up_and_nothing_is_lost(world: World) -> None:
    world.add(SECOND).slow.add(SECOND.source)
    async with app_with(opening=seed()) as (app, pilot):
        await sees(pilot, "? help")
        app.opener.read(SECOND.source)
        await sees(pilot, "Esc cancels")
        await pilot.press("escape")
        await sees(pilot, "Donald Trump has said")
        world.go.set()
        await pilot.pause()
        assert app.articles.reader.article.source == seed_article().source
    async with app_with(SECOND.source) as (app, pilot):
        world.go.clear()
        await sees(pilot, "Esc cancels")
        await pilot.press("escape")
        await sees(pilot, "Nothing is open. o opens")


async def test_a_failure_is_one_sentence_and_says_what_next(world: World) -> None:
    world.answers["gone.txt"] = CannotRead("There is no \x1b[31mfile “gone.txt”; check the path.")
    async with app_with("gone.txt") as (app, pilot):
        shown = await sees(pilot, "check the path. ")
        assert "r again" in shown
        assert "\x1b" not in shown
        world.add(article("gone.txt", "It came back."))
        await pilot.press("r")
        await sees(pilot, "It came back.")
        app.opener.read("missing.txt")
        await sees(pilot, "There is no “missing.txt” here")
        await pilot.press("o", *"gone.txt", "enter")
        await sees(pilot, "It came back.")


async def test_on_a_small_terminal_a_long_sentence_is_scrolled(world: World) -> None:
    world.answers["gone.txt"] = CannotRead("This goes on and on. " * 20)
    async with app_with("gone.txt", size=(40, 12)) as (_, pilot):
        assert "Esc closes" not in await sees(pilot, "This goes on and on.")
        await pilot.press("end")
        await sees(pilot, "Esc closes")
        await pilot.press("escape")
        await sees(pilot, "Nothing is open")


async def test_a_fault_of_quoths_own_is_a_sentence_too(world: World) -> None:
    world.answers["odd.txt"] = ValueError("[/b] odd\x07")
    async with app_with("odd.txt") as (_, pilot):
        await sees(pilot, "which is a fault of quoth (ValueError: [/b] odd␇)")
        await pilot.press("escape")
        await sees(pilot, "Nothing is open")


async def test_a_page_without_an_article_offers_its_raw_text(world: World) -> None:
    raw = article("https://example.org/wall", "We value your privacy. Accept all.")
    world.add(raw)
    world.answers[raw.source] = NoArticle("This page asks for consent; no article was found on it.", raw)
    async with app_with(raw.source) as (_, pilot):
        await sees(pilot, "Enter raw text · b browser")
        await pilot.press("enter")
        await sees(pilot, "We value your privacy. Accept all.")


async def test_the_prompt_opens_completes_and_remembers(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "note-1.txt").write_text("x")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    world.add(SECOND, article(str(tmp_path / "note-1.txt"), "A note, that is all."))
    async with app_with(opening=seed()) as (app, pilot):
        await sees(pilot, "? help")
        await pilot.press("o", *"~/no", "tab")
        await sees(pilot, "~/note")
        shown = await sees(pilot, "note-1.txt")
        assert "notes/" in shown
        await pilot.press(*"-", "tab", "enter")
        await sees(pilot, "A note, that is all.")
        await pilot.press("o", *"example.org/2", "enter")
        await sees(pilot, "The second article")
        await pilot.press("o")
        shown = await sees(pilot, "~/note-1.txt")
        assert (
            shown.index("Opened before:") < shown.index("https://example.org/2") < shown.index("~/note-1.txt")
        )
        await pilot.press("down", "down", "enter")
        await sees(pilot, "A note, that is all.")
        assert len(readers(app)) == 1


async def test_a_file_whose_name_would_act_is_drawn_as_text_and_can_be_picked(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "bad\x1b]0;owned\x07[@click=app.quit]x[-].txt"
    try:
        (tmp_path / name).write_text("x")
    except OSError:
        pytest.skip("names like this cannot be made here")
    monkeypatch.chdir(tmp_path)
    world.add(article(name, "Harmless after all."))
    async with app_with(opening=seed()) as (_, pilot):
        await sees(pilot, "? help")
        await pilot.press("o", *"bad", "tab", "tab")
        shown = await sees(pilot, "bad␛]0;owned␇[@click=app.quit]x[-].txt")
        assert "\x1b" not in shown
        await pilot.press("enter")
        await sees(pilot, "Harmless after all.")
    assert world.asked[-1][0] == name


async def test_one_goes_back_to_where_one_was(world: World) -> None:
    world.add(FIRST, SECOND)
    async with app_with(FIRST.source) as (app, pilot):
        await sees(pilot, "The first article.")
        await pilot.press("space", "space", "slash", *"kind:direct", "enter")
        at = app.articles.reader.last_position
        assert at > 0
        app.opener.read(SECOND.source)
        await sees(pilot, "The second article")
        await pilot.press("H")
        await until(pilot, lambda: app.articles.reader.article is FIRST and app.articles.reader.fully_mounted)
        await pilot.pause()
        assert app.articles.reader.article_pane.position == at
        assert app.articles.reader.reading.filter_text == "kind:direct"
        await pilot.press("H")
        await sees(pilot, "No article was read before this one.")
        await pilot.press("alt+right")
        await sees(pilot, "The second article")
        assert len(readers(app)) == 1


async def test_private_reading_remembers_for_the_sitting_only(
    world: World, quoth_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.session.opening.opening.AnalysisProcess", lambda model: FakeProcess())
    world.answers |= {FIRST.source: FIRST, SECOND.source: SECOND}
    analysed = Opening(FIRST, seed_analysis(seed_article()))
    async with app_with(opening=analysed, settings=Settings(private=True)) as (_, pilot):
        await sees(pilot, "? help")
        await pilot.press("o", *SECOND.source, "enter")
        await sees(pilot, "The second article")
        await pilot.press("o")
        assert SECOND.source in await sees(pilot, "Opened before:")
    assert not quoth_home.exists()  # noqa: ASYNC240


async def test_a_pasted_address_opens_and_a_pasted_text_asks_first(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.add(SECOND)
    pasted = article("pasted text", "Somebody pasted\x1b[2J this text.")
    world.add(pasted)
    monkeypatch.setattr("tui.article.sources.read_bytes", lambda data, name, **_: pasted)
    async with app_with(opening=seed()) as (app, pilot):
        await sees(pilot, "? help")
        app.post_message(events.Paste(f"  {SECOND.source}\n"))
        await sees(pilot, "The second article")
        app.post_message(events.Paste(pasted.text))
        shown = await sees(pilot, "Read the pasted text, 4 words, as an article?")
        assert "\x1b" not in shown
        await pilot.press("escape")
        await sees(pilot, "The second article")
        app.post_message(events.Paste(pasted.text))
        await sees(pilot, "as an article?")
        await pilot.press("enter")
        await sees(pilot, "Somebody pasted␛[2J this text.")
        await pilot.press("H")
        await sees(pilot, "The second article")
        app.post_message(events.Paste(" \n "))
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)


async def test_where_reading_failed_another_address_can_be_pasted(world: World) -> None:
    world.add(SECOND).slow.add(SECOND.source)
    async with app_with("gone.txt") as (app, pilot):
        await sees(pilot, "here; check it.")
        app.post_message(events.Paste(" \n"))
        await pilot.pause()
        await sees(pilot, "here; check it.")
        app.post_message(events.Paste(SECOND.source))
        await sees(pilot, "Esc cancels")
        app.post_message(events.Paste("gone.txt"))  # while something is read nothing else is begun
        await pilot.pause()
        world.go.set()
        await sees(pilot, "The second article")
    assert [source for source, _, _ in world.asked] == ["gone.txt", SECOND.source]


async def test_what_an_older_quoth_found_is_shown_and_renewed_behind_it(world: World) -> None:
    process = FakeProcess()
    article, found = seed_article(), seed_analysis(seed_article())
    older = replace(found, attributions=found.attributions[:3])
    opening = Opening(article, older, process=process, outdated=True)  # type: ignore[arg-type]
    async with app_with(opening=opening, size=(120, 30)) as (_, pilot):
        await sees(pilot, "renewing who said what")
        await process.asked(pilot)
        await sees(pilot, "3 quotes")
        process.say(PartialAnalysis(replace(found, attributions=found.attributions[:1], complete=False)))
        process.say(AnalysisProgress(1, 2))
        await sees(pilot, "50 %")
        await sees(pilot, "3 quotes")
        process.say(AnalysisComplete(found))
        shown = await sees(pilot, "8 quotes")
        assert "renewing" not in shown
        assert "50 %" not in shown


async def test_a_renewal_that_fails_leaves_what_was_there(world: World) -> None:
    process = FakeProcess()
    opening = Opening(seed_article(), seed_analysis(seed_article()), process=process, outdated=True)  # type: ignore[arg-type]
    async with app_with(opening=opening, size=(120, 30)) as (_, pilot):
        await sees(pilot, "renewing who said what")
        await process.asked(pilot)
        process.say(AnalysisFailed("It ended twice."))
        await sees(pilot, "It ended twice.")
        assert "8 quotes" in await sees(pilot, "of an older quoth")


async def test_the_process_goes_on_with_the_next_article_and_comes_back(world: World) -> None:
    process = FakeProcess()
    feed = Listing("feed", "Feed", ListingKind.FOLDER, (Item("second.txt", "Second"),))
    second = article("second.txt", "Second it is.")
    world.answers |= {"feed": feed, "second.txt": second}
    seed_opening = Opening(seed_article(), process=process)  # type: ignore[arg-type]
    async with app_with(opening=seed_opening, settings=Settings(private=True)) as (app, pilot):
        await sees(pilot, "Looking for quotes")
        await process.asked(pilot)
        app.opener.read("feed")
        await sees(pilot, "1 article")
        await pilot.press("enter")
        await sees(pilot, "Second it is.")
        assert process.sources == [seed_article().source, "second.txt"]
        first_says = process.say
        process.say(AnalysisComplete(Analysis(complete=True)))
        await sees(pilot, "No speaker was found")
        await pilot.press("backspace")
        await sees(pilot, "0 quotes · 0 speakers")
        await pilot.press("escape")
        await sees(pilot, "Donald Trump has said")
        assert process.sources == [seed_article().source, "second.txt", seed_article().source]
        assert process.say is not first_says
        process.say(AnalysisComplete(seed_analysis(seed_article())))
        await sees(pilot, "8 quotes")
        assert not process.stopped
    assert process.stopped
