"""A form to save a file: an input for its name, and a line for the outcome."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from tui.article.sanitising import one_line
from tui.session.exporting.atomic_writing import CannotWrite, write_text


class SaveForm(Vertical):
    """A form that overwrites an existing file only when Enter is pressed a second time."""

    @dataclass
    class Saved(Message):
        """Posted when the file was written."""

        path: Path

    def __init__(self, name: str, content: Callable[[], tuple[str, str]]) -> None:
        """Propose `name`; `content` returns the text to write and its encoding."""
        super().__init__()
        self._proposed = name
        self._content = content
        self._confirmed: Path | None = None

    def compose(self) -> ComposeResult:
        """Yield a label, the input and a line for the outcome."""
        yield Static(Content("Save as"), classes="save-label")
        yield Input(self._proposed, compact=True, select_on_focus=False)
        yield Static("", classes="save-answer", markup=False)

    def propose(self, name: str) -> None:
        """Replace the name in the input."""
        line = self.query_one(Input)
        line.value = name
        line.cursor_position = len(name)

    @property
    def name_typed(self) -> str:
        """The text of the input."""
        return self.query_one(Input).value

    def focus_line(self) -> None:
        """Give the input the focus."""
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        answer = self.query_one(".save-answer", Static)
        typed = event.value.strip()
        if not typed:
            answer.update(Content("Type a file name."))
            return
        path = Path(os.path.expanduser(typed))  # noqa: PTH111 (Path.expanduser raises for unknown users)
        overwrite = self._confirmed == path
        if os.path.isfile(path) and not overwrite:
            self._confirmed = path
            answer.update(
                Content(f"“{one_line(typed)}” exists. Enter again overwrites it; or type another name.")
            )
            return
        text, encoding = self._content()
        try:
            write_text(path, text, overwrite=overwrite, encoding=encoding)
        except CannotWrite as error:
            answer.update(Content(error.message))
            return
        self.post_message(self.Saved(path))
