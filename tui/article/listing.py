"""What leads to several articles: a feed, a folder, an OPML file, several sources named at once."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ListingKind(StrEnum):
    """Where a listing's items come from."""

    FEED = "feed"
    FEEDS = "feeds"  # OPML: each item is itself a feed
    FOLDER = "folder"
    SEVERAL = "several"  # sources named together
    PARTS = "parts"  # of one file: a book's chapters, a mailbox's messages, a message with what came with it


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that can be opened. `source` is what `tui.article.sources.read` takes: a path or an address."""

    source: str
    title: str
    published: str | None = None  # ISO 8601 where it could be read, else None
    summary: str | None = None  # plain text, one paragraph
    author: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """Items in the order they are to be shown; `source` is what was asked for."""

    source: str
    title: str
    kind: ListingKind
    items: tuple[Item, ...] = ()
