"""Make corrections of entities from what a reading shows; entities are given by id."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui.analysis.entity_labels import label_name
from tui.corrections.action import Action
from tui.corrections.correction import Correction, EntityReference, entity_reference
from tui.session.reading.plurals import pluralise

if TYPE_CHECKING:
    from tui.session.reading.reading import Reading


@dataclass(frozen=True, slots=True)
class EntityCandidate:
    """An entity that may be the same as another; `note` is its label in words."""

    reference: EntityReference
    note: str
    mentions: int

    @property
    def counted(self) -> str:
        """The number of its mentions, in words."""
        return pluralise(self.mentions, "mention")


class EntityProposals:
    """Makes corrections of the entities of one reading, without applying them."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def candidates(self, exclude: str) -> list[EntityCandidate]:
        """Return all entities but the one with the id `exclude`, ordered by kind (its own first), then mentions."""
        text, named = self._reading.article.text, self._reading.named
        label = next((entity.label for entity in named if entity.id == exclude), None)
        others = [entity for entity in named if entity.id != exclude]
        others.sort(key=lambda entity: (entity.label != label, -len(entity.mentions)))
        return [
            EntityCandidate(entity_reference(text, each), label_name(each.label), len(each.mentions))
            for each in others
        ]

    def change_kind(self, entity: str, label: str) -> Correction:
        """Give the entity another label."""
        now = self._entity(entity)
        return Correction(Action.ENTITY_KIND, entity=now, to_entity=replace(now, label=label, mentions=()))

    def rename(self, entity: str, name: str) -> Correction:
        """Give the entity another name."""
        now = self._entity(entity)
        return Correction(Action.ENTITY_NAME, entity=now, to_entity=replace(now, name=name, mentions=()))

    def merge(self, entity: str, into: EntityReference) -> Correction:
        """Merge the entity into another, whose name and label are kept."""
        return Correction(Action.ENTITY_MERGE, entity=self._entity(entity), to_entity=into)

    def reject(self, entity: str) -> Correction:
        """Say that the entity is not a name."""
        return Correction(Action.ENTITY_REJECT, entity=self._entity(entity))

    def _entity(self, entity: str) -> EntityReference:
        found = next(each for each in self._reading.named if each.id == entity)
        return entity_reference(self._reading.article.text, found)
