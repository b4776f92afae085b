"""tui.library.source_versions: what stood at an address, one text after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tui.article.article import Article
from tui.article.files import from_bytes
from tui.library.library import Library
from tui.library.library_export import export_lines
from tui.library.library_import import import_lines
from tui.library.source_versions import version_of, versions_of
from tui.session.exporting.json_escaping import dump_json

PAGE = "https://paper.example/story"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library.open(tmp_path / "library.sqlite3")
    yield library
    library.close()


def page(text: str, address: str = PAGE) -> Article:
    return from_bytes(text.encode(), address, url=address)


def read(library: Library, text: str, address: str = PAGE) -> bytes | None:
    return library.mark_read(page(text, address), from_source=True)


def texts(library: Library, name: str = PAGE) -> list[str | None]:
    found = [version_of(library, name, each.number) for each in versions_of(library, name)]
    return [article.text if article is not None else None for article in found]


def test_a_text_that_changed_is_a_new_version_and_the_old_one_stays(library: Library) -> None:
    assert read(library, "We sail on Monday.") is None
    assert read(library, "We sail on Monday.") is None
    before = read(library, "We sail on Tuesday.")
    assert before is not None
    kept = library.article(before)
    assert kept is not None
    assert kept.text == "We sail on Monday."
    assert texts(library) == ["We sail on Monday.", "We sail on Tuesday."]
    assert [each.number for each in versions_of(library, PAGE)] == [1, 2]


def test_what_is_changed_back_is_a_third_version(library: Library) -> None:
    for text in ("We sail.", "We stay.", "We sail."):
        read(library, text)
    assert texts(library) == ["We sail.", "We stay.", "We sail."]


def test_furniture_makes_no_version(library: Library) -> None:
    assert read(library, "We sail.\n\n3 comments") is None
    assert read(library, "We sail.\n\n4 comments") is None
    assert read(library, "We sail.\n\n5 comments\n\nUpdated 3 hours ago") is None
    assert len(versions_of(library, PAGE)) == 1
    assert read(library, "We stay.\n\n5 comments") is not None


def test_opening_an_old_version_from_the_library_makes_none(library: Library) -> None:
    read(library, "We sail.")
    read(library, "We stay.")
    assert library.mark_read(page("We sail.")) is None
    assert texts(library) == ["We sail.", "We stay."]


def test_each_address_has_its_own(library: Library) -> None:
    read(library, "We sail.")
    assert read(library, "We stay.", "https://paper.example/other") is None
    assert texts(library) == ["We sail."]


def test_a_file_by_its_path(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    for text in ("We sail.", "We stay."):
        path.write_text(text, encoding="utf-8")
        library.mark_read(from_bytes(text.encode(), str(path)), from_source=True)
    assert texts(library, str(path)) == ["We sail.", "We stay."]


def test_the_address_that_was_typed_leads_to_the_page_s_own(library: Library) -> None:
    article = replace(page("We sail.", "https://short.example/x"), url=PAGE)
    library.mark_read(article, from_source=True)
    assert texts(library, "https://short.example/x") == texts(library, PAGE) == ["We sail."]


def test_what_is_forgotten_is_no_version(library: Library) -> None:
    read(library, "We sail.")
    number = library.id_of("We sail.")
    assert number is not None
    library.forget(number)
    assert versions_of(library, PAGE) == []
    assert read(library, "We stay.") is None


def test_of_many_the_newest(library: Library) -> None:
    for n in range(12):
        read(library, f"We sail with {n} ships.")
    found = versions_of(library, PAGE, 3)
    assert [each.number for each in found] == [10, 11, 12]
    assert version_of(library, PAGE, 0) is version_of(library, PAGE, 13) is None


def test_the_newest_is_found_by_the_index_however_many_there_are(library: Library) -> None:
    plan = library.query(
        lambda db: db.execute(
            "EXPLAIN QUERY PLAN SELECT id FROM versions WHERE origin = ? ORDER BY first DESC, id DESC LIMIT 1",
            (PAGE,),
        ).fetchall()
    )
    assert plan
    assert all("SCAN" not in row[3] and "TEMP" not in row[3] for row in plan)


@pytest.mark.parametrize("newest", [2, 1000])
def test_what_was_read_last_is_found_behind_many_that_were_only_watched(
    library: Library, newest: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.library.source_versions._NEWEST", newest)
    read(library, "We sail on day 0.")
    for day in range(1, 6):
        library.keep_watched(page(f"We sail on day {day}."))
    before = read(library, "We sail on day 6.")
    assert before is not None
    kept = library.article(before)
    assert kept is not None
    assert kept.text == "We sail on day 0."


def test_versions_are_exported_and_imported_once(library: Library, tmp_path: Path) -> None:
    for text in ("We sail.", "We stay.", "We sail."):
        read(library, text)
    lines = [dump_json(line) for line in export_lines(library)]
    other = Library.open(tmp_path / "other.sqlite3")
    assert import_lines(other, lines).added["version"] == 3
    assert texts(other) == ["We sail.", "We stay.", "We sail."]
    assert import_lines(other, lines).known["version"] == 3
    assert read(other, "We sail.") is None
    other.close()
    assert import_lines(library, lines).known["version"] == 3


def test_lists_and_searches_have_versions_as_one_article(library: Library) -> None:
    read(library, "We sail on Monday.\n\n3 comments")
    read(library, "We sail on Monday.\n\n4 comments")
    read(library, "We sail on Tuesday, without nets.")
    read(library, "We stay.", "https://paper.example/other")
    for text in ("We drink.", "We sing."):
        library.mark_read(Article(text, "-"), from_source=True)
    listed = library.articles()
    assert [(each.words, each.versions) for each in listed] == [(2, 1), (2, 1), (2, 1), (6, 2)]
    assert library.count() == len(listed)
    library.index_pending()
    assert len(library.articles("sail")) == len(library.search("sail")) == 1
    (old,) = library.articles("monday 4")  # only older versions have it
    assert (old.words, old.versions) == (6, 2)
    assert [each.article for each in library.search("monday 4")] == [old.id]
    assert library.forget(listed[3].id, versions=True)
    assert [each.words for each in library.articles()] == [2, 2, 2]
    assert library.forget(listed[0].id, versions=True)
    assert len(library.articles()) == 2
    assert versions_of(library, PAGE) == []


def test_two_readers_at_once_make_one_version_of_one_text(library: Library) -> None:
    second = Library.open(library.path)
    read(library, "We sail.")
    assert read(second, "We stay.") is not None
    assert read(library, "We stay.") is None
    assert texts(second) == ["We sail.", "We stay."]
    second.close()
