"""What leads to several articles: a feed, a folder, an OPML file, several sources named at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

OWN_NAME = "#feed-item-"
"""What the name of an item without a page begins with, after the name of its feed."""


class ListingKind(StrEnum):
    """Where a listing's items come from."""

    FEED = "feed"
    FEEDS = "feeds"  # OPML: each item is itself a feed
    FOLDER = "folder"
    SEVERAL = "several"  # sources named together
    PARTS = "parts"  # of one file: a book's chapters, a mailbox's messages, a message with what came with it


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that can be opened. `source` is what `tui.article.sources.read` takes: a path or an address.

    Of a feed's item `html` are the words that the feed itself gives, if any; one without a page has a name of its
    own in place of an address, and only those.
    """

    source: str
    title: str
    published: str | None = None  # ISO 8601 where it could be read, else None
    summary: str | None = None  # plain text, one paragraph
    author: str | None = None
    html: str | None = field(default=None, compare=False, repr=False)

    @property
    def has_page(self) -> bool:
        """Tell whether `source` leads anywhere: what a feed says whole may have no page."""
        return self.html is None or OWN_NAME not in self.source


@dataclass(frozen=True, slots=True)
class Listing:
    """Items in the order they are to be shown; `source` is what was asked for."""

    source: str
    title: str
    kind: ListingKind
    items: tuple[Item, ...] = ()
