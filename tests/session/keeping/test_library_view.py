"""What the library screen shows, without a screen."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.spoken_library import small_library
from tui.analysis.analysis import Analysis
from tui.article.article import Article
from tui.library.articles import KeptArticle
from tui.library.full_text_search import Hit
from tui.session.keeping.library_view import LibraryHeading, about, local, short_title, view_library


def now() -> datetime:
    return datetime.now(UTC)


def test_everything_stands_under_the_day_it_was_read_the_newest_first() -> None:
    library = small_library()
    shown = view_library(library, "", now())
    assert shown.entries[0] == LibraryHeading("Today")
    assert [e.source for e in shown.entries[1:] if isinstance(e, KeptArticle)] == [
        "/news/hostile.txt",
        "/news/talks.txt",
        "/news/harbour.txt",
    ]
    assert shown.counted == "3 articles"
    assert shown.whole


def test_no_quotes_is_said_of_what_was_analysed_only() -> None:
    library = small_library()
    library.mark_read(Article("Words alone.", "/news/left.txt"))
    library.keep(Article("Words again.", "/news/dull.txt"), Analysis())
    said = {
        e.source: about(e) for e in view_library(library, "", now()).entries if isinstance(e, KeptArticle)
    }
    assert said["/news/left.txt"] == "not analysed"
    assert said["/news/dull.txt"] == "no quotes"


def test_a_part_says_that_there_is_more() -> None:
    shown = view_library(small_library(), "", now(), limit=2)
    assert len(shown.entries) == 3
    assert not shown.whole
    assert shown.counted == "3 articles"


@pytest.mark.parametrize(
    ("days", "heading"),
    [(0, "Today"), (1, "Yesterday"), (5, "Sunday 15 November"), (40, "October 2026"), (400, "October 2025")],
)
def test_days_are_named_as_a_reader_would(days: int, heading: str) -> None:
    library = small_library()
    today = datetime(2026, 11, 20, 12, tzinfo=UTC)
    opened = (today - timedelta(days=days)).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    library.transact(lambda db: db.execute("UPDATE articles SET opened = ?", (opened,)))
    assert view_library(library, "", today).entries[0] == LibraryHeading(heading)


def test_a_search_gives_articles_then_quotes_with_where_they_match() -> None:
    shown = view_library(small_library(), "harb", now())
    headings = [e.text for e in shown.entries if isinstance(e, LibraryHeading)]
    assert headings == ["2 articles", "2 quotes"]
    quotes = [e for e in shown.entries if isinstance(e, Hit) and e.number is not None]
    assert {e.name for e in quotes} == {"Ann Marsh", "Dmitry Peskov"}
    assert all(mark.of(e.snippet).lower() == "harbour" for e in quotes for mark in e.marks)
    assert shown.counted == "2 articles · 2 quotes"


def test_a_search_for_what_is_nowhere_is_empty() -> None:
    assert view_library(small_library(), "zebra", now()).entries == ()


def test_what_has_no_title_is_called_by_its_file() -> None:
    assert short_title("/a/b/c.txt", "/a/b/c.txt") == "c.txt"
    assert short_title("", "C:\\news\\d.txt") == "d.txt"
    assert short_title("A title", "/a/b/c.txt") == "A title"
    assert short_title("", "https://example.org/") == "https://example.org/"
    assert short_title("", "") == "untitled"
    assert short_title("", "-") == "standard input"


def test_a_date_that_is_none_is_no_day() -> None:
    assert local("yesterday", now()) is None
    assert local("2026-11-20", now()) is not None
