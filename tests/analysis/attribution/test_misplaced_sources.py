"""A speaker between a quotation and its cue is no end of the words, be it with an apposition."""

from __future__ import annotations

import pytest

from tests.analysis.attribution.spoken_quotes import quoted
from tests.analysis.readers import Reader


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "“The ferry is a lifeline for the island and, honestly, the clinic and our school,” Lund, a Holt "
            "ally, said Monday on Radio Quay’s “Dawn and Dusk.” “Nobody else will sail in March.”",
            "a lifeline",
            "Lund",
        ),
        (
            "“It’s a fair wage for the crews and, honestly, the harbour and our port,” Anna Holt, who ran the "
            "union for a decade, said Monday on the BBC’s “Late Watch.”",
            "a fair wage",
            "Anna Holt",
        ),
        ("“We sail,” Anna Holt said, “and nobody else does.”", "We sail", "Anna Holt"),
    ],
)
def test_a_speaker_before_the_cue_is_not_in_the_words(
    reader: Reader, text: str, words: str, speaker: str
) -> None:
    (found,) = [(said, who) for said, who in quoted(reader, text) if words in said]
    assert found[1] == speaker
    assert speaker not in found[0]
