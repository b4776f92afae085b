"""Indirect speech as a sentence with its speaker and cue, of articles whose quotes are marked by hand.

In a text, {…} is the source, <…> the cue, […] the content.
"""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tui.analysis.analysis import Analysis, Attribution, Kind, Polarity, Speaker, Stance
from tui.article.article import Article
from tui.article.spans import Span
from tui.session.citing.citation import cite, safe_words
from tui.session.reading.quote_sentence import sentence

JOHN = Speaker("s1", "John Smith")


def marked(
    text: str, kind: Kind = Kind.INDIRECT, polarity: Polarity = Polarity.AFFIRMED
) -> tuple[Article, Attribution]:
    """Return the article without the marks, and its quote."""
    spans: dict[str, list[Span]] = {"{": [], "<": [], "[": []}
    plain, start = "", 0
    for piece in re.split(r"([{}<>\[\]])", text):
        if piece in spans:
            start = len(plain)
        elif piece and piece in "}>]":
            spans[{"}": "{", ">": "<", "]": "["}[piece]].append(Span(start, len(plain)))
        else:
            plain += piece
    quote = Attribution(
        id="q1",
        kind=kind,
        stance=Stance.SPEECH,
        content=tuple(spans["["]),
        cue=tuple(spans["<"]),
        source=tuple(spans["{"]),
        speaker="s1",
        certainty=0.9,
    )
    return Article(text=plain, source="story.txt"), replace(quote, polarity=polarity)


TURNED = [
    (
        "{Mr Smith} <denied> [that he had stolen the money from the city fund].",
        "John Smith denied that he had stolen the money from the city fund.",
    ),
    ("{Smith} did not <say> [who had paid].", "John Smith did not say who had paid."),
    (
        "{He} <refused to say> [who, if anyone, would go].",
        "John Smith refused to say who, if anyone, would go.",
    ),
    ("{Smith} <declined> [to comment on the price].", "John Smith declined to comment on the price."),
    ("Not once did {Smith} <say> [that he was sorry].", "Not once did John Smith say that he was sorry."),
    ("It rained. Nor has {he} <said> [that it is over].", "Nor has John Smith said that it is over."),
    ("{Smith} neither left nor <said> [that he would].", "John Smith neither left nor said that he would."),
    ("{Smith}’s <denial> [that he had lied] was brief.", "John Smith’s denial that he had lied."),
    ("{His} <denial> [that he had lied] was brief.", "John Smith’s denial that he had lied."),
    (
        "{Smith}, who left in May, did not, in his letter, <deny> [that he had lied].",
        "John Smith, who left in May, did not, in his letter, deny that he had lied.",
    ),
    (
        "[The claim that he had lied] was not <denied> by {Smith}.",
        "Was not denied by John Smith: The claim that he had lied.",
    ),
    ("{Neither man} <said> [that he was sorry].", "Neither man said that he was sorry."),
    ("{Smith} hasn’t <said> [whether he will go].", "John Smith hasn’t said whether he will go."),
    ("{We} have never <said> [that it is safe].", "We [John Smith] have never said that it is safe."),
    ("{Smith}, a former mayor, would not <confirm> [that].", "John Smith would not confirm that."),
]

STRAIGHT = [
    ("{Smith} <said> [the pier was shut].", "John Smith said the pier was shut."),
    ("{He} has <said> [that it will open].", "John Smith has said that it will open."),
    ("{Smith} <told> the paper [that it will open].", "John Smith told the paper that it will open."),
    ("<According to> {Mr Smith}, [the pier is shut].", "According to John Smith, the pier is shut."),
    ("[The pier is shut], <according to> {him}.", "According to John Smith: The pier is shut."),
    ("[The pier is shut], {Smith} <said>.", "John Smith said: The pier is shut."),
    ("[The pier is shut], <said> {Smith}.", "John Smith said: The pier is shut."),
    ("[The pier], {Smith} <said>, [will be shut].", "John Smith said: The pier … will be shut."),
    ("{Smith}, a former mayor, <said> [it was shut].", "John Smith said it was shut."),
    ("{Smith, a former mayor,} <said> [it was shut].", "John Smith said it was shut."),
    ("{Smith, a former mayor}, <said> [it was shut].", "John Smith said it was shut."),
    ("{The mayor, John Smith}, <said> [it was shut].", "John Smith said it was shut."),
    ("{The mayor, John Smith,} <said> [it was shut].", "John Smith said it was shut."),
    ("{Smith, who left}, did not, in a letter, <deny> [it].", "John Smith did not, in a letter, deny it."),
    ("{Smith} <asked> [whether it was shut].", "John Smith asked whether it was shut."),
    ("{Smith} <said> [it was “a disgrace.”]", "John Smith said it was “a disgrace.”"),
    ("{Smith} <said>\n[the pier\nwas shut].", "John Smith said the pier was shut."),
    ("Jo Roe met {Smith}, who <said> [it was shut].", "John Smith, who said it was shut."),
]


@pytest.mark.parametrize(("text", "expected"), TURNED + STRAIGHT)
def test_speaker_cue_and_words_are_one_sentence(text: str, expected: str) -> None:
    assert sentence(*marked(text), JOHN) == expected


@pytest.mark.parametrize(
    "text",
    [
        "[Pier is shut]: {Smith}",  # a heading, without a cue
        "It was <said> [that the pier was shut].",
        "{Smith} left. The mayor did not <say> [that it was shut].",
        "{Smith} spoke.\n\nHe had <said> [that it was shut].",
        "{Smith} " + "and another " * 20 + "<said> [that it was shut].",
        "[It was {Smith} who <said> it was shut].",
        "{Smith} “never again” <said> [that it was shut].",
        "<said> the late {Smith} [that it was shut].",
        "{Smith} <said> on Friday; [it was shut].",
        "{Smith}, [the pier], <said>, [is shut].",
    ],
)
def test_what_is_no_one_clause_is_no_sentence_and_says_its_polarity(text: str) -> None:
    article, quote = marked(text, polarity=Polarity.DENIED)
    assert sentence(article, quote, JOHN) is None
    assert "denied it" in safe_words(article, quote, JOHN)
    assert "John Smith (indirect, denied it)" in cite(article, Analysis((quote,), (JOHN,)), quote, "plain")


def test_direct_speech_stands_by_itself() -> None:
    article, quote = marked("[“I did not,”] {Smith} <said>.", Kind.DIRECT)
    assert sentence(article, quote, JOHN) is None
    assert safe_words(article, quote, JOHN) == "“I did not,”"


def test_quoted_words_that_were_denied_are_a_sentence() -> None:
    article, quote = marked("{Smith} <denied taking> [“the money”].", Kind.DIRECT, Polarity.DENIED)
    assert safe_words(article, quote, JOHN) == "John Smith denied taking “the money”."


def test_words_alone_are_copied_where_they_were_said() -> None:
    assert safe_words(*marked("{Smith} <said> [the pier was shut]."), JOHN) == "the pier was shut"


@pytest.mark.parametrize("polarity", [Polarity.DENIED, Polarity.REFUSED, Polarity.ASKED])
def test_words_alone_are_not_copied_where_they_would_mislead(polarity: Polarity) -> None:
    article, quote = marked("{Smith} <would not say> [whether it was shut].", polarity=polarity)
    assert safe_words(article, quote, JOHN) == "John Smith would not say whether it was shut."


def test_a_speaker_whom_nobody_names_keeps_the_words_of_the_article() -> None:
    assert sentence(*marked("{The officials} <denied> [that it was shut]."), None) == (
        "The officials denied that it was shut."
    )


def test_an_unnamed_mayor_keeps_the_article() -> None:
    mayor = Speaker("s1", "Mayor")
    assert sentence(*marked("{The mayor} <denied> [it]."), mayor) == "The mayor denied it."


def test_markdown_of_a_sentence_acts_nowhere() -> None:
    article, quote = marked("{Smith} *<denied>* [that #he had ==lied==].")
    cited = cite(article, Analysis((quote,), (JOHN,)), quote, "markdown")
    assert "> John Smith \\*denied\\* that \\#he had \\=\\=lied\\=\\=." in cited
