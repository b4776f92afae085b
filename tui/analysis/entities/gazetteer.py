"""Places that everybody knows: `data/places.txt` and the regions, seas and provinces of the word lists.

`data/places.txt` is made by `tui.analysis.training.place_list` from GeoNames (www.geonames.org, CC BY 4.0). No
name is a place just because it is listed: Paris, Jordan and Virginia are people, too.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tui.analysis.entities.gender import fold
from tui.analysis.entities.name_parts import Key
from tui.analysis.entities.word_lists import groups

CITY = "city"
_LABELS = {"lands and waters": "LOC", "provinces": "GPE"}
_GREAT = frozenset({"country", "state", "capital"})


@cache
def _places() -> dict[str, str]:
    """Return the class of each place: city, or the label of one that is larger."""
    found: dict[str, str] = {}
    path = Path(__file__).parents[1] / "data" / "places.txt"
    for line in path.read_text(encoding="utf-8").splitlines():
        kind, _, names = line.partition(": ")
        plain = names.replace("'s ", " ").replace("'s,", ",")  # as in keys
        found.update(dict.fromkeys(plain.split(", "), "GPE" if kind in _GREAT else CITY))
    for section, label in _LABELS.items():
        found.update((name, label) for group in groups(section) for name in group)
    return found


def place_class(name: Key) -> str:
    """Return GPE or LOC for a country, state, capital, region or water, `CITY` for a city, "" otherwise."""
    return _places().get(fold(" ".join(name)), "")
