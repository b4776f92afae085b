"""Names that run into the word beside them, as where a page’s parts lost the space: "Jane DoePhotographs"."""

from __future__ import annotations

import re

from tui.analysis.entities.gender import is_first_name

_JOINT = re.compile(r"(?<=[a-z]{3})(?=[A-Z][a-z]{3})")
_PREFIXES = ("Fitz", "Vander", "Saint")


def glued_ends(name: str) -> tuple[int, int]:
    """Return how many characters at either end of a person's name of several words do not belong to it.

    "DeVos", "MacInnes", "FitzRoy" and "JeanPaul" are whole.
    """
    first, _, rest = name.partition(" ")
    last = rest.rpartition(" ")[2]
    if not last:
        return 0, 0
    before = [m.start() for m in _JOINT.finditer(first)]
    glued = before and is_first_name(first[before[-1] :]) and not is_first_name(first[: before[-1]])
    lead = before[-1] if glued else 0
    behind = _JOINT.search(last)
    tail = 0 if behind is None or last.startswith(_PREFIXES) else len(last) - behind.start()
    return lead, tail
