"""What is shown of a text with markup, and where it stands in the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.article.article import Article
from tui.article.spans import Span
from tui.article.text_markup import Markup, ShownText, blanked, settled

TEXT = "We **won**, AT&amp;T said."
MARKUP = (Markup(Span(3, 5)), Markup(Span(8, 10)), Markup(Span(14, 19), "&"))


def test_what_is_shown_and_where_it_stands() -> None:
    shown = ShownText(TEXT, MARKUP)
    assert shown.text == "We won, AT&T said."
    won = shown.text.index("won")
    assert shown.span_in_text(Span(won, won + 3)) == Span(5, 8)  # the marks round it are no part of it
    assert shown.span_in_text(Span(0, 7)).of(TEXT) == "We **won**,"
    assert shown.span_in_text(Span(8, 12)).of(TEXT) == "AT&amp;T"
    assert shown.shown_span(Span(5, 8)).of(shown.text) == "won"
    assert shown.shown_span(Span(3, 10)).of(shown.text) == "won"


def test_a_part_of_a_text_and_one_without_markup() -> None:
    article = Article(TEXT, "a.md", markup=MARKUP)
    assert article.shown(Span(4, 9)) == "won"
    assert article.shown(Span(16, 20)) == "T"  # a character reference cut in two
    assert Article(TEXT, "a.txt").shown(Span(3, 10)) == "**won**"


def test_blanked_it_is_as_long_as_before() -> None:
    assert blanked(TEXT, MARKUP) == "We   won  , AT&    T said."


def test_marks_inside_others_are_dropped() -> None:
    marks = [Markup(Span(4, 6)), Markup(Span(2, 9)), Markup(Span(8, 12), "x"), Markup(Span(1, 1))]
    assert settled(marks) == (Markup(Span(2, 9)), Markup(Span(9, 12), "x"))


@given(
    st.text("ab *", max_size=30),
    st.lists(
        st.tuples(st.integers(0, 30), st.integers(0, 30), st.sampled_from(["", "x", "xyz"])), max_size=6
    ),
    st.integers(0, 30),
    st.integers(0, 30),
)
def test_whatever_is_hidden_the_ways_lead_back(
    text: str, marks: list[tuple[int, int, str]], first: int, last: int
) -> None:
    size = len(text)
    markup = settled([Markup(Span(min(a, size), min(b, size)), shown) for a, b, shown in marks if a < b])
    whole = Span(min(first, last, size), min(max(first, last), size))
    shown = ShownText(text, markup, whole)
    places = shown.places()
    assert len(places) == len(shown.text) + 1
    assert places == sorted(places)
    assert places == [shown.place(n) for n in range(len(places))]
    hidden = {at for mark in markup for at in range(*mark.span)}
    assert "".join(text[at] for at in range(*whole) if at not in hidden) == "".join(
        text[at] for at in places[:-1] if at not in hidden
    )
    for n in range(len(shown.text)):
        span = shown.span_in_text(Span(n, n + 1))
        assert whole.start <= span.start < span.end <= size
        if span.start not in hidden:
            assert shown.shown_at(span.start) == n
            assert span.of(text) == shown.text[n]
    assert len(blanked(text, markup)) >= size
    assert shown.shown_at(whole.end) == len(shown.text)


@pytest.mark.parametrize("offset", [-1, 0, 5, 100])
def test_nothing_is_shown_of_nothing(offset: int) -> None:
    shown = ShownText("", ())
    assert (shown.text, shown.place(max(0, offset)), shown.shown_at(offset)) == ("", 0, 0)
