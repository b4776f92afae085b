"""Look through a list of articles: narrow it while one types, and word what is shown of each item."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from tui.article.folding import fold
from tui.article.http.urls import is_url
from tui.article.listing import Item, Listing, ListingKind
from tui.article.sanitising import one_line
from tui.session.opening.hosts import host_of
from tui.session.reading.plurals import pluralise

if TYPE_CHECKING:
    from tui.session.opening.history import Counts


class Browsing:
    """One list that is being looked through. Items are known by their index in `listing.items`."""

    def __init__(self, listing: Listing) -> None:
        self.listing = listing
        self.filter_text = ""
        self.left = list(range(len(listing.items)))
        self.read: dict[str, Counts | None] = {}

    @property
    def title(self) -> str:
        """What the list is called, fit to be drawn."""
        return one_line(self.listing.title) or one_line(self.listing.source) or "articles"

    @cached_property
    def origin(self) -> str:
        """The host that all of it is from, which need not be said of each item; "" for no one host."""
        return host_of(self.listing.source)

    @property
    def noun(self) -> str:
        """What its items are."""
        nouns = {ListingKind.FEEDS: "feed", ListingKind.SEVERAL: "source"}
        return nouns.get(self.listing.kind, "article")

    def set_filter(self, text: str) -> None:
        """Narrow the list to the items that hold every word of `text` in title, summary, author or address."""
        self.filter_text = text
        words = fold(text).split()
        self.left = [i for i, folded in enumerate(self._folded) if all(word in folded for word in words)]

    def mark_read(self, read: Mapping[str, Counts | None]) -> None:
        """Take which items were read, and the counts of those that were analysed."""
        self.read.update(read)

    def counted(self, index: int) -> str:
        """Return “8 quotes · 5 speakers” of an item that was analysed, “read” of one that was only read.

        Else "".
        """
        source = self.listing.items[index].source
        if source not in self.read:
            return ""
        counts = self.read[source]
        if counts is None:
            return "read"
        return f"{pluralise(counts.quotes, 'quote')} · {pluralise(counts.speakers, 'speaker')}"

    @cached_property
    def _folded(self) -> list[str]:
        return [
            fold(one_line(" ".join(filter(None, (item.title, item.summary, item.author, item.source)))))
            for item in self.listing.items
        ]


def title_of(item: Item) -> str:
    """Return the title of an item, cleaned for the screen; never empty."""
    return one_line(item.title) or one_line(item.source) or "untitled"


def listing_of_sources(sources: list[str]) -> Listing:
    """Return the list of sources that were named together."""
    items = tuple(Item(source, _name(source)) for source in sources)
    return Listing(" ".join(sources), f"{len(sources)} sources", ListingKind.SEVERAL, items)


def _name(source: str) -> str:
    if is_url(source):
        return one_line(source)
    return one_line(re.split(r"[/\\]", source.rstrip("/\\"))[-1]) or one_line(source)
