"""From a reader screen to the same words elsewhere: counts beside the quotes, and the page of one quote."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.screens.reader.article_screen import ArticleScreen
from tui.screens.reader.reader_navigator import no_quotes_left
from tui.screens.reader.reader_panes import ReaderPanes

if TYPE_CHECKING:
    from tui.analysis.analysis import Analysis
    from tui.article.spans import Span
    from tui.library.library import Library
    from tui.session.comparing.elsewhere import Elsewhere
    from tui.session.settings import Settings


class QuoteComparer:
    """Counts in how many other articles each quote stands, and shows where one does."""

    def __init__(
        self, screen: ArticleScreen, panes: ReaderPanes, library: Library | None, settings: Settings
    ) -> None:
        self._screen = screen
        self._panes = panes
        self._reading = panes.reading
        self._library = library
        self._settings = settings
        self._counted: object = None

    def count(self) -> None:
        """Count in a thread, once the analysis is complete, and mark the quotes that stand elsewhere."""
        library, analysis = self._library, self._reading.analysis
        if library is None or not analysis.complete or self._counted is analysis:
            return
        self._counted = analysis

        def look_up() -> None:
            from textual.worker import get_current_worker

            from tui.session.comparing.elsewhere import count_elsewhere

            worker = get_current_worker()
            library.compare_pending()
            found = count_elsewhere(library, self._screen.article, analysis, lambda: worker.is_cancelled)
            if not worker.is_cancelled:
                self._screen.app.call_from_thread(self._mark, found)

        self._screen.run_worker(look_up, thread=True, group="elsewhere", exclusive=True, exit_on_error=False)

    def _mark(self, found: dict[tuple[Span, ...], int]) -> None:
        if found != self._reading.elsewhere:
            self._reading.elsewhere = found
            if self._screen.is_attached:
                self._panes.redraw()

    def show(self) -> None:
        """Show where else the words of the quote stand that the reader is at."""
        here = self._panes.here
        if here is None:
            sentence = no_quotes_left(self._reading) or "There is no quote in sight; n goes to the next one."
            self._screen.notify(sentence, markup=False)
            return
        library, analysis = self._library, self._reading.analysis
        if library is None:
            sentence = "Nothing is kept while you read privately, so there is nothing to compare with."
            self._screen.notify(sentence, markup=False)
            return

        counted = self._reading.elsewhere

        def look_up() -> None:
            from tui.session.comparing.elsewhere import Elsewhere

            found = Elsewhere(library, self._screen.article, analysis, here, counted)
            self._screen.app.call_from_thread(self._show, found, analysis)

        self._screen.run_worker(look_up, thread=True, group="compared", exclusive=True, exit_on_error=False)

    def cite(self, index: int, cited: str, copy: Callable[[str], None]) -> None:
        """Copy a citation of a quote; where the reader wants that, with the other articles that have it."""
        library, analysis = self._library, self._reading.analysis
        if (
            library is None
            or not self._settings.also_in
            or analysis.attributions[index].content not in self._reading.elsewhere
        ):
            copy(cited)
            return

        counted = self._reading.elsewhere

        def look_up() -> None:
            from tui.session.comparing.elsewhere import Elsewhere

            found = Elsewhere(library, self._screen.article, analysis, index, counted)
            copy(found.with_others(cited, self._settings.citation))

        self._screen.run_worker(look_up, thread=True, group="copy", exit_on_error=False)

    def _show(self, found: Elsewhere, analysis: Analysis) -> None:
        if not self._screen.is_current or analysis is not self._reading.analysis:
            return
        if not found.wordings:
            sentence = "No other article that you have read has these words."
            self._screen.notify(sentence, markup=False)
            return
        from tui.screens.reader.elsewhere_screen import ElsewhereScreen

        self._screen.app.push_screen(ElsewhereScreen(found, self._settings))
