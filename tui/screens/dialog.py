"""A dialog that closes once, however many keys were pressed before it was gone."""

from __future__ import annotations

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen

_Result = TypeVar("_Result")


class Dialog(ModalScreen[_Result]):
    """A modal screen that closes only itself.

    Keys that were pressed before it closed may reach it afterwards. With Textual's `dismiss` they would close the
    screen beneath.
    """

    VERTICAL_BREAKPOINTS = [(0, "-low"), (15, "-fair"), (24, "-tall"), (40, "-high")]

    def dismiss(self, result: _Result | None = None) -> AwaitComplete:
        """Close the dialog, unless it is closed already."""
        if self.app.screen is not self:
            return AwaitComplete()
        return super().dismiss(result)
