"""A line that narrows a list below or above it while one types."""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding
from textual.message import Message
from textual.widgets import Input


class FindLine(Input):
    """Keys that move in the list, open what is marked or leave the line are its own; all others are text."""

    BINDINGS = [
        Binding("down", "ask('next')", show=False),
        Binding("up", "ask('previous')", show=False),
        Binding("pagedown", "ask('page_down')", show=False),
        Binding("pageup", "ask('page_up')", show=False),
        Binding("tab", "ask('complete')", "to the list", priority=True),
        Binding("enter", "ask('done')", "open"),
        Binding("escape", "ask('leave')", "clear"),
    ]

    @dataclass
    class Asked(Message):
        """What was asked for by key: next, previous, page_down, page_up, complete, done or leave."""

        what: str

    def __init__(self, *, placeholder: str = "", id: str | None = None) -> None:
        super().__init__(placeholder=placeholder, compact=True, select_on_focus=False, id=id)

    def put(self, text: str) -> None:
        """Set the text, the cursor behind it."""
        self.value = text
        self.cursor_position = len(text)

    def action_ask(self, what: str) -> None:
        """Pass it on, after whatever was typed before (a binding with priority overtakes letters)."""
        self.call_later(self.post_message, self.Asked(what))
