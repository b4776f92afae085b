"""Lists looked through."""

from __future__ import annotations

from tui.article.listing import Item, Listing, ListingKind
from tui.library.source_history import KnownTitle
from tui.session.opening.browsing import Browsing, listing_of_sources, title_of
from tui.session.opening.read_marks import Counts


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
    browsing.mark_read({"a": Counts(1, 2), "b": None})
    assert [browsing.counted(i) for i in range(3)] == ["1 quote · 2 speakers", "read", ""]


def test_names_are_never_empty_and_never_act() -> None:
    assert title_of(Item("x", "\u200b\x1b")) == "␛"
    assert title_of(Item("papers/x.txt", " \n")) == "papers/x.txt"
    assert title_of(Item("", "")) == "untitled"
    assert Browsing(Listing("s\x07", "", ListingKind.FOLDER)).title == "s␇"


def test_several_sources_are_a_list() -> None:
    made = listing_of_sources(["papers/a.txt", "https://example.org/b"])
    assert [item.title for item in made.items] == ["a.txt", "https://example.org/b"]
    assert made.kind is ListingKind.SEVERAL


def test_files_are_called_by_the_titles_that_are_known_and_found_by_them() -> None:
    browsing = Browsing(Listing("papers", "papers", ListingKind.FOLDER, (Item("papers/1.txt", "1.txt"),)))
    browsing.set_filter("ferry")
    assert browsing.left == []
    browsing.know_titles({"papers/1.txt": KnownTitle("Ferry stays", "Example News", "2026-05-12")})
    assert browsing.left == [0]
    assert browsing.items[0] == Item(
        "papers/1.txt", "Ferry stays", "2026-05-12", author="Example News · 1.txt"
    )
    browsing.set_filter("1.txt")
    assert browsing.left == [0]
