"""Names of people that their neighbours hide, and forms of one name."""

from __future__ import annotations

import pytest

from tests.spoken import resolved

NAMES = {
    "a prince": "⟦Prince Edmund|Prince Edmund⟧ came late. ⟦Edmund|Prince Edmund⟧ said no.",
    "a queen": "⟦Queen Ingrid|Queen Ingrid⟧ came late. ⟦The Queen|Queen Ingrid⟧ said no.",
    "a king with a number": "⟦King Edmund II|King Edmund II⟧ came late. ⟦The King|King Edmund II⟧ said no.",
    "a pope": "⟦Pope Clement|Pope Clement⟧ came late. ⟦The Pope|Pope Clement⟧ said no.",
    "An as a first name": "⟦An Nguyen, a baker,|An Nguyen⟧ said no.",
    "a first name To": "⟦To Lam, Vietnam’s leader,|To Lam⟧ said no. ⟦Lam|To Lam⟧ left.",
    "two forms of one accent": """
        ⟦Ren\u00e9e Lund\u00e9n|Ren\u00e9e Lund\u00e9n⟧ said no.
        ⟦Rene\u0301e Lunde\u0301n|Ren\u00e9e Lund\u00e9n⟧ said yes.
    """,
    "a nickname": """
        ⟦Anna “Birdie” Kowalski|Anna “Birdie” Kowalski⟧ said no.
        ⟦Birdie Kowalski|Anna “Birdie” Kowalski⟧ left.
    """,
    "a nickname alone": """
        ⟦Anna ‘Birdie’ Kowalski|Anna ‘Birdie’ Kowalski⟧ said no. ⟦Birdie|Anna ‘Birdie’ Kowalski⟧ left.
    """,
    "hyphenated": """
        ⟦Jean-Luc Marsh-Holloway|Jean-Luc Marsh-Holloway⟧ said no.
        ⟦Marsh-Holloway|Jean-Luc Marsh-Holloway⟧ left.
    """,
    "two first names": "⟦Mary Ann Kowalski|Mary Ann Kowalski⟧ said no. ⟦Mary Ann|Mary Ann Kowalski⟧ left.",
}

SHAPES = {
    "a place on the field": "⟦Kestrels CB Quorrin Holm|Quorrin Holm⟧ spoke. ⟦Holm|Quorrin Holm⟧ said no.",
    "an occupation": "⟦Ranger Tess Hale|Tess Hale⟧ said no.",
    "an executive": "Then ⟦Chief Executive Ana Reyes|Ana Reyes⟧ wrote that it was late.",
    "an unknown role": "Villager ⟦Anders Roe|Anders Roe⟧ said no.",
    "a rank": "⟦Kestrels DL Marlon Sprague|Marlon Sprague⟧ spoke on Monday. ⟦Sprague|Marlon Sprague⟧ said no.",
    "a place": "The envoy to Corrania Torvald Minch spoke on Monday. ⟦Minch|Torvald Minch⟧ said no.",
    "a title in small letters": "“Every third of us walks,” said ⟦rail chief Pilar Ostrow|Pilar Ostrow⟧.",
    "a title with hyphens": "⟦Harbour Post editor-in-chief Nina Corelli|Nina Corelli⟧ said no.",
    "Per": "“It was late,” said ⟦Per Dahl, the treasurer|Per Dahl⟧.",
    "Per, first": "⟦Per Dahl|Per Dahl⟧ said no.",
    "per, a preposition": "Per Reuters, the road is shut. ⟦Anna Holt|Anna Holt⟧ said no.",
    "to, a preposition": "To Holt, this was late. ⟦Holt|Holt⟧ said no.",
    "an article": "An Oslo court freed him. ⟦Anna Holt|Anna Holt⟧ said no.",
    "a hyphenated first name behind a title": """
        ⟦Deputy Director Eva-Marie Holt|Eva-Marie Holt⟧ said no. ⟦Ms Holt|Eva-Marie Holt⟧ left.
    """,
    "a surname with a title is no king": "⟦Mr Edmund|Edmund⟧ said no.",
    "who, and a verb in the singular": """
        Montell Figgins, who represents her, left. ⟦Figgins|Montell Figgins⟧ said no.
    """,
    "double, behind other names": "⟦Director of Public Prosecution Eva-Marie Holt|Eva-Marie Holt⟧ said no.",
    "for somebody": "⟦Spokesman for Mayor Anna Holt|Spokesman for Mayor Anna Holt⟧ said no.",
    "a king with a surname": "⟦Prince Edmund Holt|Edmund Holt⟧ said no.",
    "King as a surname": "⟦Billie King|Billie King⟧ said no. ⟦King|Billie King⟧ left.",
    "a land": "⟦Norwegian Ambassador to Malta Sven Dahl|Sven Dahl⟧ said no. ⟦Dahl|Sven Dahl⟧ left, he said.",
    "a republic": "“No,” ⟦Norwegian Ambassador to the Republic of Malta Sven Dahl|Sven Dahl⟧ told the radio.",
    "a land of two words": "“No,” ⟦President of South Africa Thabo Nkosi|Thabo Nkosi⟧ said.",
    "a land that nobody knows": "“No,” ⟦leader of the old republic of Ostania Pavel Orlik|Pavel Orlik⟧ said.",
    "a state and nobody": "⟦The governor of New South Wales|Governor of New South Wales⟧ said no.",
    "a council": "“No,” ⟦deputy head of the Tarnak provincial council Haji Agha Lali|Haji Agha Lali⟧ said.",
    "a group": "⟦The head of the nonprofit group Harbour Trust|Head of the nonprofit group Harbour Trust⟧ said no.",
    "a surname like a plural": """
        “No,” said ⟦Latvian Ambassador to Bolivia Karlis Ozols|Karlis Ozols⟧. ⟦Ozols|Karlis Ozols⟧ added that
        it was late.
    """,
    "a rank in an organisation": "⟦Northport FC Holdings|Northport FC Holdings⟧ said no.",
}


@pytest.mark.parametrize("article", [*NAMES.values(), *SHAPES.values()], ids=[*NAMES, *SHAPES])
def test_every_source_is_resolved_to_the_right_speaker(article: str) -> None:
    spoken = resolved(article)
    assert spoken.found == spoken.expected
