"""What the filter suggests, and that a suggestion means what it says."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.session.article_with_quotes import ANALYSIS, ARTICLE
from tui.session.filtering.filter_completion import Completion, complete
from tui.session.filtering.query import FIELDS, parse, tokens
from tui.session.filtering.quote_index import QuoteIndex

INDEX = QuoteIndex(ARTICLE, ANALYSIS)


def suggested(text: str) -> list[tuple[str, int | None]]:
    return [(each.label, each.count) for each in complete(INDEX, text, len(text))]


def test_fields_come_first() -> None:
    assert [label for label, _ in suggested("")] == [f"{f}:" for f in FIELDS if f != "text"]
    assert suggested("sp") == [("speaker:", None)]
    assert complete(INDEX, "-sp", 3) == [Completion("speaker:", "-speaker:", 9)]


def test_values_of_a_field_with_how_many_would_be_left() -> None:
    assert suggested("speaker:") == [("Tom Okafor", 2), ("Éloïse Brandt", 1)]
    assert suggested("speaker:elo") == [("Éloïse Brandt", 1)]
    assert suggested("kind:") == [("direct", 2), ("indirect", 1), ("mixed", 1)]
    assert suggested("role:") == [("Mayor", 1)]
    assert suggested("entity:") == [("Norvik Shipping", 1), ("ten years", 1)]
    assert suggested("stance:") == [("any", 5), ("speech", 4), ("attitude", 1)]
    assert suggested("certainty:") == [(">0.5", 3), (">0.8", 2), (">0.9", 1)]


def test_the_rest_of_the_filter_counts() -> None:
    assert suggested("kind:direct speaker:") == [("Tom Okafor", 1), ("Éloïse Brandt", 1)]
    assert suggested("harbour speaker:") == [("Éloïse Brandt", 1)]
    assert suggested("-speaker:") == [("Éloïse Brandt", 3), ("Tom Okafor", 2)]


def test_a_name_is_enough_to_be_offered_its_field() -> None:
    assert complete(INDEX, "oka", 3) == [Completion('speaker:"Tom Okafor"', 'speaker:"Tom Okafor"', 20, 2)]
    assert [each.text for each in complete(INDEX, '"norvik shi', 11)] == ['entity:"Norvik Shipping"']


def test_a_second_value_after_a_comma() -> None:
    text = 'speaker:"Tom Okafor",'
    both = 'speaker:"Tom Okafor","Éloïse Brandt"'
    assert complete(INDEX, text, len(text)) == [Completion("Éloïse Brandt", both, len(both), 3)]


def test_only_the_value_at_the_cursor_is_replaced() -> None:
    assert complete(INDEX, "speaker:to harbour", 10) == []  # Okafor says nothing of the harbour
    found = complete(INDEX, "speaker:to gift", 10)
    assert found == [Completion("Tom Okafor", 'speaker:"Tom Okafor" gift', 20, 1)]


def test_what_is_typed_out_is_not_suggested() -> None:
    assert suggested("kind:direct") == []
    assert suggested('speaker:"Tom Okafor"') == []


def test_names_that_hold_marks_commas_and_brackets_parse_back() -> None:
    for name in ('Dwayne "The Rock" Johnson', "Sony, Inc", "“Big” Al", "[/b]", "-x", "O'Neil,", 'a"'):
        analysis = replace(
            ANALYSIS, speakers=(replace(ANALYSIS.speakers[0], name=name), *ANALYSIS.speakers[1:])
        )
        index = QuoteIndex(ARTICLE, analysis)
        found = [each for each in complete(index, "speaker:", 8) if each.label == name]
        assert len(found) == 1
        query = parse(found[0].text)
        assert query.problem is None
        assert index.matching(query) == [0]


fragments = st.lists(
    st.sampled_from(
        [
            *(f"{f}:" for f in FIELDS),
            "-",
            ",",
            '"',
            "“",
            " ",
            ">",
            "0.8",
            "tom",
            "Okafor",
            "ten",
            "d",
            "x",
            "said",
        ]
    )
).map("".join)


@given(fragments, st.integers(0, 40))
def test_every_suggestion_parses_back_to_what_it_promises(text: str, cursor: int) -> None:
    for each in complete(INDEX, text, cursor):
        assert 0 <= each.cursor <= len(each.text)
        if each.count is None:
            continue
        query = parse(each.text)
        assert len(INDEX.matching(query)) == each.count or _has_open_mark(text)


def _has_open_mark(text: str) -> bool:
    """Tell whether a mark is open: it holds all that follows, and the suggestion closes it."""
    return any(piece.quoted and not piece.closed for token in tokens(text) for piece in token.pieces)
