"""What can be corrected."""

from __future__ import annotations

from enum import StrEnum


class Action(StrEnum):
    """What a correction does; the value is its name in JSON."""

    SPEAKER = "speaker"
    REJECT = "not a quote"
    KIND = "kind"
    CONTENT = "content"
    CUE = "cue"
    SOURCE = "source"
    ADD = "add"
    MERGE = "merge"
    DIVIDE = "divide"
    NAME = "name"
    ENTITY_KIND = "entity kind"
    ENTITY_NAME = "entity name"
    ENTITY_MERGE = "entity merge"
    ENTITY_DIVIDE = "entity divide"
    ENTITY_REJECT = "not a name"
