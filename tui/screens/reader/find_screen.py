"""The line that searches the article; matches are marked above it."""

from __future__ import annotations

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from tui.resources import folder
from tui.screens.dialog import Dialog
from tui.widgets.find_line import FindLine

Search = Callable[[str, Callable[[str], None]], None]
Step = Callable[[int, Callable[[str], None]], None]


class FindScreen(Dialog[str]):
    """A line at the foot of the screen that searches while words are typed; it closes with these words."""

    CSS_PATH = [folder("styles") / "seeking.tcss"]

    def __init__(self, words: str, search: Search, step: Step) -> None:
        """Begin with `words` in the line.

        `search` is called with the words at every change, `step` with 1 for the next match or -1 for the one
        before, and both with what shows which of how many matches is shown, in words.
        """
        super().__init__()
        self._words = words
        self._search = search
        self._step = step

    def compose(self) -> ComposeResult:
        """Compose the line, and the number of matches."""
        with Horizontal(id="seek") as box:
            box.border_title = Content("Search the article")
            box.border_subtitle = Content("Enter ↓ next · ↑ previous · Esc closes")
            yield FindLine(placeholder="words anywhere in the article", id="seek-line")
            yield Static("", id="seek-count", markup=False)

    def on_mount(self) -> None:
        """Put the last search into the line, selected, to go on with or to type over."""
        line = self.query_one(FindLine)
        line.set_text(self._words, selected=True)
        line.focus()

    def _show_count(self, counted: str) -> None:
        for line in self.query("#seek-count").results(Static):  # none where the line was closed meanwhile
            line.update(Content(counted))

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self._words = event.value
        self._search(event.value, self._show_count)

    @on(FindLine.ActionRequested)
    def _asked(self, event: FindLine.ActionRequested) -> None:
        event.stop()
        match event.action:
            case "done" | "complete" | "next" | "page_down":
                self._step(1, self._show_count)
            case "previous" | "page_up":
                self._step(-1, self._show_count)
            case _:
                self.dismiss(self._words)
