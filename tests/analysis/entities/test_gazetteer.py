"""The places that everybody knows."""

from __future__ import annotations

from tui.analysis.entities.gazetteer import CITY, place_class
from tui.analysis.entities.name_parts import key


def test_places_that_everybody_knows() -> None:
    assert place_class(key("the United Kingdom")) == place_class(key("Nova Scotia")) == "GPE"
    assert place_class(key("São Paulo")) == CITY
    assert place_class(key("Baltic Sea")) == "LOC"
    assert place_class(key("Jane Doe")) == place_class(key("Reading")) == ""
