"""Export: quotes or clippings, to a file in one of several formats."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tui.article.sanitising import one_line
from tui.resources import folder
from tui.session.exporting.quotes_export import SUFFIXES, Format, Selected, encoding_of, export
from tui.session.reading.article_name import name_of
from tui.session.reading.plurals import pluralise
from tui.session.reading.reading import Reading
from tui.widgets.save_form import SaveForm

if TYPE_CHECKING:
    from tui.library.clippings import Clipping

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

    def __init__(self, what: str, stem: str, written: Callable[[Format], str]) -> None:
        """`what` is written ("the 2 quotes that are left"), as `written` gives it, to a file called `stem`."""
        super().__init__()
        self._what = what
        self._written = written
        self._format: Format = "markdown"
        self._stem = re.sub(r"[^\w.-]+", "-", stem).strip("-.")[:60] or "quotes"

    @classmethod
    def of_reading(cls, reading: Reading) -> ExportScreen:
        """For the quotes that are left of an article."""
        count = len(reading.quotes)
        what = "the one quote" if count == 1 else f"the {count:,} quotes"
        if reading.narrowed:
            what += " that is left" if count == 1 else " that are left"
        selected = Selected(reading.article, reading.analysis, reading.quotes)
        stem = f"{Path(name_of(reading.article)).stem[:53]}-quotes"
        return cls(what, stem, lambda format: export([selected], format))

    @classmethod
    def of_clippings(cls, clippings: Sequence[Clipping]) -> ExportScreen:
        """For these clippings."""
        from tui.session.exporting.clippings_export import export_clippings

        return cls(pluralise(len(clippings), "clipping"), "clippings", partial(export_clippings, clippings))

    def compose(self) -> ComposeResult:
        """What will be written, the formats, the name."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = Content("Export")
            dialog.border_subtitle = Content("Enter picks, then saves · Esc closes")
            yield Static(Content(f"Write {self._what} as"), classes="save-label")
            yield OptionList(
                *(Option(Content(label), id=name) for name, label in FORMATS.items()), compact=True
            )
            yield SaveForm(f"{self._stem}{SUFFIXES[self._format]}", self._content)

    def on_mount(self) -> None:
        """Choose a format first."""
        formats = self.query_one(OptionList)
        formats.highlighted = 0
        formats.focus()

    def _content(self) -> tuple[str, str]:
        return self._written(self._format), encoding_of(self._format)

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
