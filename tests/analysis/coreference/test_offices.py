"""Offices of whoever spoke last: theirs where the article says so, somebody's whom it does not name otherwise."""

from __future__ import annotations

import pytest

from tests.analysis.attribution.spoken_quotes import told
from tests.analysis.readers import Reader

HOLT = "Anna Holt"


@pytest.mark.parametrize(
    ("before", "source", "speaker"),
    [
        ("Anna Holt said the ministry had paid for it.", "The minister", "Minister"),
        ("Anna Holt said the road was shut.", "The minister", "Minister"),
        ("Anna Holt said the mayor had been paid.", "The mayor", "Mayor"),
        ("Anna Holt of the Green Party said coal must go.", "The president", "President"),
        ("Anna Holt is not the minister. Holt said coal must go.", "The minister", "Minister"),
        # where the article says so
        ("Anna Holt, the transport minister, said the road was shut.", "The minister", HOLT),
        (
            "Transport minister Anna Holt said the road was shut. Tom Bell said she lied.",
            "The minister",
            HOLT,
        ),
        ("Anna Holt is the chief executive of Delta. Holt said coal must go.", "The chief executive", HOLT),
        ("Anna Holt was appointed transport minister in May. Tom Bell said she lied.", "The minister", HOLT),
        ("Anna Holt, 43, said coal must go.", "The 43-year-old", HOLT),
    ],
)
def test_whose_office_it_is(reader: Reader, before: str, source: str, speaker: str) -> None:
    assert told(reader, f"{before} {source} denied the claim.")[-1] == ("the claim", speaker)
