"""The filter language: everything typed gives a query, and keeps what was typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.analysis import Stance
from tui.session.filtering.query import FIELDS, Clause, Comparison, Query, Word, parse, tokens

typed = st.text() | st.lists(
    st.sampled_from(
        [
            *(f"{f}:" for f in FIELDS),
            "-",
            ",",
            '"',
            "“",
            "”",
            " ",
            ">",
            "0.8",
            "any",
            "dir",
            "x",
            "’",
            ":",
            "«",
        ]
    )
).map("".join)


def clauses(text: str) -> tuple[Clause, ...]:
    query = parse(text)
    assert query.problem is None
    return query.clauses


@given(typed)
def test_anything_parses_and_nothing_typed_is_lost(text: str) -> None:
    query = parse(text)
    assert query.text == text
    assert all(clause.values for clause in query.clauses)
    assert query.problem is None or query.problem.strip()
    at = 0
    for token in tokens(text):
        assert text[at : token.start].strip() == ""
        assert token.start < token.end
        assert all(token.start <= piece.start <= piece.end <= token.end for piece in token.pieces)
        at = token.end
    assert text[at:].strip() == ""


@given(typed)
def test_typing_on_is_never_an_error_where_the_whole_is_none(text: str) -> None:
    """Parse every beginning of a valid query, apart from fields whose name or value is not whole yet."""
    if parse(text).problem is None and ":" not in text:
        assert all(parse(text[:end]).problem is None for end in range(len(text)))


@pytest.mark.parametrize(
    "half",
    [
        "",
        "speaker:",
        "-",
        "-speaker:",
        '"',
        "“",
        '-"',
        "speaker:,",
        "certainty:",
        "certainty:>",
        "certainty:>=.",
        ",",
    ],
)
def test_half_typed_narrows_nothing_and_is_no_error(half: str) -> None:
    query = parse(half)
    assert query.empty
    assert query.problem is None


def test_words_and_phrases() -> None:
    assert clauses("peace talks") == (Clause("text", (Word("peace"),)), Clause("text", (Word("talks"),)))
    assert clauses('"Peace  talks"') == (Clause("text", (Word("peace talks", True, True),)),)
    assert clauses("“peace talks”") == clauses('"peace talks"') == clauses("«peace talks»")


def test_a_phrase_still_open_may_end_inside_a_word() -> None:
    assert clauses('"peace ta') == (Clause("text", (Word("peace ta", True, False),)),)


def test_a_doubled_mark_is_one_inside_a_phrase() -> None:
    assert clauses('"the ""Rock"" said"') == (Clause("text", (Word('the "rock" said', True, True),)),)


def test_a_comma_means_or_and_a_trailing_one_nothing() -> None:
    both = Clause("speaker", (Word("trump"), Word("peskov")))
    assert clauses("speaker:trump,peskov") == (both,)
    assert clauses("speaker:trump,peskov,") == (both,)
    assert clauses('Speaker:"donald trump",peskov') == (
        Clause("speaker", (Word("donald trump", True, True), Word("peskov"))),
    )


def test_the_comma_of_a_number_is_part_of_it() -> None:
    assert clauses("30,000") == (Clause("text", (Word("30,000"),)),)
    assert clauses("certainty:0.5,0.8")[0].values == (Comparison(">=", 0.5), Comparison(">=", 0.8))


def test_a_minus_in_front_means_not_and_inside_a_word_nothing() -> None:
    assert clauses("-kind:indirect") == (Clause("kind", (Word("indirect"),), negated=True),)
    assert clauses("long-term") == (Clause("text", (Word("long-term"),)),)


def test_kinds_and_stances_are_found_by_their_beginning() -> None:
    assert clauses("kind:ind")[0].values == (Word("indirect"),)
    assert clauses("stance:a")[0].values == (Word("attitude"),)


@pytest.mark.parametrize(
    ("text", "comparison"),
    [
        (">0.8", Comparison(">", 0.8)),
        (">=.5", Comparison(">=", 0.5)),
        ("≤0.5", Comparison("<=", 0.5)),
        ("<1", Comparison("<", 1.0)),
        ("=0.25", Comparison("=", 0.25)),
        ("80%", Comparison(">=", 0.8)),
        (">80", Comparison(">", 0.8)),
        ("0.", Comparison(">=", 0.0)),
    ],
)
def test_certainties(text: str, comparison: Comparison) -> None:
    assert clauses(f"certainty:{text}") == (Clause("certainty", (comparison,)),)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("spekaer:x", "no field “spekaer”; did you mean speaker:?"),
        (
            "zzz:x",
            "no field “zzz”; there are speaker, entity, kind, cue, role, stance, polarity, certainty and text",
        ),
        ("kind:quoted", "kind: is direct, mixed or indirect, not “quoted”"),
        ("certainty:>abc", "certainty: takes a number from 0 to 1, as in certainty:>0.8, not “>abc”"),
        ("certainty:>900", "certainty: takes a number from 0 to 1, as in certainty:>0.8, not “>900”"),
        ("speaker: peskov", "write speaker:peskov without the space"),
    ],
)
def test_what_cannot_be_read_is_said_and_the_rest_applies(text: str, problem: str) -> None:
    query = parse(f"peace {text}")
    assert query.problem == problem
    assert query.clauses[0] == Clause("text", (Word("peace"),))


def test_a_good_value_beside_a_bad_one_applies() -> None:
    query = parse("kind:direct,foo")
    assert query.clauses == (Clause("kind", (Word("direct"),)),)
    assert query.problem is not None


def test_addresses_and_times_are_words() -> None:
    assert clauses("http://example.org 10:30")[0].field == "text"


def test_stances_asked_for() -> None:
    assert parse("peace").stances is None
    assert parse("-stance:attitude").stances is None
    assert parse("stance:attitude").stances == {Stance.ATTITUDE}
    assert parse("stance:any").stances == set(Stance)
    assert parse("-stance:speech").stances == {Stance.ATTITUDE}
    assert parse("stance:").stances is None


def test_terms_are_the_words_looked_for_in_the_text() -> None:
    assert parse('peace -war speaker:x "the talks"').terms == (Word("peace"), Word("the talks", True, True))


def test_the_empty_query() -> None:
    assert parse("") == Query()
    assert Query().empty
