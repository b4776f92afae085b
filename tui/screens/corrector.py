"""What each correction asks for, and what is said when it is done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tui.article.cleaning import one_line
from tui.article.spans import Span
from tui.screens.bindings import CORRECTING
from tui.session.correcting import Correcting

if TYPE_CHECKING:
    from tui.analysis.analysis import Speaker
    from tui.analysis.correcting.correction import Correction
    from tui.analysis.correcting.corrections import Unplaced
    from tui.screens.correct_speaker import Picked
    from tui.screens.reader_view import ReaderView

NO_QUOTE = "No quote is in sight to correct; n goes to the next one."
SELECT_FIRST = (
    "Select the words first: shift+right selects by words, from the chosen quote or the top of the screen."
)


class Corrector:
    """Corrects what one reader's screen shows."""

    def __init__(self, screen: ReaderView) -> None:
        assert screen.reading.corrections is not None
        self._screen = screen
        self._article = screen.article
        self._reading = screen.reading
        self._correcting = Correcting(screen.reading, screen.reading.corrections)

    def correct(self, what: str) -> None:
        """Do what one of the keys after x stands for."""
        getattr(self, f"_correct_{what}")()

    def show_menu(self) -> None:
        from tui.screens.correct_menu import CorrectMenu, what_may_follow
        from tui.session.wording import line

        here = self._screen.here
        about = "Correct"
        if here is not None:
            words = one_line(line(self._article, self._reading.analysis.attributions[here]))
            about = f"Correct {words if len(words) < 50 else words[:48].rstrip() + '…'}"

        def asked(what: str | None) -> None:
            if what is not None:
                self.correct(what)

        self._screen.app.push_screen(CorrectMenu(about, what_may_follow(), self._screen, asked))

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
        if span is None or not span.of(self._article.text).strip():
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

    # Quotes

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

    def _ask_who(
        self,
        title: str,
        quote: int | str,
        picked: Callable[[Picked | None], None],
        *,
        but: str | None = None,
        free: bool = True,
    ) -> None:
        from tui.screens.correct_speaker import SpeakerScreen
        from tui.session.wording import line

        about = (
            quote
            if isinstance(quote, str)
            else line(self._article, self._reading.analysis.attributions[quote])
        )
        candidates = self._correcting.candidates(but)
        if not free:
            candidates = [candidate for candidate in candidates if candidate.speaker is not None]
        self._screen.app.push_screen(SpeakerScreen(title, about, candidates, free=free), picked)

    def _correct_reject(self) -> None:
        quote = self._quote()
        if quote is not None:
            self._do(self._correcting.not_a_quote(quote))

    def _correct_kind(self) -> None:
        quote = self._quote()
        if quote is None:
            return
        from tui.analysis.analysis import Kind, Stance
        from tui.screens.correct_menu import CorrectMenu, Entry

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
        from tui.screens.correct_trim import TrimScreen

        content = self._reading.analysis.attributions[quote].content

        def moved(now: tuple[Span, ...], end: int) -> None:
            still = self._reading.quote_with(content)
            if still is not None:
                self._screen.preview(still, now)
                self._screen.article_pane.reveal(Span(end, end + 1), center=False)

        def kept(now: tuple[Span, ...] | None) -> None:
            self._screen.preview(quote, None)
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

    # Speakers

    def _correct_merge(self) -> None:
        speaker = self._speaker()
        if speaker is None:
            return
        if len(self._reading.analysis.speakers) < 2:
            self._screen.notify("There is no other speaker; n gives this one another name.", markup=False)
            return

        def picked(answer: Picked | None) -> None:
            if answer is not None and answer.who and (still := self._still_called(speaker.name)):
                self._do(self._correcting.one(still, answer.who))

        about = f"{speaker.name} is the same as"
        self._ask_who("These two are one", about, picked, but=speaker.id, free=False)

    def _correct_divide(self) -> None:
        speaker = self._speaker()
        if speaker is None:
            return
        from tui.screens.correct_divide import DivideScreen
        from tui.session.wording import line

        its = self._reading.links.quotes_of_speaker.get(speaker.id, [])
        if len(its) < 2:
            sentence = "has one quote only; x s says who said it." if its else "has no quote to give away."
            self._screen.notify(f"{one_line(speaker.name)} {sentence}", markup=False)
            return
        quotes = self._reading.analysis.attributions
        contents = [quotes[i].content for i in its]
        here = self._screen.here
        at = its.index(here) if here in its else None

        def ticked(places: list[int] | None) -> None:
            if places:
                many = f"{len(places)} of {len(its)} quotes of {speaker.name}"
                self._ask_who("Who said these?", many, lambda answer: picked(places, answer), but=speaker.id)

        def picked(places: Sequence[int], answer: Picked | None) -> None:
            if answer is None or (still := self._still_called(speaker.name)) is None:
                return
            if answer.who is None:
                self._screen.notify("Name who said them; x s gives a single quote to nobody.", markup=False)
            elif answer.who.name.casefold() == speaker.name.casefold():
                self._screen.notify("Give the other one another name, to tell the two apart.", markup=False)
            else:
                found = [
                    i for place in places if (i := self._reading.quote_with(contents[place])) is not None
                ]
                if found:
                    self._do(self._correcting.two(still, found, answer.who))

        words = [line(self._article, quotes[i]) for i in its]
        self._screen.app.push_screen(DivideScreen(speaker.name, words, at), ticked)

    def _correct_name(self) -> None:
        speaker = self._speaker()
        if speaker is None:
            return
        from tui.screens.correct_name import NameScreen

        def typed(answer: tuple[str, str] | None) -> None:
            if answer is not None and (still := self._still_called(speaker.name)) is not None:
                self._do(self._correcting.called(still, *answer))

        self._screen.app.push_screen(NameScreen(speaker.name, speaker.role or ""), typed)

    # What was done

    def _correct_unplaced(self) -> None:
        if not self._correcting.unplaced:
            self._screen.notify("Every correction of this article has its place.", markup=False, timeout=3)
            return
        from tui.screens.correct_unplaced import UnplacedScreen

        def drop(correction: Correction) -> Sequence[Unplaced]:
            self._tell(f"Let go: {self._correcting.drop(correction)}", "correct.redo", "brings it back")
            self._screen.redraw()
            return self._correcting.unplaced

        self._screen.app.push_screen(UnplacedScreen(self._correcting.unplaced, drop))

    def _do(self, correction: Correction) -> None:
        self._tell(self._correcting.do(correction), "correct.undo", "undoes it")
        self._show_corrected()

    def undo(self) -> None:
        """Take back the last correction."""
        said = self._correcting.undo()
        if said is None:
            self._screen.notify("There is no correction to undo.", markup=False, timeout=3)
            return
        self._tell(f"Undone: {said}", "correct.redo", "does it again")
        self._show_corrected()

    def redo(self) -> None:
        """Do again what was undone last."""
        said = self._correcting.redo()
        if said is None:
            self._screen.notify("There is no correction to do again.", markup=False, timeout=3)
            return
        self._tell(f"Again: {said}", "correct.undo", "undoes it")
        self._show_corrected()

    def _show_corrected(self) -> None:
        self._screen.reveal_chosen()
        self._screen.redraw()

    def _tell(self, said: str, key: str, what: str) -> None:
        """What was done, and which key takes it back; also where it could not be kept."""
        pressed = self._screen.settings.keymap.get(key) or next(b.key for b in CORRECTING if b.id == key)
        shown = self._screen.app.get_key_display(CORRECTING[0].with_key(pressed, None))
        sentence = f"{said[:1].upper()}{said[1:]}. {shown} {what}."
        notice = self._correcting.notice
        self._screen.notify(
            f"{sentence} {notice}".strip(), markup=False, severity="warning" if notice else "information"
        )
