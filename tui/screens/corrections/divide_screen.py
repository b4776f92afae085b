"""The dialog that asks which quotes of a speaker, or which mentions of an entity, are another’s."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tui.article.sanitising import one_line
from tui.resources import folder
from tui.screens.dialog import Dialog
from tui.widgets.panels.panel_text import fit


class Wording(NamedTuple):
    """What the dialog says; `about` holds “{name}”."""

    title: str
    next: str
    """What Enter asks for."""
    about: str
    missing: str
    """What to do where nothing is ticked."""


OF_SPEAKER = Wording(
    "This is two speakers",
    "who said them",
    "Tick what {name} did not say",
    "Space ticks the quotes that somebody else said.",
)
OF_ENTITY = Wording(
    "These are two",
    "whose they are",
    "Tick the mentions that are not {name}",
    "Space ticks the mentions of the other one.",
)


class DivideScreen(Dialog[list[int] | None]):
    """Returns the indices of the ticked rows in the list that was passed in, or None."""

    CSS_PATH = [folder("styles") / name for name in ("dialogs.tcss", "correcting.tcss")]
    BINDINGS = [
        Binding("escape", "dismiss", "close", id="correct.close"),
        Binding("space", "tick", "tick", id="correct.tick"),
        Binding("j", "focused.cursor_down", "down", id="down", show=False),
        Binding("k", "focused.cursor_up", "up", id="up", show=False),
    ]

    def __init__(
        self, name: str, rows: Sequence[str], here: int | None, wording: Wording = OF_SPEAKER
    ) -> None:
        """Offer the quotes or mentions of `name`, a row each; the one at index `here` is ticked."""
        super().__init__()
        self._name_shown = one_line(name)
        self._rows = rows
        self._wording = wording
        self._here = here or 0
        self._ticked = set() if here is None else {here}

    def compose(self) -> ComposeResult:
        """Lay out the rows, each with a tick."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = Content(self._wording.title)
            dialog.border_subtitle = Content(f"Space ticks · Enter: {self._wording.next} · Esc closes")
            about = self._wording.about.format(name=self._name_shown)
            yield Static(Content(about), classes="correct-about")
            rows = (Option(self._row(at)) for at in range(len(self._rows)))
            yield OptionList(*rows, compact=True, id="people")

    def on_mount(self) -> None:
        """Highlight the quote that the reader is at."""
        rows = self.query_one(OptionList)
        rows.focus()
        rows.highlighted = self._here

    def _row(self, at: int) -> Content:
        return Content(f"{'✓' if at in self._ticked else '·'} {fit(one_line(self._rows[at]), 60)}")

    def action_tick(self) -> None:
        """Tick the highlighted row, or untick it."""
        rows = self.query_one(OptionList)
        if (at := rows.highlighted) is not None:
            self._ticked ^= {at}
            rows.replace_option_prompt_at_index(at, self._row(at))

    @on(OptionList.OptionSelected)
    def _finish(self) -> None:
        if self._ticked:
            self.dismiss(sorted(self._ticked))
        else:
            self.notify(self._wording.missing, markup=False)
