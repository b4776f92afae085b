"""Sentences in title case reach the parser as others are written."""

from __future__ import annotations

import pytest

from tests.analysis.attribution.spoken_quotes import quoted
from tests.analysis.readers import Reader
from tui.analysis.title_case import undone


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        (
            "A Guest At Marlow Trust Said She Had Raised Money For Anna Holt.",
            "A Guest at Marlow Trust said she had raised Money for Anna Holt.",
        ),
        (
            "Lind Denies That The US Backed A Plan To Sell The Port",
            "Lind denies that the US backed a Plan to Sell the Port",
        ),
        # names and ordinary sentences keep their capitals
        ("Reed Told Ahmed Of A Plan To Close The Port", "Reed told Ahmed of a Plan to Close the Port"),
        ("Anna Holt Told Peter Lind.", "Anna Holt Told Peter Lind."),
        ("The mayor said that Anna Holt had never been At Home there.", None),
    ],
)
def test_small_words_and_verbs_lose_their_capitals(words: str, plain: str | None) -> None:
    assert undone(words, words) == (plain or words)


def test_other_sentences_of_the_paragraph_stay_as_they_are() -> None:
    text = "Holt Thanked The Mill For Its Very Warm Welcome. She Is Here. “The tea is At Hand.”"
    assert (
        undone(text, text)
        == "Holt thanked the Mill for its very Warm Welcome. She Is Here. “The tea is At Hand.”"
    )


def test_who_speaks_in_a_heading_of_capitals(reader: Reader) -> None:
    text = (
        "Tilda Nance Thanked Holt For Making The Mill Her First Stop After Leaving Office. “Well, madam, the tea "
        "is cold but the welcome is not.” [Speech at the mill, 4 May.]\n\n"
        "Holt Joked It Was “Risky” For A Former Judge To Toast Brewers. “Now, it is a little risky to stand here.”"
    )
    assert quoted(reader, text) == [
        ("“Well, madam, the tea is cold but the welcome is not.”", "Tilda Nance"),
        (
            "It Was “Risky” For A Former Judge To Toast Brewers … “Now, it is a little risky to stand here.”",
            "Holt",
        ),
    ]
