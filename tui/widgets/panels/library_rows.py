"""The rows of the library: articles by the day they were read, and the hits of a search."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from tui.article.sanitising import one_line
from tui.library.articles import KeptArticle
from tui.session.keeping.library_view import LibraryHeading, LibraryView, about, short_title
from tui.session.reading.dates import local_time, short_date
from tui.session.reading.quote_marks import CORRECTED, certainty_mark
from tui.widgets.panels.choices import Choices
from tui.widgets.panels.panel_text import fit, said_line, spread, wrap_marked
from tui.widgets.panels.row_list import Row

if TYPE_CHECKING:
    from tui.library.full_text_search import Hit

MAX_HIT_LINES = 3


class LibraryRows(Choices):
    """Headings, articles (title and date, origin and contents), and hits with their words."""

    COMPONENT_CLASSES = {"row--found"}

    EMPTY_TEXT = "Nothing here yet. What you read with quoth is listed here; o opens a path or an address."

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._view = LibraryView("", (), "")
        self._now = local_time()

    def show(self, view: LibraryView, *, mark: str | None = None) -> None:
        """Show a view of the library, with the row of key `mark` marked, or the first."""
        self._view = view
        query = one_line(view.query)
        self.empty_text = f"Nothing you have read contains “{query}”." if query else self.EMPTY_TEXT
        first = next(
            (i for i, entry in enumerate(view.entries) if not isinstance(entry, LibraryHeading)), None
        )
        self.update_rows(mark or (None if first is None else str(first)))

    def entry(self, key: str) -> LibraryHeading | KeptArticle | Hit:
        """Return the entry that a row shows."""
        return self._view.entries[int(key)]

    def rows(self, width: int) -> Sequence[Row]:
        """Return a row for each entry, as high as its text."""
        out = []
        for number, entry in enumerate(self._view.entries):
            if isinstance(entry, LibraryHeading):
                out.append(Row(str(number), heading=True))
            else:
                out.append(Row(str(number), self._height(entry, width), gap=1))
        return out

    def _height(self, entry: KeptArticle | Hit, width: int) -> int:
        return 2 if isinstance(entry, KeptArticle) else 1 + len(self._words(entry, width))

    def _words(self, hit: Hit, width: int) -> list[Content]:
        found = self.row_style("found")
        return wrap_marked(hit.snippet, hit.marks, found, width - 4, MAX_HIT_LINES)

    def draw(self, row: Row, width: int) -> list[Content]:
        """Draw the lines of an entry."""
        entry, room = self._view.entries[int(row.key)], width - 4
        if isinstance(entry, LibraryHeading):
            return [Content(entry.text)]
        return self._article(entry, room) if isinstance(entry, KeptArticle) else self._hit(entry, width)

    def _article(self, kept: KeptArticle, room: int) -> list[Content]:
        faint = self.row_style("faint")
        date = short_date(kept.published, self._now)
        title = fit(short_title(kept.title, kept.source), max(8, room - len(date) - 2))
        return [
            spread(Content.styled(title, self.row_style("strong")), Content.styled(date, faint), room),
            Content.styled(fit(about(kept), room), faint),
        ]

    def _hit(self, hit: Hit, width: int) -> list[Content]:
        faint, room = self.row_style("faint"), width - 4
        date = Content.styled(short_date(hit.date, self._now), faint)
        title = short_title(hit.title, hit.source)
        words = self._words(hit, width)
        if hit.number is None:
            name = Content.styled(fit(title, max(8, room - date.cell_length - 2)), self.row_style("strong"))
            return [spread(name, date, room), *(line.stylize_before(faint) for line in words)]
        said = said_line(
            ", ".join(part for part in (hit.name or "nobody named", hit.role) if part),
            title,
            " · ".join(
                part
                for part in (hit.cue.rstrip(" ,:;"), _how(hit.kind, hit.certainty, hit.corrected))
                if part
            ),
            max(8, room - date.cell_length - 2),
        )
        return [*words, spread(Content.styled(said, faint), date, room)]


def _how(kind: str | None, certainty: float | None, corrected: bool) -> str:
    """Return kind and certainty of a quote, or that it was corrected: “direct ●”."""
    mark = CORRECTED if corrected else "" if certainty is None else certainty_mark(certainty)
    return " ".join(part for part in (kind, mark) if part)
