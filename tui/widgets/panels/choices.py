"""Lists from which something is opened."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.message import Message

from tui.widgets.panels.row_list import RowList


class Choices(RowList):
    """A list whose marked row is opened by Enter or by a click on it."""

    @dataclass
    class Selected(Message):
        """Posted when a row is to be opened."""

        key: str

    @property
    def marked(self) -> str | None:
        """The key of the marked row."""
        return self._chosen

    def mark(self, key: str | None) -> None:
        """Mark the row with this key, or the first if there is none."""
        known = {row.key for row in self._rows if not row.heading}
        first = next((row for row in self._rows if not row.heading), None)
        self.update_rows(key if key in known else first.key if first else None)

    def open_marked(self) -> None:
        """Post `Selected` for the marked row."""
        if self._chosen is not None:
            self.post_message(self.Selected(self._chosen))

    def on_click(self, event: events.Click) -> None:
        """Mark the clicked row, or open it if it is marked already."""
        before = self._chosen
        super().on_click(event)
        event.prevent_default()  # otherwise Textual calls the handler of the base class a second time
        if self._chosen is None and before is not None:
            self._chosen = before
            self.open_marked()
