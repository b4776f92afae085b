"""Running the app: make it for what is to be read, show it, and return its exit status."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from tui.app import QuothApp
from tui.session.opening.opening import Opening
from tui.session.settings import Settings
from tui.textual_patches.terminal_input import parse_pastes_on_windows, shorten_escape_delay
from tui.textual_patches.terminal_writer import outlive_terminal
from tui.textual_patches.timers import shorten_no_timer_below_zero

if TYPE_CHECKING:
    from tui.library.library import Library
    from tui.session.opening.source_reader import SourceReader


def run_article(opening: Opening, settings: Settings) -> int:
    """Show the reader until the user leaves; return the exit status."""
    return _run(QuothApp(opening, settings))


def run_sources(sources: Sequence[str | SourceReader], settings: Settings) -> int:
    """Open paths, folders, addresses or feeds, showing progress and several as a list; return the exit status."""
    return _run(QuothApp(None, settings, sources=sources))


def run_library(library: Library, settings: Settings) -> int:
    """Show the library, until the user leaves; return the exit status."""
    from tui.screens.library.library_screen import LibraryScreen

    app = QuothApp(None, settings, first=partial(LibraryScreen, library, settings), library=library)
    app.css_path = []  # the reader's styles come with the second frame
    return _run(app)


def _run(app: QuothApp) -> int:
    parse_pastes_on_windows()
    shorten_escape_delay()
    outlive_terminal()
    shorten_no_timer_below_zero()
    app.run()
    library = app.articles.library
    if library is not None and library.left_over:
        with suppress(OSError, ValueError, AttributeError):  # standard error may be closed
            print(f"quoth: {library.left_over}", file=sys.stderr)
    return app.return_code or 0
