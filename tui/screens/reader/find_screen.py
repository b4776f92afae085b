"""Finding words in the article: a line at the foot of the screen; what is found is marked above it."""

from __future__ import annotations

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static
from textual.widgets.input import Selection

from tui.resources import folder
from tui.screens.dialog import Dialog
from tui.widgets.find_line import FindLine


class FindScreen(Dialog[str]):
    """Closed with what was typed. `typed` is called with it at every change, `stepped` with 1 or -1 for the
    next place and the one before; both answer how many there are, in words."""

    CSS_PATH = [folder("styles") / "seeking.tcss"]

    def __init__(self, words: str, typed: Callable[[str], str], stepped: Callable[[int], str]) -> None:
        """`words` stand in the line at first."""
        super().__init__()
        self._words = words
        self._typed = typed
        self._stepped = stepped

    def compose(self) -> ComposeResult:
        """The line, and how many places there are."""
        with Horizontal(id="seek") as box:
            box.border_title = Content("Find in the article")
            box.border_subtitle = Content("Enter ↓ next · ↑ before · Esc reads on")
            yield FindLine(placeholder="words, wherever they stand", id="seek-line")
            yield Static("", id="seek-count", markup=False)

    def on_mount(self) -> None:
        """What was sought last stands there, to be gone on with or typed over."""
        line = self.query_one(FindLine)
        line.set_text(self._words)
        line.selection = Selection(0, len(self._words))
        line.focus()

    def _say(self, counted: str) -> None:
        self.query_one("#seek-count", Static).update(Content(counted))

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self._words = event.value
        self._say(self._typed(event.value))

    @on(FindLine.ActionRequested)
    def _asked(self, event: FindLine.ActionRequested) -> None:
        event.stop()
        match event.action:
            case "done" | "complete" | "next" | "page_down":
                self._say(self._stepped(1))
            case "previous" | "page_up":
                self._say(self._stepped(-1))
            case _:
                self.dismiss(self._words)
