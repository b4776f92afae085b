"""The second of two verbs joined by "and" has the subject of the first, whoever stands between."""

from __future__ import annotations

import pytest

from tests.analysis.attribution.spoken_quotes import told
from tests.analysis.readers import Reader


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Tom Bell was hired by Anna Holt and promised that the port would shut.", "Tom Bell"),
        ("Tom Bell was shot by Karin Lund and told the nurse that the port would shut.", "Tom Bell"),
        ("Tom Bell rebuked Karin Lund, who had left, and pronounced that the port would shut.", "Tom Bell"),
        ("The strike came days after Tom Bell met the mayor and said that the port would shut.", "Tom Bell"),
        ("Anna Holt left after Tom Bell thanked Karin Lund and said that the port would shut.", "Tom Bell"),
        # whoever stands between speaks where the clause is theirs, and things promise nothing
        ("Tom Bell was hired by Karin Lund, who said that the port would shut.", "Karin Lund"),
        ("Tom Bell met Anna Holt, who runs the mill and said that the port would shut.", "Anna Holt"),
        ("The mill was bought by Karin Lund and said that the port would shut.", "Karin Lund"),
        ("Tom Bell met Anna Holt, and she said that the port would shut.", "Anna Holt"),
    ],
)
def test_the_subject_of_both_verbs_speaks(reader: Reader, text: str, speaker: str) -> None:
    assert [who for words, who in told(reader, text) if words.endswith("the port would shut")] == [speaker]
