"""The Speakers panel: who is quoted, in what role, with how many quotes and what share of the words."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from tui.article.sanitising import one_line
from tui.session.reading.quote_marks import CORRECTED
from tui.session.reading.reading import Reading
from tui.widgets.panels.panel_text import fit, spread
from tui.widgets.panels.row_list import Row, RowList

BAR_WIDTH = 6
"""The longest bar, in cells."""


class SpeakersList(RowList):
    """One row for each speaker: letter, name, count, a bar for their share of the words; the role beneath."""

    EMPTY_TEXT = "Nobody is quoted so far."

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._reading: Reading | None = None
        self._look_of_rows: object = None  # everything that the drawing depends on

    def show(self, reading: Reading, current: str | None = None) -> None:
        """Show the speakers of `reading`; `current` is the id of the one on the screen."""
        self._reading = reading
        self._speakers = {speaker.id: (speaker, count) for speaker, count in reading.speakers}
        said = reading.words_said
        self._digits = len(str(max((count for _, count in self._speakers.values()), default=0)))
        most = max((said.get(i, 0) for i in self._speakers), default=0) or 1
        self._bars = {i: max(1, round(BAR_WIDTH * said.get(i, 0) / most)) for i in self._speakers}
        counts = {i: count for i, (_, count) in self._speakers.items()}
        look = (id(reading.analysis), self._digits, self._bars, counts)
        same, self._look_of_rows = look == self._look_of_rows, look
        self.update_rows(reading.speaker, current, same=same)

    def rows(self, width: int) -> Sequence[Row]:
        """Return rows of one line, or of two if the role is known."""
        if self._reading is None:
            return ()
        return [Row(i, 2 if speaker.role else 1) for i, (speaker, _) in self._speakers.items()]

    def draw(self, row: Row, width: int) -> list[Content]:
        """Draw the letter in the speaker's colour, the name, the count and the bar; the role on its own line."""
        assert self._reading is not None
        speaker, count = self._speakers[row.key]
        style = self._reading.style_of(speaker.id)
        hue = self.speaker_colour(style.component)
        inner = width - 3
        bar = "▇" * self._bars[row.key] if count else ""
        right = Content.assemble(f"{count:>{self._digits}} ", (bar.ljust(BAR_WIDTH), hue))
        mark = f" {CORRECTED}" if speaker.corrected else ""
        left = Content.assemble((style.letter, hue), " ", one_line(speaker.name), mark)
        out = [spread(left, right, inner - 1)]
        if speaker.role:
            role = fit(one_line(speaker.role), inner - 4)
            out.append(Content.assemble("  ", (role, self.row_style("faint"))))
        return out
