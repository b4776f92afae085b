"""What leads to the words, before a colon or a dash, is not said; a sentence that goes on behind one is."""

from __future__ import annotations

import pytest

from tests.analysis.attribution.spoken_quotes import told
from tests.analysis.readers import Reader


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "As Anna Holt put it to me: “You can say the dice are loaded.”",
            "“You can say the dice are loaded.”",
        ),
        ("Anna Holt explained it this way: “It is like a dance where nobody leads.”", None),
        (
            "Anna Holt then listed the qualities of a good miller: “He is up at dawn. He knows the river.”",
            "“He is up at dawn. He knows the river.”",
        ),
        (
            "Anna Holt emailed a link to the film with one sentence: “This is not what we asked for.”",
            "“This is not what we asked for.”",
        ),
        ("The root of the “debts” is no riddle: “I adore velvet,” Anna Holt said.", "“I adore velvet,”"),
        # all of it is said
        (
            "Anna Holt said the reason was simple: “nobody came.”",
            "the reason was simple: “nobody came.”",
        ),
        (
            "Anna Holt lamented the mayor's habit of making slips – “does he have to help them so much?”",
            "the mayor's habit of making slips – “does he have to help them so much?”",
        ),
    ],
)
def test_a_lead_is_left_out(reader: Reader, text: str, words: str | None) -> None:
    words = words or text[text.index("“") :]
    assert told(reader, text) == [(words, "Anna Holt")]
