"""Make corrections of entities from what a reading shows; entities are given by id."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui.analysis.entity_labels import SPEAKER_KINDS, label_name
from tui.article.spans import Span
from tui.corrections.action import Action
from tui.corrections.correction import (
    Correction,
    EntityReference,
    SpeakerReference,
    entity_reference,
    speaker_reference,
    unique_passages,
)
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
        """Give the entity another label, and the speaker of its name the kind that goes with it."""
        now = self._entity(entity)
        speaker = self._speaker_of(now.name) if label in SPEAKER_KINDS else None
        to_entity = replace(now, label=label, mentions=())
        return Correction(Action.ENTITY_KIND, entity=now, to_entity=to_entity, speaker=speaker)

    def rename(self, entity: str, name: str) -> Correction:
        """Give the entity another name, and the speaker of its name, too."""
        now = self._entity(entity)
        to_entity = replace(now, name=name, mentions=())
        return Correction(
            Action.ENTITY_NAME, entity=now, to_entity=to_entity, speaker=self._speaker_of(now.name)
        )

    def merge(self, entity: str, into: EntityReference) -> Correction:
        """Merge the entity into another, which is kept, and the speaker of its name into that of the other."""
        now = self._entity(entity)
        speaker = self._speaker_of(now.name)
        to = None if speaker is None else self._speaker_of(into.name)
        return Correction(Action.ENTITY_MERGE, entity=now, to_entity=into, speaker=speaker, to=to)

    def divide(self, entity: str, mentions: Sequence[Span], to: EntityReference) -> Correction:
        """Give some mentions of the entity to another, and the quotes whose sources hold them to its speaker."""
        now, text = self._entity(entity), self._reading.article.text
        speaker = self._speaker_of(now.name)
        if speaker is not None and not self._names_a_source(speaker.name, mentions):
            speaker = None
        kind = SPEAKER_KINDS.get(to.label, "person")
        other = None if speaker is None else self._speaker_of(to.name) or SpeakerReference(to.name, kind)
        spans = unique_passages(text, sorted(mentions))
        return Correction(
            Action.ENTITY_DIVIDE, entity=now, to_entity=to, spans=spans, speaker=speaker, to=other
        )

    def reject(self, entity: str) -> Correction:
        """Say that the entity is not a name."""
        return Correction(Action.ENTITY_REJECT, entity=self._entity(entity))

    def _entity(self, entity: str) -> EntityReference:
        found = next(each for each in self._reading.named if each.id == entity)
        return entity_reference(self._reading.article.text, found)

    def _speaker_of(self, name: str) -> SpeakerReference | None:
        """Refer to the speaker who has the name of an entity."""
        speakers = self._reading.analysis.speakers
        found = next((each for each in speakers if each.name.casefold() == name.casefold()), None)
        return None if found is None else speaker_reference(self._reading.article.text, found)

    def _names_a_source(self, speaker: str, mentions: Sequence[Span]) -> bool:
        """Tell whether a source of the speaker’s quotes holds one of the mentions."""
        analysis = self._reading.analysis
        return any(
            span.overlaps(mention)
            for quote in analysis.attributions
            if (said_by := analysis.speaker(quote.speaker)) is not None and said_by.name == speaker
            for span in quote.source
            for mention in mentions
        )
