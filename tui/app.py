"""The Textual app: themes, keymap, screens, and the way from the analysis process to the screen."""

from __future__ import annotations

import gc
import json
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual import on
from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.message import Message
from textual.screen import Screen
from textual.theme import BUILTIN_THEMES, Theme

from tui.analysis import client
from tui.article.cleaning import one_line
from tui.resources import folder
from tui.screens.bindings import READER
from tui.screens.library_requests import LibraryRequests
from tui.screens.reader import ReaderScreen
from tui.session.naming import name_of
from tui.session.opening import Opening
from tui.session.settings import Settings
from tui.session.window_title import KEEP, RESTORE, sets_titles, title_sequence

if TYPE_CHECKING:
    from tui.article.article import Article
    from tui.article.listing import Listing
    from tui.article.spans import Span
    from tui.screens.listing import ListingScreen
    from tui.screens.requests import OpenSource, OpenText, ShowList, StepInHistory, StepInList
    from tui.session.clipboard import Clipboard
    from tui.session.desk import Counts, Desk, Place
    from tui.session.source_reader import SourceReader


class QuothApp(LibraryRequests):
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
        wanted = settings.theme
        if wanted and wanted not in BUILTIN_THEMES and wanted not in self._own_themes:
            self._problems.append(
                f"There is no theme called “{one_line(wanted)}”; press t to see those there are."
            )
            wanted = None
        # Before anything is styled: a theme that is changed later has everything styled twice.
        self.set_reactive(
            App.theme, wanted or ("quoth-light" if light_terminal(os.environ) else "quoth-dark")
        )
        super().__init__()
        self.settings = settings
        self._said: set[str] = set()
        self._titled = False
        self._first = first
        self._sources = list(sources)
        self._openings: dict[ReaderScreen, Opening] = {}
        self._reader: ReaderScreen | None = None
        if opening is not None:
            self._begun = opening
            self._reader = self._reader_of(opening)
        if settings.keymap:
            from tui.session.keymap import check_keymap

            self._problems += check_keymap(settings.keymap, known_keys())
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
        reader.library = opening.library
        self._openings[reader] = opening
        return reader

    def open_sources(self, sources: Sequence[str | SourceReader]) -> None:
        """Open one source, or show a list of several."""
        named = [source for source in sources if isinstance(source, str)]
        if len(named) > 1:
            from tui.session.browsing import several

            self.show_listing(several(named))
        for source in sources if len(sources) == 1 else ():
            if isinstance(source, str):
                self.read(source)
            else:
                self._fetch(source)

    def read(
        self, source: str, *, typed: bool = True, came_from: str | None = None, place: Place | None = None
    ) -> None:
        """Read a path or an address, with its progress on the screen, and show what it is.

        `typed` is False where the page or feed at `came_from` named it; `place` says where in a list it stands.
        """
        from tui.session.source_reader import source_reader

        self._fetch(source_reader(source, typed=typed, came_from=came_from), place)

    def _fetch(self, source: SourceReader, place: Place | None = None) -> None:
        from tui.screens.fetching import FetchingScreen

        self.push_screen(FetchingScreen(source), partial(self._fetched, place))

    def _fetched(self, place: Place | None, result: Article | Listing | None) -> None:
        from tui.article.article import Article

        if isinstance(result, Article):
            self.show_article(result, place)
        elif result is not None:
            self.show_listing(result)

    def show_article(self, article: Article, place: Place | None = None) -> None:
        """Show an article in a reader of its own, in place of the one that is read."""
        self._show(self.desk.open(article, place))

    def show_kept(self, article: Article, at: Span | None) -> None:
        """Show an article of the library, with what stands `at` in sight."""
        opening = self.desk.open(article)
        if at is not None:
            opening.position = min(at.start, len(article.text))
        self._show(opening).at_first = at

    def read_again(self, source: str) -> None:
        """Read a source whose text is not kept."""
        self.read(source)

    def _show(self, opening: Opening) -> ReaderScreen:
        reader = self._reader_of(opening)
        reader.fit(self.size)
        self._problems += opening.notices
        if isinstance(self.screen, ReaderScreen):
            self._leave(self.screen)
            if not self.screen._result_callbacks:  # Textual 8 gives the default screen none, and then misses it
                self.screen._push_result_callback(self, None)
            self.switch_screen(reader)
        else:
            self.push_screen(reader)
        self._reader = reader
        self.desk.listen(opening, partial(self._hear, opening))
        return reader

    def _leave(self, reader: ReaderScreen) -> None:
        """Remember where the reader was in an article that is shown no longer."""
        opening = self._openings.pop(reader, None)
        if opening is not None:
            self.desk.leave(opening, reader.last_position, reader.reading.filter_text)

    def on_shown_again(self) -> None:
        """An article is on top again; it may have lost the analysis process to another meanwhile."""
        screen = self.screen
        if isinstance(screen, ReaderScreen) and (opening := self._openings.get(screen)):
            self._reader = screen
            self._title_window(name_of(screen.article))
            self.desk.show_again(opening)
            self.desk.listen(opening, partial(self._hear, opening))

    def show_listing(self, listing: Listing) -> None:
        """Show a list over what is there."""
        from tui.screens.listing import ListingScreen
        from tui.session.browsing import Browsing

        self.push_screen(ListingScreen(Browsing(listing), self.settings))

    # What screens ask for (tui/screens/requests.py)

    def on_ask_source(self) -> None:
        """Ask for a path or an address, then read it."""
        from tui.screens.open_source import OpenScreen

        self.push_screen(OpenScreen(self.desk.history), self._asked_for)

    def _asked_for(self, source: str | None) -> None:
        if source is not None:
            self.desk.typed(source)
            self.read(source)

    def on_open_source(self, message: OpenSource) -> None:
        """Read what was chosen in a list, followed or pasted."""
        from tui.session.article_links import can_open

        if not message.typed and not can_open(message.source):
            self.notify("Only http and https addresses are followed.", severity="warning", markup=False)
            return
        self.read(message.source, typed=message.typed, came_from=message.came_from, place=message.place)

    def on_open_text(self, message: OpenText) -> None:
        """Read a text that was pasted."""
        from tui.session.source_reader import text_reader

        self._fetch(text_reader(message.text))

    def on_step_in_list(self, message: StepInList) -> None:
        """Open the next article of the list, or the one before."""
        place = self.desk.place
        if place is None:
            sentence = "This article is not from a list; o opens a folder or a feed, which is one."
            self.notify(sentence, markup=False, timeout=4)
            return
        further = place.neighbour(message.step)
        if further is None:
            which = "last" if message.step > 0 else "first"
            self.notify(f"This is the {which} article of the list.", markup=False, timeout=3)
            return
        self.read(further.item.source, typed=further.typed, came_from=further.came_from, place=further)

    def on_step_in_history(self, message: StepInHistory) -> None:
        """Show the article read before, or after, as it was left."""
        opening = self.desk.step_back(message.step)
        if opening is None:
            which = "before" if message.step < 0 else "after"
            self.notify(f"No article was read {which} this one.", markup=False, timeout=3)
            return
        self._show(opening)

    def on_show_list(self, message: ShowList) -> None:
        """Back to the list that the article is from."""
        from tui.screens.browse import BrowseScreen
        from tui.screens.listing import ListingScreen

        place = self.desk.place
        if place is None:
            browsed = next((s for s in reversed(self.screen_stack) if isinstance(s, BrowseScreen)), None)
            if browsed is not None:
                self.close_above(browsed)
            elif not message.unasked:
                self.notify("This article is not from a list.", markup=False, timeout=3)
            return
        lists = [s for s in self.screen_stack if isinstance(s, ListingScreen)]
        there = next((s for s in reversed(lists) if s.browsing.listing is place.listing), None)
        if there is None:
            self.show_listing(place.listing)
            return
        there.point(place)
        self.close_above(there)

    def close_above(self, screen: Screen[Any]) -> None:
        """Go back to a screen below."""
        while self.screen is not screen:
            if isinstance(self.screen, ReaderScreen):
                self._leave(self.screen)
            self.pop_screen()

    def on_listing_screen_left(self, message: ListingScreen.Left) -> None:
        """Back to what was there before the list."""
        if self.screen is message.screen and len(self.screen_stack) > 1:
            self.pop_screen()

    def on_listing_screen_shown(self, message: ListingScreen.Shown) -> None:
        """Find out what of the list was read before."""
        screen = message.screen
        self._title_window(screen.browsing.title)
        sources = [item.source for item in screen.browsing.listing.items]

        def look_up() -> None:
            known = self.desk.known(sources)
            self.call_from_thread(self._known, screen, known)

        self.run_worker(look_up, thread=True, group="known", exclusive=True, exit_on_error=False)

    def _known(self, screen: ListingScreen, known: dict[str, Counts | None]) -> None:
        if screen.is_attached:
            screen.know(known)

    # What comes by itself

    @on(ReaderScreen.Furnished)
    def _furnished(self) -> None:
        """Say what is wrong with the settings; collect garbage again, which was put off for the start."""
        self._say_problems()
        self._title_window(name_of(self.reader.article))
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
        """Called in another thread."""
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
        for reader in list(self._openings):
            self._leave(reader)
        self.desk.close()
        if self._titled and self._driver is not None:
            self._driver.write(RESTORE)

    def _title_window(self, name: str) -> None:
        """Let the terminal's window be called by what is read; not where nothing is to be kept of it."""
        if self._driver is None or self._driver.is_headless or not sets_titles(os.environ):
            return
        if not self._titled:
            self._titled = True
            self._driver.write(KEEP)
        self._driver.write(title_sequence("" if self.settings.private else name))

    # Copying

    @cached_property
    def copier(self) -> Clipboard:
        """The ways out of the terminal."""
        from tui.session.clipboard import Clipboard

        return Clipboard(self._write_osc52, write_sequence=self._write_sequence, last_copy="c shows it")

    def action_last_copy(self) -> None:
        """Show what was copied last, whether or not a clipboard took it, to select by hand or to save."""
        from tui.screens.last_copy import LastCopyScreen

        if self.copier.last is None:
            self.notify("Nothing has been copied so far.", markup=False)
        else:
            self.push_screen(LastCopyScreen(self.copier.last))

    def copy_to_clipboard(self, text: str) -> None:
        """Every copy, Textual's own included, goes the way that works here, and says which."""
        self.run_worker(lambda: self._copy(text), thread=True, group="copy", exit_on_error=False)

    def _copy(self, text: str) -> None:
        copied = self.copier.copy(text)
        self.call_from_thread(self.notify, copied.message, markup=False)

    def _write_osc52(self, text: str) -> None:
        self.call_from_thread(super().copy_to_clipboard, text)

    def _write_sequence(self, sequence: str) -> None:
        if self._driver is not None:
            self.call_from_thread(self._driver.write, sequence)

    # The command palette

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Everything that keys do can also be found by name."""
        for binding in screen.BINDINGS:
            if isinstance(binding, Binding):
                run = partial(self.run_action, binding.action, screen)
                yield SystemCommand(binding.tooltip or binding.description, f"key: {binding.id}", run)
        yield SystemCommand(
            "Save a picture of this screen", "an SVG file in the folder you are in", self.action_save_picture
        )

    def action_save_picture(self) -> None:
        """Write what is on the screen to a file of a new name, and say where."""
        from tui.session.files import CannotWrite, write_text

        picture = self.export_screenshot()
        path = next(p for n in count(1) if not (p := Path(f"quoth-{n}.svg")).exists())
        try:
            write_text(path, picture)
        except CannotWrite as error:
            self.notify(error.message, severity="error", markup=False)
        else:
            self.notify(f"Saved as {one_line(str(path.absolute()))}.", markup=False)


def own_themes() -> dict[str, Theme]:
    """quoth's light and dark theme, by name."""
    data = json.loads((folder("styles") / "themes.json").read_text(encoding="utf-8"))
    return {theme["name"]: Theme(**theme) for theme in data}


def known_keys() -> dict[str, str]:
    """Every id that a keymap may name, with its keys by default."""
    from tui.widgets.filter_bar import FilterInput

    bindings = [*READER, *FilterInput.BINDINGS, *QuothApp.BINDINGS]
    return {binding.id: binding.key for binding in bindings if isinstance(binding, Binding) and binding.id}


def light_terminal(environ: Mapping[str, str]) -> bool:
    """Whether the terminal says that its background is light (COLORFGBG, as rxvt and Konsole set it)."""
    return environ.get("COLORFGBG", "").rpartition(";")[2] in ("7", "15")


def run(opening: Opening, settings: Settings) -> int:
    """Show the reader until it is left; returns the exit status."""
    return _run(QuothApp(opening, settings))


def run_sources(sources: Sequence[str | SourceReader], settings: Settings) -> int:
    """Open what these name (paths, folders, addresses, feeds), with its progress shown; several are a list."""
    return _run(QuothApp(None, settings, sources=sources))


def run_screen(first: Callable[[], Screen[None]], settings: Settings) -> int:
    """Begin with another screen; it asks for articles by the messages of tui/screens/requests.py."""
    return _run(QuothApp(None, settings, first=first))


def _run(app: QuothApp) -> int:
    app.run()
    return app.return_code or 0
