"""What the correction keys do with a speaker: merge with another, give some quotes to another, rename."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from tui.article.sanitising import one_line
from tui.corrections.action import Action
from tui.session.correcting.proposals import CorrectionProposals
from tui.session.reading.quote_text import words_on_one_line

if TYPE_CHECKING:
    from tui.analysis.analysis import Speaker
    from tui.corrections.correction import Correction, SpeakerReference
    from tui.session.correcting.corrector_view import CorrectionView
    from tui.session.reading.reading import Reading

NO_SPEAKER = "No speaker is chosen, and none said the quote in sight."


class SpeakerCorrector:
    """Corrects the chosen speaker, or that of the quote in sight; `do` makes a correction and says so."""

    def __init__(self, reading: Reading, view: CorrectionView, do: Callable[[Correction], None]) -> None:
        self._reading = reading
        self._view = view
        self._do = do
        self._proposals = CorrectionProposals(reading)
        self.steps: Mapping[Action, Callable[[], None]] = {
            Action.MERGE: self._merge,
            Action.DIVIDE: self._divide,
            Action.NAME: self._rename,
        }
        """The method for each correction of a speaker."""

    def _merge(self) -> None:
        if (speaker := self._speaker()) is None:
            return
        candidates = [each for each in self._proposals.candidates(speaker.id) if each.speaker is not None]
        if not candidates:
            self._view.tell("There is no other speaker; x n gives this one another name.")
            return

        def answer(to: SpeakerReference | None) -> None:
            if to is not None and (now := self._find_again(speaker)) is not None:
                self._do(self._proposals.merge(now, to))

        about = f"{speaker.name} is the same as"
        self._view.ask_speaker("These two are one", about, candidates, answer, free=False)

    def _divide(self) -> None:
        if (speaker := self._speaker()) is None:
            return
        quotes = self._reading.links.quotes_of_speaker.get(speaker.id, [])
        if len(quotes) < 2:
            problem = "has only one quote; x s says who said it." if quotes else "has no quotes to divide."
            self._view.tell(f"{one_line(speaker.name)} {problem}")
            return
        attributions = [self._reading.analysis.attributions[quote] for quote in quotes]

        def ticked(places: list[int]) -> None:
            def answer(to: SpeakerReference | None) -> None:
                if (now := self._find_again(speaker)) is None:
                    return
                if to is None:
                    self._view.tell("Name who said them; x s gives a single quote to nobody.")
                elif to.name.casefold() == speaker.name.casefold():
                    self._view.tell("Give the other speaker another name, so that the two can be told apart.")
                else:
                    found = [self._reading.quote_with(attributions[place].content) for place in places]
                    if moved := [quote for quote in found if quote is not None]:
                        self._do(self._proposals.divide(now, moved, to))

            about = f"{len(places)} of {len(quotes)} quotes of {speaker.name}"
            candidates = self._proposals.candidates(speaker.id)
            self._view.ask_speaker("Who said these?", about, candidates, answer)

        here = self._view.here
        marked = quotes.index(here) if here in quotes else None
        lines = [words_on_one_line(self._reading.article, each) for each in attributions]
        self._view.ask_quotes(speaker.name, lines, marked, ticked)

    def _rename(self) -> None:
        if (speaker := self._speaker()) is None:
            return

        def answer(name: str, role: str) -> None:
            if (now := self._find_again(speaker)) is not None:
                self._do(self._proposals.rename(now, name, role))

        self._view.ask_name(speaker.name, speaker.role or "", answer)

    def _speaker(self) -> Speaker | None:
        """Return the speaker chosen in the panel, else that of the quote the reader is at; if none, say so."""
        speaker = self._reading.chosen_speaker if self._view.in_speakers_panel else None
        if speaker is None and (here := self._view.here) is not None:
            speaker = self._reading.speaker_of(here)
        speaker = speaker or self._reading.chosen_speaker
        if speaker is None:
            self._view.tell(NO_SPEAKER)
        return speaker

    def _find_again(self, speaker: Speaker) -> str | None:
        """Return the id of the speaker with this name: an analysis may have arrived while a dialog was open."""
        found = next((s.id for s in self._reading.analysis.speakers if s.name == speaker.name), None)
        if found is None:
            name = one_line(speaker.name)
            self._view.tell(f"The analysis no longer finds {name} as a speaker; nothing was corrected.")
        return found
