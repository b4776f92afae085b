"""The filter's language over quotes of many articles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.session.filtering.query import parse
from tui.session.filtering.record_index import RecordIndex
from tui.session.filtering.records import RECORD_FIELDS, Record

RECORDS = [
    Record(
        "The harbour is open.",
        speaker="Ann Marsh",
        role="mayor",
        cue="said",
        kind="direct",
        certainty=0.9,
        article="Harbour opens",
        note="ask again",
        tags=("port", "local/news"),
    ),
    Record(
        "no talks are planned", "Dmitry Peskov", "spokesman", "denied", "indirect", "speech", 0.5, "Talks"
    ),
    Record("a peaceful end", "", "", "wants", "indirect", "attitude", 0.7, "Talks"),
]

INDEX = RecordIndex(RECORDS, RECORD_FIELDS)


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("", [0, 1, 2]),
        ("harbour", [0]),
        ("HARBOUR open", [0]),
        ("again", [0]),  # a word of the note
        ("speaker:marsh,peskov", [0, 1]),
        ("-speaker:marsh", [1, 2]),
        ("speaker:none", [2]),
        ("kind:indirect stance:speech", [1]),
        ("stance:attitude", [2]),
        ("certainty:>0.6", [0, 2]),
        ("article:talks", [1, 2]),
        ("tag:port", [0]),
        ("tag:news", [0]),
        ("note:ask", [0]),
        ("entity:harbour", [0]),
        ("role:spokes cue:denied", [1]),
        ('"no talks"', [1]),
        ('"o talks"', []),
    ],
)
def test_what_is_left(typed: str, left: list[int]) -> None:
    query = parse(typed, RECORD_FIELDS)
    assert query.problem is None
    assert INDEX.matching(query) == left


def test_a_field_there_is_none_of_is_said_and_narrows_nothing() -> None:
    query = parse("taag:port", RECORD_FIELDS)
    assert query.problem == "no field “taag”; did you mean tag:?"
    assert INDEX.matching(query) == [0, 1, 2]
    assert parse("tag:port").problem is not None  # the reader's own filter has no tags


@given(st.text(max_size=40))
def test_anything_can_be_typed(typed: str) -> None:
    assert set(INDEX.matching(parse(typed, RECORD_FIELDS))) <= {0, 1, 2}
