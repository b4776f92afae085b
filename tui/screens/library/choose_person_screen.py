"""A dialog to choose the speaker of the library that another one is joined with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input

from tui.resources import folder
from tui.session.reading.plurals import pluralise
from tui.widgets.find_line import FindLine
from tui.widgets.panels.item_rows import PlainRows

if TYPE_CHECKING:
    from tui.library.people import People, Person

MAX_SHOWN = 200
"""The most speakers that are suggested."""


class ChoosePersonScreen(ModalScreen["Person | None"]):
    """A dialog that closes with the chosen speaker, or None."""

    CSS_PATH = [
        folder("styles") / name for name in ("rows.tcss", "dialogs.tcss", "opening.tcss", "library.tcss")
    ]
    BINDINGS = [Binding("escape", "dismiss", "close", id="choose_person.close")]

    def __init__(self, people: People, person: Person) -> None:
        super().__init__()
        self._people, self._person = people, person
        self._found: list[Person] = []

    def compose(self) -> ComposeResult:
        """Compose a line for a name, and the speakers of that name."""
        with Vertical(classes="dialog wide") as dialog:
            dialog.border_title = Content(f"{self._person.name} is the same as")
            dialog.border_subtitle = Content("↓ ↑ and Enter choose · Esc closes")
            yield FindLine(placeholder="a name", id="person-line")
            yield PlainRows(self._describe, id="suggestions")

    def on_mount(self) -> None:
        """Suggest speakers of the same last name first."""
        line = self.query_one(FindLine)
        line.focus()
        line.set_text(self._person.name.split()[-1] if self._person.name.split() else "", selected=True)
        self.call_after_refresh(self._suggest)

    def _describe(self, index: int) -> tuple[str, str]:
        person = self._found[index]
        return person.name, " · ".join(
            part for part in (person.role, pluralise(person.quotes, "quote")) if part
        )

    def _suggest(self) -> None:
        found = self._people.all(self.query_one(FindLine).value, limit=MAX_SHOWN)
        self._found = [person for person in found if person.id != self._person.id]
        rows = self.query_one(PlainRows)
        rows.empty_text = "Nobody else by this name is quoted in what you have read."
        rows.show(range(len(self._found)))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._suggest()

    @on(FindLine.ActionRequested)
    def _asked(self, event: FindLine.ActionRequested) -> None:
        event.stop()
        rows = self.query_one(PlainRows)
        match event.action:
            case "next" | "previous":
                rows.move(1 if event.action == "next" else -1)
            case "page_down" | "page_up":
                rows.move(rows.page if event.action == "page_down" else -rows.page)
            case "done":
                rows.open_marked()
            case "leave":
                self.dismiss(None)

    @on(PlainRows.Selected)
    def _opened(self, event: PlainRows.Selected) -> None:
        event.stop()
        self.dismiss(self._found[int(event.key)])
