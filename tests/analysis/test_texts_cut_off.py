"""Texts that end in the midst of a sentence, as a teaser or a copied passage does."""

from __future__ import annotations

import pytest

from tests.analysis.readers import Reader

SENTENCES = [
    "“We sail at noon,” Jane Doe said in Northport. “Nobody stays,” she told the crew, adding that it was late.",
    "In a letter to the port, Peter Marsh says: “The dam is safe,” and admitted to hiding the report by the mayor.",
    "The trust has condemned the raids as “cowardly”, but the boats were expected to sail before the storm.",
    "According to Jane Doe, the plan was dropped as she sentenced him. The ferry – an old one – sank, he was told.",
    "My sister was like, “You can’t do that,” and Doe described the deal as “a gift” without elaborating on it.",
]


def test_a_quotation_is_found_before_a_last_word_that_says_who_speaks(reader: Reader) -> None:
    analysis = reader.analysis("The port is shut.\n\n“We sail at noon,” Jane Doe said")
    (quote,) = analysis.attributions
    speaker = analysis.speaker(quote.speaker)
    assert speaker is not None
    assert speaker.name == "Jane Doe"


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_text_may_end_behind_any_word(reader: Reader, sentence: str) -> None:
    words = sentence.split(" ")
    for count in range(1, len(words) + 1):
        for mark in ("", ","):
            assert reader.analysis(" ".join(words[:count]).rstrip(".,") + mark).complete
