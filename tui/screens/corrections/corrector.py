"""The reader's corrections: the menu after x, undo and redo, and what has no place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.article.sanitising import one_line
from tui.screens.corrections.quote_corrections import CorrectingQuotes
from tui.screens.corrections.speaker_corrections import CorrectingSpeakers

if TYPE_CHECKING:
    from tui.corrections.applying import Unplaced
    from tui.corrections.correction import Correction


class Corrector(CorrectingQuotes, CorrectingSpeakers):
    """Corrects what one reader's screen shows."""

    def correct(self, what: str) -> None:
        """Do what one of the keys after x stands for."""
        getattr(self, f"_correct_{what}")()

    def show_menu(self) -> None:
        from tui.screens.corrections.correction_menu import CorrectMenu, correction_entries
        from tui.session.reading.quote_text import line

        here = self._screen.here
        about = "Correct"
        if here is not None:
            words = one_line(line(self._article, self._reading.analysis.attributions[here]))
            about = f"Correct {words if len(words) < 50 else words[:48].rstrip() + '…'}"

        def asked(what: str | None) -> None:
            if what is not None:
                self.correct(what)

        self._screen.app.push_screen(CorrectMenu(about, correction_entries(), self._screen, asked))

    def undo(self) -> None:
        """Take back the last correction."""
        said = self._correcting.undo()
        if said is None:
            self._screen.notify("There is no correction to undo.", markup=False, timeout=3)
            return
        self._tell(f"Undone: {said}", "correct.redo", "does it again")
        self._show_corrected()

    def redo(self) -> None:
        """Do again what was undone last."""
        said = self._correcting.redo()
        if said is None:
            self._screen.notify("There is no correction to do again.", markup=False, timeout=3)
            return
        self._tell(f"Again: {said}", "correct.undo", "undoes it")
        self._show_corrected()

    def _correct_unplaced(self) -> None:
        if not self._correcting.unplaced:
            self._screen.notify("Every correction of this article has its place.", markup=False, timeout=3)
            return
        from tui.screens.corrections.unplaced_screen import UnplacedScreen

        def drop(correction: Correction) -> Sequence[Unplaced]:
            self._tell(f"Let go: {self._correcting.drop(correction)}", "correct.redo", "brings it back")
            self._screen.redraw()
            return self._correcting.unplaced

        self._screen.app.push_screen(UnplacedScreen(self._correcting.unplaced, drop))
