"""What the analysis process says, taken to the reader screen that shows the article."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from textual.app import App

from tui.screens import toasts
from tui.session.opening.opening import Opening

if TYPE_CHECKING:
    from tui.analysis.process import events
    from tui.screens.reader.reader_screen import ReaderScreen
    from tui.session.opening.history import History

DRAWN = 0.2
"""Seconds after which an analysis has been drawn, so that writing it to the library slows no frame."""


class AnalysisEvents:
    """Shows analyses as they arrive, how far they are, and why one failed."""

    def __init__(
        self, app: App[None], openings: Mapping[ReaderScreen, Opening], history: Callable[[], History]
    ) -> None:
        """Show what is said of the articles in `openings`, and keep it in `history`, once that is needed."""
        self._app = app
        self._openings = openings
        self._history = history

    def listener(self, opening: Opening) -> Callable[[events.Event], None]:
        """Return what to call, in any thread, with each event of an article's analysis."""
        return partial(self._receive, opening)

    def _receive(self, opening: Opening, event: events.Event) -> None:
        """Pass an event on to the app's thread, after importing and computing what showing it takes in this one."""
        from tui.analysis.process import events
        from tui.session.filtering.quote_index import index_of
        from tui.session.reading import reading  # noqa: F401

        if isinstance(event, (events.PartialAnalysis, events.AnalysisComplete)):
            index_of(opening.article, event.analysis)
        self._app.call_later(self.show, opening, event)

    def show(self, opening: Opening, event: events.Event) -> None:
        """Show an event in the article's reader screen, if the article is still shown."""
        from tui.analysis.process import events

        reader = next((each for each, shown in self._openings.items() if shown is opening), None)
        match event:
            case events.AnalysisProgress(done=done, total=total) if reader:
                reader.analysis_display.show_progress(done, total)
            case events.PartialAnalysis(analysis=analysis) if reader and not opening.outdated:
                reader.adopt(analysis)
            case events.AnalysisComplete(analysis=analysis):
                self._history().finish_analysis(opening, analysis)
                if reader:
                    reader.adopt(analysis)
                    self._app.set_timer(DRAWN, opening.keep_analysis)
                else:
                    opening.keep_analysis()
            case events.AnalysisFailed(sentence=sentence):
                self._history().finish_analysis(opening, None)
                if reader:
                    if opening.outdated:
                        reader.analysis_display.keep_outdated()
                    else:
                        reader.analysis_display.give_up()
                    self._app.notify(sentence, severity="error", markup=False, timeout=toasts.NEWS)
            case events.ProcessDied(sentence=sentence):
                self._app.notify(sentence, severity="warning", markup=False, timeout=toasts.WARNING)
