"""Whole numbers with a bit for each thing, and how queries are answered with them."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from tui.session.filtering import bitsets
from tui.session.filtering.bitsets import BitsetIndex, by_value, joined, mask_at, mask_of, places
from tui.session.filtering.query import FIELDS, Value, Word, parse


class Letters(BitsetIndex):
    """The letters of a word: a value finds those in it."""

    fields = FIELDS
    bare = ("text",)

    def __init__(self, letters: str) -> None:
        super().__init__(len(letters))
        self.letters = letters
        self.looked_up: list[str] = []

    @property
    def spoken(self) -> int:
        return mask_of(letter != "x" for letter in self.letters)

    def look_up(self, field: str, value: Value) -> int:
        assert isinstance(value, Word)
        self.looked_up.append(value.text)
        return mask_of(letter in value.text for letter in self.letters)

    def shown(self, field: str) -> Iterator[tuple[str, int]]:
        yield from by_value(enumerate(self.letters.upper())).items()
        yield "NONE", 0


def test_clauses_are_joined_by_and_or_and_not() -> None:
    index = Letters("abcab")
    assert list(places(index.mask(parse("ab b,c")))) == [1, 4]
    assert list(places(index.mask(parse("ab -b")))) == [0, 3]
    assert list(places(index.mask(parse("a b c")))) == []
    assert index.count(parse("a").clauses[0], among=0b00110) == 0
    assert index.count(parse("-a").clauses[0], among=0b00110) == 2


def test_who_asks_for_no_stance_is_given_what_is_spoken() -> None:
    index = Letters("axx")
    assert index.mask(parse("")) == 0b001
    assert index.mask(parse(""), attitudes=True) == 0b111
    assert index.mask(parse("-q")) == 0b001
    assert index.mask(parse("-stance:speech")) == 0b111


def test_the_same_question_is_looked_up_once() -> None:
    index = Letters("abc")
    for text in ("a", "a speaker:b", "a speaker:b", "-a"):
        index.mask(parse(text))
    assert index.looked_up == ["a", "b"]


def test_no_more_is_remembered_than_can_be_of_use() -> None:
    index = Letters("abc")
    for number in range(bitsets.KEPT + 1):
        index.mask(parse(str(number)))
    index.mask(parse(str(bitsets.KEPT)))
    index.mask(parse("0"))
    assert index.looked_up[-2:] == [str(bitsets.KEPT), "0"]


def test_values_that_find_nothing_are_none() -> None:
    assert Letters("aba").values("text") == [("A", "a", 0b101), ("B", "b", 0b010)]


@given(st.lists(st.booleans(), max_size=80))
def test_flags_and_places_are_the_same_mask(flags: list[bool]) -> None:
    mask = mask_of(flags)
    there = [at for at, flag in enumerate(flags) if flag]
    assert list(places(mask)) == there
    assert mask_at(there) == mask_at(reversed(there)) == mask
    assert joined(flags, (1 << at for at in range(len(flags)))) == mask


def test_where_each_value_stands() -> None:
    assert by_value([(0, "said"), (1, ""), (2, "told"), (9, "said")]) == {
        "said": 0b1000000001,
        "told": 0b100,
    }
