"""The noun that ends a name says its kind."""

from __future__ import annotations

import pytest

from tui.analysis.entities.head_nouns import head_label
from tui.analysis.entities.name_parts import key


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Harbour Trust", "ORG"),
        ("Museum of Glass", "FAC"),
        ("University of Wardle", "ORG"),
        ("Wardle Bridge", "FAC"),
        ("Cyclone Oswin", "EVENT"),
        ("Davenport Cup", "EVENT"),
        ("Space Shuttle Petrel", "PRODUCT"),
        ("Clean Rivers Act", "LAW"),
        ("Lake Wardle", "LOC"),
        ("Holt Crater", "LOC"),
        ("Jane Doe", ""),
        ("Oswin", ""),
    ],
)
def test_the_noun_that_ends_a_name_says_its_kind(name: str, label: str) -> None:
    assert head_label(key(name)) == label
