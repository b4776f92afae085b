"""Clerics by their title alone: "the Grand Mufti" is whoever has it before the name, and no other."""

from __future__ import annotations

import pytest

from tests.analysis.attribution.spoken_quotes import told
from tests.analysis.readers import Reader


@pytest.mark.parametrize(
    ("before", "title", "speaker"),
    [
        ("Grand Mufti Sheikh Omar Farouk led the prayer.", "Grand Mufti", "Omar Farouk"),
        ("Grand Ayatollah Ali Hosseini, 88, is ill.", "Grand Ayatollah", "Ali Hosseini"),
        ("Patriarch Kiril Dobrev blessed the fleet.", "Patriarch", "Kiril Dobrev"),
        ("The Grand Mufti of Orsk, Omar Farouk, led the prayer.", "Grand Mufti", "Omar Farouk"),
        ("Pope Martin met Archbishop Thomas Keane.", "Archbishop", "Thomas Keane"),
        ("Pope Martin met Archbishop Thomas Keane.", "Pontiff", "Pope Martin"),
        # another's title
        ("The Archbishop of Orsk came. Thomas Keane, a baker, listened.", "Archbishop", "Archbishop"),
        ("Ayatollah Hassan Rahimi met Paul Renko.", "Ayatollah", "Hassan Rahimi"),
    ],
)
def test_a_title_alone_is_its_bearer(reader: Reader, before: str, title: str, speaker: str) -> None:
    assert told(reader, f"{before} “It is late,” the {title} said.") == [("“It is late,”", speaker)]


def test_a_surname_that_is_a_title_stays(reader: Reader) -> None:
    assert told(reader, "Steve Grand left. “It is late,” Grand said.") == [("“It is late,”", "Steve Grand")]
