"""An input that narrows a list while the reader types."""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding
from textual.message import Message
from textual.widgets import Input
from textual.widgets.input import Selection


class FindLine(Input):
    """An input whose keys move in the list, open the marked row or leave the line; all others are text."""

    BINDINGS = [
        Binding("down", "request('next')", "next", id="line.next", show=False),
        Binding("up", "request('previous')", "previous", id="line.previous", show=False),
        Binding("pagedown", "request('page_down')", "page down", id="line.page.down", show=False),
        Binding("pageup", "request('page_up')", "page up", id="line.page.up", show=False),
        Binding("tab", "request('complete')", "to the list", id="line.complete", priority=True),
        Binding("enter", "request('done')", "open", id="line.done"),
        Binding("escape", "request('leave')", "clear", id="line.leave"),
    ]

    @dataclass
    class ActionRequested(Message):
        """Posted when a key is pressed; `action` is next, previous, page_down, page_up, complete, done or leave."""

        action: str

    def __init__(self, *, placeholder: str = "", id: str | None = None) -> None:
        super().__init__(placeholder=placeholder, compact=True, select_on_focus=False, id=id)

    def set_text(self, text: str, *, selected: bool = False) -> None:
        """Set the text, with the cursor at its end; `selected`, it is typed over."""
        self.value = text
        self.cursor_position = len(text)
        if selected:
            self.selection = Selection(0, len(text))

    def action_request(self, action: str) -> None:
        """Request an action once what was typed before has been handled: priority bindings overtake letters."""
        self.call_later(self.post_message, self.ActionRequested(action))
