"""The Textual app: themes, keymap, screens, and the way from the analysis process to the screen."""

from __future__ import annotations

import gc
import json
import os
from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from textual import on
from textual.app import App
from textual.binding import Binding
from textual.message import Message
from textual.screen import Screen
from textual.theme import BUILTIN_THEMES, Theme

from tui.analysis.process import client
from tui.article.cleaning import one_line
from tui.resources import folder
from tui.screens.bindings import READER
from tui.screens.copies import Copies
from tui.screens.library_requests import LibraryRequests
from tui.screens.opening_requests import OpeningRequests
from tui.screens.palette import Palette
from tui.screens.reader import ReaderScreen
from tui.screens.terminal_input import CleanPastes, tolerate_bad_bytes
from tui.screens.typing_ahead import TypingAhead
from tui.session.naming import name_of
from tui.session.opening import Opening
from tui.session.settings import Settings
from tui.session.theming import keep_theme, kept_theme, light_terminal
from tui.session.window_title import KEEP, RESTORE, sets_titles, title_sequence

if TYPE_CHECKING:
    from tui.article.article import Article
    from tui.article.spans import Span
    from tui.session.correction_book import CorrectionBook
    from tui.session.desk import Desk, Place
    from tui.session.source_reader import SourceReader


class QuothApp(CleanPastes, OpeningRequests, LibraryRequests, Copies, Palette, TypingAhead):
    """quoth. Holds no logic of its own: it hands what comes from outside to the screen that shows it."""

    TITLE = "quoth"
    # The styles of the first screen are read with the app's own: Textual reads those of later screens only.
    CSS_PATH = [folder("styles") / name for name in ReaderScreen.STYLES]
    BINDINGS = [Binding("ctrl+q", "quit", "quit", id="quit.always", show=False, priority=True)]

    class Analysed(Message):
        """Something came from the analysis process."""

        def __init__(self, opening: Opening, event: client.Event) -> None:
            super().__init__()
            self.opening = opening
            self.event = event

    def __init__(
        self,
        opening: Opening | None,
        settings: Settings,
        *,
        first: Callable[[], Screen[None]] | None = None,
        sources: Sequence[str | SourceReader] = (),
    ) -> None:
        """Begin with an article; or, without one, with the screen that `first` makes, and open `sources`."""
        self._problems = [*settings.problems, *(opening.notices if opening else ())]
        self._own_themes = own_themes()
        self._openings: dict[ReaderScreen, Opening] = {}
        self._change: Callable[[], None] | None = None
        self._books: dict[str, CorrectionBook] = {}
        self._reader: ReaderScreen | None = None
        self.settings = settings
        if opening is not None:
            self._begun = opening
        wanted = kept_theme(opening.library if opening else self.desk.library, settings.theme)
        if wanted and wanted not in BUILTIN_THEMES and wanted not in self._own_themes:
            self._problems.append(
                f"There is no theme called “{one_line(wanted)}”; press t to see those there are."
            )
            wanted = None
        # Before anything is styled: a theme that is changed later has everything styled twice.
        self._themed = wanted or ("quoth-light" if light_terminal() else "quoth-dark")
        self.set_reactive(App.theme, self._themed)
        super().__init__()
        self._said: set[str] = set()
        self._titled = False
        self._first = first
        self._sources = list(sources)
        if opening is not None:
            self._reader = self._reader_of(opening)
            self._openings[self._reader] = opening
        if settings.keymap:
            from tui.screens.keys import keymap_problems

            self._problems += keymap_problems(settings.keymap, known_keys())
            self.set_keymap(dict(settings.keymap))

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Textual's themes and quoth's own."""
        return {**super().available_themes, **self._own_themes}

    def get_theme(self, theme_name: str) -> Theme | None:
        """A theme by its name. Textual asks for the one in use at every line that it draws."""
        return (
            self._own_themes.get(theme_name)
            or BUILTIN_THEMES.get(theme_name)
            or super().get_theme(theme_name)
        )

    def get_default_screen(self) -> Screen[None]:
        """The reader is the first screen there is; an empty one beneath it would only take time."""
        if self._reader is not None:
            self._reader.fit(self.size)
            return self._reader
        if self._first is None:
            from tui.screens.start import StartScreen

            self._first = partial(StartScreen, self.settings)
        screen = self._first()
        self.stylesheet.read_all([folder("styles") / "app.tcss", *screen.css_path])
        self.stylesheet.parse()
        return screen

    def watch_theme(self, theme: str) -> None:
        """Begin with it the next time."""
        if theme != self._themed:
            self._themed = theme
            keep_theme(self.desk.library, theme, self.settings.theme)

    def on_mount(self) -> None:
        """Begin to listen to the analysis, at work since before, or to open what was asked for."""
        if self._reader is not None:
            self._begun.listen(partial(self._hear, self._begun))
        else:
            self.call_after_refresh(self._say_problems)
            self.call_after_refresh(self.open_sources, self._sources)

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
    def desk(self) -> Desk:
        """All articles of this sitting."""
        from tui.session.desk import Desk

        return Desk(self.settings) if self._reader is None else Desk.begun(self.settings, self._begun)

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

    def show_article(self, article: Article, place: Place | None = None) -> None:
        """Show an article in a reader of its own, in place of the one that is read."""
        self.show_again(self.desk.open(article, place))

    def show_kept(self, article: Article, at: Span | None) -> None:
        """Show an article of the library, with what stands `at` in sight."""
        opening = self.desk.open(article)
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
        self._problems += opening.notices
        shown = self.screen
        if isinstance(shown, ReaderScreen):
            self._leave(shown)
            if not shown._result_callbacks:  # Textual 8 gives the default screen none, and then misses it
                shown._push_result_callback(self, None)
            self.switch_screen(reader)
        else:
            self.push_screen(reader)
        self._reader = reader
        self.desk.listen(opening, partial(self._hear, opening))

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
            self.desk.leave(opening, reader.last_position, reader.reading.filter_text)
            if reader.reading.analysis.complete:  # with its corrections
                self.desk.count(opening, reader.reading.analysis)

    def on_shown_again(self) -> None:
        """An article is on top again; it may have lost the analysis process to another meanwhile."""
        screen = self.screen
        if isinstance(screen, ReaderScreen) and (opening := self._openings.get(screen)):
            self._reader = screen
            self.title_window(name_of(screen.article))
            self.desk.show_again(opening)
            self.desk.listen(opening, partial(self._hear, opening))

    def close_above(self, screen: Screen[Any]) -> None:
        """Go back to a screen below."""
        self._when_whole(partial(self._close_above, screen))

    def _close_above(self, screen: Screen[Any]) -> None:
        while self.screen is not screen:
            if isinstance(self.screen, ReaderScreen):
                self._leave(self.screen)
            self.pop_screen()

    # What comes by itself

    @on(ReaderScreen.Furnished)
    def _furnished(self) -> None:
        """Say what is wrong with the settings; collect garbage again, which was put off for the start."""
        self._say_problems()
        self.title_window(name_of(self.reader.article))
        if (change := self._change) is not None:
            self._when_whole(change)
        if not gc.isenabled():
            # What is there now stays: no collection need look at it again, and hold up the screen for it.
            gc.freeze()
            gc.enable()

    def _say_problems(self) -> None:
        """Say each once."""
        for sentence in self._problems:
            if sentence not in self._said:
                self._said.add(sentence)
                self.notify(sentence, severity="warning", markup=False, timeout=10)

    def _hear(self, opening: Opening, event: client.Event) -> None:
        """Called in another thread: what an analysis will need is imported and made here, where nobody waits."""
        from tui.session import desk, reading  # noqa: F401
        from tui.session.filter import index_of

        if isinstance(event, (client.Partial, client.Complete)):
            index_of(opening.article, event.analysis)
        self.post_message(self.Analysed(opening, event))

    @on(Analysed)
    def _analysed(self, message: Analysed) -> None:
        opening = message.opening
        reader = next((screen for screen, shown in self._openings.items() if shown is opening), None)
        match message.event:
            case client.Progress(done=done, total=total) if reader:
                reader.show_progress(done, total)
            case client.Partial(analysis=analysis) if reader and not opening.outdated:
                reader.adopt(analysis)
            case client.Complete(analysis=analysis):
                self.desk.settle(opening, analysis)
                if reader:
                    reader.adopt(analysis)
            case client.Failed(sentence=sentence):
                self.desk.settle(opening, None)
                if reader:
                    if opening.outdated:
                        reader.renewal_failed()
                    else:
                        reader.give_up()
                    self.notify(sentence, severity="error", markup=False, timeout=15)
            case client.Died(sentence=sentence):
                self.notify(sentence, severity="warning", markup=False, timeout=10)

    @on(ReaderScreen.Moved)
    def _moved(self, message: ReaderScreen.Moved) -> None:
        if self._reader is not None and (opening := self._openings.get(self._reader)):
            opening.refocus(message.visible)

    def on_unmount(self) -> None:
        """Leave nothing running, and remember where the reader was."""
        if "desk" in self.__dict__:
            for reader in list(self._openings):
                self._leave(reader)
            self.desk.close()
        else:  # nothing else was opened: a desk need not be made to be cleared
            for reader, opening in self._openings.items():
                opening.close(reader.last_position, reader.reading.filter_text)
        if self._titled and self._driver is not None:
            self._driver.write(RESTORE)

    def title_window(self, name: str) -> None:
        """Let the terminal's window be called by what is read; not where nothing is to be kept of it."""
        if self._driver is None or self._driver.is_headless or not sets_titles(os.environ):
            return
        if not self._titled:
            self._titled = True
            self._driver.write(KEEP)
        self._driver.write(title_sequence("" if self.settings.private else name))


def own_themes() -> dict[str, Theme]:
    """quoth's light and dark theme, by name."""
    data = json.loads((folder("styles") / "themes.json").read_text(encoding="utf-8"))
    return {theme["name"]: Theme(**theme) for theme in data}


def known_keys() -> dict[str, str]:
    """Every id that a keymap may name, with its keys by default."""
    from tui.widgets.filter_bar import FilterInput

    bindings = [*READER, *FilterInput.BINDINGS, *QuothApp.BINDINGS]
    return {binding.id: binding.key for binding in bindings if isinstance(binding, Binding) and binding.id}


def run(opening: Opening, settings: Settings) -> int:
    """Show the reader until it is left; returns the exit status."""
    return _run(QuothApp(opening, settings))


def run_sources(sources: Sequence[str | SourceReader], settings: Settings) -> int:
    """Open what these name (paths, folders, addresses, feeds), with its progress shown; several are a list."""
    return _run(QuothApp(None, settings, sources=sources))


def run_screen(first: Callable[[], Screen[None]], settings: Settings) -> int:
    """Begin with another screen; it asks for articles by the messages of tui/screens/requests.py."""
    return _run(QuothApp(None, settings, first=first))


def run_library(settings: Settings) -> int:
    """Begin with everything that was read."""
    from tui.screens.library import LibraryScreen

    def library() -> Screen[None]:
        assert app.desk.library is not None
        return LibraryScreen(app.desk.library, settings)

    app = QuothApp(None, settings, first=library)
    return _run(app)


def _run(app: QuothApp) -> int:
    tolerate_bad_bytes()
    app.run()
    return app.return_code or 0
