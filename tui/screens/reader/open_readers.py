"""The articles' readers: made, put up, left, and shown again.

Imported on the way to the first frame: a history of several articles is made when there are several.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from textual import on
from textual.message import Message
from textual.screen import Screen

from tui.screens.opening.opening_requests import OpeningRequests
from tui.screens.reader.reader_screen import ReaderScreen
from tui.session.opening.opening import Opening
from tui.session.reading.article_name import name_of

if TYPE_CHECKING:
    from tui.analysis.process import events
    from tui.article.article import Article
    from tui.article.spans import Span
    from tui.library.library import Library
    from tui.session.correcting.correction_history import CorrectionHistory
    from tui.session.opening.history import History, ListPlace


DRAWN = 0.2
"""Seconds after which what is new is drawn: what keeps it then slows no frame."""


class OpenReaders(OpeningRequests):
    """Which article is in which reader, and which of them is read."""

    class Analysed(Message):
        """Something came from the analysis process."""

        def __init__(self, opening: Opening, event: events.Event) -> None:
            super().__init__()
            self.opening = opening
            self.event = event

    problems: list[str]
    """What is to be said once there is a screen to say it on."""

    def begin_with(self, opening: Opening | None, library: Library | None) -> None:
        """Take the article to begin with, or the library; before the app itself is made: they begin its history."""
        self._begun = opening
        self._kept = library
        self._openings: dict[ReaderScreen, Opening] = {}
        self._change: Callable[[], None] | None = None
        self._books: dict[str, CorrectionHistory] = {}
        self._reader: ReaderScreen | None = None

    def make_first_reader(self) -> None:
        """Make the reader of the article to begin with."""
        if self._begun is not None:
            self._reader = self._reader_of(self._begun)
            # Two processes that start at a time slow each other, and the article comes first.
            self._reader.once_drawn = partial(self._begun.listen, partial(self._hear, self._begun))
            self._openings[self._reader] = self._begun

    # What is read

    @property
    def reader(self) -> ReaderScreen:
        """The screen of the article that is read, or was last."""
        assert self._reader is not None
        return self._reader

    @property
    def opening(self) -> Opening:
        """What is known of that article."""
        return self._openings[self.reader]

    @cached_property
    def history(self) -> History:
        """All articles of this sitting."""
        from tui.session.opening.history import History

        if self._begun is None:
            return History(self.settings, self._kept)
        return History.begun(self.settings, self._begun)

    def _reader_of(self, opening: Opening) -> ReaderScreen:
        reader = ReaderScreen(
            opening.article,
            opening.analysis,
            settings=self.settings,
            position=opening.position,
            filter_text=opening.filter_text,
        )
        reader.renewing = opening.outdated
        reader.library, reader.books = opening.library, self._books
        return reader

    def show_article(self, article: Article, place: ListPlace | None = None) -> None:
        """Show an article in a reader of its own, in place of the one that is read."""
        self.show_again(self.history.open(article, place))

    def show_kept(self, article: Article, at: Span | None) -> None:
        """Show an article of the library, with what stands `at` in sight."""
        opening = self.history.open(article)
        if at is not None:
            opening.position = min(at.start, len(article.text))
        self.show_again(opening).at_first = at

    def show_again(self, opening: Opening) -> ReaderScreen:
        """Show an article that is open, in place of the one that is read."""
        reader = self._reader_of(opening)
        self._when_whole(partial(self._put, reader, opening))
        return reader

    def _put(self, reader: ReaderScreen, opening: Opening) -> None:
        reader.fit(self.size)
        self._openings[reader] = opening
        self.problems += opening.notices
        shown = self.screen
        if isinstance(shown, ReaderScreen):
            self._leave(shown)
            if not shown._result_callbacks:  # Textual 8 gives the default screen none, and then misses it
                shown._push_result_callback(self, None)
            self.switch_screen(reader)
        else:
            self.push_screen(reader)
        self._reader = reader
        self.history.listen(opening, partial(self._hear, opening))

    def _when_whole(self, change: Callable[[], None]) -> None:
        """Change screens once the reader that is shown has all its widgets: none may go while some still come.

        Of several changes that wait the last is made; who hurries through a list does not want those between.
        """
        if isinstance(self.screen, ReaderScreen) and not self.screen.furnished:
            self._change = change
        else:
            self._change = None
            change()

    def _leave(self, reader: ReaderScreen) -> None:
        """Remember where the reader was in an article that is shown no longer."""
        opening = self._openings.pop(reader, None)
        if opening is not None:
            self.history.leave(opening, reader.last_position, reader.reading.filter_text)
            if reader.reading.analysis.complete:  # with its corrections
                self.history.count(opening, reader.reading.analysis)

    def change_that_waits(self) -> None:
        """Make the change of screens that waited for the reader to be whole."""
        if (change := self._change) is not None:
            self._when_whole(change)

    def on_shown_again(self) -> None:
        """An article is on top again; it may have lost the analysis process to another meanwhile."""
        screen = self.screen
        if isinstance(screen, ReaderScreen) and (opening := self._openings.get(screen)):
            self._reader = screen
            self.title_window(name_of(screen.article))
            self.history.show_again(opening)
            self.history.listen(opening, partial(self._hear, opening))

    def close_above(self, screen: Screen[Any]) -> None:
        """Go back to a screen below."""
        self._when_whole(partial(self._close_above, screen))

    def _close_above(self, screen: Screen[Any]) -> None:
        while self.screen is not screen:
            if isinstance(self.screen, ReaderScreen):
                self._leave(self.screen)
            self.pop_screen()

    # What comes from the analysis process

    def _hear(self, opening: Opening, event: events.Event) -> None:
        """Called in another thread: what an analysis will need is imported and made here, where nobody waits."""
        from tui.analysis.process import events
        from tui.session.filtering.quote_index import index_of
        from tui.session.reading import reading  # noqa: F401

        if isinstance(event, (events.PartialAnalysis, events.AnalysisComplete)):
            index_of(opening.article, event.analysis)
        self.post_message(self.Analysed(opening, event))

    @on(Analysed)
    def _analysed(self, message: Analysed) -> None:
        from tui.analysis.process import events

        opening = message.opening
        reader = next((screen for screen, shown in self._openings.items() if shown is opening), None)
        match message.event:
            case events.AnalysisProgress(done=done, total=total) if reader:
                reader.show_progress(done, total)
            case events.PartialAnalysis(analysis=analysis) if reader and not opening.outdated:
                reader.adopt(analysis)
            case events.AnalysisComplete(analysis=analysis):
                self.history.settle(opening, analysis)
                if reader:
                    reader.adopt(analysis)
                    self.set_timer(DRAWN, opening.keep)
                else:
                    opening.keep()
            case events.AnalysisFailed(sentence=sentence):
                self.history.settle(opening, None)
                if reader:
                    if opening.outdated:
                        reader.renewal_failed()
                    else:
                        reader.give_up()
                    self.notify(sentence, severity="error", markup=False, timeout=15)
            case events.ProcessDied(sentence=sentence):
                self.notify(sentence, severity="warning", markup=False, timeout=10)

    @on(ReaderScreen.Moved)
    def _moved(self, message: ReaderScreen.Moved) -> None:
        if self._reader is not None and (opening := self._openings.get(self._reader)):
            opening.refocus(message.visible)

    def close_readers(self) -> None:
        """Leave nothing running, and remember where the reader was."""
        if "history" in self.__dict__:
            for reader in list(self._openings):
                self._leave(reader)
            self.history.close()
        else:  # nothing else was opened: a history need not be made to be cleared
            for reader, opening in self._openings.items():
                opening.close(reader.last_position, reader.reading.filter_text)
            if self._kept is not None:
                self._kept.close()
