"""What may be wrong with a quote: who said it, its kind, its words, its cue, or that it is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.article.spans import Span
from tui.screens.corrections.correction_steps import CorrectingSteps

if TYPE_CHECKING:
    from tui.screens.corrections.speaker_screen import Picked


class CorrectingQuotes(CorrectingSteps):
    """Corrects the quote the reader is at."""

    def _correct_speaker(self) -> None:
        quote = self._quote()
        if quote is None:
            return
        content = self._reading.analysis.attributions[quote].content

        def picked(answer: Picked | None) -> None:
            if answer is not None and (still := self._still(content)) is not None:
                self._do(self._correcting.said_by(still, answer.who))

        speaker = self._reading.speaker_of(quote)
        self._ask_who("Someone else said this", quote, picked, but=speaker.id if speaker else None)

    def _correct_reject(self) -> None:
        quote = self._quote()
        if quote is not None:
            start = self._reading.analysis.attributions[quote].start
            self._do(self._correcting.not_a_quote(quote))
            self._correcting.go_on(start, self._screen.article_pane.visible_span)
            self._screen.redraw()

    def _correct_kind(self) -> None:
        quote = self._quote()
        if quote is None:
            return
        from tui.analysis.analysis import Kind, Stance
        from tui.screens.corrections.correction_menu import CorrectMenu, Entry

        now = self._reading.analysis.attributions[quote]
        entries = [
            Entry("d", "direct", "direct"),
            Entry("m", "mixed", "mixed"),
            Entry("i", "indirect", "indirect"),
            Entry("s", "said, written", "speech"),
            Entry("a", "an attitude: wants, fears", "attitude"),
        ]

        def picked(what: str | None) -> None:
            if what is None or (still := self._still(now.content)) is None:
                return
            if what in (now.kind, now.stance):
                self._screen.notify(f"It is {what} already.", markup=False, timeout=3)
            elif what in set(Kind):
                self._do(self._correcting.of_kind(still, Kind(what)))
            else:
                self._do(self._correcting.of_kind(still, stance=Stance(what)))

        title = f"It is {now.kind} {now.stance}; it should be"
        self._screen.app.push_screen(CorrectMenu(title, entries, self._screen, picked))

    def _correct_trim(self) -> None:
        quote = self._quote()
        if quote is None:
            return
        from tui.screens.corrections.trim_screen import TrimScreen

        content = self._reading.analysis.attributions[quote].content

        def moved(now: tuple[Span, ...], end: int) -> None:
            self._screen.preview(content, now)
            self._screen.article_pane.reveal(Span(end, end + 1), center=False)

        def kept(now: tuple[Span, ...] | None) -> None:
            self._screen.preview(content, None)
            if now is not None and (still := self._still(content)) is not None:
                self._do(self._correcting.reads(still, now))

        self._screen.app.push_screen(TrimScreen(self._article.text, content, moved), kept)

    def _correct_cue(self) -> None:
        span = self._selected()
        if span is not None and (quote := self._quote()) is not None:
            self._screen.article_pane.clear_selection()
            self._do(self._correcting.has_cue(quote, span))

    def _correct_source(self) -> None:
        span = self._selected()
        if span is not None and (quote := self._quote()) is not None:
            self._screen.article_pane.clear_selection()
            self._do(self._correcting.has_source(quote, span))

    def _correct_add(self) -> None:
        span = self._selected()
        if span is None:
            return
        if self._reading.quote_with((span,)) is not None:
            self._screen.notify("That is a quote already.", markup=False, timeout=3)
            return

        def picked(answer: Picked | None) -> None:
            if answer is not None:
                self._screen.article_pane.clear_selection()
                self._do(self._correcting.missed(span, answer.who))

        self._ask_who("Who said this?", span.of(self._article.text), picked)
