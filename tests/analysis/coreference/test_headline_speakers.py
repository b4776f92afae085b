"""Who is described below a headline is whom it names for the same words, and nobody else."""

from __future__ import annotations

import pytest

from tests.spoken import resolved

ARTICLES = {
    "an office": """
        ⟦Kearney|Nora Kearney⟧: Spring 2021 sensible for vote

        ⟦Malta’s first minister|Nora Kearney⟧ has said spring 2021 would be a sensible date for any vote.

        Nora Kearney was in Oxley on Monday.
    """,
    "an office again": """
        ⟦Tom Reed|Tom Reed⟧ says rents should rise and fall

        ⟦The housing secretary|Tom Reed⟧ has said rents should rise and fall with wages.

        “It is fair,” ⟦the housing secretary|Tom Reed⟧ said. The sun came out.
    """,
    "no headline": """
        ⟦Tom Reed|Tom Reed⟧ said that rents should rise and fall.

        ⟦The housing secretary|Housing secretary⟧ has said rents should rise and fall with wages.
    """,
    "other words": """
        ⟦Tom Reed|Tom Reed⟧ says the bridge is safe

        ⟦The mayor|Mayor⟧ said the ferry was late.
    """,
    "somebody’s lawyer": """
        ⟦Tom Reed|Tom Reed⟧ says the bridge is safe and shut

        ⟦A lawyer|Lawyer⟧ said the bridge was safe and shut.
    """,
    "a woman": """
        ⟦Tom Reed|Tom Reed⟧ says the bridge is safe and shut

        ⟦The actress|Actress⟧ said the bridge was safe and shut.
    """,
}


@pytest.mark.parametrize("article", [pytest.param(text, id=name) for name, text in ARTICLES.items()])
def test_the_described_speaker_of_a_headlines_words_is_whom_it_names(article: str) -> None:
    spoken = resolved(article)
    assert spoken.found == spoken.expected
