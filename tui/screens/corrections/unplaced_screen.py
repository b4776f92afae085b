"""The list of corrections that could not be applied: their words or their speakers are gone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tui.article.sanitising import one_line
from tui.corrections.correction_types import summary
from tui.resources import folder
from tui.screens.dialog import Dialog

if TYPE_CHECKING:
    from tui.corrections.applying import Unplaced
    from tui.corrections.correction import Correction


class UnplacedScreen(Dialog[None]):
    """A list in which d undoes a correction: it calls `drop`, which returns the list as it is then."""

    CSS_PATH = [folder("styles") / name for name in ("dialogs.tcss", "correcting.tcss")]
    BINDINGS = [
        Binding("escape,q,u", "dismiss", "close", id="correct.close"),
        Binding("j", "focused.cursor_down", "down", id="down", show=False),
        Binding("k", "focused.cursor_up", "up", id="up", show=False),
        Binding("d", "drop", "undo it", id="correct.let_go"),
    ]

    def __init__(
        self, unplaced: Sequence[Unplaced], drop: Callable[[Correction], Sequence[Unplaced]]
    ) -> None:
        super().__init__()
        self._unplaced = unplaced
        self._drop = drop

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = Content("Corrections that no longer fit")
            dialog.border_subtitle = Content("d undoes one · Esc closes")
            yield Static(
                Content("They are kept, and tried again when the text or its analysis changes."),
                classes="correct-about",
            )
            yield OptionList(id="people")

    def on_mount(self) -> None:
        """Show each correction, and why it could not be applied."""
        self._fill()
        self.query_one(OptionList).focus()

    def _fill(self) -> None:
        rows = self.query_one(OptionList)
        at = rows.highlighted or 0
        rows.clear_options()
        for each in self._unplaced:
            content = Content.assemble(
                summary(each.correction), "\n", (f"  {one_line(each.reason)}", "$text-muted")
            )
            rows.add_option(Option(content))
        rows.highlighted = min(at, len(self._unplaced) - 1) if self._unplaced else None

    def action_drop(self) -> None:
        """Undo the highlighted correction."""
        at = self.query_one(OptionList).highlighted
        if at is not None:
            self._unplaced = self._drop(self._unplaced[at].correction)
            self._fill()
        if not self._unplaced:
            self.dismiss()
