"""The articles of a session: each is shown in a reader screen of its own, left, and shown again.

Imported before the first frame: the history and what handles analyses are imported once they are needed.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.screen import Screen

from tui.screens import garbage_collection
from tui.screens.notices import Notices
from tui.screens.reader.reader_screen import ReaderScreen
from tui.screens.terminal_title import TerminalTitle
from tui.session.opening.opening import Opening
from tui.session.reading.article_name import name_of
from tui.session.settings import Settings
from tui.textual_patches.app_internals import make_replaceable

if TYPE_CHECKING:
    from tui.article.article import Article
    from tui.article.spans import Span
    from tui.library.library import Library
    from tui.screens.reader.analysis_events import AnalysisEvents
    from tui.session.correcting.correction_history import CorrectionHistory
    from tui.session.opening.history import History, Place


DRAWN = 0.2
"""Seconds after which a change has been drawn, so that writing it to the library slows no frame."""


class ArticleSwitcher:
    """Shows articles in reader screens, and knows which screen shows which article."""

    def __init__(
        self,
        app: App[None],
        settings: Settings,
        title: TerminalTitle,
        notices: Notices,
        *,
        opening: Opening | None = None,
        library: Library | None = None,
    ) -> None:
        """Begin with an article, or with a library that is open already, or with neither."""
        self._app = app
        self._settings = settings
        self._title = title
        self._notices = notices
        self._first = opening
        self._library = library
        self._history: History | None = None
        self._openings: dict[ReaderScreen, Opening] = {}
        self._histories: dict[str, CorrectionHistory] = {}
        self._pending: Callable[[], None] | None = None
        self._reader: ReaderScreen | None = None
        self.on_new_version: Callable[[Opening, bytes], None] = lambda _opening, _before: None
        """What to call, in another thread, if an article's text has changed, with the hash of the text before."""

    @property
    def reader(self) -> ReaderScreen:
        """The screen of the article being read, or of the last one that was."""
        assert self._reader is not None
        return self._reader

    @property
    def openings(self) -> dict[ReaderScreen, Opening]:
        """The article in each reader screen."""
        return self._openings

    @property
    def history(self) -> History:
        """All articles of the session."""
        if self._history is None:
            from tui.session.opening.history import History

            if self._first is None:
                self._history = History(self._settings, self._library)
            else:
                self._history = History.starting_with(self._settings, self._first)
        return self._history

    @property
    def library(self) -> Library | None:
        """The library, where it is open already."""
        if self._history is not None:
            return self._history.opened
        return self._library if self._first is None else self._first.library

    @cached_property
    def analysis(self) -> AnalysisEvents:
        """Takes what the analysis process says to the readers."""
        from tui.screens.reader.analysis_events import AnalysisEvents

        return AnalysisEvents(self._app, self._openings, lambda: self.history)

    # Showing articles

    def make_first_reader(self) -> ReaderScreen | None:
        """Make the screen of the article to begin with, if there is one."""
        opening = self._first
        if opening is None:
            return None
        self._reader = self.make_reader(opening)
        # Two processes that start at once slow each other down, and the article comes first.
        self._reader.first_frame_callback = lambda: opening.start_analysis(self.analysis.listener(opening))
        self._openings[self._reader] = opening
        return self._reader

    def make_reader(self, opening: Opening) -> ReaderScreen:
        """Make a screen that shows an article."""
        return ReaderScreen(
            opening.article,
            opening.analysis,
            settings=self._settings,
            position=opening.position,
            filter_text=opening.filter_text,
            outdated=opening.outdated,
            library=opening.library,
            histories=self._histories,
        )

    def show_article(self, article: Article, place: Place | None = None) -> None:
        """Show an article instead of the one being read; `place` is where it stands in a list."""
        self.show(self.history.open(article, place))

    def show_kept(self, article: Article, at: Span | None, place: Place | None = None) -> None:
        """Show an article of the library, scrolled to the span `at`."""
        opening = self.history.open(article, place, kept=True)
        if at is not None:
            opening.position = min(at.start, len(article.text))
        self.show(opening).initial_span = at

    def show(self, opening: Opening) -> ReaderScreen:
        """Show an article that was opened, instead of the one being read."""
        reader = self.make_reader(opening)
        self._once_mounted(partial(self._put_up, reader, opening))
        return reader

    def _put_up(self, reader: ReaderScreen, opening: Opening) -> None:
        reader.set_size_classes(self._app.size)
        self._openings[reader] = opening
        self._notices.add(opening.notices)
        shown = self._app.screen
        if isinstance(shown, ReaderScreen):
            self._leave(shown)
            garbage_collection.leave(len(shown.article.text))
            make_replaceable(shown, self._app)
            self._app.switch_screen(reader)
        else:
            self._app.push_screen(reader)
        self._reader = reader
        self.history.start_analysis(opening, self.analysis.listener(opening))

    def _once_mounted(self, change: Callable[[], None]) -> None:
        """Change screens once the reader on top has all its widgets: Textual cannot remove a half-mounted one.

        Of several waiting changes only the last is made: whoever hurries through a list skips those between.
        """
        if isinstance(self._app.screen, ReaderScreen) and not self._app.screen.fully_mounted:
            self._pending = change
        else:
            self._pending = None
            change()

    # What happens to the screens

    def reader_mounted(self) -> None:
        """Continue once the reader on top has all its widgets."""
        opening = self._openings.get(self.reader)
        if opening is None:
            return  # the app is closing
        self._title.set(name_of(opening.article))
        if opening.on_new_version is None:
            opening.on_new_version = partial(self.on_new_version, opening)
        self._app.set_timer(DRAWN, opening.mark_read)
        if self._pending is not None:
            self._once_mounted(self._pending)

    def reader_resumed(self) -> None:
        """Go on with an article that is on top again; another may have taken its analysis process meanwhile."""
        screen = self._app.screen
        if isinstance(screen, ReaderScreen) and (opening := self._openings.get(screen)):
            self._reader = screen
            self._title.set(name_of(opening.article))
            self.history.show_again(opening)
            self.history.start_analysis(opening, self.analysis.listener(opening))

    def reader_scrolled(self, visible: Span) -> None:
        """Have the visible span analysed next."""
        if self._reader is not None and (opening := self._openings.get(self._reader)):
            opening.refocus(visible)

    def return_to(self, screen: Screen[Any]) -> None:
        """Close the screens above one that is further down in the stack."""
        self._once_mounted(partial(self._close_above, screen))

    def _close_above(self, screen: Screen[Any]) -> None:
        while self._app.screen is not screen:
            if isinstance(self._app.screen, ReaderScreen):
                self._leave(self._app.screen)
                garbage_collection.leave(len(self._app.screen.article.text))
            self._app.pop_screen()

    def _leave(self, reader: ReaderScreen) -> None:
        """Remember the place and the counts of an article that is no longer shown."""
        opening = self._openings.pop(reader, None)
        if opening is not None:
            self.history.leave(opening, reader.last_position, reader.reading.filter_text)
            if reader.reading.analysis.complete:  # with its corrections
                self.history.count(opening, reader.reading.analysis)

    def close(self) -> None:
        """Stop the analysis, remember the place in each article, and close the library."""
        if self._history is not None:
            for reader in list(self._openings):
                self._leave(reader)
            self._history.close()
            return
        # Nothing else was opened: no history need be imported only to be closed.
        for reader, opening in self._openings.items():
            opening.close(reader.last_position, reader.reading.filter_text)
        if self._library is not None:
            self._library.close()
