"""spaCy's labels of named entities (OntoNotes 5) in a reader's words."""

from __future__ import annotations

from typing import NamedTuple


class EntityKind(NamedTuple):
    """What entities of one label are called."""

    plural: str
    singular: str
    """With its article: "a person"."""


ENTITY_KINDS = {
    "PERSON": EntityKind("People", "a person"),
    "ORG": EntityKind("Organisations", "an organisation"),
    "GPE": EntityKind("Countries and cities", "a country or city"),
    "LOC": EntityKind("Places", "a place"),
    "NORP": EntityKind("Groups", "a group"),
    "WORK_OF_ART": EntityKind("Works", "a work"),
    "EVENT": EntityKind("Events", "an event"),
    "PRODUCT": EntityKind("Products", "a product"),
    "LAW": EntityKind("Laws", "a law"),
}
"""By label, in the order in which people look for them; other labels follow under their own names."""
SPEAKER_KINDS = {
    "PERSON": "person",
    "ORG": "organisation",
    "NORP": "group",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}
"""The kind of speaker for each label, the labels likeliest to speak first."""
_NUMBERS = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"})
_SHOWN_AS = {"FAC": "LOC"}  # a bridge or an airport is looked for among the places


def label_name(label: str) -> str:
    """Return what entities of a label are called: "Countries and cities" for GPE."""
    label = shown_label(label)
    return ENTITY_KINDS[label].plural if label in ENTITY_KINDS else label.replace("_", " ").capitalize()


def label_order(label: str) -> tuple[int, str]:
    """Return a key to sort labels by."""
    label = shown_label(label)
    return list(ENTITY_KINDS).index(label) if label in ENTITY_KINDS else len(ENTITY_KINDS), label


def shown_label(label: str) -> str:
    """Return the label among whose entities those of this one are listed."""
    return _SHOWN_AS.get(label, label)


def is_name(label: str) -> bool:
    """Tell whether a label is that of names, not of dates, numbers and sums of money."""
    return label not in _NUMBERS
