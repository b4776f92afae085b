"""Moving the ends of a quote by words."""

from __future__ import annotations

from tests.session.article_with_quotes import ANALYSIS, TEXT, span
from tui.article.spans import Span
from tui.session.correcting.trimming import Trimming


def test_both_ends_move_by_words() -> None:
    trimming = Trimming(TEXT, (span("the council had ignored its own engineers"),))
    assert not trimming.changed
    trimming.move_end(-1)
    assert trimming.content == (span("the council had ignored its own"),)
    trimming.move_start(1)
    trimming.move_start(1)
    assert trimming.content == (span("had ignored its own"),)
    for _ in range(9):
        trimming.move_start(1)
    assert trimming.content == (span("own"),)
    trimming.move_end(-1)
    assert trimming.content == (span("own"),)
    trimming.move_end(1)
    trimming.move_end(1)
    assert trimming.content == (span("own engineers."),)
    trimming.move_start(-1)
    trimming.move_start(-1)
    assert trimming.content == (span("ignored its own engineers."),)
    assert trimming.changed


def test_a_span_that_is_trimmed_away_is_removed() -> None:
    trimming = Trimming(TEXT, ANALYSIS.attributions[1].content)
    for _ in range(2):
        trimming.move_end(-1)
    assert trimming.content == (span("“It is a gift to Norvik Shipping,”"), span("“Nothing"))
    trimming.move_end(-1)  # not to “ alone
    assert trimming.content == (span("“It is a gift to Norvik Shipping,”"),)
    for _ in range(99):
        trimming.move_end(-1)
    assert trimming.content == (span("“It"),)
    trimming = Trimming(TEXT, (span("Nothing else.”"),))
    for _ in range(9):
        trimming.move_start(1)
    assert trimming.content == (span("else.”"),)
    trimming = Trimming(TEXT, ANALYSIS.attributions[1].content)
    for _ in range(8):
        trimming.move_start(1)
    assert trimming.content == (span("“Nothing else.”"),)


def test_ends_stop_at_the_ends_of_the_text() -> None:
    trimming = Trimming("one two", (Span(0, 7),))
    trimming.move_start(-1)
    trimming.move_end(1)
    assert trimming.content == (Span(0, 7),)
    nothing = Trimming("—", (Span(0, 1),))
    nothing.move_start(1)
    nothing.move_end(-1)
    assert nothing.content == (Span(0, 1),)
