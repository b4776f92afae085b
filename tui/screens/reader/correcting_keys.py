"""Correcting from the reader: what its keys do.

Imported on the way to the first frame: what an action needs is imported when it is done.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from textual import events

from tui.screens.reader.linked_panes import LinkedPanes

if TYPE_CHECKING:
    from tui.analysis.analysis import Analysis
    from tui.screens.corrections.corrector import Corrector


class CorrectingKeys(LinkedPanes):
    """Correcting from the reader: what its keys do."""

    _unplaced = 0

    @cached_property
    def corrector(self) -> Corrector:
        """What corrects the article."""
        from tui.screens.corrections.corrector import Corrector

        return Corrector(self)

    async def furnish(self) -> None:
        """Say what has no place in a kept analysis."""
        await super().furnish()
        book = self.reading.corrections
        if book is not None and book.notice:
            self.notify(book.notice, markup=False, severity="warning", timeout=10)
        self._tell_unplaced()

    def adopt(self, analysis: Analysis) -> None:
        """Say what has no place in an analysis that was just made."""
        super().adopt(analysis)
        self._tell_unplaced()

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Show what was corrected meanwhile in another reader of the same article, one that lay over this."""
        if self.furnished and self.reading.corrected_elsewhere:
            self.reading.adopt(self.reading.raw)
            self._prepare_filter()
            self._tell_unplaced()
            self.redraw()

    def _tell_unplaced(self) -> None:
        """Nothing that was corrected is lost without a word."""
        before, self._unplaced = self._unplaced, len(self.reading.unplaced)
        if self._unplaced > before:
            many = "One correction has" if self._unplaced == 1 else f"{self._unplaced} corrections have"
            sentence = f"{many} no place in this text any more; x u lists what they say."
            self.notify(sentence, markup=False, severity="warning", timeout=10)

    def action_correct(self, what: str = "") -> None:
        """Show what may follow; or do `what`, one of those."""
        self.app.clear_notifications()  # they would cover what stands at the foot of the screen
        if not self.furnished:
            self.call_after_refresh(self.action_correct, what)
        elif what:
            self.corrector.correct(what)
        else:
            self.corrector.show_menu()

    def action_undo_correction(self) -> None:
        """Take back the last correction."""
        self.corrector.undo()

    def action_redo_correction(self) -> None:
        """Do again what was undone last."""
        self.corrector.redo()
