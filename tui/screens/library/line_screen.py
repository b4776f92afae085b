"""A dialog with one line of text: a name, a note, tags."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.resources import folder
from tui.widgets.find_line import FindLine


class LineScreen(ModalScreen[str | None]):
    """A dialog that closes with what was typed, or None at Esc."""

    CSS_PATH = [folder("styles") / name for name in ("dialogs.tcss", "opening.tcss", "library.tcss")]
    BINDINGS = [Binding("escape", "dismiss", "close", id="line.close")]

    def __init__(self, title: str, text: str = "", *, note: str = "") -> None:
        super().__init__()
        self._title, self._text, self._note = title, text, note

    def compose(self) -> ComposeResult:
        """Compose the line and a sentence about it."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = Content(self._title)
            dialog.border_subtitle = Content("Enter saves · Esc closes")
            yield FindLine(id="asked-line")
            if self._note:
                yield Static(Content(self._note), classes="asked-note")

    def on_mount(self) -> None:
        """Put the present text into the line."""
        line = self.query_one(FindLine)
        line.set_text(self._text)
        line.focus()

    @on(FindLine.ActionRequested)
    def _asked(self, event: FindLine.ActionRequested) -> None:
        event.stop()
        if event.action == "done":
            self.dismiss(self.query_one(FindLine).value.strip())
        elif event.action == "leave":
            self.dismiss(None)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
