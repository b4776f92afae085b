"""What may follow x: a line or a few at the foot of the screen; any other key ends it."""

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
    """A key, what it does, and what the menu is closed with when it is pressed."""

    key: str
    what: str
    name: str


def correction_entries() -> list[Entry]:
    """Return what may follow x."""
    return [
        *(Entry(each.key, each.label, each.name) for each in CORRECTION_TYPES.values()),
        Entry("u", "without place", "unplaced"),
    ]


class CorrectMenu(ModalScreen[None]):
    """Calls `done` with the name of what was asked for, or None, once it is gone again.

    Textual hands each key to the screen that is on top at that moment. Whoever knows the keys types on while
    this one closes and a dialog opens: those keys are held, and handed on when `done` has opened it.
    """

    CSS_PATH = [folder("styles") / "correcting.tcss"]

    def __init__(
        self, title: str, entries: Sequence[Entry], owner: Screen[None], done: Callable[[str | None], None]
    ) -> None:
        """`owner` is the screen beneath, in whose turn `done` is called."""
        super().__init__()
        self._owner = owner
        self._done = done
        self._asked = self._gone = False
        self._held: list[events.Key] = []
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
        self._lay_out(self.size)

    def on_resize(self, event: events.Resize) -> None:
        """In as many columns as there is room for."""
        self._lay_out(event.size)

    def _lay_out(self, size: Size) -> None:
        keys = self.query_one("#menu-keys", Static)
        entries = list(self._entries.values())
        widest = max(cell_len(entry.what) for entry in entries) + 4
        columns = max(1, (size.width - 4) // widest, -(-len(entries) // max(1, size.height - 3)))
        cells = min(widest, (size.width - 4) // columns)
        height = -(-len(entries) // columns)
        lines = []
        for row in range(height):
            line = Content("")
            for entry in entries[row::height]:
                what = fit(entry.what, cells - 3)
                line += Content.assemble((entry.key, "bold $primary"), " ", what.ljust(cells - 2))
            lines.append(line)
        keys.update(Content("\n").join(lines))

    def on_key(self, event: events.Key) -> None:
        """The second key; or one that is for what comes after."""
        event.stop()
        event.prevent_default()
        if not self._asked:
            entry = self._entries.get(event.key)  # not the character: Alt+s has that of s
            self._ask(None if entry is None else entry.name)
            return
        key = events.Key(event.key, event.character)
        if self._gone:
            self.app.post_message(key)
        else:
            self._held.append(key)

    def on_click(self) -> None:
        """A click ends it, too."""
        if not self._asked:
            self._ask(None)

    def _ask(self, name: str | None) -> None:
        self._asked = True
        self._owner.call_next(self._answer, name)

    def _answer(self, name: str | None) -> None:
        """Close, and open what comes after, with no turn for a key between."""
        self.app.pop_screen()
        self._gone = True
        self._done(name)
        for key in self._held:
            self.app.post_message(key)
