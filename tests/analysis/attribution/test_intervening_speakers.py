"""Whoever stands between a thing and the cue speaks; the thing does not."""

from __future__ import annotations

import pytest

from tests.analysis.attribution.spoken_quotes import told
from tests.analysis.readers import Reader


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Another video shows a man shouting “Stop the car” at the gate.", "Man"),
        (
            "Shares in Alder Foods fell after the grocer cut its outlook and said that its treasurer would leave.",
            "Grocer",
        ),
        ("Prices jumped when the ministry shut the port and warned that more would follow.", "Ministry"),
        # what must stay
        ("The mayor left after the council voted and said that she was tired.", "Mayor"),
        ("The report came after the mayor left and said that the port was shut.", "Report"),
        ("Prices fell after the crash, Anna Holt said.", "Anna Holt"),
        ("Tom Bell met Anna Holt, saying that “the plan stands.”", "Tom Bell"),
    ],
)
def test_whoever_stands_nearer_speaks(reader: Reader, text: str, speaker: str) -> None:
    assert [who for _, who in told(reader, text)] == [speaker]
