"""The title of the terminal's window while quoth runs."""

from __future__ import annotations

import os

from textual.app import App

from tui.session.window_title import KEEP, RESTORE, sets_titles, title_sequence
from tui.textual_patches.app_internals import write_to_terminal


class TerminalTitle:
    """Sets the title of the terminal's window, and restores the one it had before."""

    def __init__(self, app: App[None], *, private: bool) -> None:
        """Set the terminal's title, which with `private` never says what is being read."""
        self._app = app
        self._private = private
        self._saved = False

    def set(self, name: str) -> None:
        """Show the name of what is being read, where the terminal has a title."""
        if self._app.is_headless or not sets_titles(os.environ):
            return
        if not self._saved:
            self._saved = True
            write_to_terminal(self._app, KEEP)
        write_to_terminal(self._app, title_sequence("" if self._private else name))

    def restore(self) -> None:
        """Bring back the title from before, if it was changed."""
        if self._saved:
            write_to_terminal(self._app, RESTORE)
