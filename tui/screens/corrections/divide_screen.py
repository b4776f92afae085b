"""The dialog that asks which quotes of a speaker are somebody else's."""

from __future__ import annotations

from collections.abc import Sequence

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


class DivideScreen(Dialog[list[int] | None]):
    """Returns the indices of the ticked quotes in the list that was passed in, or None."""

    CSS_PATH = [folder("styles") / name for name in ("dialogs.tcss", "correcting.tcss")]
    BINDINGS = [
        Binding("escape", "dismiss", "close", id="correct.close"),
        Binding("space", "tick", "tick", id="correct.tick"),
        Binding("j", "move(1)", "down", id="down", show=False),
        Binding("k", "move(-1)", "up", id="up", show=False),
    ]

    def __init__(self, name: str, quotes: Sequence[str], here: int | None) -> None:
        """Offer the quotes of the speaker `name`; the one at index `here` is ticked."""
        super().__init__()
        self._name_shown = one_line(name)
        self._quotes = quotes
        self._here = here or 0
        self._ticked = set() if here is None else {here}

    def compose(self) -> ComposeResult:
        """Lay out the quotes, each with a tick."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = Content("This is two speakers")
            dialog.border_subtitle = Content("space ticks · Enter: who said them · Esc closes")
            yield Static(Content(f"Tick what {self._name_shown} did not say"), classes="correct-about")
            rows = (Option(self._row(at)) for at in range(len(self._quotes)))
            yield OptionList(*rows, compact=True, id="people")

    def on_mount(self) -> None:
        """Highlight the quote that the reader is at."""
        quotes = self.query_one(OptionList)
        quotes.focus()
        quotes.highlighted = self._here

    def _row(self, at: int) -> Content:
        return Content(f"{'✓' if at in self._ticked else '·'} {fit(one_line(self._quotes[at]), 60)}")

    def action_tick(self) -> None:
        """Tick the highlighted quote, or untick it."""
        quotes = self.query_one(OptionList)
        if (at := quotes.highlighted) is not None:
            self._ticked ^= {at}
            quotes.replace_option_prompt_at_index(at, self._row(at))

    def action_move(self, step: int) -> None:
        """Move to the next quote (1) or the one before (-1)."""
        quotes = self.query_one(OptionList)
        if step > 0:
            quotes.action_cursor_down()
        else:
            quotes.action_cursor_up()

    @on(OptionList.OptionSelected)
    def _finish(self) -> None:
        if self._ticked:
            self.dismiss(sorted(self._ticked))
        else:
            self.notify("Tick the quotes that somebody else said, with space.", markup=False)
