"""No quotation stands in two rows."""

from __future__ import annotations

from tests.analysis.attribution.spoken_quotes import quoted
from tests.analysis.readers import Reader

HOLT = "Anna Holt"


def test_two_cues_of_one_speaker_share_no_quotation(reader: Reader) -> None:
    text = (
        "“Every time you say that,” Anna Holt said, referring to the one per cent excuse, “you give them "
        "a stick to break up the port.”"
    )
    assert quoted(reader, text) == [
        ("“Every time you say that,” … “you give them a stick to break up the port.”", HOLT)
    ]


def test_whoever_stands_nearest_to_a_participle_speaks(reader: Reader) -> None:
    text = "The union criticised the cuts, with its leader Anna Holt warning of “dark days”."
    assert quoted(reader, text) == [("“dark days”", HOLT)]


def test_a_source_is_not_the_clause_before(reader: Reader) -> None:
    text = (
        "Anna Holt praised the crew, thanked Peter Lind for “the best year we ever had” and called the mayor "
        "“a liar”."
    )
    assert quoted(reader, text) == [("“the best year we ever had”", HOLT), ("the mayor “a liar”", HOLT)]
