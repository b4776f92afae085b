"""Words that a parse leaves with the cue are the content's."""

from __future__ import annotations

import pytest

from tests.analysis.attribution.spoken_quotes import told
from tests.analysis.readers import Reader


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Anna Holt added people “do not care to move” to it.", "people “do not care to move” to it"),
        ("Anna Holt said pupils “were ill”.", "pupils “were ill”"),
        ("Anna Holt claimed critics “have lied”.", "critics “have lied”"),
        (
            "Anna Holt called the mill's boast at the fair that its beams were oak “plain rot.”",
            "the mill's boast at the fair that its beams were oak “plain rot.”",
        ),
        ("Anna Holt called the claim that she had lied “a joke”.", "the claim that she had lied “a joke”"),
        ("Anna Holt dubbed the plan that she hated “a mess”.", "the plan that she hated “a mess”"),
        # what must stay
        ("Anna Holt told voters “do not panic”.", "“do not panic”"),
        ("Anna Holt said that people “do not want it”.", "that people “do not want it”"),
        ("Anna Holt called the plan “a waste”.", "the plan “a waste”"),
        ("Anna Holt said on Monday “we are ill”.", "“we are ill”"),
        ("Anna Holt said no, “we are ill”.", "“we are ill”"),
    ],
)
def test_the_content_begins_with_its_first_word(reader: Reader, text: str, words: str) -> None:
    assert [said for said, _ in told(reader, text)] == [words]
