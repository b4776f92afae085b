"""What every correction needs of the reader's screen: what it is about, who may have said it, what was done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.article.sanitising import one_line
from tui.article.spans import Span
from tui.library.write_queue import apart
from tui.screens.bindings import CORRECTING
from tui.session.correcting.correcting import Correcting

if TYPE_CHECKING:
    from tui.analysis.analysis import Speaker
    from tui.corrections.correction import Correction
    from tui.screens.corrections.speaker_screen import Picked
    from tui.screens.reader.reader_view import ReaderView

NO_QUOTE = "No quote is in sight to correct; n goes to the next one."
SELECT_FIRST = (
    "Select the words first: shift+right selects by words, from the chosen quote or the top of the screen."
)
PRIVATE = "You read privately: it holds until quoth is closed."


class CorrectingSteps:
    """What corrections of quotes and of speakers have in common, for one reader's screen."""

    def __init__(self, screen: ReaderView) -> None:
        assert screen.reading.corrections is not None
        self._screen = screen
        self._article = screen.article
        self._reading = screen.reading
        self._book = screen.reading.corrections
        self._correcting = Correcting(screen.reading, self._book)
        if screen.library is not None:
            self._book.apart = apart(screen.library.behind, screen.app.call_later)
        self._book.settled = self._settled

    # What it is about

    def _quote(self) -> int | None:
        """The quote the reader is at, now chosen; says so where there is none."""
        here = self._screen.here
        if here is None:
            self._screen.notify(NO_QUOTE, markup=False)
            return None
        self._reading.choose_quote(here)
        self._screen.reveal_chosen()
        self._screen.redraw()
        return here

    def _speaker(self) -> Speaker | None:
        """The speaker chosen in the panel, else whose quote the reader is at; says so where there is none."""
        in_panel = self._screen.focused is self._screen.side.speakers
        speaker = self._reading.chosen_speaker if in_panel else None
        if speaker is None and (here := self._screen.here) is not None:
            speaker = self._reading.speaker_of(here)
        speaker = speaker or self._reading.chosen_speaker
        if speaker is None:
            self._screen.notify("No speaker is chosen, and none said the quote in sight.", markup=False)
        return speaker

    def _selected(self) -> Span | None:
        span = self._screen.article_pane.selected_span
        if span is None or not any(map(str.isalnum, span.of(self._article.text))):
            self._screen.notify(SELECT_FIRST, markup=False, timeout=8)
            return None
        return span

    def _still(self, content: tuple[Span, ...]) -> int | None:
        """The quote with these words: an analysis may have come while a dialog was open."""
        found = self._reading.quote_with(content)
        if found is None:
            self._screen.notify(
                "Meanwhile the analysis found other words there; nothing was corrected.", markup=False
            )
        return found

    def _still_called(self, name: str) -> str | None:
        """The id of the speaker of this name, for the same reason."""
        found = next((s.id for s in self._reading.analysis.speakers if s.name == name), None)
        if found is None:
            self._screen.notify(
                f"Meanwhile nobody is called {one_line(name)}; nothing was corrected.", markup=False
            )
        return found

    def _ask_who(
        self,
        title: str,
        quote: int | str,
        picked: Callable[[Picked | None], None],
        *,
        but: str | None = None,
        free: bool = True,
    ) -> None:
        from tui.screens.corrections.speaker_screen import SpeakerScreen
        from tui.session.reading.quote_text import line

        about = (
            quote
            if isinstance(quote, str)
            else line(self._article, self._reading.analysis.attributions[quote])
        )
        candidates = self._correcting.candidates(but)
        if not free:
            candidates = [candidate for candidate in candidates if candidate.speaker is not None]
        self._screen.app.push_screen(SpeakerScreen(title, about, candidates, free=free), picked)

    # What was done

    def _do(self, correction: Correction) -> None:
        said = self._correcting.do(correction)
        hidden = "; it is not among the quotes that are left" if self._correcting.hidden else ""
        self._tell(f"{said}{hidden}", "correct.undo", "undoes it")
        self._show_corrected()

    def _show_corrected(self) -> None:
        self._screen.reveal_chosen()
        self._screen.redraw()

    def _settled(self) -> None:
        """Say what could not be kept, and show what another program corrected meanwhile."""
        if self._book.notice:
            self._screen.app.notify(self._book.notice, markup=False, severity="warning", timeout=10)
        if self._reading.corrected_elsewhere and self._screen.is_current:
            self._reading.adopt(self._reading.raw)
            self._screen.redraw()

    def _tell(self, said: str, key: str, what: str) -> None:
        """What was done, and which key takes it back; also where it could not be kept."""
        pressed = self._screen.settings.keymap.get(key) or next(b.key for b in CORRECTING if b.id == key)
        shown = self._screen.app.get_key_display(CORRECTING[0].with_key(pressed, None))
        sentence = f"{said[:1].upper()}{said[1:]}. {shown} {what}."
        notice = self._correcting.notice
        more = notice or ("" if self._correcting.kept else PRIVATE)
        self._screen.app.clear_notifications()  # of several in a row the last counts
        self._screen.notify(
            f"{sentence} {more}".strip(), markup=False, severity="warning" if notice else "information"
        )
