"""What hangs together: quotes and the entities they name."""

from __future__ import annotations

from tui.analysis.analysis import Analysis, Attribution, Entity, Kind, Stance
from tui.article.spans import Span
from tui.session.reading.quote_links import QuoteLinks

TEXT = "They read “War and Peace” in Ostende, Ostende."
WORK = Entity("e1", "War and Peace", "WORK_OF_ART", (Span(11, 24),))
CITY = Entity("e2", "Ostende", "GPE", (Span(29, 36), Span(38, 45)))


def links(*content: Span) -> QuoteLinks:
    said = Attribution("q1", Kind.MIXED, Stance.SPEECH, content)
    return QuoteLinks(Analysis((said,), entities=(WORK, CITY)))


def test_an_entity_that_reaches_into_the_quote_is_named_by_it() -> None:
    assert links(Span(19, 24)).quotes_of_entity == {"e1": [0], "e2": []}
    assert links(Span(0, 12)).entities_of_quote == [["e1"]]


def test_an_entity_beside_the_quote_is_not_named_by_it() -> None:
    assert links(Span(24, 29)).entities_of_quote == [[]]
    assert links(Span(0, 11)).entities_of_quote == [[]]


def test_an_entity_named_twice_is_counted_once() -> None:
    assert links(Span(26, 34), Span(38, 45)).quotes_of_entity == {"e1": [], "e2": [0]}
