"""What a thing bears is nobody's words; a slogan that somebody chants is theirs."""

from __future__ import annotations

import pytest

from tests.analysis.attribution.spoken_quotes import told
from tests.analysis.readers import Reader


@pytest.mark.parametrize(
    "text",
    [
        "The party ran a campaign with the slogan “Fish for all.”",
        "Visitors laughed at the sign “No laughing” by the door.",
        "Anna Holt put a sign that said “Full” in the window.",
        "The army released a clip that carries the title “To be continued.”",
    ],
)
def test_nobody_says_what_a_thing_bears(reader: Reader, text: str) -> None:
    assert told(reader, text) == []


def test_what_a_shirt_reads_is_not_what_its_wearer_says(reader: Reader) -> None:
    text = "Anna Holt, whose T-shirt read “No More Mud,” yelled, “We want a pavement!”"
    assert told(reader, text) == [("“We want a pavement!”", "Anna Holt")]


def test_a_slogan_that_is_chanted_is_said(reader: Reader) -> None:
    assert told(reader, "The crowd chanted the slogan “Fish for all.”") == [("“Fish for all.”", "Crowd")]
