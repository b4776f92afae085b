"""The dialog that is shown while quoth waits, before it closes, for changes to be written to the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.resources import folder
from tui.screens.dialog import Dialog

if TYPE_CHECKING:
    from tui.library.library import Library

PERIOD = 0.05
"""Seconds between two looks at the library."""
SENTENCE = (
    "Your last changes are being saved, but the library cannot be written now. In a few seconds they will be put "
    "into a file beside it, and saved when quoth next starts."
)


class LeavingScreen(Dialog[None]):
    """Leaves quoth as soon as everything is written, or when the library's patience has run out."""

    CSS_PATH = folder("styles") / "dialogs.tcss"
    BINDINGS = [
        Binding("escape", "dismiss", "go on reading", id="leaving.close"),
        Binding("q", "leave", "leave now", id="leaving.now"),
    ]

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library
        self._left = library.patience

    def compose(self) -> ComposeResult:
        """Lay out the sentence."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = Content("Saving …")
            dialog.border_subtitle = Content("q leaves at once · Esc goes on reading")
            yield Static(Content(SENTENCE))

    def on_mount(self) -> None:
        """Look at the library from now on."""
        self.set_interval(PERIOD, self._look)

    def _look(self) -> None:
        self._left -= PERIOD
        if not self._library.unwritten or self._left <= 0:
            self.action_leave()

    def action_leave(self) -> None:
        """Leave without waiting any longer."""
        if self._library.unwritten:
            self._library.patience = 0
        self.app.exit()
