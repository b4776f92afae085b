"""Correcting from the reader: what its keys do.

Imported on the way to the first frame: what an action needs is imported when it is done.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from textual import events

from tui.article.cleaning import one_line
from tui.article.spans import Span
from tui.screens.bindings import CORRECTING
from tui.screens.reader_view import ReaderView

if TYPE_CHECKING:
    from tui.analysis.analysis import Speaker
    from tui.analysis.correction import Correction
    from tui.analysis.corrections import Unplaced
    from tui.screens.correct_speaker import Picked
    from tui.session.correcting import Correcting

NO_QUOTE = "No quote is in sight to correct; n goes to the next one."
SELECT_FIRST = (
    "Select the words first: shift+right selects by words, from the chosen quote or the top of the screen."
)


class CorrectingKeys(ReaderView):
    """Correcting from the reader: what its keys do."""

    @cached_property
    def correcting(self) -> Correcting:
        """What corrects the reading."""
        from tui.session.correcting import Correcting

        assert self.reading.corrections is not None
        return Correcting(self.reading, self.reading.corrections)

    def on_key(self, event: events.Key) -> None:
        """Begin with x at once, and hand on what is typed ahead.

        Keys that come in one go are all on their way to this screen before the first of them acts. Those after
        x are for the menu that it shows, or for the dialog after that, and not for the article.
        """
        above = self.app.screen is not self
        if above:
            self.app.post_message(events.Key(event.key, event.character))
        elif event.key in self.settings.keymap.get("correct", "x").split(","):
            self.action_correct()
        else:
            return
        event.stop()
        event.prevent_default()

    def action_correct(self, what: str = "") -> None:
        """Show what may follow; or do `what`, one of those."""
        if not self.furnished:
            self.call_after_refresh(self.action_correct, what)
        elif what:
            getattr(self, f"_correct_{what}")()
        else:
            self._show_menu()

    def _show_menu(self) -> None:
        from tui.screens.correct_menu import CorrectMenu, Entry
        from tui.session.wording import line

        prefix = "x_then_"
        entries = [
            Entry(b.key.removeprefix(prefix), _ENTRIES[name], name)
            for b in CORRECTING
            if b.key.startswith(prefix) and (name := (b.id or "").removeprefix("correct."))
        ]
        here = self.here
        about = "Correct"
        if here is not None:
            words = one_line(line(self.article, self.reading.analysis.attributions[here]))
            about = f"Correct {words if len(words) < 50 else words[:48].rstrip() + '…'}"

        def asked(what: str | None) -> None:
            if what is not None:
                self.action_correct(what)

        self.app.push_screen(CorrectMenu(about, entries, self, asked))

    # What it is about

    def _quote(self) -> int | None:
        """The quote the reader is at, now chosen; says so where there is none."""
        here = self.here
        if here is None:
            self.notify(NO_QUOTE, markup=False)
            return None
        self.reading.choose_quote(here)
        self.reveal_chosen()
        self.redraw()
        return here

    def _speaker(self) -> Speaker | None:
        """The speaker chosen in the panel, else whose quote the reader is at; says so where there is none."""
        in_panel = self.focused is self.side.speakers
        speaker = self.reading.chosen_speaker if in_panel else None
        if speaker is None and (here := self.here) is not None:
            speaker = self.reading.speaker_of(here)
        speaker = speaker or self.reading.chosen_speaker
        if speaker is None:
            self.notify("No speaker is chosen, and none said the quote in sight.", markup=False)
        return speaker

    def _selected(self) -> Span | None:
        span = self.article_pane.selected_span
        if span is None or not span.of(self.article.text).strip():
            self.notify(SELECT_FIRST, markup=False, timeout=8)
            return None
        return span

    def _still(self, content: tuple[Span, ...]) -> int | None:
        """The quote with these words: an analysis may have come while a dialog was open."""
        found = self.reading.quote_with(content)
        if found is None:
            self.notify(
                "Meanwhile the analysis found other words there; nothing was corrected.", markup=False
            )
        return found

    def _still_called(self, name: str) -> str | None:
        """The id of the speaker of this name, for the same reason."""
        found = next((s.id for s in self.reading.analysis.speakers if s.name == name), None)
        if found is None:
            self.notify(f"Meanwhile nobody is called {one_line(name)}; nothing was corrected.", markup=False)
        return found

    # Quotes

    def _correct_speaker(self) -> None:
        quote = self._quote()
        if quote is None:
            return
        content = self.reading.analysis.attributions[quote].content

        def picked(answer: Picked | None) -> None:
            if answer is not None and (still := self._still(content)) is not None:
                self._do(self.correcting.said_by(still, answer.who))

        speaker = self.reading.speaker_of(quote)
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
            quote if isinstance(quote, str) else line(self.article, self.reading.analysis.attributions[quote])
        )
        candidates = self.correcting.candidates(but)
        if not free:
            candidates = [candidate for candidate in candidates if candidate.speaker is not None]
        self.app.push_screen(SpeakerScreen(title, about, candidates, free=free), picked)

    def _correct_reject(self) -> None:
        quote = self._quote()
        if quote is not None:
            self._do(self.correcting.not_a_quote(quote))

    def _correct_kind(self) -> None:
        quote = self._quote()
        if quote is None:
            return
        from tui.analysis.analysis import Kind, Stance
        from tui.screens.correct_menu import CorrectMenu, Entry

        now = self.reading.analysis.attributions[quote]
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
                self.notify(f"It is {what} already.", markup=False, timeout=3)
            elif what in set(Kind):
                self._do(self.correcting.of_kind(still, Kind(what)))
            else:
                self._do(self.correcting.of_kind(still, stance=Stance(what)))

        title = f"It is {now.kind} {now.stance}; it should be"
        self.app.push_screen(CorrectMenu(title, entries, self, picked))

    def _correct_trim(self) -> None:
        quote = self._quote()
        if quote is None:
            return
        from tui.screens.correct_trim import TrimScreen

        content = self.reading.analysis.attributions[quote].content

        def moved(now: tuple[Span, ...], end: int) -> None:
            still = self.reading.quote_with(content)
            if still is not None:
                self.preview(still, now)
                self.article_pane.reveal(Span(end, end + 1), center=False)

        def kept(now: tuple[Span, ...] | None) -> None:
            self.preview(quote, None)
            if now is not None and (still := self._still(content)) is not None:
                self._do(self.correcting.reads(still, now))

        self.app.push_screen(TrimScreen(self.article.text, content, moved), kept)

    def _correct_cue(self) -> None:
        span = self._selected()
        if span is not None and (quote := self._quote()) is not None:
            self.article_pane.clear_selection()
            self._do(self.correcting.has_cue(quote, span))

    def _correct_source(self) -> None:
        span = self._selected()
        if span is not None and (quote := self._quote()) is not None:
            self.article_pane.clear_selection()
            self._do(self.correcting.has_source(quote, span))

    def _correct_add(self) -> None:
        span = self._selected()
        if span is None:
            return
        if self.reading.quote_with((span,)) is not None:
            self.notify("That is a quote already.", markup=False, timeout=3)
            return

        def picked(answer: Picked | None) -> None:
            if answer is not None:
                self.article_pane.clear_selection()
                self._do(self.correcting.missed(span, answer.who))

        self._ask_who("Who said this?", span.of(self.article.text), picked)

    # Speakers

    def _correct_merge(self) -> None:
        speaker = self._speaker()
        if speaker is None:
            return
        if len(self.reading.analysis.speakers) < 2:
            self.notify("There is no other speaker; n gives this one another name.", markup=False)
            return

        def picked(answer: Picked | None) -> None:
            if answer is not None and answer.who and (still := self._still_called(speaker.name)):
                self._do(self.correcting.one(still, answer.who))

        about = f"{speaker.name} is the same as"
        self._ask_who("These two are one", about, picked, but=speaker.id, free=False)

    def _correct_divide(self) -> None:
        speaker = self._speaker()
        if speaker is None:
            return
        from tui.screens.correct_divide import DivideScreen
        from tui.session.wording import line

        its = self.reading.links.quotes_of_speaker.get(speaker.id, [])
        if len(its) < 2:
            sentence = "has one quote only; x s says who said it." if its else "has no quote to give away."
            self.notify(f"{one_line(speaker.name)} {sentence}", markup=False)
            return
        quotes = self.reading.analysis.attributions
        contents = [quotes[i].content for i in its]
        here = self.here
        at = its.index(here) if here in its else None

        def ticked(places: list[int] | None) -> None:
            if places:
                many = f"{len(places)} of {len(its)} quotes of {speaker.name}"
                self._ask_who("Who said these?", many, lambda answer: picked(places, answer), but=speaker.id)

        def picked(places: Sequence[int], answer: Picked | None) -> None:
            if answer is None or (still := self._still_called(speaker.name)) is None:
                return
            if answer.who is None:
                self.notify("Name who said them; x s gives a single quote to nobody.", markup=False)
            elif answer.who.name.casefold() == speaker.name.casefold():
                self.notify("Give the other one another name, to tell the two apart.", markup=False)
            else:
                found = [i for place in places if (i := self.reading.quote_with(contents[place])) is not None]
                if found:
                    self._do(self.correcting.two(still, found, answer.who))

        words = [line(self.article, quotes[i]) for i in its]
        self.app.push_screen(DivideScreen(speaker.name, words, at), ticked)

    def _correct_name(self) -> None:
        speaker = self._speaker()
        if speaker is None:
            return
        from tui.screens.correct_name import NameScreen

        def typed(answer: tuple[str, str] | None) -> None:
            if answer is not None and (still := self._still_called(speaker.name)) is not None:
                self._do(self.correcting.called(still, *answer))

        self.app.push_screen(NameScreen(speaker.name, speaker.role or ""), typed)

    # What was done

    def _correct_unplaced(self) -> None:
        if not self.correcting.unplaced:
            self.notify("Every correction of this article has its place.", markup=False, timeout=3)
            return
        from tui.screens.correct_unplaced import UnplacedScreen

        def drop(correction: Correction) -> Sequence[Unplaced]:
            self._tell(f"Let go: {self.correcting.drop(correction)}", "correct.redo", "brings it back")
            self.redraw()
            return self.correcting.unplaced

        self.app.push_screen(UnplacedScreen(self.correcting.unplaced, drop))

    def _do(self, correction: Correction) -> None:
        self._tell(self.correcting.do(correction), "correct.undo", "undoes it")
        self._show_corrected()

    def action_undo_correction(self) -> None:
        """Take back the last correction."""
        said = self.correcting.undo()
        if said is None:
            self.notify("There is no correction to undo.", markup=False, timeout=3)
            return
        self._tell(f"Undone: {said}", "correct.redo", "does it again")
        self._show_corrected()

    def action_redo_correction(self) -> None:
        """Do again what was undone last."""
        said = self.correcting.redo()
        if said is None:
            self.notify("There is no correction to do again.", markup=False, timeout=3)
            return
        self._tell(f"Again: {said}", "correct.undo", "undoes it")
        self._show_corrected()

    def _show_corrected(self) -> None:
        self.reveal_chosen()
        self.redraw()

    def _tell(self, said: str, key: str, what: str) -> None:
        """What was done, and which key takes it back; also where it could not be kept."""
        pressed = self.settings.keymap.get(key) or next(b.key for b in CORRECTING if b.id == key)
        shown = self.app.get_key_display(CORRECTING[0].with_key(pressed, None))
        sentence = f"{said[:1].upper()}{said[1:]}. {shown} {what}."
        notice = self.correcting.notice
        self.notify(
            f"{sentence} {notice}".strip(), markup=False, severity="warning" if notice else "information"
        )


_ENTRIES = {
    "speaker": "someone else said it",
    "reject": "not a quote",
    "kind": "direct, mixed …",
    "trim": "trim or extend",
    "cue": "selection: its cue",
    "source": "selection: its source",
    "add": "selection: a quote",
    "merge": "speaker: same as",
    "divide": "speaker: is two",
    "name": "speaker: name, role",
    "unplaced": "without place",
}
"""What each says in the line that x shows."""
