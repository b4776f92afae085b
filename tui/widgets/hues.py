"""The speakers' hues, kept in one place of the screen for all widgets that draw letters or bars in them."""

from __future__ import annotations

from typing import ClassVar

from rich.style import Style
from textual.widget import Widget

from tui.session.faces import HUES
from tui.widgets.ink import Ink


class Hues(Widget):
    """Never seen: it holds the component classes, so that every other widget need not hold them too.

    Styling a widget costs time for each of its component classes, at every start.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "hue--nobody",
        *(f"hue--speaker-{number}" for number in range(1, HUES + 1)),
    }

    _ink: Ink | None = None

    def style(self, name: str) -> Style:
        """The colour of "speaker-1" … "speaker-8" or "nobody", readable on the theme's background."""
        if self._ink is None:
            self._ink = Ink(self, "hue--")
        return self._ink.style((name,))

    def notify_style_update(self) -> None:
        """Another theme."""
        super().notify_style_update()
        self._ink = None
