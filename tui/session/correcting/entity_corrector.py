"""What the correction keys do with an entity: change its kind or name, merge it with another, reject it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from tui.analysis.entity_labels import shown_label
from tui.article.sanitising import one_line
from tui.corrections.action import Action
from tui.session.correcting.entity_proposals import EntityProposals

if TYPE_CHECKING:
    from tui.analysis.analysis import Entity
    from tui.corrections.correction import Correction, EntityReference
    from tui.session.correcting.corrector_view import CorrectionView
    from tui.session.reading.reading import Reading

NO_ENTITY = "No entity is chosen; in the Entities panel j and k choose one."


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
                self._view.tell("It already is of that kind.")
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


def shortened(words: str) -> str:
    """Return the words, shortened for the title of a dialog."""
    words = one_line(words)
    return words if len(words) < 50 else words[:48].rstrip() + "…"
