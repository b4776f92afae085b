"""tui.analysis.attribution.token_arrays, windows and stance on parses written by hand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.attribution.parses import SAID, parsed
from tui.analysis.analysis import Kind, Stance
from tui.analysis.attribution.cue_windows import QUOTES, REACH, window
from tui.analysis.attribution.stance import stance
from tui.analysis.attribution.token_arrays import TokenArrays
from tui.article.spans import Span


def test_trees() -> None:
    arrays = TokenArrays(SAID, [])
    assert arrays.depth == [1, 0, 2, 1, 1, 1, 2, 1]
    assert (arrays.left[1], arrays.right[1]) == (0, 7)
    assert (arrays.left[3], arrays.right[3]) == (2, 3)


def test_a_quotation_is_one_unit() -> None:
    arrays = TokenArrays(SAID, [Span(8, 17)])
    assert arrays.unit_start == [0, 1, 2, 4, 5, 6, 7]
    assert arrays.unit_end == [1, 2, 4, 5, 6, 7, 8]
    assert arrays.unit_head[2] == 3
    assert arrays.quote_of == [-1, -1, 0, 0, -1, -1, -1, -1]
    assert arrays.quoted_until == [0, 0, 0, 1, 2, 2, 2, 2, 2]
    assert window(arrays, 1).starts == arrays.unit_start


def test_a_cue_in_a_quotation_sees_its_words() -> None:
    arrays = TokenArrays(SAID, [Span(8, 17)])
    assert window(arrays, 3).starts == [2, 3]


def test_subjects() -> None:
    arrays = TokenArrays(SAID, [])
    assert arrays.subject(1) == (0, "nsubj")
    assert arrays.subject(5) == (0, "conj/nsubj")
    assert arrays.subject(3) == (2, "nsubj")


def test_by_whom_and_whose() -> None:
    passive = TokenArrays(
        parsed(
            ("It", "PRON", "nsubjpass", 2),
            ("was", "AUX", "auxpass", 2),
            ("denied", "VERB", "ROOT", 2),
            ("by", "ADP", "agent", 2),
            ("Ann", "PROPN", "pobj", 3),
        ),
        [],
    )
    assert passive.subject(2) == (4, "agent")
    noun = TokenArrays(
        parsed(("Ann", "PROPN", "poss", 2), ("'s", "PART", "case", 0), ("claim", "NOUN", "ROOT", 2)), []
    )
    assert noun.subject(2) == (0, "poss")
    relative = TokenArrays(
        parsed(("man", "NOUN", "ROOT", 0), ("claiming", "VERB", "acl", 0), ("rain", "NOUN", "dobj", 1)), []
    )
    assert relative.subject(1) == (0, "acl")
    assert relative.subject(0) == (-1, "")


def test_a_colon_leads_into_the_next_paragraph() -> None:
    rows = [("Ann", "PROPN", "nsubj", 1), ("said", "VERB", "ROOT", 1), (":", "PUNCT", "punct", 1)]
    below = [("“", "PUNCT", "punct", 4), ("Rain", "NOUN", "ROOT", 4), (".”", "PUNCT", "punct", 4)]
    both = parsed(*rows, *below, paragraphs=[(0, 3), (3, 6)])
    quote = Span(both.start[3], both.end[5])
    assert window(TokenArrays(both, [quote]), 1).starts == [0, 1, 2, 3]
    both.word[2] = "."
    assert window(TokenArrays(both, [quote]), 1).starts == [0, 1, 2]


@given(st.integers(0, 399), st.integers(0, 200), st.integers(2, 6))
def test_windows_stay_small_and_hold_their_cue(token: int, quotes: int, size: int) -> None:
    many = parsed(*(("word", "NOUN", "dep", 0) for _ in range(400)))
    spans = [
        Span(many.start[k], many.end[k + size - 1]) for k in range(0, quotes, size + 1) if k + size <= 400
    ]
    arrays = TokenArrays(many, spans)
    view = window(arrays, token)
    assert len(view.starts) <= 2 * (REACH + QUOTES) + 1
    assert view.starts[view.cue] <= token < view.ends[view.cue]
    assert all(a == b for a, b in zip(view.ends, view.starts[1:], strict=False))
    if arrays.quote_of[token] < 0:
        assert sum(b - a > 1 for a, b in zip(view.starts, view.ends, strict=True)) <= 2 * QUOTES


def test_stances() -> None:
    arrays = TokenArrays(SAID, [])
    assert stance(arrays, 1, Kind.INDIRECT, 3) is Stance.SPEECH
    wants = parsed(("Ann", "PROPN", "nsubj", 1), ("want", "VERB", "ROOT", 1), ("rain", "NOUN", "dobj", 1))
    assert stance(TokenArrays(wants, []), 1, Kind.INDIRECT, 2) is Stance.ATTITUDE
    assert stance(TokenArrays(wants, []), 1, Kind.DIRECT, 2) is Stance.SPEECH
    pushes = parsed(("Ann", "PROPN", "nsubj", 1), ("push", "VERB", "ROOT", 1), ("rain", "NOUN", "dobj", 1))
    assert stance(TokenArrays(pushes, []), 1, Kind.INDIRECT, 2) is Stance.ATTITUDE
    refuses = parsed(
        ("Ann", "PROPN", "nsubj", 1),
        ("refuse", "VERB", "ROOT", 1),
        ("say", "VERB", "xcomp", 1),
        ("who", "PRON", "dobj", 2),
    )
    assert stance(TokenArrays(refuses, []), 1, Kind.INDIRECT, 3) is Stance.SPEECH
