"""What the correction keys do with an entity: change its kind or name, merge it with another, reject it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from tui.analysis.entity_labels import shown_label
from tui.article.sanitising import one_line
from tui.corrections.action import Action
from tui.session.correcting.entity_proposals import EntityProposals
from tui.session.reading.plurals import pluralise

if TYPE_CHECKING:
    from tui.analysis.analysis import Entity
    from tui.article.spans import Span
    from tui.corrections.correction import Correction, EntityReference
    from tui.session.correcting.corrector_view import CorrectionView
    from tui.session.reading.reading import Reading

NO_ENTITY = "No entity is chosen; in the Entities panel j and k choose one."

_BEFORE, _AFTER = 28, 40
"""Characters of the text that are shown before and after a mention."""


class EntityCorrector:
    """Corrects the chosen entity; `do` makes a correction and says so."""

    def __init__(self, reading: Reading, view: CorrectionView, do: Callable[[Correction], None]) -> None:
        self._reading = reading
        self._view = view
        self._do = do
        self._proposals = EntityProposals(reading)
        self.steps: Mapping[Action, Callable[[], None]] = {
            Action.ENTITY_KIND: self._change_kind,
            Action.ENTITY_NAME: self._rename,
            Action.ENTITY_MERGE: self._merge,
            Action.ENTITY_DIVIDE: self._divide,
            Action.ENTITY_REJECT: self._reject,
        }
        """The method for each correction of an entity."""

    def _change_kind(self) -> None:
        if (entity := self._entity()) is None:
            return

        def answer(label: str) -> None:
            if (now := self._find_again(entity)) is None:
                return
            if shown_label(now.label) == label:
                self._view.tell("It is of that kind already.")
            else:
                self._do(self._proposals.change_kind(now.id, label))

        self._view.ask_entity_kind(f"{shortened(entity.name)} is", answer)

    def _rename(self) -> None:
        if (entity := self._entity()) is None:
            return

        def answer(name: str) -> None:
            if (now := self._find_again(entity)) is not None:
                self._do(self._proposals.rename(now.id, name))

        self._view.ask_entity_name(entity.name, answer)

    def _merge(self) -> None:
        if (entity := self._entity()) is None:
            return
        candidates = self._proposals.candidates(entity.id)
        if not candidates:
            self._view.tell("Nothing else is named; x n gives this one another name.")
            return

        def answer(into: EntityReference) -> None:
            if (now := self._find_again(entity)) is not None:
                self._do(self._proposals.merge(now.id, into))

        self._view.ask_entity("These two are one", f"{entity.name} is the same as", candidates, answer)

    def _divide(self) -> None:
        if (entity := self._entity()) is None:
            return
        if len(entity.mentions) < 2:
            self._view.tell(f"{one_line(entity.name)} is mentioned only once; x n gives it another name.")
            return

        def ticked(places: list[int]) -> None:
            def answer(to: EntityReference) -> None:
                if (now := self._find_again(entity)) is None:
                    return
                if to.name.casefold() == entity.name.casefold():
                    self._view.tell("Give the other one another name, so that the two can be told apart.")
                    return
                moved = [entity.mentions[place] for place in places]
                if set(moved) <= set(now.mentions):
                    self._do(self._proposals.divide(now.id, moved, to))
                else:
                    self._view.tell("The analysis has found other mentions meanwhile; nothing was corrected.")

            about = f"{len(places)} of {pluralise(len(entity.mentions), 'mention')} of {entity.name}"
            candidates = self._proposals.candidates(entity.id)
            self._view.ask_entity("Who or what are these?", about, candidates, answer, typed=entity.label)

        text = self._reading.article.text
        lines = [in_context(text, mention) for mention in entity.mentions]
        self._view.ask_mentions(entity.name, lines, ticked)

    def _reject(self) -> None:
        if (entity := self._entity()) is not None:
            self._do(self._proposals.reject(entity.id))

    def _entity(self) -> Entity | None:
        entity = self._reading.chosen_entity
        if entity is None:
            self._view.tell(NO_ENTITY)
        return entity

    def _find_again(self, entity: Entity) -> Entity | None:
        """Return the entity with this name and label: an analysis may have arrived while a dialog was open."""
        same = (
            each for each in self._reading.named if (each.name, each.label) == (entity.name, entity.label)
        )
        found = next(same, None)
        if found is None:
            name = one_line(entity.name)
            self._view.tell(f"The analysis no longer finds {name} as a name; nothing was corrected.")
        return found


def in_context(text: str, mention: Span) -> str:
    """Return a mention in [ ] on one line, with some of its paragraph on either side to tell it from others."""
    start = max(0, mention.start - _BEFORE)
    before = text[start : mention.start].rpartition("\n")
    words = before[2] if before[1] or not start else before[2].partition(" ")[2]  # whole words only
    after = text[mention.end : mention.end + _AFTER].partition("\n")
    behind = after[0] if after[1] or mention.end + _AFTER >= len(text) else f"{after[0].rpartition(' ')[0]} …"
    return one_line(f"{words}[{mention.of(text)}]{behind}").strip()


def shortened(words: str) -> str:
    """Return the words, shortened for the title of a dialog."""
    words = one_line(words)
    return words if len(words) < 50 else words[:48].rstrip() + "…"
