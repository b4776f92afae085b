"""Whom a pronoun means after a sentence or paragraph about somebody: its subject, or to whom something was done."""

from __future__ import annotations

import pytest

from tests.spoken import resolved

INTRODUCED = {
    "whom the paragraph began with": """
        “It was mine,” said ⟦Karin Vold|Karin Vold⟧.

        Mary Ostrow, the pastor, opened the church. About 60 people came. “Nobody slept,” ⟦she|Mary Ostrow⟧ said.
    """,
    "and owned something": """
        “It was mine,” said ⟦Tom Vold|Tom Vold⟧.

        Peter Lind, who owns the mill, bought the field. The price was high. “I paid it,” ⟦he|Peter Lind⟧ said.
    """,
    "not of whom the words are": """
        “It was mine,” said ⟦Karin Vold|Karin Vold⟧.

        Mary Ostrow left the club in May. The members were sad. “She was its heart,” ⟦she|Karin Vold⟧ said.
    """,
    "nor where the last speaker is named as well": """
        “It was mine,” said ⟦Tom Vold|Tom Vold⟧.

        Peter Lind bought the field. Vold had wept. The price was high. “I lost it,” ⟦he|Tom Vold⟧ said.
    """,
    "somebody described": """
        ⟦Karin Vold|Karin Vold⟧ said it was late.

        Here's what ⟦one mother|Mother⟧ wrote to me in May. “He did talk,” ⟦she|Mother⟧ said.
    """,
}

ANSWERED = {
    "who was made to do something": """
        “It was mine,” said ⟦Karin Vold|Karin Vold⟧.

        The speaker made her withdraw the word. “I withdraw it,” ⟦she|Karin Vold⟧ said.
    """,
    "who was told": """
        “It was mine,” said ⟦Karin Vold|Karin Vold⟧.

        ⟦The judge|Judge⟧ told her to sit down. “I will not,” ⟦she|Karin Vold⟧ said.
    """,
    "not who is spoken to": """
        “It was mine,” said ⟦Karin Vold|Karin Vold⟧.

        ⟦The judge|Judge⟧ thanked her. “You have been brave,” ⟦she|Judge⟧ said.
    """,
}


@pytest.mark.parametrize(
    "article", [pytest.param(text, id=name) for name, text in (INTRODUCED | ANSWERED).items()]
)
def test_every_source_is_resolved_to_the_right_speaker(article: str) -> None:
    spoken = resolved(article)
    assert spoken.found == spoken.expected
