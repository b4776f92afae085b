"""Sentences that a page sets against each other, a dash between: each has its own speaker and words."""

from __future__ import annotations

import pytest

from tests.analysis.attribution.spoken_quotes import told
from tests.analysis.readers import Reader

HOLT, BELL = "Anna Holt", "Tom Bell"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "The council met.- Anna Holt said the bins would be emptied.- Tom Bell said he was sorry.",
            [("the bins would be emptied", HOLT), ("he was sorry", BELL)],
        ),
        (
            "The vote was close.-“We won,” Anna Holt said.-“We lost,” Tom Bell said.",
            [("“We won,”", HOLT), ("“We lost,”", BELL)],
        ),
        (
            "Anna Holt said the vote was fair.-“Nobody cheated,” she said.",
            [("the vote was fair", HOLT), ("“Nobody cheated,”", HOLT)],
        ),
        ("“We will fight on.”- Anna Holt, chairwoman", [("“We will fight on.”", HOLT)]),
    ],
)
def test_each_sentence_is_its_speakers(reader: Reader, text: str, said: list[tuple[str, str]]) -> None:
    assert told(reader, text) == said
