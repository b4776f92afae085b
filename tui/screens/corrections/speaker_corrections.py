"""What may be wrong with a speaker: the name or role, that two are one, that one is two."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.article.sanitising import one_line
from tui.screens.corrections.correction_steps import CorrectingSteps

if TYPE_CHECKING:
    from tui.screens.corrections.speaker_screen import Picked


class CorrectingSpeakers(CorrectingSteps):
    """Corrects the speaker that is chosen, or whose quote the reader is at."""

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
        from tui.screens.corrections.divide_screen import DivideScreen
        from tui.session.reading.quote_text import line

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
        from tui.screens.corrections.rename_screen import NameScreen

        def typed(answer: tuple[str, str] | None) -> None:
            if answer is not None and (still := self._still_called(speaker.name)) is not None:
                self._do(self._correcting.called(still, *answer))

        self._screen.app.push_screen(NameScreen(speaker.name, speaker.role or ""), typed)
