"""Which entities the analysis may have wrong, and what is known of the people among them."""

from __future__ import annotations

from tui.analysis.analysis import Analysis, Entity

_PLACES = frozenset({"GPE", "LOC"})


def unsure_entities(analysis: Analysis) -> set[str]:
    """Return the ids of the entities whose label rests on a single word that the article has once.

    On articles that others marked by hand (GUM, Wikinews) two thirds of these are right, of all other people,
    organisations and places nine in ten.
    """
    speakers = {speaker.name.casefold() for speaker in analysis.speakers}
    return {entity.id for entity in analysis.entities if _is_unsure(entity, speakers)}


def _is_unsure(entity: Entity, speakers: set[str]) -> bool:
    if len(entity.mentions) > 1 or len(entity.name.split()) > 1 or entity.corrected:
        return False
    if entity.label == "NORP":  # "Danish", "Hindus": the recogniser knows them from many texts
        return False
    name = entity.name.casefold()
    if name in speakers:  # who speaks is somebody
        return False
    if entity.label in _PLACES:
        from tui.analysis.entities.gazetteer import place_class

        return not place_class((name,))
    return True


def roles_of_people(analysis: Analysis) -> dict[str, str]:
    """Return the roles of the people among the entities, by entity id: those of the speakers of the same names."""
    roles = {s.name.casefold(): s.role for s in analysis.speakers if s.role and s.kind == "person"}
    people = (entity for entity in analysis.entities if entity.label == "PERSON")
    return {entity.id: role for entity in people if (role := roles.get(entity.name.casefold()))}
