"""tui.library.clippings: what was clipped stays as it was clipped."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.library.made_up import story
from tui.library.clippings import Clipping, Clippings, tags_in
from tui.library.library import Library
from tui.session.keeping.clipping import clip

ARTICLE, ANALYSIS = story(("Words of hers", "Jane Doe", "More."), ("And his", "Tom Okafor", ""))
FIRST, SECOND = (clip(ARTICLE, ANALYSIS, quote) for quote in ANALYSIS.attributions)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    kept = Library.open(tmp_path / "x.sqlite3")
    yield kept
    kept.close()


def added(library: Library, clipping: Clipping = FIRST) -> Clipping:
    found = Clippings(library).add(clipping)
    assert found is not None
    return found


def test_clipped_and_found_the_next_time(library: Library) -> None:
    first, second = added(library), added(library, SECOND)
    assert first.id != second.id
    assert first.made < second.made
    again = Library.open(library.path)
    clippings = Clippings(again)
    assert clippings.all() == [second, first]
    assert clippings.get(first.id) == first
    assert clippings.get("nothing") is None
    assert clippings.of(ARTICLE.text) == clippings.of(FIRST.text_hash) == [second, first]
    assert clippings.of("another text") == []
    again.close()


def test_notes_and_tags(library: Library) -> None:
    clippings = Clippings(library)
    first = added(library)
    assert clippings.change(first.id, note="Ask her\nagain \ud800")
    assert clippings.change(first.id, tags="#ferry, Port #ferry")
    found = clippings.get(first.id)
    assert found is not None
    assert (found.note, found.tags) == ("Ask her\nagain \\ud800", ("ferry", "Port"))
    added(library, SECOND)
    assert clippings.tags() == [("ferry", 1), ("Port", 1)]
    assert clippings.change(first.id, note="", tags=())
    assert clippings.get(first.id) == first
    assert not clippings.change("nothing", note="x")


def test_taken_out_and_put_back(library: Library) -> None:
    clippings = Clippings(library)
    first = added(library)
    clippings.change(first.id, note="a note", tags="one")
    gone = clippings.remove(first.id)
    assert gone is not None
    assert gone.note == "a note"
    assert clippings.all() == []
    assert clippings.remove(first.id) is None
    assert clippings.add(gone) == gone
    assert clippings.all() == [gone]


def test_it_outlives_its_article(library: Library) -> None:
    library.keep(ARTICLE, ANALYSIS)
    first = added(library)
    library.forget(1)
    assert Clippings(library).all() == [first]


@pytest.mark.parametrize("data", ["", "[]", "{}", '{"words": 3}', "[" * 10_000, "null"])
def test_what_makes_no_sense_is_passed_over_and_stays(library: Library, data: str) -> None:
    first = added(library)
    library.transact(
        lambda db: db.execute("INSERT INTO clippings VALUES ('x', x'00', 'then', '', '', ?)", (data,))
    )
    clippings = Clippings(library)
    assert clippings.all() == [first]
    assert clippings.unreadable == 1
    assert library.query(lambda db: db.execute("SELECT count(*) FROM clippings").fetchone()) == (2,)
    assert library.notice == ""


@pytest.mark.parametrize(
    ("typed", "tags"),
    [
        ("", ()),
        ("one two", ("one", "two")),
        ("#one, #two;three", ("one", "two", "three")),
        ("One one ONE", ("ONE",)),
        ("#", ()),
        ("2025 y2025", ("y2025",)),
        ("a/b c-d e_f", ("a/b", "c-d", "e_f")),
        ("who's [[that]] <b>", ("who-s", "that", "b")),
        ("Überfahrt", ("Überfahrt",)),
    ],
)
def test_tags(typed: str, tags: tuple[str, ...]) -> None:
    assert tags_in(typed) == tags
    assert tags_in(tags) == tags


def test_a_library_that_cannot_be_written_says_so(library: Library) -> None:
    first = added(library)
    library.read_only_reason = "Only to be read."
    clippings = Clippings(library)
    assert clippings.add(SECOND) is None
    assert not clippings.change(first.id, note="x")
    assert clippings.remove(first.id) is None
    assert library.notice == "Only to be read."
    assert clippings.all() == [first]
