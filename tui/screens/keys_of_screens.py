"""The keys of every screen, against which a keymap is checked. Imported only where there is one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from textual.binding import Binding

from tui.screens.default_keys import ALWAYS, LISTING, READER
from tui.session.keymap_rules import check_keymap


def keymap_problems(keymap: Mapping[str, str]) -> list[str]:
    """Return a sentence on each part of `keymap` that would not do what is meant.

    Keys clash only within a screen: u does one thing in an article and another in the clippings.
    """
    reader = reader_keys()
    screens = screen_keys()
    everywhere = {name: key for keys in (*screens, reader) for name, key in keys.items()}
    unknown = {name: key for name, key in keymap.items() if name not in everywhere}
    problems = check_keymap(unknown, everywhere)
    for keys in (reader, *screens):
        problems += check_keymap({name: key for name, key in keymap.items() if name in keys}, keys)
    return list(dict.fromkeys(problems))


def reader_keys() -> dict[str, str]:
    """Return every id of the reader, its filter line and lists that a keymap may name, with its default keys."""
    from tui.widgets.filter_bar import FilterInput

    return _keys((*READER, *LISTING, *FilterInput.BINDINGS, *ALWAYS))


def screen_keys() -> list[dict[str, str]]:
    """Return, for each other screen and input than the reader's, every id that a keymap may name, with its keys."""
    from tui.screens.corrections.candidate_screen import CandidateScreen
    from tui.screens.corrections.correction_menu import CorrectMenu
    from tui.screens.corrections.divide_screen import DivideScreen
    from tui.screens.corrections.rename_screen import RenameScreen
    from tui.screens.corrections.trim_screen import TrimScreen
    from tui.screens.corrections.unplaced_screen import UnplacedScreen
    from tui.screens.help_screen import HelpScreen
    from tui.screens.library.choose_person_screen import ChoosePersonScreen
    from tui.screens.library.clippings_screen import ClippingsScreen
    from tui.screens.library.library_screen import LibraryScreen
    from tui.screens.library.line_screen import LineScreen
    from tui.screens.library.people_screen import PeopleScreen
    from tui.screens.library.speaker_page_screen import SpeakerPageScreen
    from tui.screens.opening.fetching_screen import FetchingScreen
    from tui.screens.opening.links_screen import LinksScreen
    from tui.screens.opening.listing_screen import ListingScreen
    from tui.screens.opening.open_screen import OpenScreen
    from tui.screens.opening.paste_screen import PasteScreen
    from tui.screens.reader.export_screen import ExportScreen
    from tui.screens.reader.last_copy_screen import LastCopyScreen
    from tui.screens.reader.why_screen import WhyScreen
    from tui.screens.theme_screen import ThemeScreen
    from tui.widgets.find_line import FindLine

    lists = (LibraryScreen, ClippingsScreen, PeopleScreen, SpeakerPageScreen, ListingScreen, LinksScreen)
    opening = (FetchingScreen, OpenScreen, PasteScreen, LineScreen, ChoosePersonScreen, FindLine)
    reading = (HelpScreen, ThemeScreen, WhyScreen, ExportScreen, LastCopyScreen)
    correcting = (CorrectMenu, DivideScreen, RenameScreen, CandidateScreen, TrimScreen, UnplacedScreen)
    return [_keys(screen.BINDINGS) for screen in (*lists, *opening, *reading, *correcting)]


def _keys(bindings: Iterable[object]) -> dict[str, str]:
    return {each.id: each.key for each in bindings if isinstance(each, Binding) and each.id}
