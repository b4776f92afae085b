"""A list of rows one of which can be chosen, as in the panels of the reader.

The list has methods and no key bindings; the screen binds the keys.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from textual import events
from textual.message import Message

from tui.widgets.panels.drawn_rows import DrawnRows, Row

__all__ = ["Row", "RowList"]


class RowList(DrawnRows, can_focus=True, inherit_bindings=False):
    """A scrolling list of rows, one of which can be chosen."""

    @dataclass
    class Highlighted(Message):
        """Posted when another row is chosen; `key` is None if none is chosen any longer."""

        rows: RowList
        key: str | None

        @property
        def control(self) -> RowList:
            """The list, by whose id handlers can be bound."""
            return self.rows

    def move(self, steps: int) -> None:
        """Choose the row `steps` further on; if none is chosen, the current one or the nearest end."""
        self.ensure_rows()
        here = self.place(self._chosen)
        target: int | None
        if here is not None:
            target = self._further(here, steps)
        else:
            target = self.place(self._current)
            if target is None:
                target = self._further(-1, 1) if steps > 0 else self._further(len(self._rows), -1)
        self._choose(target)

    def move_to_end(self, last: bool) -> None:
        """Choose the last row, or the first."""
        self.ensure_rows()
        self._choose(self._further(len(self._rows), -1) if last else self._further(-1, 1))

    def _further(self, here: int, steps: int) -> int | None:
        """Return the index of the choosable row `steps` further on, or of the last one in that direction."""
        step = 1 if steps > 0 else -1
        found = here if 0 <= here < len(self._rows) else None
        left = abs(steps)
        for at in range(here + step, len(self._rows) if step > 0 else -1, step):
            if not left:
                break
            if not self._rows[at].heading:
                found = at
                left -= 1
        return found

    @property
    def page(self) -> int:
        """The approximate number of rows that fit on the screen."""
        height = self._tops[-1] if self._rows else 1
        return max(1, self.size.height * len(self._rows) // height - 1)

    def move_by_page(self, pages: float) -> None:
        """Choose the row this many pages further on, and at least one row."""
        self.move(int(pages * self.page) or (1 if pages > 0 else -1))

    def choose_here(self) -> None:
        """Choose the current row if none is chosen; otherwise post the chosen one again, as for Enter."""
        if self._chosen is None:
            self.move(1)
        else:
            self._post_highlighted()

    def _choose(self, index: int | None) -> None:
        if index is None:
            return
        self._chosen = self._rows[index].key
        self._show(self._chosen)
        self.refresh()
        self._post_highlighted()

    def _post_highlighted(self) -> None:
        """Post to the screen itself, so that the list is drawn together with what follows from the choice."""
        self.screen.post_message(self.Highlighted(self, self._chosen))

    def on_focus(self) -> None:
        """Draw the chosen row as in a list with the focus."""
        self.refresh()

    def on_blur(self) -> None:
        """Draw the chosen row as in a list without the focus."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Choose the clicked row, or none if it is chosen already."""
        line = int(event.y) + self.scroll_offset.y
        if not self._rows or not 0 <= line < self._tops[-1]:
            return
        index = bisect_right(self._tops, line) - 1
        row = self._rows[index]
        if row.heading:
            return
        event.stop()
        if row.key == self._chosen:
            self._chosen = None
            self.refresh()
            self._post_highlighted()
        else:
            self._choose(index)
