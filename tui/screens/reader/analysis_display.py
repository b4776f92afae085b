"""How far the analysis of an article is, and what it finds, on a reader screen."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content

from tui.article.sanitising import one_line
from tui.widgets.article.gutter import Gutter
from tui.widgets.title_bar import TitleBar

if TYPE_CHECKING:
    from tui.analysis.analysis import Analysis
    from tui.screens.reader.reader_view import ReaderView
    from tui.widgets.panels.side_panels import Stage

IDLE = 0.05
"""Seconds between two pieces of work that nobody waits for."""


class AnalysisDisplay:
    """Shows an analysis as it arrives, and prepares in small steps what the next keys need of it."""

    def __init__(self, screen: ReaderView, analysis: Analysis | None) -> None:
        self._screen = screen
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
        screen = self._screen
        screen.reading.adopt(analysis)
        if analysis.complete:
            self.stage = "done"
            self._say("")
        for notice in analysis.notices:
            screen.notify(Content(one_line(notice)).plain, markup=False, timeout=8)
        if screen.fully_mounted:
            self.prepare_filter()
            screen.redraw_in_two_frames()

    def give_up(self) -> None:
        """Say that the analysis failed."""
        self.stage = "failed"
        some = self._screen.reading.analysis.attributions or self._screen.reading.analysis.entities
        self._say("only part was analysed" if some else "not analysed")
        self._screen.redraw()

    def keep_outdated(self) -> None:
        """Say that the analysis of an older quoth stays."""
        self._say("of an older quoth")

    def prepare(self) -> None:
        """Prepare what the next keys or the first quotes need, once all panes are there."""
        self.prepare_filter()
        if self.stage == "waiting":
            from tui.session.reading.speaker_styles import HUES

            self._prepare_colours(iter(range(1, HUES + 1)))

    def prepare_filter(self) -> None:
        """Prepare the filter, so that the first letter typed is not slower than the others."""
        if self.stage != "done":
            return
        index = self._screen.reading.index
        steps = index.prepare()

        def step() -> None:
            if self._screen.is_running and index is self._screen.reading.index and next(steps, self) is None:
                self._screen.set_timer(IDLE, step)

        self._screen.set_timer(IDLE, step)

    def _prepare_colours(self, hues: Iterator[int]) -> None:
        """Prepare the colours of the speakers one by one: all at once, with the first quotes, would be felt."""
        hue = next(hues, None)
        if hue is not None and self._screen.is_running and self.stage == "waiting":
            name = f"speaker-{hue}"
            self._screen.article_pane.colours.style((name,))
            self._screen.query_one(Gutter).colours.style((name,))
            self._screen.side.speakers.hue(name)
            self._screen.side.quotes.hue(name)
            self._screen.set_timer(IDLE, partial(self._prepare_colours, hues))

    def _say(self, progress: str) -> None:
        self._screen.query_one(TitleBar).progress = progress
