"""Make, undo and redo corrections in a reading, and keep the selection at what was corrected."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from tui.article.spans import Span
from tui.corrections.action import Action
from tui.corrections.correction_types import summary

if TYPE_CHECKING:
    from tui.corrections.correction import Correction
    from tui.session.correcting.correction_history import CorrectionHistory
    from tui.session.reading.reading import Reading


class ReadingEditor:
    """Corrects the analysis of one reading. Each change returns a clause on what it did, without a full stop."""

    def __init__(self, reading: Reading, history: CorrectionHistory) -> None:
        self._reading = reading
        self._history = history

    @property
    def is_hidden(self) -> bool:
        """Tell whether the filter or the choices hide the quote that was corrected."""
        return self._reading.quote is not None and not self._reading.is_shown(self._reading.quote)

    def do(self, correction: Correction) -> str:
        """Make a correction, keep it, and stay at what was corrected."""
        self._history.do(correction)
        return self._apply(correction)

    def undo(self) -> str | None:
        """Undo the last correction; return None if there is none."""
        correction = self._history.undo()
        return None if correction is None else self._apply(correction)

    def redo(self) -> str | None:
        """Redo the correction that was undone last; return None if there is none."""
        correction = self._history.redo()
        return None if correction is None else self._apply(correction)

    def drop(self, correction: Correction) -> str:
        """Undo this correction, which could not be placed."""
        self._history.drop(correction)
        return self._apply(correction)

    def choose_near(self, start: int, visible: Span) -> None:
        """Choose the next visible quote from the offset `start` on, else the one before it."""
        reading = self._reading
        starts = [reading.analysis.attributions[i].start for i in reading.quotes]
        at = bisect_left(starts, start)
        for near in (at, at - 1):
            if 0 <= near < len(starts) and visible.start <= starts[near] < visible.end:
                reading.choose_quote(reading.quotes[near])
                return

    def _apply(self, correction: Correction) -> str:
        reading = self._reading
        speaker = reading.chosen_speaker
        before = reading.analysis
        reading.adopt(reading.raw)
        self._choose_corrected(correction)
        if speaker is not None and reading.speaker is None:
            names = {each.name for each in (correction.to, correction.speaker) if each is not None}
            reading.choose_speaker(next((s.id for s in reading.analysis.speakers if s.name in names), None))
        self._history.update_library(before, reading.analysis)
        if reading.clipped:
            old = {quote.content: quote.id for quote in before.attributions}
            new = {quote.id: quote.content for quote in reading.analysis.attributions}
            reading.clipped = frozenset(new.get(old.get(each, ""), each) for each in reading.clipped)
        return summary(correction)

    def _choose_corrected(self, correction: Correction) -> None:
        """Choose the quote that was corrected, if the correction is about one."""
        if not correction.quotes or correction.action is Action.DIVIDE:
            return
        old = tuple(passage.span for passage in correction.quotes[0].content)
        new = tuple(passage.span for passage in correction.spans)
        for content in (new, old) if correction.action is Action.CONTENT else (old,):
            found = self._reading.quote_with(content)
            if found is not None:
                self._reading.choose_quote(found)
                return
