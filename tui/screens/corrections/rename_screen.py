"""The dialog that asks for another name, and for a speaker's role."""

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
    """Returns the name and the role, "" for no role; or None. With `role` None only the name is asked for."""

    CSS_PATH = [folder("styles") / name for name in ("dialogs.tcss", "correcting.tcss")]
    BINDINGS = [Binding("escape", "dismiss", "close", id="correct.close")]

    def __init__(self, name: str, role: str | None = None) -> None:
        super().__init__()
        self._has_role = role is not None
        self._before = one_line(name), one_line(role or "")

    def compose(self) -> ComposeResult:
        """Lay out a line for the name, and one for the role."""
        name, role = self._before
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = Content("Rename, or change the role" if self._has_role else "Rename")
            other = "Tab: the other field · " if self._has_role else ""
            dialog.border_subtitle = Content(f"Enter keeps · {other}Esc closes")
            yield Static(Content("Name, in full"), classes="save-label")
            yield _line(name, id="name")
            if self._has_role:
                about = Content("Role, as in “Kremlin spokesperson”; empty for none")
                yield Static(about, classes="save-label")
                yield _line(role, id="role")
            yield Static("", classes="save-answer", markup=False)

    def on_mount(self) -> None:
        """Focus the name."""
        self.query_one("#name", Input).focus()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        name, role = one_line(self.query_one("#name", Input).value), ""
        if self._has_role:
            role = one_line(self.query_one("#role", Input).value)
        if not any(map(str.isalnum, name)):
            self.query_one(".save-answer", Static).update(Content("A name needs at least one letter."))
        elif (name, role) == self._before:
            self.dismiss(None)
        else:
            self.dismiss((name, role))


def _line(value: str, *, id: str) -> Input:
    return Input(value, compact=True, select_on_focus=False, max_length=LONGEST_NAME, id=id)
