"""What may follow x: a line or a few at the foot of the screen; any other key ends it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.article.cleaning import one_line
from tui.resources import folder
from tui.widgets.panel_text import fit

WIDEST = 25
"""Cells that a key with what it does may take."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A key, what it does, and what the menu is closed with when it is pressed."""

    key: str
    what: str
    name: str


class CorrectMenu(ModalScreen[str | None]):
    """Closed with the name of what was asked for, or None."""

    CSS_PATH = [folder("styles") / "correcting.tcss"]

    def __init__(self, title: str, entries: Sequence[Entry]) -> None:
        super().__init__()
        self._title = title
        self._entries = {entry.key: entry for entry in entries}

    def compose(self) -> ComposeResult:
        """What it is about, then the keys in columns."""
        with Vertical(id="menu") as menu:
            menu.border_title = Content(one_line(self._title))
            menu.border_subtitle = Content("any other key: nothing")
            yield Static(id="menu-keys")

    def on_mount(self) -> None:
        """Set them in columns."""
        self._lay_out(self.size.width)

    def on_resize(self, event: events.Resize) -> None:
        """In as many columns as there is room for."""
        self._lay_out(event.size.width)

    def _lay_out(self, width: int) -> None:
        keys = self.query_one("#menu-keys", Static)
        columns = max(1, (width - 4) // WIDEST)
        entries = list(self._entries.values())
        height = -(-len(entries) // columns)
        lines = []
        for row in range(height):
            line = Content("")
            for entry in entries[row::height]:
                what = fit(entry.what, WIDEST - 3)
                line += Content.assemble((entry.key, "bold $primary"), " ", what.ljust(WIDEST - 2))
            lines.append(line)
        keys.update(Content("\n").join(lines))

    def on_key(self, event: events.Key) -> None:
        """The second key."""
        event.stop()
        event.prevent_default()
        entry = self._entries.get(event.character or "")
        self.dismiss(None if entry is None else entry.name)

    def on_click(self) -> None:
        """A click ends it, too."""
        self.dismiss(None)
