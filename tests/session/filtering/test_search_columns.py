"""What is looked in when quotes are filtered."""

from __future__ import annotations

from dataclasses import replace

from tests.session.article_with_quotes import ANALYSIS, ARTICLE
from tui.session.filtering.filter import QuoteIndex, parse
from tui.session.filtering.search_columns import SearchColumns

COLUMNS = SearchColumns(ARTICLE, ANALYSIS)


def test_each_column_has_a_place_for_each_quote_in_reading_order() -> None:
    turned = replace(ANALYSIS, attributions=tuple(reversed(ANALYSIS.attributions)))
    columns = SearchColumns(ARTICLE, turned)
    assert [turned.attributions[i] for i in columns.order] == columns.quotes == list(ANALYSIS.attributions)
    for name in ("words", "cues", "roles", "sources", "speech", "said_by", "naming"):
        assert getattr(columns, name) == getattr(COLUMNS, name)


def test_texts_are_folded() -> None:
    assert COLUMNS.words[0].startswith("\"we've waited")
    assert COLUMNS.cues[:2] == ["said", "said"]
    assert COLUMNS.roles[0] == "mayor"


def test_a_source_is_looked_in_where_nobody_is_named() -> None:
    assert COLUMNS.sources == ["", "", "", "officials", ""]
    assert COLUMNS.unnamed == 0b01000


def test_what_is_prepared_answers_as_what_is_made_when_asked_for() -> None:
    prepared, fresh = QuoteIndex(ARTICLE, ANALYSIS), QuoteIndex(ARTICLE, ANALYSIS)
    assert sum(1 for _ in prepared.prepare()) > 3
    assert "words" in vars(prepared.columns)
    assert "words" not in vars(fresh.columns)
    for text in ("the", "cue:said", "speaker:none", "-entity:x"):
        assert prepared.matching(parse(text)) == fresh.matching(parse(text))
