"""A speaker between a quotation and its cue is no end of the words, be it with an apposition."""

from __future__ import annotations

import pytest

from tests.analysis.attribution.spoken_quotes import Told, quoted
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'The porters "asked for carts and were given whistles," Bram Coster told the assembly.',
            [('The porters "asked for carts and were given whistles,"', "Bram Coster")],
        ),
        (
            'The porters "asked for carts and were given whistles," Bram Coster told the assembly, and for that '
            'reason "will not open the gates on Monday."',
            [
                (
                    'The porters "asked for carts and were given whistles," … and for that reason "will not open '
                    'the gates on Monday."',
                    "Bram Coster",
                )
            ],
        ),
        # a quotation that belongs to the name
        ("Neighbours of “Old Tom,” a horse, said they had called him “a menace”.", None),
        (
            "The man in the “Vote” hat, Bram Coster, told the hall: “We stay.”",
            [("“We stay.”", "Bram Coster")],
        ),
    ],
)
def test_a_quotation_before_the_speaker_is_not_in_the_source(
    reader: Reader, text: str, expected: Told | None
) -> None:
    found = quoted(reader, text)
    if expected is None:
        assert all("Old Tom" not in words for words, _ in found)
    else:
        assert found == expected
