"""Wrapping by words in cells."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, get_character_cell_size

from tui.article.sanitising import displayable
from tui.widgets.article.wrapping import graphemes, is_even, line_text, wrap

ALPHABET = "ab c-—–’“”.,:/ \u00a0é日本、。「」e\u0301👩\u200d👧❤\ufe0f\u3000\tй"
texts = st.one_of(
    st.text(alphabet=ALPHABET, max_size=120),
    st.text(max_size=60),
    st.lists(st.text(alphabet="abcdefgh’", min_size=1, max_size=14), max_size=40).map(" ".join),
).map(displayable)
widths = st.integers(1, 40)


def lines(text: str, width: int) -> list[str]:
    starts = wrap(text, width)
    return [line_text(text, a, b)[0] for a, b in pairwise([*starts, len(text)])]


@given(texts, widths)
def test_every_character_is_drawn_once_and_in_order(text: str, width: int) -> None:
    drawn = "".join("".join(line.split()) for line in lines(text, width))
    assert drawn == "".join(text.split())


@given(texts, widths)
def test_no_line_is_wider_than_it_may_be_but_for_one_grapheme(text: str, width: int) -> None:
    for line in lines(text, width):
        wide = [cells for _, _, cells in graphemes(line) if cells]
        assert cell_len(line) <= width or len(wide) == 1


@given(texts, widths)
def test_no_line_is_blank_or_has_space_at_its_ends(text: str, width: int) -> None:
    for line in lines(text, width):
        assert line.strip()
        assert not line.startswith(" ")
        assert line == line.rstrip()


@given(texts, widths)
def test_a_line_is_as_full_as_the_next_word_allows(text: str, width: int) -> None:
    starts = wrap(text, width)
    for start, after in pairwise(starts):
        line = line_text(text, start, after)[0]
        following = text[after:].split(None, 1)[0] if text[after:].split() else ""
        spaced = text[after - 1].isspace()
        if following and spaced:
            assert cell_len(line) + 1 + cell_len(following) > width or not following.isalnum()


@given(texts, widths)
def test_what_is_drawn_of_a_line_says_where_it_comes_from(text: str, width: int) -> None:
    starts = wrap(text, width)
    for a, b in pairwise([*starts, len(text)]):
        drawn, at = line_text(text, a, b)
        assert len(at) == len(drawn) + 1
        assert list(at) == sorted(set(at))
        for char, offset in zip(drawn, at, strict=False):
            assert text[offset] == char or (char == " " and text[offset].isspace())


def test_breaks_at_words() -> None:
    assert lines("the quick brown fox", 10) == ["the quick", "brown fox"]
    assert lines("the quick", 9) == ["the quick"]


def test_breaks_after_dashes_and_hyphens_between_letters() -> None:
    assert lines("a long-term plan", 8) == ["a long-", "term", "plan"]
    assert lines("he said—and meant", 8) == ["he said—", "and", "meant"]
    assert lines("the 30-day limit", 8) == ["the", "30-day", "limit"]
    assert lines("日 long-term plan", 8) == ["日 long-", "term", "plan"]


def test_breaks_a_word_only_when_it_has_no_line_to_itself() -> None:
    assert lines("see abcdefghijkl end", 6) == ["see", "abcdef", "ghijkl", "end"]


def test_no_break_spaces_hold_words_together() -> None:
    assert lines("said Mr\u00a0Trump", 10) == ["said", "Mr\u00a0Trump"]


def test_no_break_spaces_alone_get_no_line() -> None:
    assert lines(":\u00a0", 1) == [":"]
    assert lines("ab\u00a0\u00a0\u00a0\u00a0cd", 2) == ["ab", "cd"]


def test_wide_characters_break_anywhere_but_before_what_closes() -> None:
    assert lines("日本語、文", 6) == ["日本", "語、文"]
    assert lines("日「本」語", 6) == ["日", "「本」", "語"]


def test_runs_of_spaces_become_one() -> None:
    text = "one   two \u3000 three"
    assert lines(text, 40) == ["one two three"]


def test_an_emoji_sequence_is_never_cut() -> None:
    family = "👩\u200d👩\u200d👧"
    assert lines(family * 3, 12) == [family * 2, family]  # six cells each on terminals that do not join them
    assert lines(family * 3, 4) == [family] * 3


def test_what_counts_as_even_is_one_cell_wide() -> None:
    for code in range(0x3000):
        if is_even(chr(code)) and chr(code) != " ":
            assert get_character_cell_size(chr(code)) == 1, hex(code)
            assert not chr(code).isspace() or chr(code) in "\u00a0\u202f", hex(code)


def test_two_million_characters_without_a_space() -> None:
    assert len(wrap("x" * 2_000_000, 50)) == 40_000
