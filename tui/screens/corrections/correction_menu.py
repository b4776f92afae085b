"""The menu of what may follow x: a line or a few at the foot of the screen; any other key closes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Size
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from tui.article.sanitising import one_line
from tui.corrections.correction_types import CORRECTION_TYPES
from tui.resources import folder
from tui.widgets.panels.panel_text import fit


@dataclass(frozen=True, slots=True)
class Entry:
    """A key of the menu, what it does, and the answer that it gives."""

    key: str
    label: str
    name: str


def correction_entries(*, of_entity: bool) -> list[Entry]:
    """Return what may follow x: corrections of an entity, or of a quote and its speaker."""
    return [
        *(
            Entry(each.key, each.label, each.name)
            for each in CORRECTION_TYPES.values()
            if each.is_of_entity == of_entity
        ),
        Entry("u", "what no longer fits", "unplaced"),
    ]


class CorrectMenu(ModalScreen[None]):
    """Closes, and calls `done` with the name of the entry that was chosen, or with None.

    Textual hands each key to the screen that is on top at that moment. Whoever knows the keys types on while the
    menu closes and a dialog opens: those keys are held, and handed on when `done` has opened the dialog.
    """

    CSS_PATH = [folder("styles") / "correcting.tcss"]

    def __init__(
        self, title: str, entries: Sequence[Entry], owner: Screen[None], done: Callable[[str | None], None]
    ) -> None:
        """Offer `entries` over the screen `owner`, on whose message queue `done` is called."""
        super().__init__()
        self._owner = owner
        self._done = done
        self._answered = self._finished = False
        self._held: list[events.Key] = []
        self._title = title
        self._entries = {entry.key: entry for entry in entries}

    def compose(self) -> ComposeResult:
        """Lay out a title and the keys."""
        with Vertical(id="menu") as menu:
            menu.border_title = Content(one_line(self._title))
            menu.border_subtitle = Content("any other key closes")
            yield Static(id="menu-keys")

    def on_mount(self) -> None:
        """Show the keys in columns."""
        self._lay_out(self.size)

    def on_resize(self, event: events.Resize) -> None:
        """Show the keys in as many columns as there is room for."""
        self._lay_out(event.size)

    def _lay_out(self, size: Size) -> None:
        keys = self.query_one("#menu-keys", Static)
        entries = list(self._entries.values())
        widest = max(cell_len(entry.label) for entry in entries) + 4
        columns = max(1, (size.width - 4) // widest, -(-len(entries) // max(1, size.height - 3)))
        cells = min(widest, (size.width - 4) // columns)
        height = -(-len(entries) // columns)
        lines = []
        for row in range(height):
            line = Content("")
            for entry in entries[row::height]:
                what = fit(entry.label, cells - 3)
                line += Content.assemble((entry.key, "bold $primary"), " ", what.ljust(cells - 2))
            lines.append(line)
        keys.update(Content("\n").join(lines))

    def on_key(self, event: events.Key) -> None:
        """Answer with the first key; hold the others for what comes next."""
        event.stop()
        event.prevent_default()
        if not self._answered:
            entry = self._entries.get(event.key)  # not by the character: Alt+S has that of S
            self._answer(None if entry is None else entry.name)
            return
        key = events.Key(event.key, event.character)
        if self._finished:
            self.app.post_message(key)
        else:
            self._held.append(key)

    def on_click(self) -> None:
        """Close on a click, too."""
        if not self._answered:
            self._answer(None)

    def _answer(self, name: str | None) -> None:
        self._answered = True
        self._owner.call_next(self._finish, name)

    def _finish(self, name: str | None) -> None:
        """Close, and open what comes next, without handling a key in between."""
        self.app.pop_screen()
        self._finished = True
        self._done(name)
        for key in self._held:
            self.app.post_message(key)
