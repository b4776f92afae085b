"""The scorer itself: what counts as found, joint, and trusted."""

from __future__ import annotations

from tests.benchmarks.scoring import Predicted, interval, plain, reliability, score, total
from tui.analysis.training.gold import GoldAttribution
from tui.article.spans import Span

TEXT = "“It rained,” said Ann Lee. Bob Ray thinks that it will rain again."
DIRECT = Span(0, 12)
INDIRECT = Span(TEXT.index("that"), len(TEXT) - 1)
ANN = Span(TEXT.index("Ann"), TEXT.index("."))
BOB = Span(TEXT.index("Bob"), TEXT.index(" thinks"))
GOLD = [GoldAttribution((DIRECT,), (), (ANN,)), GoldAttribution((INDIRECT,), (), (BOB,))]


def test_what_is_right_scores_one() -> None:
    scored = score(TEXT, GOLD, [Predicted((g.content[0],), g.source) for g in GOLD])
    assert [scored.counts[name].f1(joint=True) for name in ("direct", "indirect", "quoted", "all")] == [
        1.0
    ] * 4


def test_half_an_overlap_finds_and_a_wrong_source_is_not_joint() -> None:
    most = Span(INDIRECT.start, INDIRECT.end - 6)
    little = Span(DIRECT.start, DIRECT.start + 4)
    scored = score(TEXT, GOLD, [Predicted((most,), (ANN,)), Predicted((little,), (ANN,))])
    counts = scored.counts
    assert (counts["indirect"].gold_found, counts["indirect"].gold_joint) == (1, 0)
    assert counts["direct"].gold_found == 0
    assert counts["all"].f1(joint=False) == 0.5


def test_a_source_is_missing_only_where_gold_has_none() -> None:
    none = [GoldAttribution((DIRECT,), (), ())]
    assert score(TEXT, none, [Predicted((DIRECT,), ())]).counts["all"].gold_joint == 1
    assert score(TEXT, GOLD[:1], [Predicted((DIRECT,), ())]).counts["all"].gold_joint == 0


def test_names_are_compared_without_case_stops_and_articles() -> None:
    speakers = {0: ("Ann Lee", "name")}
    right = score(TEXT, GOLD, [Predicted((DIRECT,), (ANN,), "ann lee")], speakers)
    wrong = score(TEXT, GOLD, [Predicted((DIRECT,), (ANN,), "Ann")], speakers)
    assert right.speakers == {"quoted": [1, 1], "quoted, name": [1, 1]}
    assert wrong.speakers["quoted"] == [1, 0]
    assert plain("The U.S. Senate’s") == "us senate"


def test_certainty_that_means_nothing_has_a_large_error() -> None:
    sure = score(TEXT, GOLD, [Predicted((DIRECT,), (BOB,), certainty=1.0)])
    table, error = reliability([sure])
    assert table == [(1.0, 0.0, 1)]
    assert error == 1.0
    wrong = score(TEXT, GOLD, [Predicted((DIRECT,), (ANN,), "Bob")], {0: ("Ann Lee", "name")})
    assert reliability([wrong])[1] == 1.0  # content and source are right, the speaker is not
    assert reliability([wrong], speakers=False)[1] == 0.0


def test_intervals_hold_what_was_measured() -> None:
    articles = [
        score(TEXT, GOLD, [Predicted((DIRECT,), (ANN,))]),
        score(TEXT, GOLD, [Predicted((INDIRECT,), (BOB,))]),
    ]
    low, high = interval(articles, "all", joint=True, times=50)
    assert low <= total(articles)["all"].f1(joint=True) <= high
