"""Whom something is said to is no part of what is said."""

from __future__ import annotations

import pytest

from tests.analysis.attribution.spoken_quotes import told
from tests.analysis.readers import Reader


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Anna Holt told the court Lind had poured oil on the stairs.", "Lind had poured oil on the stairs"),
        ("Anna Holt told the jury the knife was found in a well.", "the knife was found in a well"),
        ("Anna Holt told the inquest he was a careful sailor.", "he was a careful sailor"),
        ("Anna Holt told the hall she had seen it before.", "she had seen it before"),
        ("Anna Holt told the committee there was no money left.", "there was no money left"),
        ("Anna Holt told the council that the dam was old.", "that the dam was old"),
        ("Anna Holt told the Brink Courier, the dam was old.", "the dam was old"),
        ("Skipper Anna Holt told the Brink hearing she had shouted a warning.", "she had shouted a warning"),
        ("“Nobody is on trial,” Anna Holt reminded the family.", "“Nobody is on trial,”"),
        ("“We sail at noon,” Anna Holt told her crew on Monday.", "“We sail at noon,”"),
        ("Anna Holt assured him it was done without his knowledge.", "it was done without his knowledge"),
        ("Anna Holt has assured me she is going to keep it “classy.”", "she is going to keep it “classy.”"),
        (
            "Anna Holt had publicly stated of millers, “When they need flour, they come to you.”",
            "“When they need flour, they come to you.”",
        ),
        ("Some wept when Anna Holt promised them, “No child will walk.”", "“No child will walk.”"),
        ("Anna Holt warned him, “Do not sail.”", "“Do not sail.”"),
        ("Anna Holt told the club's website she felt “nineteen again”.", "she felt “nineteen again”"),
        ("“We sail at noon,” Anna Holt told the “Brink Courier” newspaper.", "“We sail at noon,”"),
        ("“We sail at noon,” Anna Holt told the “Brink Evening Courier.” It rained.", "“We sail at noon,”"),
        (
            "He limps on a “sore hip” that, as Anna Holt told CNN, "
            "surgeons agree is the result of a “hard landing.”",
            "surgeons agree is the result of a “hard landing.”",
        ),
        # these are not addressed
        ("“We sail,” Anna Holt told her crew, “at noon.”", "“We sail,” … “at noon.”"),
        ("Anna Holt said of Tom Bell that the dam was his.", "that the dam was his"),
        ("“We sail,” Anna Holt warned, “and nobody stays.”", "“We sail,” … “and nobody stays.”"),
        ("Anna Holt said the court had no time for it.", "the court had no time for it"),
        ("Anna Holt said the jury was tired.", "the jury was tired"),
        (
            "Anna Holt claimed the council the town elected was corrupt.",
            "the council the town elected was corrupt",
        ),
    ],
)
def test_an_addressee_is_left_out(reader: Reader, text: str, words: str) -> None:
    assert told(reader, text) == [(words, "Anna Holt")]
