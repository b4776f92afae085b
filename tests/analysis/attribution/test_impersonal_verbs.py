"""Where "it" or "there" is nobody, nothing is said; where somebody notes it, it is."""

from __future__ import annotations

import pytest

from tests.analysis.attribution.spoken_quotes import told
from tests.analysis.readers import Reader


@pytest.mark.parametrize(
    "text",
    [
        "It's worth noting that the port is shut.",
        "It is important to note that the dam is old.",
        "It dawned on Anna Holt that nobody would come.",
        "It was not clear whether the dam would hold.",
        "There is no reason to presume that the dam will hold.",
        "It doesn't take an expert to see why the dam broke.",
        "It should be noted that the dam is old.",
        "It is unclear whether the dam will hold.",
        "It emerged last night that the dam would not hold.",
    ],
)
def test_nobody_is_meant(reader: Reader, text: str) -> None:
    assert told(reader, text) == []


def test_somebody_notes_it(reader: Reader) -> None:
    text = "Anna Holt noted that the port was shut."
    assert told(reader, text) == [("that the port was shut", "Anna Holt")]
