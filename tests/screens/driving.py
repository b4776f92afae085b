"""Driving the reader as a person would, and reading its screen."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from textual.pilot import Pilot
from textual.screen import Screen

from tests.samples import seed_analysis, seed_article
from tests.textual_patches.screen_strips import strips
from tui.analysis.analysis import Analysis
from tui.app import QuothApp
from tui.article.article import Article
from tui.library.library import Library
from tui.screens.reader.reader_screen import ReaderScreen
from tui.session.opening.opening import Opening
from tui.session.settings import Settings


@asynccontextmanager
async def reader(
    size: tuple[int, int] = (120, 40),
    article: Article | None = None,
    analysis: Analysis | None = None,
    settings: Settings | None = None,
    library: Library | None = None,
) -> AsyncIterator[tuple[ReaderScreen, Pilot[None]]]:
    """Return the reader on the seed article with its analysis by hand, or on what is given."""
    if article is None:
        article = seed_article()
        analysis = analysis or seed_analysis(article)
    app = QuothApp(Opening(article, analysis, library=library, settled=True), settings or Settings())
    async with app.run_test(size=size, notifications=True) as pilot:
        while not app.articles.reader.fully_mounted:
            await pilot.pause()
        await pilot.pause()
        yield app.articles.reader, pilot


def drawn(screen: Screen[Any]) -> list[str]:
    """Return the lines on the screen as plain text."""
    return [strip.text for strip in strips(screen)]


def panels_text(screen: ReaderScreen) -> str:
    """Return what stands in the panels beside the article, on one line."""
    return " ".join(" ".join(line[screen.panes.side.region.x :] for line in drawn(screen)).split())
