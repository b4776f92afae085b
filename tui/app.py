"""The Textual app: its themes, its keymap and its first screen."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.app import App
from textual.binding import Binding
from textual.driver import Driver
from textual.screen import Screen
from textual.theme import BUILTIN_THEMES, Theme

from tui.article.sanitising import one_line
from tui.resources import folder
from tui.screens.bindings import ALWAYS, READER
from tui.screens.command_palette import CommandPaletteProvider
from tui.screens.key_names import KeyNames
from tui.screens.library.library_requests import LibraryRequests
from tui.screens.process_signals import ProcessSignals, outlive_the_terminal
from tui.screens.reader.copies import Copies
from tui.screens.reader.open_readers import DRAWN, OpenReaders
from tui.screens.reader.reader_screen import ReaderScreen
from tui.screens.theme_colours import ThemeColours
from tui.screens.toasts import Toasts
from tui.screens.typeahead import Typeahead
from tui.session.opening.opening import Opening
from tui.session.reading.article_name import name_of
from tui.session.settings import Settings
from tui.session.theme_choice import keep_theme, kept_theme, light_terminal
from tui.session.window_title import KEEP, RESTORE, sets_titles, title_sequence
from tui.textual_patches.terminal_input import CleanPastes, defuse_pastes, hear_esc_soon

if TYPE_CHECKING:
    from tui.library.library import Library
    from tui.session.opening.source_reader import SourceReader


MANY = 3
"""At most so many things that are wrong with the settings are told one by one."""


class QuothApp(
    CleanPastes,
    OpenReaders,
    LibraryRequests,
    Copies,
    CommandPaletteProvider,
    Toasts,
    KeyNames,
    ThemeColours,
    ProcessSignals,
    Typeahead,
):
    """quoth. Holds no logic of its own: it hands what comes from outside to the screen that shows it."""

    TITLE = "quoth"
    # The styles of the first screen are read with the app's own: Textual reads those of later screens only.
    CSS_PATH = [folder("styles") / name for name in ReaderScreen.STYLES]
    BINDINGS = [*ALWAYS]

    def __init__(
        self,
        opening: Opening | None,
        settings: Settings,
        *,
        first: Callable[[], Screen[None]] | None = None,
        sources: Sequence[str | SourceReader] = (),
        library: Library | None = None,
    ) -> None:
        """Begin with an article; or, without one, with the screen that `first` makes, and open `sources`.

        `library` is the one that was opened already, where that is so.
        """
        self.problems = [*settings.problems, *(opening.notices if opening else ())]
        self._own_themes = own_themes()
        if settings.keymap:
            from tui.screens.keymap_check import keymap_problems
            from tui.session.keymap import usable

            self.problems += keymap_problems(settings.keymap, known_keys())
            settings = replace(settings, keymap=usable(settings.keymap))
        self.settings = settings
        self.begin_with(opening, library)
        kept = opening.library if opening else library or self.history.library
        wanted = kept_theme(kept, settings.theme)
        if wanted and wanted not in BUILTIN_THEMES and wanted not in self._own_themes:
            self.problems.append(
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
        self.make_first_reader()
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

    def get_driver_class(self) -> type[Driver]:
        """Our own driver where Textual would take the one that it is made from."""
        driver = super().get_driver_class()
        if driver.__name__ == "LinuxDriver":
            from tui.textual_patches.terminal_driver import TerminalDriver

            return TerminalDriver
        return driver

    def get_default_screen(self) -> Screen[None]:
        """The reader is the first screen there is; an empty one beneath it would only take time."""
        if self._reader is not None:
            self._reader.fit(self.size)
            return self._reader
        if self._first is None:
            from tui.screens.opening.start_screen import StartScreen

            self._first = partial(StartScreen, self.settings)
        screen = self._first()
        self.stylesheet.read_all([folder("styles") / "app.tcss", *screen.css_path])
        self.stylesheet.parse()
        return screen

    def watch_theme(self, theme: str) -> None:
        """Begin with it the next time."""
        if theme != self._themed:
            self._themed = theme
            keep_theme(self.history.library, theme, self.settings.theme)

    def on_mount(self) -> None:
        """Begin to open what was asked for, where that is no article that is there already."""
        if self._reader is None:
            self.call_after_refresh(self._say_problems)
            self.call_after_refresh(self.open_sources, self._sources)

    # What comes by itself

    @on(ReaderScreen.Furnished)
    def _furnished(self) -> None:
        """Say what is wrong with the settings, and begin what waited for the reader to be whole."""
        self._say_problems()
        self.title_window(name_of(self.reader.article))
        self.set_timer(DRAWN, self.opening.note)
        self.change_that_waits()

    def _say_problems(self) -> None:
        """Say each once; of many at a time the first, lest they cover what is read."""
        new = [sentence for sentence in dict.fromkeys(self.problems) if sentence not in self._said]
        self._said.update(new)
        if len(new) > MANY:
            more = f"… and {len(new) - MANY + 1} more like these."
            new = ["\n".join((*new[: MANY - 1], more))]
        for sentence in new:
            self.notify(sentence, severity="warning", markup=False, timeout=10)

    def on_unmount(self) -> None:
        """Leave nothing running, and remember where the reader was."""
        self.close_readers()
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


def run_library(library: Library, settings: Settings) -> int:
    """Begin with everything that was read."""
    from tui.screens.library.library_screen import LibraryScreen

    app = QuothApp(None, settings, first=partial(LibraryScreen, library, settings), library=library)
    app.css_path = []  # the reader's come with the second frame
    return _run(app)


def _run(app: QuothApp) -> int:
    defuse_pastes()
    hear_esc_soon()
    outlive_the_terminal()
    app.run()
    return app.return_code or 0
