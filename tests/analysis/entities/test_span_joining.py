"""Names that the recogniser reads as two, and two that stay two."""

from __future__ import annotations

import pytest

from tests.spoken import labels


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("The New York Jets beat the Dallas Cowboys on Monday.", "Dallas Cowboys", "ORG"),
        ("He works for the Republican National Committee in Leeds.", "Republican National Committee", "ORG"),
        (
            "She teaches at the University of Texas at Austin, said Anna Holt.",
            "University of Texas at Austin",
            "ORG",
        ),
        ("The former Liberal Democrat leader Anna Holt spoke in Leeds.", "Liberal Democrat", "NORP"),
        (
            "He was tried at Westminster Magistrates’ Court on Monday.",
            "Westminster Magistrates’ Court",
            "ORG",
        ),
        ("The fire began in the Al-Noor Hotel near the river.", "Al-Noor Hotel", "FAC"),
    ],
)
def test_what_is_one_name(text: str, name: str, label: str) -> None:
    assert labels(text).get(name) == label


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("He lives in Dallas. Cowboys ride there on Sundays.", "Dallas"),
        ("The Republican senator Anna Holt spoke in Leeds.", "Republican"),
        ("It was seen on Harbour News’ Anna Holt Show with Sean Marsh.", "Sean Marsh"),
        ("The poll asked Florida Latino voters and Cuban Americans on Monday.", "Florida"),
        ("She met the Liberal leader Anna Holt in Leeds.", "Anna Holt"),
        ("He teaches at the University of Utah, Salt Lake City, Utah, since May.", "University of Utah"),
    ],
)
def test_what_is_two(text: str, apart: str) -> None:
    assert apart in labels(text)
