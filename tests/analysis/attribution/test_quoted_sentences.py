"""Names and terms in quotation marks are no sentences; a question of two words that is answered is one."""

from __future__ import annotations

import pytest

from tests.analysis.attribution.spoken_quotes import quoted
from tests.analysis.readers import Reader


@pytest.mark.parametrize(
    "text",
    [
        "They sang “Songs of the Sea” on the quay.",
        "The ferry, known as “the Whale”, sank in May.",
        "A banner read “Enough is enough.” The crowd cheered.",
        "The “big one” came in May.",
    ],
)
def test_names_and_scare_quotes_are_not_sentences(reader: Reader, text: str) -> None:
    assert quoted(reader, text) == []


def test_a_short_question_that_is_answered_is_a_row(reader: Reader) -> None:
    text = '"How high?" "High enough," Orde replied. Sam Orde was the witness.'
    assert quoted(reader, text) == [('"How high?"', None), ('"High enough,"', "Sam Orde")]
