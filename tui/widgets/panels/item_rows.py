"""Lists of articles of a feed or folder, of links and of suggestions."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from rich.cells import cell_len
from textual.content import Content

from tui.article.sanitising import one_line
from tui.session.opening.browsing import Browsing, title_of
from tui.session.opening.hosts import host_of
from tui.session.reading.dates import local_time, short_date
from tui.widgets.panels.choices import Choices
from tui.widgets.panels.panel_text import fit, fit_ends, spread, wrap_words
from tui.widgets.panels.row_list import Row

MAX_SUMMARY_LINES = 2
MAX_SUMMARISED = 2_000
"""The number of items above which each is shown in one line."""


class ItemRows(Choices):
    """The items that the filter leaves: title and date, origin, the beginning of the summary."""

    EMPTY_TEXT = "There is nothing in this list."

    def __init__(self, browsing: Browsing, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._browsing = browsing
        self._summaries: dict[tuple[int, int], list[str]] = {}
        self._origins: dict[int, str] = {}
        self._now = local_time()

    def show(self, browsing: Browsing) -> None:
        """Show another list."""
        self._browsing = browsing
        self._summaries.clear()
        self._origins.clear()
        self.mark(None)

    def mark(self, key: str | None) -> None:
        """Show what the filter leaves, and mark the row with this key, or the first if there is none."""
        left = self._browsing.left
        here = None if key is None else bisect_left(left, int(key))
        if here is None or here == len(left) or left[here] != int(key or 0):
            key = str(left[0]) if left else None
        self.update_rows(key)

    def forget_drawn(self) -> None:
        """Forget where items are from, of which more is known by now."""
        self._origins.clear()

    def rows(self, width: int) -> Sequence[Row]:
        """Return a row for each item that the filter leaves."""
        left = self._browsing.left
        if len(left) > MAX_SUMMARISED:
            return [Row(str(i)) for i in left]
        return [Row(str(i), 1 + bool(self._meta(i)) + len(self._summary(i, width)), gap=1) for i in left]

    def _summary(self, index: int, width: int) -> list[str]:
        found = self._summaries.get((index, width))
        if found is None:
            summary = self._browsing.items[index].summary or ""
            text = summary_line(summary)
            found = self._summaries[index, width] = (
                wrap_words(text, width - 4, MAX_SUMMARY_LINES) if text else []
            )
        return found

    def _meta(self, index: int) -> str:
        counted, origin = self._browsing.counted(index), self._origins.get(index)
        if origin is None:
            item = self._browsing.items[index]
            host = host_of(item.source)
            parts = (host if host != self._browsing.origin else "", summary_line(item.author or ""))
            origin = self._origins[index] = " · ".join(part for part in parts if part)
        return f"{counted} · {origin}" if counted and origin else counted or origin

    def draw(self, row: Row, width: int) -> list[Content]:
        """Draw the lines of an item; unread items stand out."""
        index, room = int(row.key), width - 4
        item = self._browsing.items[index]
        date = short_date(item.published, self._now)
        read = item.source in self._browsing.read
        title = Content.styled(
            fit(title_of(item), max(8, room - len(date) - 2)), self.row_style("faint" if read else "strong")
        )
        out = [spread(title, Content.styled(date, self.row_style("faint")), room)]
        if row.lines > 1:
            if meta := self._meta(index):
                out.append(Content.styled(fit(meta, room), self.row_style("faint")))
            out += [Content.styled(line, self.row_style("faint")) for line in self._summary(index, width)]
        return out


class PlainRows(Choices):
    """Rows of one line: words, and a note at the right."""

    def __init__(
        self, describe: Callable[[int], tuple[str, str]], *, sources: bool = False, id: str | None = None
    ) -> None:
        """Show rows of items; `describe` returns the words and the note of a row, both safe to draw.

        With `sources` the words are paths and addresses, which are cut in their midst.
        """
        super().__init__(id=id)
        self._describe = describe
        self._cut = fit_ends if sources else fit
        self._left: Sequence[int] = ()

    def show(self, left: Sequence[int], *, mark: bool = True) -> None:
        """Show these rows; with `mark`, mark the one that was marked before, or the first."""
        self._left = left
        marked = self._chosen if self._chosen is not None and int(self._chosen) in set(left) else None
        self.update_rows((marked or (str(left[0]) if left else None)) if mark else None)

    def rows(self, width: int) -> Sequence[Row]:
        """Return rows of one line."""
        return [Row(str(i)) for i in self._left]

    def draw(self, row: Row, width: int) -> list[Content]:
        """Draw the words at the left, which get most of the width, and the note at the right."""
        words, note = self._describe(int(row.key))
        room = width - 4
        note = fit(note, max(0, room - min(cell_len(words), room * 3 // 5) - 2)) if note else ""
        words = self._cut(words, room - cell_len(note) - (2 if note else 0))
        return [spread(Content(words), Content.styled(note, self.row_style("faint")), room)]


def summary_line(text: str) -> str:
    """Return a summary on one line, no longer than can be shown."""
    return one_line(text[:2_000])
