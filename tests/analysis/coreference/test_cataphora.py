"""Whom pronouns and descriptions mean that stand before the name."""

from __future__ import annotations

import pytest

from tests.spoken import resolved

AHEAD = {
    "he at the top": """
        ⟦He|Gustav Morell⟧ promised to sell the palace. Twice ⟦he|Gustav Morell⟧ called it “a folly.”

        After the worst week of his campaign, nominee Gustav Morell had come to the studio to fight.
    """,
    "she is no man": """
        ⟦She|⟧ promised to sell the palace.

        After the worst week of his campaign, nominee Gustav Morell had come to the studio to fight.
    """,
    "somebody was named": """
        Paul Brown slept. ⟦He|Paul Brown⟧ promised to sell the palace.

        After the worst week of his campaign, nominee Gustav Morell had come to the studio to fight.
    """,
    "not whom it names": "⟦He|⟧ said that Gustav Morell had come to the studio to fight.",
}

NAMED_AHEAD = {
    "whose secretary general": """
        ⟦NATO’s secretary general|Jan Stolt⟧ urged calm on Friday.

        “We should not move,” ⟦NATO Secretary General Jan Stolt|Jan Stolt⟧ said.
    """,
    "of another body": """
        ⟦NATO’s secretary general|NATO’s secretary general⟧ urged calm on Friday.

        “We should not move,” ⟦UN Secretary General Jan Stolt|Jan Stolt⟧ said.
    """,
    "a sister": """
        ⟦Bennett’s sister|Mia⟧ said both played chess. Mia, Bennett’s sister, still plays.
    """,
    "a former chairman": """
        ⟦Former HBA chairman|Don Fowle⟧ says talks must begin.

        ⟦A former Harbour Board Association chairman|Don Fowle⟧ says they must begin at once.

        “Now is the time,” said ⟦Don Fowle, who led the HBA from 1995 to 1997|Don Fowle⟧.
    """,
    "one party leader stays unnamed": """
        ⟦One Harbour Board member|Harbour Board member⟧ says talks must begin.

        “Now is the time,” said ⟦Don Fowle, who led the Harbour Board|Don Fowle⟧.
    """,
    "the father of a suspect": """
        ⟦Father of suspect|Father of suspect⟧ says son was 'no thief'

        According to ⟦police chief Anna Holt|Anna Holt⟧, the suspect had been in court before.
    """,
    "a judge of a plan": """
        ⟦A judge|Judge⟧ said on Friday that the plan of the Harbour Board is illegal.

        “This is a win,” said ⟦Anna Holt, who leads the Harbour Board|Anna Holt⟧.
    """,
}


@pytest.mark.parametrize(
    "article",
    [pytest.param(text, id=name) for group in (AHEAD, NAMED_AHEAD) for name, text in group.items()],
)
def test_every_source_is_resolved_to_the_right_speaker(article: str) -> None:
    spoken = resolved(article)
    assert spoken.found == spoken.expected
