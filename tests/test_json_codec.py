"""tui.json_codec: what is encoded comes back the same, and nothing else comes in."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.analysis import Analysis, Attribution, Entity, Speaker
from tui.article.article import Article
from tui.article.spans import Span
from tui.json_codec import InvalidJson, decode, encode


class Colour(StrEnum):
    RED = "red"


class Mark(NamedTuple):
    colour: Colour
    span: Span
    note: str | None = None


@dataclass(frozen=True)
class Thing:
    name: str
    marks: tuple[Mark, ...]
    pair: tuple[str, int]
    weight: float = field(default=1.0, metadata={"digits": 1, "key": "kg"})
    first: Mark | None = None
    words: frozenset[str] = frozenset()
    anything: Any = None
    row: int = field(default=0, metadata={"in_json": False})


THING = Thing(
    "x",
    (Mark(Colour.RED, Span(1, 2)),),
    ("y", 3),
    2.5,
    Mark(Colour.RED, Span(3, 4), "z"),
    frozenset("ba"),
    {},
)
DATA = {
    "name": "x",
    "marks": [["red", 1, 2, None]],
    "pair": ["y", 3],
    "kg": 2.5,
    "first": ["red", 3, 4, "z"],
    "words": ["a", "b"],
    "anything": {},
}


def test_named_tuples_are_flat_arrays_and_everything_comes_back() -> None:
    assert encode(THING) == DATA
    assert decode(Thing, json.loads(json.dumps(DATA))) == THING


def test_digits_and_fields_that_are_kept_elsewhere() -> None:
    assert encode(Thing("x", (), ("y", 3), 0.123, row=7))["kg"] == 0.1
    assert decode(Thing, DATA, row=7).row == 7


def test_what_has_a_default_may_be_missing() -> None:
    found = decode(Thing, {"name": "x", "marks": [], "pair": ["y", 3], "unknown": 1})
    assert found == Thing("x", (), ("y", 3))


@pytest.mark.parametrize(
    ("key", "value", "problem"),
    [
        ("name", None, "“name”: a text is wanted, not None"),
        ("name", 1, "a text is wanted, not 1"),
        ("marks", {}, "a list is wanted, not an object"),
        ("marks", [["blue", 1, 2, None]], "'blue' is not one of red"),
        ("marks", [[["red"], 1, 2, None]], "a list is not one of red"),
        ("marks", [["red", 1, 2]], "a list of 4 is wanted"),
        ("marks", [["red", 1, True, None]], "a whole number is wanted, not True"),
        ("marks", [["red", 1, 2.0, None]], "a whole number is wanted, not 2.0"),
        ("pair", ["y"], "a list of 2 is wanted"),
        ("kg", "heavy", "“kg”: a number is wanted"),
        ("kg", True, "a number is wanted"),
        ("words", [1], "a text is wanted"),
    ],
)
def test_nothing_else_comes_in(key: str, value: object, problem: str) -> None:
    with pytest.raises(InvalidJson) as caught:
        decode(Thing, {**DATA, key: value})
    assert problem in str(caught.value)


@pytest.mark.parametrize("key", ["name", "marks", "pair"])
def test_what_has_no_default_may_not_be_missing(key: str) -> None:
    with pytest.raises(InvalidJson, match=f"“{key}” is missing"):
        decode(Thing, {name: value for name, value in DATA.items() if name != key})


def test_what_is_said_of_it_is_short_and_does_not_act() -> None:
    with pytest.raises(InvalidJson) as caught:
        decode(Thing, {**DATA, "pair": ["y", "\x1b[31m\u202e" * 1000]})
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 100


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*DATA, "x"]), inner, max_size=6)
    ),
)


@given(JSON, st.sampled_from([Thing, Mark, Span, Article, Analysis, Attribution, Speaker, Entity]))
def test_any_json_is_taken_or_refused(data: object, kind: type) -> None:
    try:
        found: object = decode(kind, data)
    except InvalidJson:
        return
    assert encode(decode(kind, encode(found))) == encode(found)
