"""A list of articles being browsed: its filter, and what is shown of each item."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from tui.article.folders import is_subfolder
from tui.article.folding import fold
from tui.article.http.urls import is_url
from tui.article.listing import Item, Listing, ListingKind
from tui.article.sanitising import one_line
from tui.session.opening.hosts import host_of
from tui.session.reading.plurals import pluralise

if TYPE_CHECKING:
    from tui.library.source_history import KnownTitle
    from tui.session.opening.read_marks import Counts


class Browsing:
    """One list being browsed. Items are given as indices into `listing.items`."""

    def __init__(self, listing: Listing) -> None:
        self.listing = listing
        self.items = list(listing.items)
        """The items as they are shown: what was read before goes by its title."""
        self.filter_text = ""
        self.left = list(range(len(listing.items)))
        self.read: dict[str, Counts | None] = {}

    @property
    def title(self) -> str:
        """The title of the list, safe to draw."""
        return one_line(self.listing.title) or one_line(self.listing.source) or "articles"

    @cached_property
    def origin(self) -> str:
        """The host of all items, which need not be shown for each; "" if there is no single host."""
        return host_of(self.listing.source)

    @property
    def noun(self) -> str:
        """The noun for its items."""
        nouns = {ListingKind.FEEDS: "feed", ListingKind.SEVERAL: "source", ListingKind.PARTS: "part"}
        if any(is_subfolder(item) for item in self.listing.items):
            return "item"
        return nouns.get(self.listing.kind, "article")

    def set_filter(self, text: str) -> None:
        """Filter by title, summary, author and address: an item matches if it contains every word of `text`."""
        self.filter_text = text
        words = fold(text).split()
        self.left = [i for i, folded in enumerate(self._folded) if all(word in folded for word in words)]

    def mark_read(self, read: Mapping[str, Counts | None]) -> None:
        """Record which sources were read, with the counts of those that were analysed."""
        self.read.update(read)

    def toggle_read(self, index: int) -> bool:
        """Mark an item as read, or as unread if it counts as read; return which it is now."""
        source = self.listing.items[index].source
        if source in self.read:
            del self.read[source]
            return False
        self.read[source] = None
        return True

    @property
    def unread(self) -> int:
        """The number of items that were not read."""
        return sum(item.source not in self.read for item in self.listing.items)

    def know_titles(self, known: Mapping[str, KnownTitle]) -> None:
        """Call files by the titles that the library knows, with outlet and date; their names stay beside these."""
        for i, item in enumerate(self.items):
            found = known.get(item.source)
            if found is None or self.listing.kind not in (ListingKind.FOLDER, ListingKind.SEVERAL):
                continue
            about = " · ".join(part for part in (found.site, _name(item.source)) if part)
            published = found.published or item.published
            self.items[i] = replace(item, title=found.title, published=published, author=about)
        self.__dict__.pop("_folded", None)
        self.set_filter(self.filter_text)

    def counted(self, index: int) -> str:
        """Return “8 quotes · 5 speakers” for an analysed item, “read” for one that was only read, else ""."""
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
            for item in self.items
        ]


def title_of(item: Item) -> str:
    """Return the title of an item, cleaned for the screen; never empty."""
    return one_line(item.title) or one_line(item.source) or "untitled"


def listing_of_sources(sources: list[str]) -> Listing:
    """Return a list of the sources that the user named together."""
    items = tuple(Item(source, _name(source)) for source in sources)
    return Listing(" ".join(sources), f"{len(sources)} sources", ListingKind.SEVERAL, items)


def _name(source: str) -> str:
    if is_url(source):
        return one_line(source)
    return one_line(re.split(r"[/\\]", source.rstrip("/\\"))[-1]) or one_line(source)
