"""Changes of the entities of an analysis, and of the speaker of the same name.

Each function that returns a string applies a correction and returns the reason if that was impossible, "" if it was
not. Where a correction of an entity names a speaker, that speaker changes with it; where one of a speaker names an
entity, that entity does.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from tui.analysis.analysis import Entity, Step
from tui.analysis.entity_labels import SPEAKER_KINDS
from tui.article.spans import Span
from tui.corrections.correction import Correction, EntityReference, SpeakerReference
from tui.corrections.editable_analysis import CORRECTED, EditableAnalysis
from tui.corrections.speaker_changes import merge_speakers, move_quotes, rename_speaker

_NAME_GONE = "it is no longer among the names"


def change_kind(editable: EditableAnalysis, correction: Correction) -> str:
    """Give an entity another label, and its speaker the kind that goes with it."""
    assert correction.entity is not None
    assert correction.to_entity is not None
    found = editable.find_or_add_entity(correction.entity)
    if found is None:
        return _NAME_GONE
    _keep(editable, replace(found, label=correction.to_entity.label))
    kind = SPEAKER_KINDS.get(correction.to_entity.label)
    speaker = None if correction.speaker is None else editable.find_speaker(correction.speaker)
    if speaker is not None and kind is not None:
        editable.speakers[speaker.id] = replace(speaker, kind=kind, corrected=True)
    return ""


def rename(editable: EditableAnalysis, correction: Correction) -> str:
    """Give an entity and its speaker another name."""
    assert correction.entity is not None
    assert correction.to_entity is not None
    found = editable.find_or_add_entity(correction.entity)
    if found is None:
        return _NAME_GONE
    _keep(editable, replace(found, name=correction.to_entity.name))
    _rename_speaker_of(editable, correction, correction.to_entity.name)
    return ""


def merge(editable: EditableAnalysis, correction: Correction) -> str:
    """Merge an entity into another, and its speaker into that one’s."""
    assert correction.entity is not None
    assert correction.to_entity is not None
    merged = editable.find_or_add_entity(correction.entity)
    kept = editable.find_or_add_entity(correction.to_entity)
    if merged is None and kept is None:
        return "neither is among the names any longer"
    if merged is not None and kept is not None and merged.id != kept.id:
        editable.entities.pop(merged.id, None)
        _keep(editable, _with_mentions(kept, merged.mentions))
    if correction.speaker is not None:
        speaker = editable.find_speaker(correction.speaker)
        into = None if correction.to is None else editable.find_speaker(correction.to)
        if speaker is not None and into is not None and speaker.id != into.id:
            merge_speakers(editable, speaker, into)
        elif into is None:
            _rename_speaker_of(editable, correction, correction.to_entity.name)
    return ""


def divide(editable: EditableAnalysis, correction: Correction) -> str:
    """Give some mentions of an entity to another, and the quotes whose sources hold them to its speaker."""
    assert correction.entity is not None
    assert correction.to_entity is not None
    placed = [editable.anchors.place(passage) for passage in correction.spans]
    moved = {span for span in placed if span is not None}
    if not moved:
        return "its words are no longer in the text"
    _move_mentions(editable, moved, correction.to_entity)
    if correction.speaker is not None and correction.to is not None:
        old = editable.find_speaker(correction.speaker)
        quotes = [
            quote
            for quote in editable.quotes
            if old is not None
            and quote.speaker == old.id
            and any(span.overlaps(mention) for span in quote.source for mention in moved)
        ]
        if quotes:
            new = editable.find_or_add_speaker(correction.to)
            move_quotes(editable, quotes, correction.speaker, new)
            step = Step(f"{CORRECTED}: said by {correction.to.name}, who is not {correction.speaker.name}.")
            for quote in quotes:
                editable.replace_quote(quote, replace(quote, speaker=new, certainty=1.0, evidence=(step,)))
    missing = placed.count(None)
    return f"{missing} of its {len(placed)} mentions are no longer in the text" if missing else ""


def reject(editable: EditableAnalysis, correction: Correction) -> str:
    """Remove what is not a name; a speaker of that name stays."""
    assert correction.entity is not None
    found = editable.find_entity(correction.entity)
    if found is not None and found.name.casefold() == correction.entity.name.casefold():
        del editable.entities[found.id]
        return ""
    # A later analysis may have counted the words as mentions of a longer name.
    _take_mentions(editable, set(editable.mentions(correction.entity)))
    return ""


def follow_speaker(editable: EditableAnalysis, correction: Correction) -> None:
    """Rename or merge the entity of a speaker who was renamed or merged, where the correction names it."""
    if correction.entity is None or correction.to_entity is None:
        return
    found = editable.find_entity(correction.entity)
    if found is not None:
        _keep(editable, replace(found, name=correction.to_entity.name, label=correction.to_entity.label))


def follow_quotes(editable: EditableAnalysis, correction: Correction, sources: Collection[Span]) -> None:
    """Give the mentions in the sources of quotes that were moved to another speaker to the entity of that one."""
    if correction.entity is None or correction.to_entity is None:
        return
    found = editable.find_entity(correction.entity)
    mentions = () if found is None else found.mentions
    moved = {mention for mention in mentions if any(mention.overlaps(span) for span in sources)}
    if moved:
        _move_mentions(editable, moved, correction.to_entity)


def _rename_speaker_of(editable: EditableAnalysis, correction: Correction, name: str) -> None:
    speaker = None if correction.speaker is None else editable.find_speaker(correction.speaker)
    if speaker is not None and speaker.name != name:
        rename_speaker(editable, speaker, SpeakerReference(name, speaker.kind, speaker.role))


def _move_mentions(editable: EditableAnalysis, moved: set[Span], to: EntityReference) -> None:
    """Give mentions to the entity `to`, added if there is none, and take them from all others."""
    name = to.name.casefold()
    named = [entity for entity in editable.entities.values() if entity.name.casefold() == name]
    found = next((entity for entity in named if entity.label == to.label), next(iter(named), None))
    if found is not None and moved <= set(found.mentions):
        return  # the analysis has found it by itself
    _take_mentions(editable, moved, found)
    if found is None:
        found = editable.new_entity(to.name, to.label)
    _keep(editable, _with_mentions(found, moved))


def _take_mentions(editable: EditableAnalysis, taken: set[Span], but: Entity | None = None) -> None:
    """Take mentions from all entities but one; what has none left is removed."""
    for entity in list(editable.entities.values()):
        if entity is but or taken.isdisjoint(entity.mentions):
            continue
        left = tuple(mention for mention in entity.mentions if mention not in taken)
        if left:
            editable.entities[entity.id] = replace(entity, mentions=left, corrected=True)
        else:
            del editable.entities[entity.id]


def _keep(editable: EditableAnalysis, changed: Entity) -> None:
    """Store a changed entity; others that now share its name and label are merged into it."""
    name = changed.name.casefold()
    for other in list(editable.entities.values()):
        if other.id != changed.id and (other.name.casefold(), other.label) == (name, changed.label):
            del editable.entities[other.id]
            changed = _with_mentions(changed, other.mentions)
    editable.entities[changed.id] = replace(changed, corrected=True)


def _with_mentions(entity: Entity, mentions: Collection[Span]) -> Entity:
    return replace(entity, mentions=tuple(sorted({*entity.mentions, *mentions})))
