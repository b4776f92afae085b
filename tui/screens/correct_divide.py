"""Which quotes of a speaker are somebody else's."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import SelectionList, Static
from textual.widgets.selection_list import Selection

from tui.article.cleaning import one_line
from tui.resources import folder
from tui.widgets.panel_text import fit


class DivideScreen(ModalScreen[list[int] | None]):
    """Closed with the places, in the list that was handed in, of those that are ticked; or None."""

    CSS_PATH = [folder("styles") / name for name in ("dialogs.tcss", "correcting.tcss")]
    BINDINGS = [
        Binding("escape", "dismiss", "close", id="correct.close"),
        Binding("enter", "go_on", "go on", show=False, priority=True),
        Binding("j", "move(1)", show=False),
        Binding("k", "move(-1)", show=False),
    ]

    def __init__(self, name: str, quotes: Sequence[str], ticked: int | None) -> None:
        super().__init__()
        self._of = one_line(name)
        self._quotes = quotes
        self._ticked = ticked

    def compose(self) -> ComposeResult:
        """The quotes, each with a box."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = Content("This is two")
            dialog.border_subtitle = Content("space ticks · Enter: who said them · Esc closes")
            yield Static(Content(f"Tick what {self._of} did not say"), classes="correct-about")
            yield SelectionList[int](
                *(
                    Selection(Content(fit(one_line(quote), 56)), at, at == self._ticked)
                    for at, quote in enumerate(self._quotes)
                ),
                compact=True,
                id="people",
            )

    def on_mount(self) -> None:
        """Begin at the quote that the reader is at."""
        quotes = self.query_one(SelectionList)
        quotes.focus()
        quotes.highlighted = self._ticked or 0

    def action_move(self, step: int) -> None:
        """To the next quote or the one before."""
        quotes = self.query_one(SelectionList)
        if step > 0:
            quotes.action_cursor_down()
        else:
            quotes.action_cursor_up()

    def action_go_on(self) -> None:
        """Done ticking."""
        ticked = sorted(self.query_one(SelectionList).selected)
        if ticked:
            self.dismiss(ticked)
        else:
            self.notify("Tick the quotes that somebody else said, with space.", markup=False)
