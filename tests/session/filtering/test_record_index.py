"""What the filter over clippings and over what somebody said suggests, and that it means what it says."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.session.filtering.filter_completion import Completion, complete
from tui.session.filtering.query import parse
from tui.session.filtering.record_index import RecordIndex
from tui.session.filtering.records import RECORD_FIELDS, SAID_FIELDS, Record

HARBOUR = Record(
    "The harbour is open.",
    speaker="Ann Marsh",
    role="mayor",
    cue="said",
    kind="direct",
    certainty=0.95,
    article="Harbour opens Ann Reporter",
    title="Harbour opens",
    tags=("port", "local/news"),
)
RECORDS = [
    HARBOUR,
    replace(HARBOUR, words="It was time.", cue="added", tags=("port",), note="ask again"),
    Record(
        "no talks", "Dmitry Peskov", "spokesman", "denied", "indirect", "speech", 0.6, "Talks", title="Talks"
    ),
    Record("a peaceful end", "", "", "wants", "indirect", "attitude", 0.7, "Talks", title="Talks"),
]
CLIPPED = RecordIndex(RECORDS, RECORD_FIELDS)
SAID = RecordIndex(RECORDS, SAID_FIELDS, speech_only=True)


def suggested(text: str, index: RecordIndex = CLIPPED) -> list[tuple[str, int | None]]:
    return [(each.label, each.count) for each in complete(index, text, len(text))]


def test_the_fields_are_those_there_are() -> None:
    assert [label for label, _ in suggested("")] == [f"{name}:" for name in RECORD_FIELDS if name != "text"]
    assert suggested("t") == [("tag:", None), *suggested("t")[1:]]
    assert "tag:" not in dict(suggested("", SAID))
    assert suggested("tag:", SAID) == suggested("note:") == suggested("nonsense:") == []


@pytest.mark.parametrize(
    ("typed", "values"),
    [
        ("speaker:", [("Ann Marsh", 2), ("Dmitry Peskov", 1), ("none", 1)]),
        ("tag:", [("port", 2), ("local/news", 1)]),
        ("tag:local", [("local/news", 1)]),
        ("article:", [("Harbour opens", 2), ("Talks", 2)]),
        ("role:", [("mayor", 2), ("spokesman", 1)]),
        ("cue:", [("added", 1), ("denied", 1), ("said", 1), ("wants", 1)]),
        ("kind:", [("direct", 2), ("indirect", 2)]),
        ("certainty:", [(">0.5", 4), (">0.8", 2), (">0.9", 2)]),
        ("stance:", [("any", 4), ("speech", 3), ("attitude", 1)]),
        ("tag:port cue:", [("added", 1), ("said", 1)]),
        ("-tag:", [("local/news", 3), ("port", 2)]),
        ("speaker:none,", [("Ann Marsh", 3), ("Dmitry Peskov", 2)]),
    ],
)
def test_the_values_with_how_many_would_be_left(typed: str, values: list[tuple[str, int]]) -> None:
    assert suggested(typed) == values


def test_a_word_is_enough_to_be_offered_its_field() -> None:
    assert complete(CLIPPED, "mar", 3) == [Completion('speaker:"Ann Marsh"', 'speaker:"Ann Marsh"', 19, 2)]
    assert suggested("talk") == [("article:Talks", 2)]
    assert suggested("port") == [("tag:port", 2)]


def test_attitudes_count_where_they_are_asked_for() -> None:
    assert suggested("cue:wan") == [("wants", 1)]
    assert suggested("cue:wan", SAID) == []
    assert suggested("stance:", SAID) == [("any", 4), ("speech", 3), ("attitude", 1)]
    assert suggested("stance:attitude cue:", SAID) == [("wants", 1)]


@given(
    st.lists(
        st.sampled_from(
            ["speaker:", "tag:po", "-", "Ann", '"', ",", "none", " ", "article:", "talk", "kind:"]
        )
    )
)
def test_whatever_is_typed_a_suggestion_leaves_what_it_says(pieces: list[str]) -> None:
    text = "".join(pieces)
    for index, fields in ((CLIPPED, RECORD_FIELDS), (SAID, SAID_FIELDS)):
        for each in complete(index, text, len(text)):
            assert each.text[: each.cursor]
            if each.count is not None:
                assert len(index.matching(parse(each.text, fields))) == each.count
