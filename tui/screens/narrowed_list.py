"""A list and the line that narrows it, wherever they stand: a screen of their own, or a dialog."""

from __future__ import annotations

from textual import on
from textual.screen import Screen, ScreenResultType
from textual.widgets import Input

from tui.widgets.find_line import FindLine
from tui.widgets.panels.choices import Choices


class NarrowedList(Screen[ScreenResultType]):
    """Moving marks a row, Enter opens it, / narrows, Esc widens, then goes back."""

    # What subclasses say

    def narrow(self, text: str) -> None:
        """Show what `text`, typed into the line, leaves."""
        raise NotImplementedError

    def open(self, key: str) -> None:
        """Open the row with this key."""
        raise NotImplementedError

    def leave(self) -> None:
        """Back to what was there before."""
        raise NotImplementedError

    def enter_line(self) -> None:
        """Enter was pressed in the line: open what is marked."""
        self.items.focus()
        self.items.open_marked()

    def escape_line(self) -> None:
        """Esc was pressed in the line: everything again, or back to the list."""
        if self.line.value:
            self.line.put("")
        else:
            self.items.focus()

    # What all have

    @property
    def items(self) -> Choices:
        """The list itself."""
        return self.query_one(Choices)

    @property
    def line(self) -> FindLine:
        """The line that narrows."""
        return self.query_one(FindLine)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.narrow(event.value)

    @on(FindLine.ActionRequested)
    def _asked(self, event: FindLine.ActionRequested) -> None:
        event.stop()
        match event.action:
            case "next" | "previous":
                self.action_move(1 if event.action == "next" else -1)
            case "page_down" | "page_up":
                self.action_page(1 if event.action == "page_down" else -1)
            case "complete":
                self.items.focus()
            case "done":
                self.enter_line()
            case _:
                self.escape_line()

    @on(Choices.Selected)
    def _opened(self, event: Choices.Selected) -> None:
        event.stop()
        self.open(event.key)

    def action_choose(self) -> None:
        """Open the marked row."""
        self.items.open_marked()

    def action_filter(self) -> None:
        """Type what the rows must hold."""
        self.line.focus()

    def action_back(self) -> None:
        """Everything again where it is narrowed; else back to what was there before."""
        if self.line.value:
            self.line.put("")
        else:
            self.leave()

    def action_move(self, step: int) -> None:
        """To the next or previous row."""
        self.items.move(step)

    def action_page(self, step: int) -> None:
        """A page of rows."""
        self.action_move(step * self.items.page)

    def action_end(self, step: int) -> None:
        """To the first or last row."""
        self.items.move_to_end(step > 0)
