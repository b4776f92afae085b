"""The open prompt: a path or an address, with what was opened before and paths that complete."""

from __future__ import annotations

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.resources import folder
from tui.session.opening.typed_sources import (
    Suggestion,
    complete_path,
    interpret_input,
    matching_history,
    matching_paths,
)
from tui.widgets.find_line import FindLine
from tui.widgets.panels.item_rows import PlainRows

History = Callable[[], list[tuple[str, "str | None"]]]
"""Sources opened before with their titles, the newest first."""


class OpenScreen(ModalScreen[str | None]):
    """A dialog that closes with the source to open, or None. Down marks a suggestion, Tab completes a path."""

    CSS_PATH = [folder("styles") / name for name in ("rows.tcss", "dialogs.tcss", "opening.tcss")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-tall")]
    BINDINGS = [Binding("escape", "dismiss", "close", id="open.close")]

    def __init__(self, history: History) -> None:
        super().__init__()
        self._history = history()
        self._suggestions: list[Suggestion] = []

    def compose(self) -> ComposeResult:
        """Compose the line, then the suggestions."""
        with Vertical(classes="dialog wide") as dialog:
            dialog.border_title = Content("Open")
            dialog.border_subtitle = Content("Enter opens · Tab completes · ↓ chooses · Esc closes")
            yield FindLine(placeholder="a path, or an address: https://…", id="open-line")
            yield Static("", id="open-note", markup=False)
            yield PlainRows(self._describe, sources=True, id="suggestions")

    def on_mount(self) -> None:
        """Suggest what was opened last before anything is typed."""
        self.query_one(FindLine).focus()
        self.call_after_refresh(self._suggest)

    def _describe(self, index: int) -> tuple[str, str]:
        suggestion = self._suggestions[index]
        return suggestion.shown, suggestion.note

    @property
    def rows(self) -> PlainRows:
        """The suggestions."""
        return self.query_one(PlainRows)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._suggest()

    def _suggest(self) -> None:
        typed = self.query_one(FindLine).value
        known = matching_history(typed, self._history)
        if not typed.strip():
            self._suggestions = known
            note = "Opened before:" if known else ""
        else:
            files = matching_paths(typed)
            self._suggestions = [*files, *known]
            note = "" if self._suggestions else "Enter opens what is typed."
        label = self.query_one("#open-note", Static)
        label.update(Content(note))
        label.display = bool(note)
        self.rows.show(range(len(self._suggestions)), mark=False)
        self.rows.display = bool(self._suggestions)

    @on(FindLine.ActionRequested)
    def _asked(self, event: FindLine.ActionRequested) -> None:
        event.stop()
        match event.action:
            case "next" | "previous" | "page_down" | "page_up":
                steps = {"next": 1, "previous": -1, "page_down": self.rows.page, "page_up": -self.rows.page}
                self._move(steps[event.action])
            case "complete":
                self._complete()
            case "done":
                self._done()
            case _:
                self.dismiss(None)

    def _move(self, steps: int) -> None:
        self.rows.move(steps)

    @property
    def _marked(self) -> Suggestion | None:
        """The suggestion that Enter opens instead of what is typed."""
        return None if self.rows.marked is None else self._suggestions[int(self.rows.marked)]

    def _complete(self) -> None:
        line = self.query_one(FindLine)
        if (marked := self._marked) is not None:
            if marked.line is not None:
                line.set_text(marked.line)
        elif (longer := complete_path(line.value, matching_paths(line.value))) is not None:
            line.set_text(longer)
        else:
            self._move(1)

    def _done(self) -> None:
        typed = self.query_one(FindLine).value
        if (marked := self._marked) is not None:
            self.dismiss(marked.source)
        elif typed.strip():
            self.dismiss(interpret_input(typed))

    @on(PlainRows.Selected)
    def _opened(self, event: PlainRows.Selected) -> None:
        event.stop()
        self.dismiss(self._suggestions[int(event.key)].source)
