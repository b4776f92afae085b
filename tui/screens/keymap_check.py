"""The keys of every screen, for a keymap that names them. Imported only where there is one."""

from __future__ import annotations

from collections.abc import Mapping

from textual.binding import Binding

from tui.session.keymap import check_keymap


def keymap_problems(keymap: Mapping[str, str], reader: Mapping[str, str]) -> list[str]:
    """What of `keymap` would not do what is meant; `reader` holds the reader's ids and keys by default.

    Keys clash with those of the same screen only: u is for one thing in an article, another in the clippings.
    """
    screens = screen_keys()
    everywhere = {name: key for keys in (*screens, reader) for name, key in keys.items()}
    unknown = {name: key for name, key in keymap.items() if name not in everywhere}
    problems = check_keymap(unknown, everywhere)
    for keys in (reader, *screens):
        problems += check_keymap({name: key for name, key in keymap.items() if name in keys}, keys)
    return list(dict.fromkeys(problems))


def screen_keys() -> list[dict[str, str]]:
    """For each screen that shows a list: every id that a keymap may name, with its keys by default."""
    from tui.screens.library.clippings_screen import ClippingsScreen
    from tui.screens.library.library_screen import LibraryScreen
    from tui.screens.library.people_screen import PeopleScreen
    from tui.screens.library.speaker_page_screen import SpeakerPageScreen
    from tui.screens.opening.listing_screen import ListingScreen

    screens = (LibraryScreen, ClippingsScreen, PeopleScreen, SpeakerPageScreen, ListingScreen)
    return [
        {
            binding.id: binding.key
            for binding in screen.BINDINGS
            if isinstance(binding, Binding) and binding.id
        }
        for screen in screens
    ]
