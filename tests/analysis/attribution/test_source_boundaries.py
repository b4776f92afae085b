"""A source ends where its verb begins, and a passive's speaker stands behind it."""

from __future__ import annotations

import pytest

from tests.analysis.attribution.spoken_quotes import told
from tests.analysis.readers import Reader


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Dr. Anita Rao is the health officer.\n\nRao rejects claims that the vaccine causes harm.",
            "Anita Rao",
        ),
        ("The ferry was described as “a floating wreck” by the dockers.", "Dockers"),
        # what must stay
        ("The dockers described the ferry as “a floating wreck.”", "Dockers"),
        ("Rao's rejections claim that the port is shut.", "Rao's rejections"),
    ],
)
def test_the_source_is_whole(reader: Reader, text: str, speaker: str) -> None:
    assert [who for _, who in told(reader, text)] == [speaker]
