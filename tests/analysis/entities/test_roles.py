"""What an article says somebody is, with the real model."""

from __future__ import annotations

import pytest

from tests.analysis.entities.small_articles import BODIES, COUPLE, KNIGHTS, ONE_SURNAME
from tests.spoken import resolved


def test_speakers_have_the_role_that_the_article_gives_them() -> None:
    assert resolved(KNIGHTS).speaker("Kate Bellamy").role == "Conservative leader"
    assert resolved(COUPLE).speaker("Bill Harper").role == "retired teacher"
    assert resolved(COUPLE).speaker("Joan Petrie").role == "mayor"
    assert resolved(ONE_SURNAME).speaker("Maria Delgado").role == "President"
    assert resolved(BODIES).speaker("Acme Holdings plc").role is None


@pytest.mark.parametrize(
    ("article", "speaker", "role"),
    [
        ("⟦Northport Police Lt. Marcus Reed|Marcus Reed⟧ said no.", "Marcus Reed", "Northport Police Lt."),
        (
            "Marsh’s co-author, ⟦Luis Ortega of the Harbour Institute|Luis Ortega⟧, said no.",
            "Luis Ortega",
            "Marsh’s co-author",
        ),
        (
            "⟦The general secretary of Unite, Sharon Pell,|Sharon Pell⟧ said no.",
            "Sharon Pell",
            "general secretary of Unite",
        ),
        ("⟦The shadow chancellor, Sir Alan Lisle,|Alan Lisle⟧ said no.", "Alan Lisle", "shadow chancellor"),
        ("⟦The city’s mayor, Jane Doe,|Jane Doe⟧ said no.", "Jane Doe", "city’s mayor"),
        ("Good morning, Laura. ⟦Laura|Laura⟧ said no.", "Laura", None),
    ],
)
def test_roles_before_a_name(article: str, speaker: str, role: str | None) -> None:
    assert resolved(article).speaker(speaker).role == role
