"""The themes there are, in the order of their names: each is shown on the whole screen while it is marked."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from tui.resources import folder
from tui.screens.default_keys import shared
from tui.screens.filterable_list import FilterableList
from tui.screens.page_screen import SCROLLING
from tui.widgets.find_line import FindLine
from tui.widgets.panels.item_rows import PlainRows
from tui.widgets.panels.row_list import RowList


class ThemeScreen(ModalScreen[None], FilterableList[None]):
    """A list that begins at the present theme. Enter keeps the marked one, Esc returns to the one there was."""

    CSS_PATH = [
        folder("styles") / name for name in ("rows.tcss", "dialogs.tcss", "opening.tcss", "themes.tcss")
    ]
    AUTO_FOCUS = "#themes"
    BINDINGS = [
        *shared(
            choose={"description": "keep", "tooltip": "Keep this theme"},
            filter={"tooltip": "Find a theme by its name"},
            back={"description": "cancel", "tooltip": "Go back to the theme there was"},
            theme={"action": "back"},
        ),
        *SCROLLING,
        Binding("q", "back", "cancel", id="theme.close", show=False),
    ]

    def __init__(self, before: str, names: list[str]) -> None:
        """Begin at the theme called `before`, one of `names`."""
        super().__init__()
        self._before = before
        self._names = names

    def compose(self) -> ComposeResult:
        """Compose the list and the line that narrows it."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = Content("Themes")
            dialog.border_subtitle = Content("Enter keeps · / filters · Esc cancels")
            yield PlainRows(self._describe, id="themes")
            yield FindLine(placeholder="/ filters", id="theme-line")

    def on_mount(self) -> None:
        """Show all themes, with the present one marked."""
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        rows = self.query_one(PlainRows)
        rows.empty_text = "No theme has that name."
        rows.show(range(len(self._names)))
        rows.mark(str(self._names.index(self._before)) if self._before in self._names else None)

    def _describe(self, index: int) -> tuple[str, str]:
        name = self._names[index]
        return name, "current" if name == self._before else ""

    def narrow(self, text: str) -> None:
        """Show the themes whose names contain every word."""
        words = text.casefold().split()
        left = [i for i, name in enumerate(self._names) if all(word in name for word in words)]
        self.query_one(PlainRows).show(left)
        if text.strip():
            self._preview()

    def on_row_list_highlighted(self, _: RowList.Highlighted) -> None:
        """Show the theme that is marked now."""
        self._preview()

    def _preview(self) -> None:
        if (marked := self.query_one(PlainRows).marked) is not None:
            self.app.theme = self._names[int(marked)]

    def open(self, key: str) -> None:
        """Keep a theme."""
        self.app.theme = self._names[int(key)]
        self.dismiss()

    def leave(self) -> None:
        """Return to the theme there was."""
        self.app.theme = self._before
        self.dismiss()
