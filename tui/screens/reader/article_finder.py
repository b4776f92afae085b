"""Searching the text of an article."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from tui.screens.reader.article_screen import ArticleScreen
from tui.screens.reader.find_screen import FindScreen
from tui.screens.reader.reader_panes import ReaderPanes
from tui.session.reading.text_search import TextSearch

PIECE = 500_000
"""Characters of the article that are looked through before keys are answered: a hundredth of a second."""


class ArticleFinder:
    """Searches the article of a reader screen while words are typed."""

    def __init__(self, screen: ArticleScreen, panes: ReaderPanes) -> None:
        self._screen = screen
        self._panes = panes
        self._words = ""
        """The words that were searched for last."""
        self._start = 0
        """Where the reader was when the search began, an offset into the text."""
        self._under_way: TextSearch | None = None
        self._steps = 0
        """The steps to make from match to match once the search under way has found them."""

    def ask(self) -> None:
        """Ask for words, and search for them from the reader's position on."""
        self._screen.app.clear_notifications()  # they would cover the line
        self._start = self._screen.article_pane.position
        from tui.session.reading.no_matches import words_elsewhere

        words = words_elsewhere(self._panes.reading) or self._words
        self._screen.app.push_screen(FindScreen(words, self._search, self._step), self._close)

    def _search(self, words: str, show: Callable[[str], None]) -> None:
        """Search for words; hand `show` which of how many matches is shown, in words."""
        article = self._screen.article
        self._stop()
        search = TextSearch(article.text, words, article.markup)
        if not search.look_through(PIECE):
            self._found(search, show)
            return
        self._under_way = search
        show("searching …")
        self._screen.run_worker(self._look_through(search, show), group="search")

    async def _look_through(self, search: TextSearch, show: Callable[[str], None]) -> None:
        while search.look_through(PIECE):
            await asyncio.sleep(0)
            if self._under_way is not search:
                return
        self._under_way = None
        self._found(search, show)

    def _found(self, search: TextSearch, show: Callable[[str], None]) -> None:
        search.begin(self._start)
        if self._steps:
            search.step(self._steps)
        self._panes.show_search(search)
        show(search.counted)

    def _step(self, direction: int, show: Callable[[str], None]) -> None:
        """Go to the next match (1) or the one before (-1), now or once they are found; `show` as above."""
        if self._under_way is not None:
            self._steps += direction
        elif (search := self._panes.search) is not None:
            search.step(direction)
            self._panes.show_search(search)
            show(search.counted)

    def _stop(self) -> None:
        self._under_way, self._steps = None, 0

    def _close(self, words: str | None) -> None:
        self._stop()
        self._words = words or ""
        self._panes.show_search(None)
