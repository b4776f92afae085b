"""A made-up world for opening: sources that are read without files or a network, and an app to open them in."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from tests.samples import seed_analysis, seed_article
from tests.screens.driving import drawn
from tui.analysis.model import DEFAULT, identify
from tui.app import QuothApp
from tui.article.article import Article, Link
from tui.article.errors import Cancelled, CannotRead
from tui.article.listing import Listing
from tui.article.spans import Span
from tui.article.text.blocks import find_blocks
from tui.library.library import Library
from tui.session.opening.opening import Opening
from tui.session.settings import Settings

Answer = Article | Listing | Exception


def article(source: str, text: str, links: tuple[Link, ...] = (), title: str | None = None) -> Article:
    """Return an article of its own."""
    return Article(text, source, find_blocks(text), title=title, links=links)


def linked(source: str, text: str, *links: tuple[str, str]) -> Article:
    """Return an article whose words lead to addresses: (words, address)."""
    spans = [(Span(text.index(words), text.index(words) + len(words)), address) for words, address in links]
    return article(source, text, tuple(Link(span, address) for span, address in spans))


def keep_analysis(of: Article) -> None:
    """Have the library hold an analysis of an article, so that no process is started for it."""
    library = Library.open()
    found = seed_analysis(seed_article()) if of.text == seed_article().text else None
    from tui.analysis.analysis import Analysis

    library.keep(of, replace(found or Analysis(), model=identify(DEFAULT), complete=True))
    library.close()


class World:
    """What is read under which name. `asked` holds (source, typed, came_from) of every reading."""

    def __init__(self, **answers: Answer) -> None:
        self.answers: dict[str, Answer] = dict(answers)
        self.asked: list[tuple[str, bool, str | None]] = []
        self.go = threading.Event()
        self.slow: set[str] = set()
        self.told: tuple[str, int, int | None] | None = None

    def add(self, *answers: Article | Listing) -> World:
        """Add answers, each under its own source; articles with their analysis kept."""
        for answer in answers:
            self.answers[answer.source] = answer
            if isinstance(answer, Article):
                keep_analysis(answer)
        return self

    def read(
        self,
        source: str,
        *,
        cancel: threading.Event | None = None,
        on_progress: Callable[[str, int, int | None], None] | None = None,
        typed: bool = True,
        came_from: str | None = None,
        private_origins: set[str] | None = None,
    ) -> Article | Listing:
        """Stand in for tui.article.sources.read."""
        self.asked.append((source, typed, came_from))
        if source in self.slow:
            assert cancel is not None
            if on_progress is not None and self.told is not None:
                on_progress(*self.told)
            while not self.go.wait(0.01):
                if cancel.is_set():
                    raise Cancelled("given up")
        answer = self.answers.get(source, CannotRead(f"There is no “{source}” here; check it."))
        if isinstance(answer, Exception):
            raise answer
        return answer


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> World:
    """Return a world in which nothing is yet."""
    made = World()
    monkeypatch.setattr("tui.article.sources.read", made.read)
    return made


@asynccontextmanager
async def app_with(
    *sources: str,
    opening: Opening | None = None,
    first: Callable[[], Screen[None]] | None = None,
    settings: Settings | None = None,
    size: tuple[int, int] = (100, 30),
) -> AsyncIterator[tuple[QuothApp, Pilot[None]]]:
    """Return the app, begun with an article or with sources to open."""
    app = QuothApp(opening, settings or Settings(), first=first, sources=sources)
    async with app.run_test(size=size, notifications=True) as pilot:
        yield app, pilot


async def until(pilot: Pilot[None], holds: Callable[[], object]) -> None:
    """Wait for what another thread brings about; pytest-timeout ends a test that waits in vain."""
    while not holds():
        await pilot.pause()
        await asyncio.sleep(0.005)  # lets other threads have their turn


async def sees(pilot: Pilot[None], words: str) -> str:
    """Wait until the words are on the screen, wherever its lines break; return all that is on it."""

    def text() -> str:
        return " ".join("\n".join(drawn(pilot.app.screen)).replace("│", " ").split())

    try:
        await until(pilot, lambda: words in text())
    except BaseException:  # also that with which pytest-timeout ends the test
        print(f"{words!r} is not on the screen:", *drawn(pilot.app.screen), sep="\n")
        raise
    return text()
