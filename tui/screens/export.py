"""Export: the quotes that are left, to a file in one of several formats."""

from __future__ import annotations

import re
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tui.article.cleaning import one_line
from tui.resources import folder
from tui.session.citation import name_of
from tui.session.export import SUFFIXES, Format, Selected, encoding_of, export
from tui.session.reading import Reading
from tui.widgets.save_form import SaveForm

FORMATS: dict[Format, str] = {
    "markdown": "Markdown, block quotes with their speakers",
    "text": "Text, to read",
    "csv": "CSV, for a spreadsheet",
    "json": "JSON, with spans, certainty and evidence",
}


class ExportScreen(ModalScreen[None]):
    """A list of formats and a line for the file's name; the name's ending follows the format."""

    CSS_PATH = [folder("styles") / "dialogs.tcss"]
    BINDINGS = [Binding("escape", "dismiss", "close", id="export.close")]

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self._reading = reading
        self._format: Format = "markdown"
        self._stem = (
            re.sub(r"[^\w.-]+", "-", Path(name_of(reading.article)).stem).strip("-.")[:60] or "quotes"
        )

    def compose(self) -> ComposeResult:
        """What will be written, the formats, the name."""
        count = len(self._reading.quotes)
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = Content("Export")
            dialog.border_subtitle = Content("Enter: name, then save · Esc closes")
            left = "the one quote that is left" if count == 1 else f"the {count} quotes that are left"
            left = (
                left
                if self._reading.narrowed
                else left.removesuffix(" that are left").removesuffix(" that is left")
            )
            yield Static(Content(f"Write {left} as"), classes="save-label")
            yield OptionList(
                *(Option(Content(label), id=name) for name, label in FORMATS.items()), compact=True
            )
            yield SaveForm(f"{self._stem}-quotes{SUFFIXES[self._format]}", self._content)

    def on_mount(self) -> None:
        """Choose a format first."""
        formats = self.query_one(OptionList)
        formats.highlighted = 0
        formats.focus()

    def _content(self) -> tuple[str, str]:
        reading = self._reading
        selected = Selected(reading.article, reading.analysis, reading.quotes)
        return export([selected], self._format), encoding_of(self._format)

    @on(OptionList.OptionHighlighted)
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        old = SUFFIXES[self._format]
        self._format = next(name for name in FORMATS if name == event.option_id)
        form = self.query_one(SaveForm)
        typed = form.name_typed
        if typed.endswith(old):
            form.propose(typed.removesuffix(old) + SUFFIXES[self._format])

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        self.query_one(SaveForm).focus_line()

    @on(SaveForm.Saved)
    def _saved(self, event: SaveForm.Saved) -> None:
        self.app.notify(f"Saved as {one_line(str(event.path))}.", markup=False)
        self.dismiss()
