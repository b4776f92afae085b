"""Lists looked through, and when things were published."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from tui.article.article import Article
from tui.article.listing import Item, Listing, ListingKind
from tui.session.opening.browsing import Browsing, several, title_of
from tui.session.opening.desk import Counts
from tui.session.reading.dates import dated, origin

NOW = datetime(2026, 11, 23, 18, 0, tzinfo=timezone(timedelta(hours=1)))


@pytest.mark.parametrize(
    ("published", "shown"),
    [
        ("2026-11-23T08:05:00+00:00", "09:05"),
        ("2026-11-22T23:30:00+00:00", "00:30"),
        ("2026-11-23", "Mon 23 Nov"),
        ("2026-11-21T09:00:00", "Sat 21 Nov"),
        ("2019-01-02T00:00:00Z", "2 Jan 2019"),
        ("2026-12-01", "Tue 1 Dec"),
        ("yesterday\x1b[2J, or so they say", "yesterday␛[2J, o"),
        ("", ""),
        (None, ""),
    ],
)
def test_dates_are_short(published: str | None, shown: str) -> None:
    assert dated(published, NOW) == shown


def test_where_and_when() -> None:
    article = Article("x", "a", site="Example\u202e News", published="2019-01-02")
    assert origin(article, NOW) == "Example News · 2 Jan 2019"
    assert origin(Article("x", "a"), NOW) == ""


def listing(*items: Item, source: str = "https://www.example.org/feed") -> Listing:
    return Listing(source, "T", ListingKind.FEED, items)


def test_every_word_must_be_there_whatever_its_case_and_accents() -> None:
    browsing = Browsing(
        listing(Item("https://a.example/1", "Café opens", summary="In Paris"), Item("b", "Café closes"))
    )
    browsing.set_filter("CAFE par")
    assert browsing.left == [0]
    browsing.set_filter("a.example")
    assert browsing.left == [0]
    browsing.set_filter("  ")
    assert browsing.left == [0, 1]


def test_what_was_read_is_counted() -> None:
    browsing = Browsing(listing(Item("a", "A"), Item("b", "B"), Item("c", "C")))
    browsing.know({"a": Counts(1, 2), "b": None})
    assert [browsing.counted(i) for i in range(3)] == ["1 quote · 2 speakers", "read", ""]


def test_names_are_never_empty_and_never_act() -> None:
    assert title_of(Item("x", "\u200b\x1b")) == "␛"
    assert title_of(Item("papers/x.txt", " \n")) == "papers/x.txt"
    assert title_of(Item("", "")) == "untitled"
    assert Browsing(Listing("s\x07", "", ListingKind.FOLDER)).title == "s␇"


def test_several_sources_are_a_list() -> None:
    made = several(["papers/a.txt", "https://example.org/b"])
    assert [item.title for item in made.items] == ["a.txt", "https://example.org/b"]
    assert made.kind is ListingKind.SEVERAL
