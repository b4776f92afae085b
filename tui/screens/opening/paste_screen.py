"""A paste into the reader: an address or a path is opened, a text is read after a question."""

from __future__ import annotations

from typing import Any

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from tui.article.sanitising import one_line
from tui.resources import folder
from tui.screens.messages import OpenSource, OpenText
from tui.session.opening.pasting import interpret_paste

SHOWN = 300
"""How many characters of the text are repeated."""


class PasteScreen(ModalScreen[bool]):
    """A dialog that asks whether to read a pasted text, and closes with True or False."""

    CSS_PATH = [folder("styles") / "dialogs.tcss", folder("styles") / "opening.tcss"]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-tall")]
    BINDINGS = [
        Binding("enter", "dismiss(True)", "read it", id="pasted.read"),
        Binding("escape,q", "dismiss(False)", "back", id="pasted.back"),
    ]

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        """Compose a question, and the beginning of the text."""
        words = len(self._text.split())
        begins = one_line(self._text[: 4 * SHOWN])
        with Vertical(classes="dialog fetching") as dialog:
            dialog.border_title = Content("Pasted text")
            dialog.border_subtitle = Content("Enter reads it · Esc goes back")
            count = "1 word" if words == 1 else f"{words:,} words"
            yield Static(Content(f"Read the pasted text, {count}, as an article?"), id="pasted-question")
            yield Static(
                Content(begins if len(begins) <= SHOWN else begins[: SHOWN - 1] + "…"), id="pasted-text"
            )


def take_paste(screen: Screen[Any], pasted: str) -> None:
    """Open or read what was pasted; ignore white space."""
    meant = interpret_paste(pasted)
    if meant.source:
        screen.app.post_message(OpenSource(meant.source))
    elif meant.text:

        def answered(read: bool | None) -> None:
            if read:
                screen.app.post_message(OpenText(meant.text))

        screen.app.push_screen(PasteScreen(meant.text), answered)
