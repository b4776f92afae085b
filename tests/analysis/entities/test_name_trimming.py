"""What is cut off names: scores, dates, roles, ranks; and what stays."""

from __future__ import annotations

import pytest

from tests.spoken import labels


@pytest.mark.parametrize(
    ("text", "kept", "gone"),
    [
        (
            "Guido Pellegrin beat Nicolas Jarrow 6-4, 6-3 in Leeds on Monday, and Mr Jarrow wept.",
            "Nicolas Jarrow",
            "Nicolas Jarrow 6-4",
        ),
        (
            "Lawmakers asked about Volkmar’s July 25 call. Kurt Volkmar had no answer.",
            "Kurt Volkmar",
            "Volkmar’s July 25",
        ),
        (
            "Retired Army Col. Anna Holt lives in Leeds. Col. Holt said that the army was too small.",
            "Anna Holt",
            "Army Col",
        ),
        (
            "He was told by the National Security Adviser Anna Holt, who lives in Leeds.",
            "Anna Holt",
            "National Security",
        ),
        ("Butcher Anna Holt shouted on Monday. Mrs Holt was late.", "Anna Holt", "Butcher Anna Holt"),
        ("Therapist Anna Holt spoke on Monday. Mrs Holt was late.", "Anna Holt", "Therapist Anna Holt"),
        ("Dear Anna Holt, my dog snores. Mrs Holt was late.", "Anna Holt", "Dear Anna Holt"),
        ("Anna Dear spoke on Monday. Mrs Dear was late.", "Anna Dear", "Anna"),
        ("Pediatrician Anna Holt spoke on Monday. Mrs Holt was late.", "Anna Holt", "Pediatrician Anna Holt"),
        ("Farmer Joop Stael spoke on Monday. Stael was late.", "Joop Stael", "Farmer Joop Stael"),
        ("Passenger Anna Holt has ridden Line 9 for years. She is from Leeds.", "Anna Holt", "Line"),
        ("Sen. Anna Holt, R-Ohio, and Rep. Peter Marsh (D-Iowa) met in Leeds.", "Anna Holt", "Ohio"),
        ("BERLIN - Anna Holt said on Monday that the river was high.", "Anna Holt", "BERLIN - Anna Holt"),
        ("Among Latinos Anna Holt leads. Follow Anna Holt on Facebook.", "Anna Holt", "Follow Anna Holt"),
        ("The Volkmar-led party met Anna Holt in Leeds. Kurt Volkmar spoke.", "Kurt Volkmar", "Volkmar-led"),
        ("Anna Holt wrote it. More at https://bit.ly/1rxqz here.", "Anna Holt", "https://bit.ly/1rxqz"),
        ("The Grocery Store owner met Anna Holt in Suite 350 on Monday.", "Anna Holt", "Suite"),
        ("It is DEAD, said Anna Holt in Leeds. Since Monday it is SIMPLY gone.", "Anna Holt", "SIMPLY"),
        ("He was blamed for anti-Semitism, said Anna Holt in Leeds.", "Anna Holt", "Semitism"),
        ("“It is late,” the Harbour Office said.- Elsewhere it rained.", "Harbour Office", "Office said."),
    ],
)
def test_what_is_no_part_of_a_name(text: str, kept: str, gone: str) -> None:
    found = labels(text)
    assert kept in found
    assert gone not in found


def test_a_place_behind_a_party_is_a_place() -> None:
    found = labels(
        "State Sen. Anna Holt, R-Mill Creek, who wrote the bill, met Rep. Peter Marsh (D-Oak Falls)."
    )
    assert (found["Mill Creek"], found["Oak Falls"]) == ("GPE", "GPE")


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("“It is late,” UN Arctic envoy Terje Holm-Larsen told us.", "Terje Holm-Larsen", "PERSON"),
        (
            "Four ponds are dry, said campaigner Rukka Tombalang, of the guild.",
            "Rukka Tombalang",
            "PERSON",
        ),
        ("The sponsor Red Bull said no.", "Red Bull", "ORG"),
        ("Its partner General Motors said no.", "General Motors", "ORG"),
    ],
)
def test_a_name_behind_what_somebody_does(text: str, name: str, label: str) -> None:
    assert labels(text)[name] == label


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The State Department said on Monday that it would wait.", "State Department"),
        (
            "The Department of Health and Human Services said so on Monday.",
            "Department of Health and Human Services",
        ),
        ("The storm reached Ohio on Monday, and Ohio closed its schools.", "Ohio"),
        ("Baker Marsh lives in Leeds, and Mr Marsh is 57.", "Baker Marsh"),
        ("Jo Anne Holt-Marsh lives in Leeds.", "Jo Anne Holt-Marsh"),
        ("The Project on Bridge Safety asked Anna Holt to leave.", "Project on Bridge Safety"),
        ("A third group, the Coalition on Roads, asked Anna Holt to leave.", "Coalition on Roads"),
    ],
)
def test_what_stays_whole(text: str, name: str) -> None:
    assert name in labels(text)
