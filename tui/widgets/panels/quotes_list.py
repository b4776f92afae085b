"""The Quotes panel: what was said, by whom, and how it is quoted."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from textual.content import Content

from tui.analysis.analysis import Attribution, Stance
from tui.article.sanitising import displayable, is_plain, one_line
from tui.session.reading.quote_text import line, spoken
from tui.session.reading.reading import Reading
from tui.widgets.panels.panel_text import CLIPPED, CORRECTED, fit, wrap_words
from tui.widgets.panels.row_list import Row, RowList

WORDS = 3
"""At most so many lines of a quote's words."""

SURE, FAIR = 0.8, 0.5
"""From these certainties on a quote's glyph is full, or half."""


def certainty_glyph(certainty: float) -> str:
    """A full, half or empty circle."""
    return "●" if certainty >= SURE else "◐" if certainty >= FAIR else "○"


class QuotesList(RowList):
    """One row a quote: its words, and under them speaker, cue, kind and certainty."""

    EMPTY = "No quotes so far."

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._reading: Reading | None = None
        self._wrapped: dict[tuple[int, int], list[str]] = {}
        self._longest: int | None = (
            None  # word of the article, in cells; above all where not all are a cell wide
        )
        self._full: list[Row] = []  # of each quote in the analysis, as it is with all its lines
        self._of: object = None
        self._clipped: object = None

    def show(self, reading: Reading, current: int | None = None) -> None:
        """Draw the quotes that `reading` leaves; `current` is the index of the one the article is at."""
        if self._reading is not reading:
            self._longest = None
        self._reading = reading
        same = self._of is reading.analysis
        if not same:
            self._wrapped.clear()
            self._full = []
            self._of = reading.analysis
        same = same and self._clipped == reading.clipped
        self._clipped = reading.clipped
        chosen = None if reading.quote is None else str(reading.quote)
        self.update_rows(chosen, None if current is None else str(current), same=same)

    def rows(self, width: int) -> Sequence[Row]:
        """As many lines as the words take, one for who said them, and an empty one."""
        if self._reading is None:
            return ()
        text, quotes = self._reading.article.text, self._reading.analysis.attributions
        # What is surely longer than all its lines need not be wrapped before it is seen: there may be thousands.
        surely = (WORDS - 1) * (width - 3) + 1 if self._wraps_evenly(width - 4) else len(text) + 1
        if len(self._full) != len(quotes):
            self._full = [Row(str(i), WORDS + 1, gap=1) for i in range(len(quotes))]
        full, lengths = self._full, self._reading.index.lengths
        return [
            full[i] if lengths[i] > surely else Row(full[i].key, len(self._words(i, width)) + 1, gap=1)
            for i in self._reading.quotes
        ]

    def _wraps_evenly(self, room: int) -> bool:
        """Whether no word of the article is longer than `room`, and each character of it a cell wide."""
        if self._longest is None:
            assert self._reading is not None
            text = self._reading.article.text
            plain = is_plain(text.replace("\n", " ").replace("\r", " "))
            self._longest = max(map(len, text.split()), default=0) if plain else sys.maxsize
        return self._longest < room

    def _words(self, index: int, width: int) -> list[str]:
        found = self._wrapped.get((index, width))
        if found is None:
            assert self._reading is not None
            quote = self._reading.analysis.attributions[index]
            words = quote.content[0].of(self._reading.article.text)
            if len(quote.content) > 1 or not words.isprintable():
                words = line(self._reading.article, quote)
            words = displayable(words)
            found = self._wrapped[index, width] = wrap_words(words, width - 4, WORDS)
        return found

    def draw(self, row: Row, width: int) -> list[Content]:
        """The words; then letter, name, cue, kind, certainty."""
        assert self._reading is not None
        index = int(row.key)
        quote = self._reading.analysis.attributions[index]
        out = [Content(text) for text in self._words(index, width)]
        out.append(self._said(index, quote, width - 4).stylize_before(self.look("faint")))
        return out

    def _said(self, index: int, quote: Attribution, width: int) -> Content:
        assert self._reading is not None
        face = self._reading.face(quote.speaker)
        speaker = self._reading.speaker_of(index)
        cue = one_line(spoken(self._reading.article, quote.cue))
        kind = str(quote.kind) if quote.stance is Stance.SPEECH else f"{quote.kind} {quote.stance}"
        mark = CORRECTED if quote.corrected else certainty_glyph(quote.certainty)
        clipped = f" {CLIPPED}" if quote.content in self._reading.clipped else ""
        tail = f" · {kind} {mark}{clipped}"
        name = one_line(speaker.name) if speaker else "nobody named"
        said = f"{name} · {cue}" if cue else name
        if len(said) + len(tail) + 2 > width:
            said = name
        said = fit(said, max(4, width - len(tail) - 2))
        return Content.assemble((face.letter, self.hue(face.style)), f" {said}{tail}")
