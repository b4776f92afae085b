"""Places in a list: who named the item there, and its neighbours."""

from __future__ import annotations

from tui.article.listing import Item, Listing, ListingKind
from tui.session.opening.list_place import ListPlace


def test_places_say_who_named_what_stands_there() -> None:
    feed = ListPlace(Listing("https://f", "f", ListingKind.FEED, (Item("a", "A"), Item("b", "B"))), 0)
    assert (feed.typed, feed.came_from) == (False, "https://f")
    further = feed.neighbour(1)
    assert further is not None
    assert further.item.title == "B"
    assert further.neighbour(1) is None
    folder = ListPlace(Listing("f", "f", ListingKind.FOLDER, (Item("a", "A"),)), 0)
    assert (folder.typed, folder.came_from) == (True, None)
