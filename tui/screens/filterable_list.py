"""A list with a line that filters it, for screens and for dialogs."""

from __future__ import annotations

from abc import abstractmethod

from textual import on
from textual.screen import Screen, ScreenResultType
from textual.widgets import Input

from tui.widgets.find_line import FindLine
from tui.widgets.panels.choices import Choices


class FilterableList(Screen[ScreenResultType]):
    """A screen with a list: moving marks a row, Enter opens it, / filters, Esc clears the filter, then closes."""

    # What subclasses define

    @abstractmethod
    def narrow(self, text: str) -> None:
        """Show the rows that match what was typed into the line."""

    @abstractmethod
    def open(self, key: str) -> None:
        """Open the row with this key."""

    @abstractmethod
    def leave(self) -> None:
        """Close the screen."""

    def enter_line(self) -> None:
        """Open the marked row when Enter is pressed in the line."""
        self.items.focus()
        self.items.open_marked()

    def escape_line(self) -> None:
        """Clear the line when Esc is pressed in it, or return to the list if it is empty."""
        if self.line.value:
            self.line.set_text("")
        else:
            self.items.focus()

    # What all of them share

    @property
    def items(self) -> Choices:
        """The list."""
        return self.query_one(Choices)  # type: ignore[type-abstract]

    @property
    def line(self) -> FindLine:
        """The line that filters."""
        return self.query_one(FindLine)

    @on(Input.Changed)
    def _text_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.narrow(event.value)

    @on(FindLine.ActionRequested)
    def _action_requested(self, event: FindLine.ActionRequested) -> None:
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
    def _row_selected(self, event: Choices.Selected) -> None:
        event.stop()
        self.open(event.key)

    def action_choose(self) -> None:
        """Open the marked row."""
        self.items.open_marked()

    def action_filter(self) -> None:
        """Focus the line, to type a filter."""
        self.line.focus()

    def action_back(self) -> None:
        """Clear the filter, or close the screen if there is none."""
        if self.line.value:
            self.line.set_text("")
        else:
            self.leave()

    def action_move(self, step: int) -> None:
        """Move to the next row (1), or to the one before (-1)."""
        self.items.move(step)

    def action_page(self, step: float) -> None:
        """Move by a page of rows, or by a part of one."""
        self.action_move(int(step * self.items.page) or (1 if step > 0 else -1))

    def action_end(self, step: int) -> None:
        """Move to the last row (1), or to the first (-1)."""
        self.items.move_to_end(step > 0)
