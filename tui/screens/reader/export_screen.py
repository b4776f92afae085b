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
    "markdown": "Markdown, as block quotes with their speakers",
    "text": "Plain text, to read",
    "csv": "CSV, for a spreadsheet",
    "bibtex": "BibTeX, for a reference manager",
    "csl-json": "CSL-JSON, for Zotero and Pandoc",
    "json": "JSON, with spans, certainty and evidence",
}


class ExportScreen(ModalScreen[None]):
    """A list of formats and a line for the file's name; the name's ending follows the format."""

    CSS_PATH = [folder("styles") / "dialogs.tcss"]
    BINDINGS = [Binding("escape", "dismiss", "close", id="export.close")]

    def __init__(self, what: str, stem: str, text_in: Callable[[Format], str]) -> None:
        """Offer to export `what` ("the 2 quotes"); `text_in` returns it in a format, `stem` names the file."""
        super().__init__()
        self._what = what
        self._text_in = text_in
        self._format: Format = "markdown"
        self._stem = re.sub(r"[^\w.-]+", "-", stem).strip("-.")[:60] or "quotes"

    @classmethod
    def of_reading(cls, reading: Reading) -> ExportScreen:
        """Return a screen for the matching quotes of an article."""
        count = len(reading.quotes)
        matching = "matching " if reading.narrowed else ""
        what = f"the one {matching}quote" if count == 1 else f"the {count:,} {matching}quotes"
        selected = Selected(reading.article, reading.analysis, reading.quotes)
        stem = f"{Path(name_of(reading.article)).stem[:53]}-quotes"
        return cls(what, stem, lambda format: export([selected], format))

    @classmethod
    def of_clippings(cls, clippings: Sequence[Clipping]) -> ExportScreen:
        """Return a screen for clippings."""
        from tui.session.exporting.clippings_export import export_clippings

        return cls(pluralise(len(clippings), "clipping"), "clippings", partial(export_clippings, clippings))

    def compose(self) -> ComposeResult:
        """Compose what will be written, the formats and the file's name."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = Content("Export")
            dialog.border_subtitle = Content("Enter chooses, then saves · Esc closes")
            yield Static(Content(f"Write {self._what} as"), classes="save-label")
            yield OptionList(
                *(Option(Content(label), id=name) for name, label in FORMATS.items()), compact=True
            )
            yield SaveForm(f"{self._stem}{SUFFIXES[self._format]}", self._content)

    def on_mount(self) -> None:
        """Focus the formats first."""
        formats = self.query_one(OptionList)
        formats.highlighted = 0
        formats.focus()

    def _content(self) -> tuple[str, str]:
        return self._text_in(self._format), encoding_of(self._format)

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
