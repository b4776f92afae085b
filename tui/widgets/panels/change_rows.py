"""The rows of two versions compared: paragraphs and quotes, with what was removed and added marked in them."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from tui.article.sanitising import displayable
from tui.session.reading.plurals import pluralise
from tui.session.versions.changes_export import MARKS, said_by
from tui.session.versions.quote_changes import QuoteChange, QuoteChangeKind
from tui.session.versions.text_changes import Change, ParagraphChange, Piece
from tui.widgets.panels.choices import Choices
from tui.widgets.panels.panel_text import wrap_words
from tui.widgets.panels.row_list import Row

MAX_LINES = 10_000
"""The most lines of a paragraph that are shown."""
MAX_QUOTE_LINES = 8
_SIGNS = {Change.SAME: "  ", Change.ADDED: "+ ", Change.REMOVED: "- ", Change.CHANGED: "~ "}
_QUOTE_SIGNS = {QuoteChangeKind.NEW: "+ ", QuoteChangeKind.GONE: "- ", QuoteChangeKind.CHANGED: "~ "}


class ChangeRows(Choices):
    """Rows whose words are pieces: removed ones struck through, added ones underlined, in colours and without."""

    COMPONENT_CLASSES = {"row--added", "row--removed"}

    def with_marks(self, pieces: Sequence[Piece]) -> Content:
        """Return pieces as one line, safe to draw; without colours they stand in brackets, too."""
        parts: list[Content] = []
        before_this = Change.SAME
        for piece in pieces:
            words = displayable(piece.text)
            if (before_this, piece.change) == (Change.REMOVED, Change.ADDED) and not self.app.no_color:
                parts.append(Content(" "))  # one word must not run into the other
            before_this = piece.change
            if piece.change is Change.SAME:
                parts.append(Content(words))
            else:
                before, after = MARKS[piece.change] if self.app.no_color else ("", "")
                parts.append(Content.styled(f"{before}{words}{after}", self.row_style(piece.change.value)))
        return Content("").join(parts)


class ParagraphChangeRows(ChangeRows):
    """Every paragraph of both versions; the sign in its margin says what happened to it."""

    EMPTY_TEXT = "Neither version has any text."

    def __init__(self, paragraphs: Sequence[ParagraphChange], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._paragraphs = paragraphs
        self._wrapped: dict[tuple[int, int], list[Content]] = {}

    def rows(self, width: int) -> Sequence[Row]:
        """Return a row for each paragraph."""
        return [Row(str(n), len(self._lines(n, width)), gap=1) for n in range(len(self._paragraphs))]

    def draw(self, row: Row, width: int) -> list[Content]:
        """Draw the lines of a paragraph."""
        return self._lines(int(row.key), width)

    def _lines(self, number: int, width: int) -> list[Content]:
        lines = self._wrapped.get((number, width))
        if lines is None:
            each, room = self._paragraphs[number], max(10, width - 6)
            if each.change is Change.SAME:
                words = wrap_words(displayable(each.pieces[0].text), room, MAX_LINES)
                wrapped = [Content(line) for line in words]
            else:
                note = [Piece(Change.SAME, "(moved) ")] if each.moved else []
                wrapped = self.with_marks([*note, *each.pieces]).wrap(room)[:MAX_LINES]
            first, other = _SIGNS[each.change], "  "
            lines = [Content(other if n else first) + line for n, line in enumerate(wrapped)]
            self._wrapped[number, width] = lines
        return lines

    def notify_style_update(self) -> None:
        """Forget what was drawn in the old theme."""
        self._wrapped.clear()
        super().notify_style_update()


class QuoteChangeRows(ChangeRows):
    """The quotes that are new, changed and gone, each with its speaker."""

    EMPTY_TEXT = "No quote is new, changed or gone."

    def __init__(self, quotes: Sequence[QuoteChange], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.quotes = [each for each in quotes if each.kind is not QuoteChangeKind.SAME]

    @property
    def heading(self) -> str:
        """How many quotes changed: “3 quotes changed, new or gone”."""
        return f"{pluralise(len(self.quotes), 'quote')} changed, new or gone" if self.quotes else "Quotes"

    def rows(self, width: int) -> Sequence[Row]:
        """Return a row for each quote."""
        return [Row(str(n), len(self._lines(n, width)), gap=1) for n in range(len(self.quotes))]

    def draw(self, row: Row, width: int) -> list[Content]:
        """Draw the words, and what happened to them and who said them."""
        return self._lines(int(row.key), width)

    def _lines(self, number: int, width: int) -> list[Content]:
        each, room = self.quotes[number], max(10, width - 6)
        words = self.with_marks(each.pieces).wrap(room)
        if len(words) > MAX_QUOTE_LINES:
            words = [*words[: MAX_QUOTE_LINES - 1], Content("…")]
        about = Content(f"{each.kind.value} · ") + self.with_marks(said_by(each))
        sign = _QUOTE_SIGNS[each.kind]
        out = [Content("  " if n else sign) + line for n, line in enumerate(words)]
        return [
            *out,
            Content("  ") + about.stylize_before(self.row_style("faint")).truncate(room, ellipsis=True),
        ]
