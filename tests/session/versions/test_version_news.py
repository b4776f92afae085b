"""What is said of a changed article, where one goes on reading, and which two versions are compared."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.session.versions.test_quote_changes import read
from tui.library.clippings import Clippings
from tui.library.library import Library
from tui.library.source_versions import SourceVersion
from tui.session.keeping.clipping import clip
from tui.session.versions.text_changes import compare
from tui.session.versions.version_list import VersionList
from tui.session.versions.version_news import moved_position, news

OLD = "Ships sail\n\n“We sail on Monday” said Doe.\n\nIt rained.\n\n“No bread” said Hill."
NEW = (
    "Ships sail\n\nA new beginning.\n\n“We sail on Tuesday” said Doe.\n\nIt rained.\n\n“No bread” said Hill."
)


def test_quotes_are_counted_where_both_analyses_are_complete() -> None:
    old, before = read(OLD)
    new, after = read(NEW)
    assert news(old, before, new, after) == "Changed: 1 quote changed. V shows versions."
    words = "Changed: 1 paragraph changed, 1 added. V shows versions."
    assert news(old, None, new, after) == words
    assert news(old, before, new, replace(after, complete=False)) == words
    assert news(old, before, old, before) == ""
    assert news(old, before, new, after, since="2020-12-03T10:15:00Z").startswith(
        "Changed since 3 Dec 2020: "
    )


def test_clippings_whose_words_are_gone_are_told_and_kept(tmp_path: Path) -> None:
    old, before = read(OLD)
    new, after = read(NEW)
    library = Library.open(tmp_path / "library.sqlite3")
    clippings = Clippings(library)
    for quote in before.attributions:
        clippings.add(clip(old, before, quote))
    assert "The words of 1 clipping are gone; M keeps them." in news(old, before, new, after, library=library)
    assert len(clippings.all()) == 2
    library.close()


def test_the_reader_goes_on_in_the_same_paragraph() -> None:
    old, new = read(OLD)[0], read(NEW)[0]
    changes = compare(old, new)
    assert moved_position(changes, OLD.index("rained")) == NEW.index("rained")
    assert moved_position(changes, 0) == 0
    assert moved_position(changes, len(OLD) + 50) <= len(NEW)


def made(number: int) -> SourceVersion:
    return SourceVersion(number, bytes([number]), "2025-12-03T10:15:00Z", "", f"Title {number}", 9, 1, True)


def test_which_two_are_compared() -> None:
    versions = VersionList([made(1), made(2), made(3)], shown=bytes([3]))

    def numbers(index: int) -> list[int]:
        return [each.number for each in versions.pair(index) or ()]

    assert numbers(0) == [2, 3]  # the one being read: with the one before it
    assert numbers(2) == [1, 3]
    versions.tick(1)
    assert numbers(2) == [1, 2]
    assert numbers(0) == [2, 3]
    versions.tick(1)
    assert versions.ticked is None
    assert (versions.matching("title"), versions.matching("tide")) == ([0, 1, 2], [])
    assert VersionList([made(1)], shown=bytes([1])).pair(0) is None
