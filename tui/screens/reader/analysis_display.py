"""How far the analysis of an article is, and what it finds, on a reader screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content

from tui.article.sanitising import one_line
from tui.screens import garbage_collection, toasts
from tui.screens.reader.article_screen import ArticleScreen
from tui.widgets.article.gutter import Gutter
from tui.widgets.title_bar import TitleBar

if TYPE_CHECKING:
    from tui.analysis.analysis import Analysis
    from tui.screens.reader.reader_panes import ReaderPanes
    from tui.widgets.panels.side_panels import Stage

IDLE = 0.05
"""Seconds between two pieces of work that nobody waits for."""


class AnalysisDisplay:
    """Shows an analysis as it arrives, and prepares in small steps what the next keys need of it."""

    def __init__(
        self, screen: ArticleScreen, analysis: Analysis | None, panes: Callable[[], ReaderPanes]
    ) -> None:
        """Show `analysis` on `screen`; `panes` returns what draws it, which is imported later."""
        self._screen = screen
        self._panes = panes
        self.stage: Stage = "done" if analysis is not None and analysis.complete else "waiting"

    def begin(self, *, outdated: bool) -> None:
        """Say that an analysis is on its way; `outdated` if the one shown meanwhile is of an older quoth."""
        if self.stage == "waiting":
            self._say("reading who said what")
        elif outdated:
            self._say("renewing who said what")

    def show_progress(self, done: int, total: int) -> None:
        """Say how many characters have been analysed."""
        self._say(f"reading who said what {100 * done // max(1, total)} %")

    def adopt(self, analysis: Analysis) -> None:
        """Show a newer analysis of the article."""
        screen, panes = self._screen, self._panes()
        panes.reading.adopt(analysis)
        if analysis.complete:
            self.stage = "done"
            self._say("")
        for notice in analysis.notices:
            screen.notify(Content(one_line(notice)).plain, markup=False, timeout=toasts.WARNING)
        if screen.fully_mounted:
            self.prepare_filter()
            # One frame for the lists and one for the article: both at once would be felt.
            panes.draw_lists()
            screen.call_after_refresh(panes.draw_article)

    def give_up(self) -> None:
        """Say that the analysis failed."""
        self.stage = "failed"
        panes = self._panes()
        some = panes.reading.analysis.attributions or panes.reading.analysis.entities
        self._say("only part was analysed" if some else "not analysed")
        panes.redraw()

    def keep_outdated(self) -> None:
        """Say that the analysis of an older quoth stays."""
        self._say("of an older quoth")

    def prepare(self) -> None:
        """Prepare what the next keys or the first quotes need, once all panes are there."""
        self.prepare_filter()
        if self.stage == "waiting":
            from tui.session.reading.speaker_styles import NEUTRAL

            self._prepare_colours(iter(range(1, NEUTRAL + 1)))

    def prepare_filter(self) -> None:
        """Prepare the filter, so that the first letter typed is not slower than the others."""
        if self.stage != "done":
            return
        reading = self._panes().reading
        index = reading.index
        steps = index.prepare()

        def step() -> None:
            if not self._screen.is_running or index is not reading.index:
                return
            if next(steps, self) is None:
                self._screen.set_timer(IDLE, step)
            else:
                garbage_collection.keep()

        self._screen.set_timer(IDLE, step)

    def _prepare_colours(self, hues: Iterator[int]) -> None:
        """Prepare the colours of the speakers one by one: all at once, with the first quotes, would be felt."""
        hue = next(hues, None)
        if hue is not None and self._screen.is_running and self.stage == "waiting":
            name = f"speaker-{hue}"
            self._screen.article_pane.colours.style((name,))
            self._screen.query_one(Gutter).colours.style((name,))
            self._panes().side.speakers.speaker_colour(name)
            self._panes().side.quotes.speaker_colour(name)
            self._screen.set_timer(IDLE, partial(self._prepare_colours, hues))

    def _say(self, progress: str) -> None:
        self._screen.query_one(TitleBar).progress = progress
