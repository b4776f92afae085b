"""A dialog that closes once, however many keys were pressed before it was gone."""

from __future__ import annotations

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen

_Result = TypeVar("_Result")


class Dialog(ModalScreen[_Result]):
    """A modal screen. Keys that were pressed before it closed may reach it afterwards: they must not close
    what lies beneath, as a second `dismiss` of Textual's would."""

    VERTICAL_BREAKPOINTS = [(0, "-low"), (15, "-fair"), (24, "-tall"), (40, "-high")]

    def dismiss(self, result: _Result | None = None) -> AwaitComplete:
        """Close it, unless it is closed already."""
        if self.app.screen is not self:
            return AwaitComplete()
        return super().dismiss(result)
