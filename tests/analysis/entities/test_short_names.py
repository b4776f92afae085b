"""Short names of bodies, and bodies that have a word in common."""

from __future__ import annotations

import pytest

from tests.analysis.attribution.spoken_quotes import told
from tests.analysis.readers import Reader


@pytest.mark.parametrize(
    ("one", "other", "speakers"),
    [
        ("Orion Electronics", "Orion", ["Orion Electronics"] * 2),
        ("Samsung", "Samsung Electronics", ["Samsung Electronics"] * 2),
        ("Royal Dutch Shell", "Shell", ["Royal Dutch Shell"] * 2),
        (
            "The Public Service Union of Norland",
            "The Public Service Union",
            ["Public Service Union of Norland"] * 2,
        ),
        ("Harlow Council", "Harlow Borough Council", ["Harlow Borough Council"] * 2),
        # parts of a body, and others of its name
        ("Airbus", "Airbus Helicopters", ["Airbus", "Airbus Helicopters"]),
        ("Deutsche Bank", "Deutsche Telekom", ["Deutsche Bank", "Deutsche Telekom"]),
        ("Samsung Electronics", "Samsung Biologics", ["Samsung Electronics", "Samsung Biologics"]),
        (
            "The Royal Society of Chemistry",
            "The Royal Society",
            ["Royal Society of Chemistry", "Royal Society"],
        ),
    ],
)
def test_who_is_one_body(reader: Reader, one: str, other: str, speakers: list[str]) -> None:
    text = f"{one} said the talks were over. {other} said the port was shut."
    assert [who for _, who in told(reader, text)] == speakers


def test_two_long_names_leave_the_short_one_alone(reader: Reader) -> None:
    text = (
        "Samsung Electronics said it was late. Samsung Biologics said it was cold. Samsung said it was fine."
    )
    assert [who for _, who in told(reader, text)] == ["Samsung Electronics", "Samsung Biologics", "Samsung"]
