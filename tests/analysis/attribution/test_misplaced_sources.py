"""A speaker between a quotation and its cue is no end of the words, be it with an apposition."""

from __future__ import annotations

import pytest

from tests.analysis.attribution.spoken_quotes import quoted
from tests.analysis.readers import Reader


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "“They sank the boat, then the pier, then the mill,” Holt, R-Wardle, who chairs the panel, wrote on "
            "Facebook.",
            "They sank the boat",
            "Holt",
        ),
        (
            "“They sank the boat, then the pier, then the mill,” Mia Lund, 43, a nurse from Hull who saw it, wrote "
            "on Facebook. “Nobody else will sail in March.”",
            "They sank the boat",
            "Mia Lund",
        ),
        # what must stay
        ("“We sail,” Anna Holt said, “and nobody else does.”", "We sail", "Anna Holt"),
    ],
)
def test_a_speaker_before_the_cue_is_not_in_the_words(
    reader: Reader, text: str, words: str, speaker: str
) -> None:
    (found,) = [(said, who) for said, who in quoted(reader, text) if words in said]
    assert found[1] == speaker
    assert speaker not in found[0]
