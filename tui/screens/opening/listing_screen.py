"""A list to open articles from: a feed, a folder, the feeds of an OPML file, several sources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from textual.message import Message

from tui.article.listing import Listing
from tui.library.source_history import KnownTitle
from tui.screens.browse_screen import BACK, MOVING, BrowseScreen
from tui.screens.default_keys import LISTING, shared
from tui.screens.messages import OpenSource
from tui.session.opening.browsing import Browsing
from tui.session.opening.list_place import ListPlace
from tui.session.opening.read_marks import Counts
from tui.session.reading.plurals import pluralise
from tui.session.settings import Settings
from tui.widgets.panels.item_rows import ItemRows


class ListingScreen(BrowseScreen):
    """A screen with one list: Enter opens the marked item, / filters, Esc closes."""

    BINDINGS = [
        *shared(
            choose={"show": True, "description": "open", "tooltip": "Open the marked item"},
            filter={"show": True, "tooltip": "Filter as you type"},
            back=BACK,
            list={"description": "back", "tooltip": "Go back", "action": "leave"},
            open={"show": True, "description": "open another", "tooltip": "Open a path or an address"},
            read_again={
                "show": True,
                "action": "read_again",
                "description": "read again",
                "tooltip": "Read the list again, to see what is new",
            },
            library={},
            clippings={},
            person={"tooltip": "Show all speakers"},
            help={"show": True},
            quit={"show": True},
        ),
        *LISTING,
        *MOVING,
    ]
    PLACEHOLDER = "words of title, summary or address"

    @dataclass
    class Resumed(Message):
        """The list is on the screen, for the first time or again."""

        screen: ListingScreen

    @dataclass
    class ReadAgainRequested(Message):
        """The list is to be read again."""

        screen: ListingScreen

    @dataclass
    class ReadToggled(Message):
        """An item was marked as read or unread."""

        source: str
        is_read: bool

    @dataclass
    class CloseRequested(Message):
        """The list is to be closed."""

        screen: ListingScreen

    def __init__(self, browsing: Browsing, settings: Settings) -> None:
        super().__init__(settings)
        self.browsing = browsing

    def make_rows(self) -> ItemRows:
        """Return the list of the items."""
        return ItemRows(self.browsing, id="items")

    def on_mount(self) -> None:
        """Mark the first item."""
        self._count()
        self.call_after_refresh(self.items.mark, None)

    def on_screen_resume(self) -> None:
        """Have the items that were read meanwhile marked."""
        self.post_message(self.Resumed(self))

    def mark_read(self, read: Mapping[str, Counts | None], known: Mapping[str, KnownTitle]) -> None:
        """Mark what was read, with its counts and its title."""
        self.browsing.mark_read(read)
        self.browsing.know_titles(known)
        self.query_one(ItemRows).forget_drawn()
        self._count()
        self.items.mark(self.items.marked)

    @property
    def marked_source(self) -> str | None:
        """The source of the marked item."""
        marked = self.items.marked
        return None if marked is None else self.browsing.listing.items[int(marked)].source

    def show_again(self, listing: Listing, marked: str | None) -> None:
        """Show the list as it is now, with the item of the source `marked` marked if it is still there."""
        self.browsing = Browsing(listing)
        self.query_one(ItemRows).show(self.browsing)
        self.narrow(self.line.value)
        at = next((n for n, item in enumerate(listing.items) if item.source == marked), None)
        self.items.mark(None if at is None or at not in self.browsing.left else str(at))
        self.post_message(self.Resumed(self))

    def mark_place(self, place: ListPlace) -> None:
        """Mark the item being read."""
        if place.listing is self.browsing.listing:
            if place.index not in self.browsing.left:
                self.line.set_text("")
                self.browsing.set_filter("")
            self.items.mark(str(place.index))

    def _count(self) -> None:
        browsing = self.browsing
        total, left = len(browsing.listing.items), len(browsing.left)
        counted = pluralise(total, browsing.noun)
        if browsing.filter_text.strip():
            counted = f"{left} of {counted}"
        elif browsing.read:
            counted = f"{counted} · {browsing.unread} unread"
        self.set_title(browsing.title, counted if counted != browsing.title else "")  # "2 sources" once

    def narrow(self, text: str) -> None:
        """Show the items that contain every word."""
        self.browsing.set_filter(text)
        items = self.items
        items.empty_text = "Nothing contains all of these words. Esc shows everything again."
        if not self.browsing.listing.items:
            items.empty_text = items.EMPTY_TEXT
        items.mark(items.marked)
        self._count()

    def open(self, key: str) -> None:
        """Open an item."""
        place = ListPlace(self.browsing.listing, int(key))
        self.post_message(OpenSource(place.item.source, place.typed, place.came_from, place))

    def leave(self) -> None:
        """Request to close the list."""
        self.post_message(self.CloseRequested(self))

    def action_read_again(self) -> None:
        """Read the list again."""
        self.post_message(self.ReadAgainRequested(self))

    def action_toggle_read(self) -> None:
        """Mark the item as read or unread, and go on to the next."""
        if self.items.marked is None:
            return
        index = int(self.items.marked)
        is_read = self.browsing.toggle_read(index)
        self.post_message(self.ReadToggled(self.browsing.listing.items[index].source, is_read))
        self.query_one(ItemRows).forget_drawn()
        self._count()
        self.items.mark(self.items.marked)
        self.items.move(1)

    def action_leave(self) -> None:
        """Close the list."""
        self.leave()
