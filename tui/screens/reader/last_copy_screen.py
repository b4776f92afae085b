"""The last copy: text that a clipboard may not have taken, to be selected by hand or saved."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.article.sanitising import displayable, one_line
from tui.resources import folder
from tui.widgets.save_form import SaveForm

SHOWN = 8_000
"""The most characters that are shown: to wrap a whole book takes seconds, and nobody selects it by hand."""


class LastCopyScreen(ModalScreen[None]):
    """A dialog with the text that was copied last, and a form to save it."""

    CSS_PATH = [folder("styles") / "dialogs.tcss"]
    BINDINGS = [Binding("escape", "dismiss", "close", id="last_copy.close")]

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        """Compose the text, then a form to save it."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = Content("Last copy")
            dialog.border_subtitle = Content("Enter saves · Esc closes")
            shown = "\n".join(displayable(line) for line in self._text[:SHOWN].split("\n"))
            with VerticalScroll(classes="dialog-text"):
                yield Static(Content(shown))
                if len(self._text) > SHOWN:
                    yield Static(
                        Content(
                            f"… {len(self._text) - SHOWN:,} characters more; the saved file has them all."
                        )
                    )
            yield SaveForm("copy.md", lambda: (f"{self._text}\n", "utf-8"))

    def on_mount(self) -> None:
        """Focus the file's name."""
        self.query_one(SaveForm).focus_line()

    @on(SaveForm.Saved)
    def _saved(self, event: SaveForm.Saved) -> None:
        self.app.notify(f"Saved as {one_line(str(event.path))}.", markup=False)
        self.dismiss()
