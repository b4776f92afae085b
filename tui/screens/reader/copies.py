"""Copies out of the terminal, whichever screen they come from."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from textual.app import App

if TYPE_CHECKING:
    from tui.session.copying.clipboard import Clipboard


class Copies(App[None]):
    """Every copy goes the way that works here, and says which; the last can always be seen again."""

    @cached_property
    def copier(self) -> Clipboard:
        """The ways out of the terminal."""
        from tui.session.copying.clipboard import Clipboard

        return Clipboard(self._write_osc52, write_sequence=self._write_sequence, last_copy="c shows it")

    def action_last_copy(self) -> None:
        """Show what was copied last, whether or not a clipboard took it, to select by hand or to save."""
        from tui.screens.reader.last_copy_screen import LastCopyScreen

        if self.copier.last is None:
            self.notify("Nothing has been copied so far.", markup=False)
        else:
            self.push_screen(LastCopyScreen(self.copier.last))

    def copy_to_clipboard(self, text: str) -> None:
        """Every copy, Textual's own included, goes the way that works here, and says which."""
        self.run_worker(lambda: self._copy(text), thread=True, group="copy", exit_on_error=False)

    def _copy(self, text: str) -> None:
        copied = self.copier.copy(text)
        self.call_from_thread(self.notify, copied.message, markup=False)

    def _write_osc52(self, text: str) -> None:
        self.call_from_thread(super().copy_to_clipboard, text)

    def _write_sequence(self, sequence: str) -> None:
        if self._driver is not None:
            self.call_from_thread(self._driver.write, sequence)
