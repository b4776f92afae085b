"""Names, terms and scare quotes are nobody's words; what somebody says of a thing in a few words is."""

from __future__ import annotations

import pytest

from tests.analysis.attribution.spoken_quotes import told
from tests.analysis.readers import Reader


@pytest.mark.parametrize(
    "text",
    [
        "Anna Holt offered herself as a “green reform” candidate in May.",
        "Peter Lind shares more with the “slow soup” set than a taste for leeks.",
        "Tom Bell is taking over Mia Lund's role at “Harbour Nights.”",
        "Mia Lund was not the first of her family to land a job on “Today.”",
        "He was shocked when he heard about the “ferry loophole” that lets boats pass.",
        "The Courier chose the miller as its “Person of the Year” for 2015.",
        "Peter Lind shared a recipe for a soup called “Perception” on his page.",
        "The club launched an advert in the town on Saturday titled “Scam.”",
        "Anna Holt and Tom Bell share their common slogan, “Stronger Afloat.”",
        "The students refuse to look deeper than “free” beer.",
        "Anna Holt spent the week in what is left of the “fish quarter” of the town.",
        "Tom Bell works for a “green bank” in Leeds.",
        "Tom Bell wrote under the pseudonym “Carlos Gull.”",
    ],
)
def test_a_name_or_a_scare_quote_is_nobodys(reader: Reader, text: str) -> None:
    assert told(reader, text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Anna Holt credited the town with a “great heart.”", "the town with a “great heart.”"),
        ("Anna Holt railed against the “old guard.”", "the “old guard.”"),
        ("Anna Holt referred to him as a “lovely soul.”", "him as a “lovely soul.”"),
        ("Anna Holt attacked him for being a “failed captain.”", "being a “failed captain.”"),
        ("Anna Holt questioned the mayor's “harbour values.”", "the mayor's “harbour values.”"),
        ("Anna Holt refused to call it a “crime.”", "it a “crime.”"),
        ("Anna Holt smiled. “Not now.”", "“Not now.”"),
        ("The crowd followed her by softly echoing “too late.”", "“too late.”"),
        ("Anna Holt dismissed the plan as “pure fantasy.”", "the plan as “pure fantasy.”"),
        ("Anna Holt agreed that the boat had a “certain charm.”", "that the boat had a “certain charm.”"),
        ("Anna Holt called for a “fresh start.”", "a “fresh start.”"),
    ],
)
def test_a_phrase_that_somebody_says_is_said(reader: Reader, text: str, words: str) -> None:
    assert words in [said for said, _ in told(reader, text)]
