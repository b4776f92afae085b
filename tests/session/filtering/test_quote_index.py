"""Which quotes a filter leaves."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.session.article_with_quotes import ANALYSIS, ARTICLE
from tui.analysis.analysis import Analysis, Attribution, Entity, Kind, Polarity, Speaker, Stance
from tui.article.article import Article
from tui.article.spans import Span
from tui.session.filtering.query import parse
from tui.session.filtering.quote_index import QuoteIndex

INDEX = QuoteIndex(ARTICLE, ANALYSIS)


def left(text: str) -> list[str]:
    return [ANALYSIS.attributions[i].id for i in INDEX.matching(parse(text))]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("", ["q1", "q2", "q3", "q4"]),
        ("harbour", ["q1"]),
        ("WE’VE waited", ["q1"]),
        ("we've", ["q1"]),
        ("te", ["q1"]),
        ('"te"', []),
        ('"ten"', ["q1"]),
        ('"te', ["q1"]),
        ('"harbour. I will not"', ["q1"]),
        ('"en', ["q3"]),
        ('"nothing else"', ["q2"]),
        ("gift,small", ["q2", "q4"]),
        ("-gift", ["q1", "q3", "q4"]),
        ("speaker:eloise", ["q1"]),
        ("speaker:okafor", ["q2", "q3"]),
        ("speaker:okafor,brandt", ["q1", "q2", "q3"]),
        ("-speaker:okafor,brandt", ["q4"]),
        ("speaker:officials", ["q4"]),
        ("speaker:none", ["q4"]),
        ('speaker:"Mrs Brandt"', ["q1"]),
        ("speaker:okafor kind:direct", ["q2"]),
        ("entity:norvik", ["q2"]),
        ("entity:org", ["q2"]),
        ("entity:ostende", []),
        ("kind:indirect", ["q3"]),
        ("kind:m,d", ["q1", "q2", "q4"]),
        ("cue:said", ["q1", "q2", "q3", "q4"]),
        ("cue:wants", []),
        ("cue:wants stance:any", ["q5"]),
        ("role:mayor", ["q1"]),
        ("stance:attitude", ["q5"]),
        ("stance:any", ["q1", "q2", "q3", "q4", "q5"]),
        ("-stance:attitude", ["q1", "q2", "q3", "q4"]),
        ("-stance:speech", ["q5"]),
        ("certainty:>0.8", ["q1", "q3"]),
        ("certainty:>=0.8", ["q1", "q2", "q3"]),
        ("certainty:<0.5", ["q4"]),
        ("certainty:=0.9", ["q3"]),
        ("text:gift", ["q2"]),
        ("nothing else zzz", []),
        ("spekaer:x gift", ["q2"]),
        ("speaker:", ["q1", "q2", "q3", "q4"]),
    ],
)
def test_what_is_left(text: str, ids: list[str]) -> None:
    assert left(text) == ids


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("polarity:denied", ["q2"]),
        ("polarity:d", ["q2"]),
        ("polarity:refused,denied", ["q2", "q3"]),
        ("polarity:asked", []),
        ("-polarity:affirmed", ["q2", "q3"]),
        ("polarity:", ["q1", "q2", "q3", "q4"]),
    ],
)
def test_polarity(text: str, ids: list[str]) -> None:
    turned = {"q2": Polarity.DENIED, "q3": Polarity.REFUSED}
    quotes = tuple(replace(q, polarity=turned.get(q.id, Polarity.AFFIRMED)) for q in ANALYSIS.attributions)
    index = QuoteIndex(ARTICLE, replace(ANALYSIS, attributions=quotes))
    assert [quotes[i].id for i in index.matching(parse(text))] == ids


def test_exports_have_the_attitudes_unless_a_stance_is_asked_for() -> None:
    assert INDEX.matching(parse(""), attitudes=True) == [0, 1, 2, 3, 4]
    assert INDEX.matching(parse("stance:speech"), attitudes=True) == [0, 1, 2, 3]


def test_results_come_in_reading_order_whatever_the_order_of_the_analysis() -> None:
    turned = replace(ANALYSIS, attributions=tuple(reversed(ANALYSIS.attributions)))
    assert QuoteIndex(ARTICLE, turned).matching(parse("")) == [4, 3, 2, 1]
    assert QuoteIndex(ARTICLE, turned).matching(parse("said,gift,ten")) == [4, 3]


def test_nothing_analysed_is_nothing_found() -> None:
    index = QuoteIndex(ARTICLE, Analysis())
    for text in ("", "x", "-x", "speaker:x", "entity:x", "role:x", "stance:any"):
        assert index.matching(parse(text)) == []


def test_a_pronoun_names_nobody() -> None:
    text = "He said “yes” and Otto Hess said “no”."
    article = Article(text, "x")
    analysis = Analysis(
        attributions=(
            Attribution("q1", Kind.DIRECT, Stance.SPEECH, (Span(8, 13),), speaker="s1"),
            Attribution("q2", Kind.DIRECT, Stance.SPEECH, (Span(33, 37),), speaker="s2"),
        ),
        speakers=(
            Speaker("s1", "Jan Klein", mentions=(Span(0, 2),)),
            Speaker("s2", "Otto Hess", mentions=(Span(18, 27),)),
        ),
    )
    assert QuoteIndex(article, analysis).matching(parse("speaker:he")) == [1]


def test_an_entity_that_holds_the_whole_quote_counts() -> None:
    text = "They read “War and Peace” there."
    analysis = Analysis(
        attributions=(Attribution("q1", Kind.MIXED, Stance.SPEECH, (Span(16, 19),)),),
        entities=(Entity("e1", "War and Peace", "WORK_OF_ART", (Span(11, 24),)),),
    )
    assert QuoteIndex(Article(text, "x"), analysis).matching(parse("entity:peace")) == [0]
