"""The kind of thing that a noun says, which ends a name ("Harbour Trust") or stands beside it ("the film Tarn")."""

from __future__ import annotations

import re

from tui.analysis.entities import gazetteer
from tui.analysis.entities.name_parts import Key
from tui.analysis.entities.word_lists import words

_HEADS: dict[str, str] = {
    **dict.fromkeys(words("heads of works"), "WORK_OF_ART"),
    **dict.fromkeys(words("heads of laws"), "LAW"),
    **dict.fromkeys(words("heads of products"), "PRODUCT"),
    **dict.fromkeys(words("heads of undertakings"), "EVENT"),
    **dict.fromkeys(words("heads of events"), "EVENT"),
    **dict.fromkeys(words("heads of places") | words("landforms"), "LOC"),
    **dict.fromkeys(words("heads of buildings"), "FAC"),
    **dict.fromkeys(words("heads of organisations"), "ORG"),
}
"""The label of a name by the noun that ends it."""

_FIRST: dict[str, str] = {
    **dict.fromkeys(words("first words of events"), "EVENT"),
    **dict.fromkeys(words("first words of products"), "PRODUCT"),
    **dict.fromkeys(words("first words of buildings"), "FAC"),
}
NOUN_LABELS: dict[str, str] = {
    **_HEADS,
    **dict.fromkeys(words("works"), "WORK_OF_ART"),
    **dict.fromkeys(words("bodies"), "ORG"),
    **dict.fromkeys(
        words("places") | {"town", "village", "province", "suburb", "capital", "continent"}, "GPE"
    ),
    **dict.fromkeys(words("people") | words("kin"), "PERSON"),
}
"""What somebody or something is that a noun beside the name describes ("Tarn, a novel")."""

_OF = frozenset({"of", "for", "at", "in", "on"})
_NUMERAL = re.compile("[ivx]+")
_CONTESTS = frozenset({"championship", "cup", "division", "league", "world"})
_OF_TOWNS = words("teams") | words("papers")


def head_label(name: Key) -> str:
    """Return the label that the head noun of a name of several words implies, "" if it implies none."""
    if len(name) < 2:
        return ""
    if name[0] in _FIRST:
        return _FIRST[name[0]]
    if name[0] in ("cape", "lake", "mount", "mt") and len(name) == 2:
        return "LOC"
    if name[0] == "port" and len(name) == 2 and name[1] not in _HEADS:
        return "GPE"  # "Port Stanley"
    if name[-1] in _OF_TOWNS and gazetteer.place_class(name[:-1]):
        return "ORG"  # "Cleveland Cavaliers", "Cardiff Sun"
    if name[0] in ("university", "ministry", "department", "bank") and name[1] in _OF:
        return "ORG"
    if name[0] == "title" and len(name) == 2 and _NUMERAL.fullmatch(name[1]):
        return "LAW"  # "Title IX"
    if name[-1] == "series" and not _CONTESTS.isdisjoint(name):
        return "EVENT"  # "World Series"
    if name[0] in ("center", "centre") and name[1] == "for":
        return "ORG"  # "Center for Wardle Studies", whose building is named after somebody
    if name[-2:] == ("space", "center"):
        return "FAC"
    if name[:2] == ("space", "shuttle") and len(name) == 3:
        return "PRODUCT"
    for at, word in enumerate(name[1:], 1):
        if word in _OF:
            if found := _HEADS.get(name[at - 1]):
                return found  # "Museum of Flight"
            break
    found = _HEADS.get(name[-1], "")
    if not found and name[-1].isdigit():
        found = _HEADS.get(name[-2], "")
    return found
