"""Who is named in quoted words is hardly their speaker."""

from __future__ import annotations

import pytest

from tests.spoken import resolved

SPOKEN_OF = {
    "not whom his own quoted words name": """
        Peter Lund is angry. His rival, Tom Bell, came late. “When Bell is late, we wait,” ⟦he|Peter Lund⟧ said.
    """,
    "nor after him, in the next paragraph": """
        ⟦Ada Holm|Ada Holm⟧ said that it was the fault of her rival, Mia Lund. Lund was calm.

        “If Lund had paid, we would be rich,” ⟦she|Ada Holm⟧ said.
    """,
    "but whom the reporter's words name": """
        Ada Holm came late. Whenever Holm rang the bell, he hid the soup, ⟦she|Ada Holm⟧ said.
    """,
    "nor who is the subject of what she said, by a description": """
        Judge Mia Lund came late. Ms Ada Holm was calm. Ms Holm said so. But the judge failed to see it,
        ⟦she|Ada Holm⟧ said. ⟦She|Ada Holm⟧ said it was late.
    """,
    "no place that its quoted words name": """
        A column in the Global Post, a weekly, praised herring. Peter Lund did not.

        “Washington and Oslo eat too little of it,” ⟦it|Global Post⟧ said.
    """,
    "but a body that its quoted words name": """
        ⟦Alder Bank|Alder Bank⟧ said it was late. “Alder Bank is healthy,” ⟦it|Alder Bank⟧ added.
    """,
    "and whose name is only part of another": """
        Tom Bell came late. “The Bell method is good,” ⟦he|Tom Bell⟧ said.
    """,
}


@pytest.mark.parametrize("article", [pytest.param(text, id=name) for name, text in SPOKEN_OF.items()])
def test_every_source_is_resolved_to_the_right_speaker(article: str) -> None:
    spoken = resolved(article)
    assert spoken.found == spoken.expected
