"""Words found in an article's text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.article.folding import fold
from tui.article.spans import Span
from tui.session.reading.text_search import LONGEST, MAX_MATCHES, TextSearch

TEXT = "Erdoğan spoke. “Don’t wait,” said\nMr Erdogan — don't  wait."


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("erdogan", ["Erdoğan", "Erdogan"]),
        ("don't wait", ["Don’t wait", "don't  wait"]),
        ("said mr", ["said\nMr"]),
        ('"don', ["“Don"]),
        ("- don", ["— don"]),
        (".", [".", "."]),
        ("nobody", []),
        ("  ", []),
    ],
)
def test_what_is_typed_finds_what_is_printed(words: str, found: list[str]) -> None:
    assert [place.of(TEXT) for place in TextSearch(TEXT, words).places] == found


def test_it_begins_where_one_is_and_goes_round() -> None:
    text = "a b a b a"
    seeking = TextSearch(text, "A")
    assert seeking.counted == "not in this article"
    assert seeking.begin(3) == Span(4, 5)
    assert seeking.counted == "2 of 3"
    assert seeking.step(1) == Span(8, 9)
    assert seeking.step(1) == Span(0, 1)
    assert seeking.step(-1) == Span(8, 9)
    assert TextSearch(text, "a").begin(9) == Span(0, 1)
    nothing = TextSearch(text, "c")
    assert nothing.begin(0) is nothing.step(1) is nothing.place is None
    assert TextSearch(text, "").counted == ""


def test_only_what_is_near_is_marked_and_not_everything_is_counted() -> None:
    seeking = TextSearch("a " * (MAX_MATCHES + 5), "a")
    seeking.begin(0)
    assert seeking.counted == f"1 of {MAX_MATCHES} or more"
    assert list(seeking.near(Span(10, 14))) == [Span(10, 11), Span(12, 13), Span(14, 15)]
    assert len(list(seeking.near(None))) == MAX_MATCHES


@given(st.text(alphabet="aé b", max_size=40), st.text(alphabet="ae b", max_size=3), st.integers(1, 50))
def test_piece_by_piece_the_same_is_found(text: str, words: str, piece: int) -> None:
    search = TextSearch(text, words)
    while search.look_through(piece):
        pass
    assert search.places == TextSearch(text, words).places


@given(st.text(max_size=40), st.text(max_size=6))
def test_every_place_is_in_the_text_and_reads_as_what_was_typed(text: str, words: str) -> None:
    wanted = fold(words).strip()
    for place in TextSearch(text, words).places:
        assert 0 <= place.start < place.end <= len(text)
        assert wanted.replace(" ", "") in fold(place.of(text)).replace(" ", "")


@given(st.text(alphabet="aé’'“\" -—x\u0301\n", min_size=1, max_size=20))
def test_a_text_is_found_in_itself(text: str) -> None:
    if fold(text).strip():
        assert TextSearch(text, text).places


def test_of_a_page_that_is_pasted_the_beginning_is_found() -> None:
    text = "".join(f"Line {number} of the page. " for number in range(5_000))
    places = TextSearch(f"Before it. {text}", text).places
    assert [place.start for place in places] == [len("Before it. ")]
    assert 0 < places[0].end - places[0].start <= LONGEST
