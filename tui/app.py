"""The Textual app, which makes the objects that act and passes each event and message to one of them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from textual import events, on
from textual.actions import ActionParseResult
from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.dom import DOMNode
from textual.driver import Driver
from textual.geometry import Offset
from textual.notifications import Notify
from textual.screen import Screen
from textual.theme import BUILTIN_THEMES, Theme
from textual.widget import Widget

from tui.resources import folder
from tui.screens import toasts
from tui.screens.default_keys import ALWAYS
from tui.screens.key_names import key_name
from tui.screens.notices import Notices
from tui.screens.process_signals import exit_on_signals
from tui.screens.reader.article_switcher import ArticleSwitcher
from tui.screens.reader.reader_screen import ReaderScreen
from tui.screens.terminal_cursor import attention
from tui.screens.terminal_title import TerminalTitle
from tui.screens.theme_colours import legible
from tui.screens.themes import Themes
from tui.screens.typeahead import Typeahead, is_whole
from tui.session.opening.opening import Opening
from tui.session.settings import Settings
from tui.standard_streams import locale_notice
from tui.textual_patches.app_internals import ignore_missing_widgets_on_exit
from tui.textual_patches.no_color import send_no_colours
from tui.textual_patches.option_paging import page_once_laid_out
from tui.textual_patches.screen_styles import ScreenStylesApp
from tui.textual_patches.terminal_input import SafePasteApp

if TYPE_CHECKING:
    from textual.command import Provider

    from tui.library.library import Library
    from tui.screens.copier import Copier
    from tui.screens.library.library_navigator import LibraryNavigator
    from tui.screens.messages import (
        CopyText,
        OpenClipping,
        OpenKept,
        OpenSource,
        OpenText,
        ShowList,
        ShowPerson,
        StepInList,
    )
    from tui.screens.opening.listing_screen import ListingScreen
    from tui.screens.opening.source_opener import SourceOpener
    from tui.screens.versions.version_navigator import VersionNavigator
    from tui.session.opening.source_reader import SourceReader


def _palette_search() -> type[Provider]:
    """Return the provider of the command palette, imported when it is opened."""
    from tui.screens.command_palette import PaletteSearch

    return PaletteSearch


class QuothApp(SafePasteApp, ScreenStylesApp):
    """The quoth app. It holds no logic of its own."""

    TITLE = "quoth"
    # Styles of the first screen are loaded with the app's own: Textual loads only those of later screens.
    CSS_PATH = [folder("styles") / name for name in ReaderScreen.STYLES]
    BINDINGS = [*ALWAYS]
    COMMANDS = {_palette_search}

    def __init__(
        self,
        opening: Opening | None,
        settings: Settings,
        *,
        first: Callable[[], Screen[None]] | None = None,
        sources: Sequence[str | SourceReader] = (),
        library: Library | None = None,
    ) -> None:
        """Start with an article, or with the screen that `first` makes while `sources` are opened.

        `library` is the library if it is open already.
        """
        self.notices = Notices()
        if opening is not None:
            self.notices.add(opening.notices)
        self.settings = self._with_usable_keymap(settings)
        if self.settings.problems:
            from tui.session.settings_report import settings_notice

            self.notices.add(settings_notice(self.settings.problems))
        if (notice := locale_notice()) is not None:
            self.notices.add([notice])
        self.terminal_title = TerminalTitle(self, private=settings.private)
        self.articles = ArticleSwitcher(
            self, self.settings, self.terminal_title, self.notices, opening=opening, library=library
        )
        self.articles.on_new_version = lambda opening, before: self.versions.found(opening, before)
        self._first = first
        self._sources = list(sources)
        self.themes = Themes(self, self.articles, self.settings.theme)
        # Set before anything is styled: changing the theme later would style everything twice.
        begun_with = opening.library if opening else library or self.articles.history.library
        self.set_reactive(App.theme, self.themes.first(begun_with, self.notices))
        super().__init__()
        ignore_missing_widgets_on_exit(self)
        page_once_laid_out()
        send_no_colours(self)
        self.typeahead = Typeahead(self, super().on_event)
        self._first_reader = self.articles.make_first_reader()
        self.set_keymap(dict(self.settings.keymap))

    def _with_usable_keymap(self, settings: Settings) -> Settings:
        """Return the settings without keys that cannot be bound, which are added to the notices."""
        if not settings.keymap:
            return settings
        from tui.screens.keys_of_screens import keymap_problems
        from tui.session.keymap_rules import usable

        problems = (*settings.problems, *keymap_problems(settings.keymap))
        return replace(settings, keymap=usable(settings.keymap), problems=problems)

    # The objects that act, imported on first use

    @cached_property
    def opener(self) -> SourceOpener:
        """The object that opens files, addresses and lists."""
        from tui.screens.opening.source_opener import SourceOpener

        return SourceOpener(self, self.articles, self.settings, self.terminal_title)

    @cached_property
    def library_navigator(self) -> LibraryNavigator:
        """The object that shows the library's screens."""
        from tui.screens.library.library_navigator import LibraryNavigator

        return LibraryNavigator(self, self.articles, self.settings, self.opener.read)

    @cached_property
    def versions(self) -> VersionNavigator:
        """The object that reads articles again and shows their versions."""
        from tui.screens.versions.version_navigator import VersionNavigator

        return VersionNavigator(self, self.articles, self.settings, lambda: self.opener)

    @cached_property
    def copier(self) -> Copier:
        """The object that copies text out of the terminal."""
        from tui.screens.copier import Copier

        return Copier(self, super().copy_to_clipboard)

    # Overridden methods of Textual's App

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Textual's themes and quoth's own."""
        return {**super().available_themes, **self.themes.own}

    def get_theme(self, theme_name: str) -> Theme | None:
        """Return a theme by its name. Textual asks for the current one with every line that it draws."""
        return (
            self.themes.own.get(theme_name) or BUILTIN_THEMES.get(theme_name) or super().get_theme(theme_name)
        )

    def get_css_variables(self) -> dict[str, str]:
        """Return the theme's variables, with colours adjusted to be legible."""
        variables = super().get_css_variables()
        if not self.current_theme.ansi:
            variables.update(legible(variables))
            self.theme_variables = variables
        return variables

    def get_key_display(self, binding: Binding) -> str:
        """Return the display name of a binding's key."""
        return key_name(binding)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Yield what the command palette offers."""
        from tui.screens.command_palette import palette_commands

        return palette_commands(self, screen, self.settings.keymap)

    @property
    def cursor_position(self) -> Offset:
        """Where the terminal's cursor stands after each frame, which braille and speech follow.

        That is where the focused widget says the reader's attention is, or where somebody types.
        """
        if not self.is_running or not self.screen_stack:
            return self._typing_at
        return attention(self.screen, self.focused) or self._typing_at

    @cursor_position.setter
    def cursor_position(self, place: Offset) -> None:
        self._typing_at = place

    def get_driver_class(self) -> type[Driver]:
        """Return our own driver if Textual would use its base class."""
        driver = super().get_driver_class()
        if sys.platform != "win32" and driver.__name__ == "LinuxDriver":
            from tui.textual_patches.terminal_driver import TerminalDriver

            return TerminalDriver
        return driver

    def get_default_screen(self) -> Screen[None]:
        """Return the first screen: the reader if there is an article, as an empty one beneath it costs time."""
        if self._first_reader is not None:
            self._first_reader.set_size_classes(self.size)
            return self._first_reader
        if self._first is None:
            from tui.screens.opening.welcome_screen import WelcomeScreen

            self._first = partial(WelcomeScreen, self.settings)
        screen = self._first()
        self.stylesheet.read_all([folder("styles") / "app.tcss", *screen.css_path])
        self.stylesheet.parse()
        return screen

    def push_screen(self, *screen: Any, **options: Any) -> Any:
        """Show a screen, without what was said on the one beneath it."""
        toasts.make_way(self)
        return super().push_screen(*screen, **options)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy a text; Textual's own copying comes here too."""
        self.copier.copy(text)

    def on_copy_text(self, message: CopyText) -> None:
        """Copy text of which something is to be said."""
        self.copier.copy(message.text, message.remark, message.what)

    # Events

    async def on_event(self, event: events.Event) -> None:
        """Handle an event; a key waits for the one before it."""
        await self.typeahead.receive(event)

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Run an action, except for a screen that is not whole yet: its key was pressed for the screen before."""
        if isinstance(default_namespace, Widget) and not is_whole(default_namespace.screen):
            return True
        return await super().run_action(action, default_namespace, namespaces)

    def on_mount(self) -> None:
        """Listen for signals, and open what was asked for."""
        exit_on_signals(self)
        if self._first_reader is None:
            self.call_after_refresh(self.show_notices)
            self.call_after_refresh(lambda: self.opener.open_sources(self._sources))

    def on_unmount(self) -> None:
        """Stop everything that runs, and save the reader's position."""
        self.articles.close()
        self.terminal_title.restore()

    def on_notify(self, event: Notify) -> None:
        """Make room for a new toast."""
        toasts.make_room(self, event.notification)

    def search_themes(self) -> None:
        """Show the themes there are."""
        self.themes.pick()

    def watch_theme(self, theme: str) -> None:
        """Keep the picked theme for the next session."""
        self.themes.changed(theme)

    @on(Driver.SignalResume)
    def _resumed(self) -> None:
        self.action_redraw()

    def show_notices(self) -> None:
        """Show the notices that have not been shown yet."""
        for sentence in self.notices.take():
            self.notify(sentence, severity="warning", markup=False, timeout=toasts.WARNING)

    @on(ReaderScreen.FullyMounted)
    def _reader_mounted(self) -> None:
        self.show_notices()
        self.articles.reader_mounted()

    @on(ReaderScreen.Moved)
    def _reader_scrolled(self, message: ReaderScreen.Moved) -> None:
        self.articles.reader_scrolled(message.visible)

    @on(ReaderScreen.Resumed)
    def _reader_resumed(self) -> None:
        self.articles.reader_resumed()

    # Actions

    async def action_quit(self) -> None:
        """Quit once all changes are written."""
        library = self.articles.library
        if library is None or not library.unwritten:
            self.exit()
            return
        from tui.screens.leaving_screen import LeavingScreen

        if isinstance(self.screen, LeavingScreen):
            self.screen.action_leave()
        else:
            self.push_screen(LeavingScreen(library))

    def action_redraw(self) -> None:
        """Redraw everything, over whatever another program has left on the screen."""
        self.screen.refresh()

    def action_last_copy(self) -> None:
        """Show what was copied last."""
        self.copier.show_last()

    def action_open(self) -> None:
        """Ask for a path or an address, and open it."""
        self.opener.ask()

    def action_list(self) -> None:
        """Return to the list that the article is from."""
        self.opener.return_to_list()

    def action_history(self, step: int) -> None:
        """Show the article read before (-1) or after (1)."""
        self.opener.step_in_history(step)

    def action_read_again(self) -> None:
        """Read the article again."""
        self.versions.read_again()

    def action_versions(self) -> None:
        """Show the versions of the article."""
        self.versions.show_versions()

    def action_library(self) -> None:
        """Show all articles that were read."""
        self.library_navigator.show_library()

    def action_clippings(self) -> None:
        """Show the clippings of all articles."""
        self.library_navigator.show_clippings()

    # Messages of tui/screens/messages.py, handled by name so that their classes are imported later

    def on_ask_source(self) -> None:
        """Ask what to open."""
        self.opener.ask()

    def on_open_source(self, message: OpenSource) -> None:
        """Open a path or an address."""
        self.opener.open(message)

    def on_open_text(self, message: OpenText) -> None:
        """Read a text that was pasted."""
        self.opener.read_text(message.text)

    def on_step_in_list(self, message: StepInList) -> None:
        """Read the next or previous article of the list."""
        self.opener.step_in_list(message.step)

    def on_show_list(self, message: ShowList) -> None:
        """Return to the list that the article is from."""
        self.opener.return_to_list(silent=message.silent)

    def on_listing_screen_close_requested(self, message: ListingScreen.CloseRequested) -> None:
        """Close a list."""
        self.opener.close_listing(message.screen)

    def on_listing_screen_resumed(self, message: ListingScreen.Resumed) -> None:
        """Mark what was read in a list."""
        self.opener.mark_read_items(message.screen)

    def on_listing_screen_read_again_requested(self, message: ListingScreen.ReadAgainRequested) -> None:
        """Read a list again."""
        self.opener.read_listing_again(message.screen)

    def on_listing_screen_read_toggled(self, message: ListingScreen.ReadToggled) -> None:
        """Keep whether an item of a list counts as read."""
        self.articles.history.read_marks.mark(message.source, is_read=message.is_read)

    def on_open_kept(self, message: OpenKept) -> None:
        """Open an article of the library."""
        self.library_navigator.open_article(message.article, message.at, message.source, message.place)

    def on_open_clipping(self, message: OpenClipping) -> None:
        """Open the article of a clipping."""
        self.library_navigator.open_clipping(message.clipping, message.place)

    def on_show_people(self) -> None:
        """Show all speakers."""
        self.library_navigator.show_people()

    def on_show_person(self, message: ShowPerson) -> None:
        """Show the page of a speaker."""
        self.library_navigator.show_person(message.person)
