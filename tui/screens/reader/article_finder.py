"""Searching the text of an article."""

from __future__ import annotations

from tui.screens.reader.article_screen import ArticleScreen
from tui.screens.reader.find_screen import FindScreen
from tui.screens.reader.reader_panes import ReaderPanes
from tui.session.reading.text_search import TextSearch


class ArticleFinder:
    """Searches the article of a reader screen while words are typed."""

    def __init__(self, screen: ArticleScreen, panes: ReaderPanes) -> None:
        self._screen = screen
        self._panes = panes
        self._words = ""
        """The words that were searched for last."""
        self._start = 0
        """Where the reader was when the search began, an offset into the text."""

    def ask(self) -> None:
        """Ask for words, and search for them from the reader's position on."""
        self._screen.app.clear_notifications()  # they would cover the line
        self._start = self._screen.article_pane.position
        from tui.session.reading.no_matches import words_elsewhere

        words = words_elsewhere(self._panes.reading) or self._words
        self._screen.app.push_screen(FindScreen(words, self._search, self._step), self._close)

    def _search(self, words: str) -> str:
        article = self._screen.article
        search = TextSearch(article.text, words, article.markup)
        search.begin(self._start)
        self._panes.show_search(search)
        return search.counted

    def _step(self, direction: int) -> str:
        if (search := self._panes.search) is None:
            return ""
        search.step(direction)
        self._panes.show_search(search)
        return search.counted

    def _close(self, words: str | None) -> None:
        self._words = words or ""
        self._panes.show_search(None)
