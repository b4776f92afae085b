"""The Quotes panel: what was said, by whom, and how it is quoted."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content

from tui.analysis.analysis import Attribution, Polarity, Stance
from tui.article.sanitising import displayable, is_plain, one_line
from tui.article.spans import Span
from tui.session.reading.quote_marks import CLIPPED, CORRECTED, ELSEWHERE, certainty_mark
from tui.session.reading.quote_text import span_words, words_on_one_line
from tui.session.reading.reading import Reading
from tui.widgets.panels.panel_text import fit, wrap_words
from tui.widgets.panels.row_list import Row, RowList

MAX_LINES = 3
"""The most lines of a quote's words."""

LOW = 36
"""The rows of a screen below which a quote gets a line less, so that more than two are in sight."""

_LEAST_NAME = 6
"""The fewest cells of a speaker's name; with less room the letter stands alone."""


class QuotesList(RowList):
    """One row for each quote: its words, and under them speaker, cue, kind and certainty."""

    EMPTY_TEXT = "No quotes so far."

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._reading: Reading | None = None
        # Of the article, whatever its analysis: a correction changes one quote of thousands.
        self._wrapped: dict[tuple[object, int], list[str]] = {}
        self._longest_words: dict[tuple[Span, ...], int] = {}
        # Cells of the longest word of the quotes; sys.maxsize unless every character takes one cell.
        self._longest_word: int | None = None
        self._rows_made: list[Row | None] = []  # for each of `_quotes`, its row at the width `_rows_width`
        self._rows_width = 0
        self._quotes: Sequence[Attribution] = ()
        self._most_lines = MAX_LINES
        self._drawn_analysis: object = None
        self._clipped: object = None
        self._elsewhere: object = None

    def show(self, reading: Reading, current: int | None = None) -> None:
        """Show the quotes that the filter of `reading` leaves; `current` is the index of the one on the screen."""
        if self._reading is not None and self._reading.article is not reading.article:
            self._wrapped.clear()
            self._longest_words.clear()
        self._reading = reading
        same = self._drawn_analysis is reading.analysis
        if not same:
            self._longest_word = None
            self._drawn_analysis = reading.analysis
        same = same and self._clipped == reading.clipped and self._elsewhere is reading.elsewhere
        self._clipped, self._elsewhere = reading.clipped, reading.elsewhere
        chosen = None if reading.quote is None else str(reading.quote)
        self.update_rows(chosen, None if current is None else str(current), same=same)

    def fit_size(self, *, changed: bool) -> None:
        """Give the words as many lines as the height of the screen allows."""
        most = MAX_LINES if self.screen.size.height >= LOW else MAX_LINES - 1
        if most != self._most_lines:
            self._most_lines = most
            self._wrapped.clear()
            self._rows_width = 0
            self._width = 0  # lays the rows out again
        super().fit_size(changed=changed)

    def rows(self, width: int) -> Sequence[Row]:
        """Return rows with the lines of the words, one for their speaker, and an empty one."""
        if self._reading is None:
            return ()
        if self._rows_width != width:
            self._rows_made, self._quotes, self._rows_width = [], (), width
        if self._quotes is not self._reading.analysis.attributions:
            self._take_quotes(self._reading.analysis.attributions)
        made = self._rows_made
        # A quote that surely fills all its lines is not wrapped before it is drawn: there may be thousands.
        surely = (self._most_lines - 1) * (width - 3) + 1 if self._wraps_evenly(width - 4) else sys.maxsize
        return [made[i] or self._make_row(i, surely) for i in self._reading.quotes]

    def _take_quotes(self, quotes: Sequence[Attribution]) -> None:
        """Take the quotes of another analysis; those that a correction left as they were keep their heights."""
        rows = {id(quote): row for quote, row in zip(self._quotes, self._rows_made, strict=True)}
        before = map(rows.get, map(id, quotes))
        self._rows_made = [row and Row(str(i), row.lines, 1) for i, row in enumerate(before)]
        self._quotes = quotes

    def _make_row(self, index: int, surely: int) -> Row:
        """Return the row of a quote; its words fill all their lines if they have more characters than `surely`."""
        assert self._reading is not None
        is_full = self._reading.index.lengths[index] > surely
        lines = self._most_lines if is_full else len(self._words(index, self._rows_width))
        row = self._rows_made[index] = Row(str(index), lines + 1, gap=1)
        return row

    def _wraps_evenly(self, room: int) -> bool:
        """Tell whether no word of the quotes is longer than `room`, and each character is one cell wide."""
        if self._longest_word is None:
            assert self._reading is not None
            text, longest = self._reading.article.text, self._longest_words
            for quote in self._reading.analysis.attributions:
                if quote.content not in longest:
                    longest[quote.content] = max(_longest_word(span.of(text)) for span in quote.content)
            contents = (quote.content for quote in self._reading.analysis.attributions)
            self._longest_word = max((longest[content] for content in contents), default=0)
        return self._longest_word < room

    def _words(self, index: int, width: int) -> list[str]:
        assert self._reading is not None
        quote = self._reading.analysis.attributions[index]
        is_refused = quote.polarity is Polarity.REFUSED
        key = ((quote.content, quote.cue) if is_refused else quote.content, width)
        found = self._wrapped.get(key)
        if found is None:
            words = self._reading.article.shown(quote.content[0])
            if len(quote.content) > 1 or not words.isprintable():
                words = words_on_one_line(self._reading.article, quote)
            if is_refused and words.startswith("to "):
                # "to comment" says nothing, nor what was done with it: declined to comment
                words = f"{one_line(span_words(self._reading.article, quote.cue))} {words}"
            words = displayable(words)
            found = self._wrapped[key] = wrap_words(words, width - 4, self._most_lines)
        return found

    def draw(self, row: Row, width: int) -> list[Content]:
        """Draw the words, then letter, name, cue, kind and certainty."""
        assert self._reading is not None
        index = int(row.key)
        quote = self._reading.analysis.attributions[index]
        out = [Content(text) for text in self._words(index, width)]
        out.append(self._attribution_line(index, quote, width - 4).stylize_before(self.row_style("faint")))
        return out

    def _attribution_line(self, index: int, quote: Attribution, width: int) -> Content:
        assert self._reading is not None
        style = self._reading.style_of(quote.speaker)
        speaker = self._reading.speaker_of(index)
        cue = one_line(span_words(self._reading.article, quote.cue))
        kind = str(quote.kind) if quote.stance is Stance.SPEECH else f"{quote.kind} {quote.stance}"
        if (
            quote.polarity is not Polarity.AFFIRMED and quote.polarity not in cue.casefold()
        ):  # however narrow: the words alone would say the opposite
            kind = f"{kind} {quote.polarity}"
        mark = CORRECTED if quote.corrected else certainty_mark(quote.certainty)
        elsewhere = self._reading.elsewhere.get(quote.content)
        clipped = f" {CLIPPED}" if quote.content in self._reading.clipped else ""
        clipped += f" {ELSEWHERE}{elsewhere}" if elsewhere else ""
        tail = f" · {kind} {mark}{clipped}"
        name = one_line(speaker.name) if speaker else "nobody named"
        room = max(4, width - len(tail) - 2)
        if quote.polarity is not Polarity.AFFIRMED and cell_len(cue) > room:
            told = "" if quote.polarity in cue.casefold() else f" · {quote.polarity}"
            tail = f"{told} {mark}{clipped}"
            room = max(4, width - len(tail) - 2)
        if (
            cue and cell_len(name) + cell_len(cue) + 3 > room
        ):  # the cue may reverse the meaning, so the name is cut first
            left = room - cell_len(cue) - 3
            name = fit(name, left) if left >= _LEAST_NAME or not style.letter.isalnum() else ""
        said = fit(" · ".join(part for part in (name, cue) if part), room)
        return Content.assemble((style.letter, self.speaker_colour(style.component)), f" {said}{tail}")


def _longest_word(words: str) -> int:
    """Return the cells of the longest word; sys.maxsize unless every character takes one cell."""
    if not is_plain(words.replace("\n", " ").replace("\r", " ")):
        return sys.maxsize
    return max(map(len, words.split()), default=0)
