"""The same words elsewhere, key by key."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.printed_papers import SAID, indirect_paper, library_of_papers, paper, papers
from tests.screens.driving import drawn, panels_text
from tests.screens.opening_app import app_with, sees, until
from tui.app import QuothApp
from tui.corrections.action import Action
from tui.library.correction_store import CorrectionStore
from tui.library.library import Library
from tui.screens.reader.elsewhere_screen import ElsewhereScreen
from tui.screens.reader.reader_screen import ReaderScreen
from tui.session.opening.opening import Opening, open_article
from tui.session.settings import Settings


def opened(number: int = 0, **settings: bool) -> Opening:
    library_of_papers().close()
    article, analysis = papers()[number]
    return open_article(article, Settings(**settings), known=analysis)  # type: ignore[arg-type]


def is_reading(app: QuothApp, title: str = "Paper 0") -> bool:
    screen = app.screen
    return isinstance(screen, ReaderScreen) and screen.fully_mounted and screen.article.title == title


def text(app: QuothApp) -> str:
    return " ".join(" ".join(drawn(app.screen)).split())


async def test_from_the_sign_to_the_other_article_and_back(quoth_home: Path) -> None:
    async with app_with(opening=opened()) as (app, pilot):
        await until(pilot, lambda: is_reading(app))
        await sees(pilot, "≡4")
        await pilot.press("n", "equals_sign")
        await sees(pilot, "The speaker differs: Jane Doe here, John Roe in “Paper 2”, Morning [b]Post[/b]")
        assert isinstance(app.screen, ElsewhereScreen)
        assert "The words differ: “will” here, “would” in “Paper 1”, Harbour Gazette, 22 Nov 2020." in text(
            app
        )
        assert "‹will → would›" in text(app)
        assert "‹We → [The crew]›" in text(app)
        assert "Nobody asked" not in text(app)
        lines = [line.strip() for line in drawn(app.screen)]
        order = [
            next(i for i, line in enumerate(lines) if f"Paper {n}" in line and "·" in line)
            for n in (1, 2, 3, 4)
        ]
        assert order == sorted(order)  # the two that differ first, then by date
        assert "Doe · said · direct ●" in text(app)
        assert "speaker not named · said · direct" in text(app)
        await pilot.press("slash", *"anchor")
        await until(pilot, lambda: "Gazette ·" not in text(app))
        await pilot.press("enter")
        await until(pilot, lambda: is_reading(app, "Paper 3"))
        assert app.articles.reader.reading.quote == 0


async def test_nothing_from_outside_acts(quoth_home: Path) -> None:
    async with app_with(opening=opened()) as (app, pilot):
        await until(pilot, lambda: is_reading(app))
        await pilot.press("n", "equals_sign")
        await sees(pilot, "Morning [b]Post[/b]")
        assert "\x1b" not in "".join(drawn(app.screen))


async def test_copied_with_the_other_articles(quoth_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copied: list[str] = []
    monkeypatch.setattr(QuothApp, "copy_to_clipboard", lambda self, words, *more: copied.append(words))
    async with app_with(opening=opened()) as (app, pilot):
        await until(pilot, lambda: is_reading(app))
        await pilot.press("n", "equals_sign")
        await sees(pilot, "‹will → would›")
        await pilot.press("Y", "y")
        await until(pilot, lambda: len(copied) == 2)
        assert f"“{SAID} before Christmas,”" in copied[0]
        assert copied[0].splitlines()[-1].startswith("> Also in “Paper 1”, Harbour Gazette, 22 Nov 2020; ")
        assert copied[0].endswith("and 1 more article")
        assert copied[1] == "“We would leave the old harbour with all our nets,”"


async def test_the_reader_names_the_other_articles_where_that_is_set(
    quoth_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: list[str] = []
    monkeypatch.setattr(QuothApp, "on_copy_text", lambda self, message: copied.append(message.text))
    async with app_with(opening=opened(), settings=Settings(also_in=True)) as (app, pilot):
        await until(pilot, lambda: is_reading(app))
        await sees(pilot, "≡4")
        await pilot.press("n", "Y")
        await until(pilot, lambda: bool(copied))
        assert copied[0].splitlines()[-1].startswith("> Also in “Paper 1”, Harbour Gazette, 22 Nov 2020; ")


async def test_a_corrected_speaker_is_offered_and_given_only_when_asked(quoth_home: Path) -> None:
    library_of_papers().close()
    article, analysis = papers()[0]
    corrected = replace(analysis, attributions=(replace(analysis.attributions[0], corrected=True),))
    opening = open_article(article, Settings(), known=corrected)
    async with app_with(opening=opening) as (app, pilot):
        await until(pilot, lambda: is_reading(app))
        await pilot.press("n", "equals_sign")
        await sees(pilot, "x gives Jane Doe to the marked article")
        library = app.articles.history.library
        assert library is not None
        assert CorrectionStore(library).all() == []
        await pilot.press("j", "x")
        await sees(pilot, "Jane Doe said it in “Paper 2”, too; u undoes.")
        assert "The speaker differs" not in text(app)
        assert [each.correction.action for each in CorrectionStore(library).all()] == [Action.SPEAKER]
        await pilot.press("u")
        await sees(pilot, "The speaker differs")
        assert CorrectionStore(library).all() == []


async def test_an_agencys_words_in_many_articles_are_folded(quoth_home: Path) -> None:
    library = Library.open()
    for number in range(130):
        library.keep(*paper(number, SAID))
    library.close()
    article, analysis = paper(500, SAID)
    async with app_with(opening=open_article(article, Settings(), known=analysis)) as (app, pilot):
        await until(pilot, lambda: is_reading(app, "Paper 500"))
        await sees(pilot, "≡130")
        await pilot.press("n", "equals_sign")
        await sees(pilot, "130 other articles")
        await sees(pilot, "… and 125 more articles in these words")
        await pilot.press("G", "enter", "G")
        await sees(pilot, "… and 25 more articles in these words")
        await pilot.press("equals_sign")
        await until(pilot, lambda: is_reading(app, "Paper 500"))


async def test_where_there_is_nothing_to_show(quoth_home: Path) -> None:
    async with app_with(opening=opened(5)) as (app, pilot):
        await until(pilot, lambda: is_reading(app, "Paper 5"))
        await pilot.press("n", "equals_sign")
        await sees(pilot, "No other article that you have read has these words.")
        assert "≡" not in panels_text(app.articles.reader)
    async with app_with(opening=opened(0, private=True), settings=Settings(private=True)) as (app, pilot):
        await until(pilot, lambda: is_reading(app))
        await pilot.press("n", "equals_sign")
        await sees(pilot, "Nothing is kept while you read privately")
        assert "≡" not in panels_text(app.articles.reader)


async def test_words_that_would_mislead_alone_are_copied_with_their_cue(
    quoth_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: list[str] = []
    monkeypatch.setattr(QuothApp, "copy_to_clipboard", lambda self, words, *more: copied.append(words))
    library = Library.open()
    library.keep(*indirect_paper(1, SAID))
    library.close()
    article, analysis = papers()[0]
    async with app_with(opening=open_article(article, Settings(), known=analysis)) as (app, pilot):
        await until(pilot, lambda: is_reading(app))
        await sees(pilot, "≡1")
        await pilot.press("n", "equals_sign")
        await sees(pilot, "Paper 1")
        await pilot.press("j", "y")
        await until(pilot, lambda: bool(copied))
        assert copied[0] != f"“{SAID},”"
        assert "Jane Doe" in copied[0]
