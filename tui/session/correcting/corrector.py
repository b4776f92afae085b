"""What the correction keys do: each asks for what its correction needs, makes it, and says so.

It knows no terminal: the screen is a `CorrectionView`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tui.analysis.analysis import Kind, Stance
from tui.article.sanitising import in_marks
from tui.article.spans import Span
from tui.corrections.action import Action
from tui.corrections.correction_types import CORRECTION_TYPES
from tui.session.correcting.corrector_view import CorrectionView
from tui.session.correcting.entity_corrector import NO_ENTITY, EntityCorrector, shortened
from tui.session.correcting.proposals import CorrectionProposals
from tui.session.correcting.reading_editor import ReadingEditor
from tui.session.correcting.speaker_corrector import SpeakerCorrector
from tui.session.reading.plurals import pluralise
from tui.session.reading.quote_text import words_on_one_line

if TYPE_CHECKING:
    from tui.analysis.analysis import Attribution
    from tui.corrections.applying import Unplaced
    from tui.corrections.correction import Correction, SpeakerReference
    from tui.session.reading.reading import Reading

NO_QUOTE = "No quote is in sight to correct; n goes to the next one."
SELECT_FIRST = (
    "Select the words first: Shift+→ selects by words, from the chosen quote or the top of the screen."
)
PRIVATE = "You are reading privately: this holds until quoth is closed."


class Corrector:
    """Makes corrections in the reading that a screen shows."""

    def __init__(self, reading: Reading, view: CorrectionView) -> None:
        assert reading.corrections is not None
        self._reading = reading
        self._view = view
        self._history = reading.corrections
        self._proposals = CorrectionProposals(reading)
        self._editor = ReadingEditor(reading, self._history)
        self._announced = 0  # the number of unplaced corrections that the reader has been told about
        steps = {
            Action.SPEAKER: self._change_speaker,
            Action.REJECT: self._reject,
            Action.KIND: self._change_kind,
            Action.CONTENT: self._change_content,
            Action.CUE: lambda: self._change_by_selection(self._proposals.change_cue),
            Action.SOURCE: lambda: self._change_by_selection(self._proposals.change_source),
            Action.ADD: self._add_quote,
            **SpeakerCorrector(reading, view, self._do).steps,
            **EntityCorrector(reading, view, self._do).steps,
        }
        self._steps = {CORRECTION_TYPES[action].name: step for action, step in steps.items()}
        self._steps["unplaced"] = self._list_unplaced

    def correct(self, name: str) -> None:
        """Make the correction with this name in the table; "unplaced" lists those that could not be applied."""
        self._steps[name]()

    def show_menu(self) -> None:
        """Ask what to correct: in the chosen entity while its panel has the focus, else in the quote in sight."""
        if self._view.in_entities_panel:
            entity = self._reading.chosen_entity
            if entity is None:
                self._view.tell(NO_ENTITY)
            else:
                self._view.ask_correction(f"Correct {shortened(entity.name)}", self.correct, of_entity=True)
            return
        title = "Correct"
        if (here := self._view.here) is not None:
            title = (
                f"Correct {in_marks(shortened(words_on_one_line(self._reading.article, self._quotes[here])))}"
            )
        self._view.ask_correction(title, self.correct, of_entity=False)

    def undo(self) -> None:
        """Undo the last correction."""
        corrected = self._editor.undo()
        if corrected is None:
            self._view.tell("There is no correction to undo.")
            return
        self._announce(f"Undone: {corrected}", "correct.redo", "redoes it")
        self._view.show_chosen()

    def redo(self) -> None:
        """Redo what was undone last."""
        corrected = self._editor.redo()
        if corrected is None:
            self._view.tell("There is no correction to redo.")
            return
        self._announce(f"Redone: {corrected}", "correct.undo", "undoes it")
        self._view.show_chosen()

    def announce_kept(self) -> None:
        """Show the history's notice, such as that some corrections of the article cannot be read."""
        if self._history.notice:
            self._view.tell(self._history.notice, warning=True)
        self.announce_unplaced()

    def announce_unplaced(self) -> None:
        """Say that corrections could not be applied, if there are now more of them than before."""
        before, self._announced = self._announced, len(self._reading.unplaced)
        if self._announced > before:
            no_longer_fit = "no longer fits" if self._announced == 1 else "no longer fit"
            corrections = pluralise(self._announced, "correction")
            sentence = f"{corrections} {no_longer_fit} this text; x u lists what could not be applied."
            self._view.tell(sentence, warning=True)

    # Quotes

    @property
    def _quotes(self) -> Sequence[Attribution]:
        return self._reading.analysis.attributions

    def _change_speaker(self) -> None:
        if (quote := self._choose_quote()) is None:
            return
        content, speaker = self._quotes[quote].content, self._reading.speaker_of(quote)

        def answer(to: SpeakerReference | None) -> None:
            if (now := self._find_again(content)) is not None:
                self._do(self._proposals.change_speaker(now, to))

        candidates = self._proposals.candidates(speaker.id if speaker else None)
        about = words_on_one_line(self._reading.article, self._quotes[quote])
        self._view.ask_speaker("Someone else said this", about, candidates, answer)

    def _reject(self) -> None:
        if (quote := self._choose_quote()) is not None:
            start = self._quotes[quote].start
            self._do(self._proposals.reject(quote))
            self._editor.choose_near(start, self._view.visible_span)
            self._view.redraw()

    def _change_kind(self) -> None:
        if (quote := self._choose_quote()) is None:
            return
        old = self._quotes[quote]

        def answer(name: str) -> None:
            if (now := self._find_again(old.content)) is None:
                return
            if name in (old.kind, old.stance):
                self._view.tell(f"It is already {name}.")
            elif name in set(Kind):
                self._do(self._proposals.change_kind(now, Kind(name)))
            else:
                self._do(self._proposals.change_kind(now, stance=Stance(name)))

        self._view.ask_kind(f"It is {old.kind} {old.stance}; it should be", answer)

    def _change_content(self) -> None:
        if (quote := self._choose_quote()) is None:
            return
        old = self._quotes[quote].content

        def answer(new: tuple[Span, ...]) -> None:
            if (now := self._find_again(old)) is not None:
                self._do(self._proposals.change_content(now, new))

        self._view.ask_content(old, answer)

    def _change_by_selection(self, propose: Callable[[int, Span], Correction]) -> None:
        span = self._selection()
        if span is not None and (quote := self._choose_quote()) is not None:
            self._view.clear_selection()
            self._do(propose(quote, span))

    def _add_quote(self) -> None:
        if (span := self._selection()) is None:
            return
        if self._reading.quote_with((span,)) is not None:
            self._view.tell("That is already a quote.")
            return

        def answer(speaker: SpeakerReference | None) -> None:
            self._view.clear_selection()
            self._do(self._proposals.add_quote(span, speaker))

        about = self._reading.article.shown(span)
        self._view.ask_speaker("Who said this?", about, self._proposals.candidates(), answer)

    def _choose_quote(self) -> int | None:
        """Choose the quote that the reader is at and return its index; if there is none, say so and return None."""
        here = self._view.here
        if here is None:
            self._view.tell(NO_QUOTE)
        else:
            self._reading.choose_quote(here)
            self._view.show_chosen()
        return here

    def _selection(self) -> Span | None:
        span = self._view.selected_span
        if span is None or not any(map(str.isalnum, span.of(self._reading.article.text))):
            self._view.tell(SELECT_FIRST)
            return None
        return span

    def _find_again(self, content: tuple[Span, ...]) -> int | None:
        """Return the index of the quote with this content: an analysis may have arrived while a dialog was open."""
        found = self._reading.quote_with(content)
        if found is None:
            self._view.tell("The analysis has meanwhile found other words there; nothing was corrected.")
        return found

    # What was done

    def _list_unplaced(self) -> None:
        if not self._reading.unplaced:
            self._view.tell("Every correction fits this text.")
            return

        def drop(correction: Correction) -> Sequence[Unplaced]:
            corrected = self._editor.drop(correction)
            self._announce(f"Undone: {corrected}", "correct.redo", "redoes it")
            self._view.redraw()
            return self._reading.unplaced

        self._view.list_unplaced(self._reading.unplaced, drop)

    def _do(self, correction: Correction) -> None:
        corrected = self._editor.do(correction)
        hides = bool(correction.quotes) and self._editor.is_hidden
        hidden = "; it is not among the matching quotes" if hides else ""
        self._announce(f"{corrected}{hidden}", "correct.undo", "undoes it")
        self._view.show_chosen()

    def _announce(self, done: str, binding: str, effect: str) -> None:
        """Say, once the change is written, what was done and which key reverses it, or why it was not kept."""

        def written() -> None:
            notice = self._history.notice
            more = notice or ("" if self._history.has_library else PRIVATE)
            sentence = f"{done[:1].upper()}{done[1:]}. {self._view.key_of(binding)} {effect}. {more}"
            self._view.tell_only(sentence.strip(), warning=bool(notice))
            self._adopt_from_elsewhere()

        self._history.when_written(written)

    def _adopt_from_elsewhere(self) -> None:
        """Show what another process has meanwhile corrected."""
        if self._reading.corrected_elsewhere and self._view.is_current:
            self._reading.adopt(self._reading.raw)
            self._view.redraw()
