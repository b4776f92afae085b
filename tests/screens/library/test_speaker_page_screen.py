"""A speaker's page says what the reader's panels say, in the same words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.printed_papers import library_of_papers, papers
from tests.samples import seed_analysis, seed_article
from tests.screens.driving import drawn, reader
from tests.screens.opening_app import app_with, sees, until
from tui.article.spans import Span
from tui.library.library import Library
from tui.screens.reader.reader_screen import ReaderScreen
from tui.session.opening.opening import open_article
from tui.session.settings import Settings
from tui.textual_patches.app_internals import notifications


async def test_cues_stand_without_the_colon_that_follows_them(quoth_home: Path) -> None:
    article = seed_article()
    analysis = seed_analysis(article)
    quotes = []
    for quote in analysis.attributions:
        cue = quote.cue[0]
        colon = article.text[cue.end : cue.end + 1] == ":"
        quotes.append(replace(quote, cue=(Span(cue.start, cue.end + colon),)))
    assert quotes != list(analysis.attributions)
    analysis = replace(analysis, attributions=tuple(quotes))
    library = Library.open()
    library.keep(article, analysis)
    library.close()
    async with app_with(opening=open_article(article, Settings(), known=analysis)) as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen) and app.screen.fully_mounted)
        await pilot.press("n", "S")
        await sees(pilot, "Donald Trump")
        lines = [line.strip() for line in drawn(app.screen)]
        assert any(line.startswith("said · direct") for line in lines), lines
        assert not any("said:" in line and "direct" in line for line in lines)


async def test_where_nothing_can_be_kept_the_speaker_is_not_said_to_come(tmp_path: Path) -> None:
    article = seed_article()
    (tmp_path / "a file").touch()
    library = Library.open(tmp_path / "a file" / "library.sqlite3")
    async with reader(library=library) as (screen, pilot):
        pilot.app.clear_notifications()
        await pilot.press("n", "S")
        await pilot.pause()
        said = [message.message for message in notifications(pilot.app)]
        assert library.id_of(article.text) is None
        assert len(said) == 1
        assert "cannot be used" in said[0]
        assert "nothing is kept" in said[0]
        assert screen.is_current


async def test_what_is_copied_there_is_cited_as_the_settings_say(quoth_home: Path) -> None:
    article = seed_article()
    analysis = seed_analysis(article)
    library = Library.open()
    library.keep(article, analysis)
    library.close()
    async with app_with(opening=open_article(article, Settings(), known=analysis)) as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen) and app.screen.fully_mounted)
        await pilot.press("n", "S")
        await sees(pilot, "Donald Trump")
        await pilot.press("g", "Y")
        await until(pilot, lambda: app.copier.last is not None)
        copied = str(app.copier.last)
        assert copied.startswith("> ")
        assert "\n> — Donald Trump" in copied
        assert ", in *" in copied


async def test_the_same_words_are_one_entry_that_unfolds(quoth_home: Path) -> None:
    library_of_papers().close()
    article, analysis = papers()[0]
    async with app_with(opening=open_article(article, Settings(), known=analysis)) as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen) and app.screen.fully_mounted)
        await pilot.press("n", "S")
        screen = await sees(pilot, "≡ the same words 1 more time; = shows them")
        assert "We would leave" not in screen
        await pilot.press("equals_sign")
        await sees(pilot, "We would leave")
        await pilot.press("equals_sign")
        assert "We would leave" not in await sees(pilot, "= shows them")
