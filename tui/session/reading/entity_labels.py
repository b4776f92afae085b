"""spaCy's labels of named entities (OntoNotes 5) in a reader's words."""

from __future__ import annotations

LABELS = {
    "PERSON": "People",
    "ORG": "Organisations",
    "GPE": "Countries, cities, states",
    "NORP": "Nationalities, religions, parties",
    "LOC": "Places",
    "FAC": "Buildings, roads, sites",
    "EVENT": "Events",
    "PRODUCT": "Products",
    "WORK_OF_ART": "Works",
    "LAW": "Laws",
    "LANGUAGE": "Languages",
}
"""In the order they are shown; other labels follow under their own names."""


def label_name(label: str) -> str:
    """Return what a label is called: "Countries, cities, states" for GPE."""
    return LABELS.get(label, label.replace("_", " ").capitalize())


def label_order(label: str) -> tuple[int, str]:
    """Return a key to sort labels by."""
    return list(LABELS).index(label) if label in LABELS else len(LABELS), label
