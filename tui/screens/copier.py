"""Copying text out of the terminal, from any screen."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import App

from tui.session.copying.clipboard import Clipboard
from tui.textual_patches.app_internals import write_to_terminal


class Copier:
    """Copies text by whichever way works here, says which, and keeps the last copy."""

    def __init__(self, app: App[None], write_osc52: Callable[[str], None]) -> None:
        """Copy by `write_osc52`, which sends text to the terminal by OSC 52 and is called in the app's thread."""
        self._app = app
        self._clipboard = Clipboard(
            lambda text: app.call_from_thread(write_osc52, text),
            write_sequence=self._write_sequence,
            last_copy="c shows it",
        )

    @property
    def last(self) -> str | None:
        """The text copied last, whether or not a clipboard took it."""
        return self._clipboard.last

    def copy(self, text: str, remark: str = "", what: str = "") -> None:
        """Copy text in a thread, as another program may take its time, and say which way it went.

        `remark` is added to what is said; `what` names the text if its first words do not.
        """
        self._app.run_worker(
            lambda: self._copy(text, remark, what), thread=True, group="copy", exit_on_error=False
        )

    def show_last(self) -> None:
        """Show the last copy, to select it by hand or to save it."""
        from tui.screens.reader.last_copy_screen import LastCopyScreen

        if self.last is None:
            self._app.notify("Nothing has been copied so far.", markup=False)
        else:
            self._app.push_screen(LastCopyScreen(self.last))

    def _copy(self, text: str, remark: str, what: str) -> None:
        copied = self._clipboard.copy(text, remark, what)
        self._app.call_from_thread(self._app.notify, copied.message, markup=False)

    def _write_sequence(self, sequence: str) -> None:
        self._app.call_from_thread(write_to_terminal, self._app, sequence)
