"""The dialog that asks for another name or role of a speaker."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from tui.article.sanitising import one_line
from tui.corrections.correction import LONGEST_NAME
from tui.resources import folder
from tui.screens.dialog import Dialog


class RenameScreen(Dialog[tuple[str, str] | None]):
    """Returns the name and the role, "" for no role; or None."""

    CSS_PATH = [folder("styles") / name for name in ("dialogs.tcss", "correcting.tcss")]
    BINDINGS = [Binding("escape", "dismiss", "close", id="correct.close")]

    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        self._before = one_line(name), one_line(role)

    def compose(self) -> ComposeResult:
        """Lay out two input lines."""
        name, role = self._before
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = Content("Name and role")
            dialog.border_subtitle = Content("Enter keeps · Tab to the other · Esc closes")
            yield Static(Content("Name, in full"), classes="save-label")
            yield _line(name, id="name")
            yield Static(Content("Role, as in “Kremlin spokesperson”; empty for none"), classes="save-label")
            yield _line(role, id="role")
            yield Static("", classes="save-answer", markup=False)

    def on_mount(self) -> None:
        """Focus the name."""
        self.query_one("#name", Input).focus()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        name, role = (one_line(self.query_one(which, Input).value) for which in ("#name", "#role"))
        if not any(map(str.isalnum, name)):
            self.query_one(".save-answer", Static).update(Content("A speaker needs a name."))
        elif (name, role) == self._before:
            self.dismiss(None)
        else:
            self.dismiss((name, role))


def _line(value: str, *, id: str) -> Input:
    return Input(value, compact=True, select_on_focus=False, max_length=LONGEST_NAME, id=id)
