"""The place of an article in a list of the library: the articles as listed or found, of clippings, of a speaker."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.article.spans import Span

if TYPE_CHECKING:
    from tui.article.listing import Item


@dataclass(frozen=True, slots=True)
class LibraryStop:
    """One article of such a list, by its id or the hash of its text, and the span of it that the list names."""

    article: int | bytes
    at: Span | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class LibraryPlace:
    """The place of an article in a list of the library: `index` is an index into `stops`."""

    stops: tuple[LibraryStop, ...]
    index: int

    @classmethod
    def of(cls, stops: Iterable[LibraryStop], opened: LibraryStop) -> LibraryPlace:
        """Return the place of the article of `opened` in a list that may name each article several times."""
        by_article: dict[int | bytes, LibraryStop] = {}
        for stop in stops:
            by_article.setdefault(stop.article, stop)
        by_article.setdefault(opened.article, opened)
        return cls(tuple(by_article.values()), list(by_article).index(opened.article))

    @property
    def stop(self) -> LibraryStop:
        """The article at this place."""
        return self.stops[self.index]

    @property
    def item(self) -> Item:
        """The article as an item of other lists."""
        from tui.article.listing import Item  # the library's first screen has no other list

        return Item(self.stop.source, "")

    def neighbour(self, step: int) -> LibraryPlace | None:
        """Return the place `step` articles further on; None past either end."""
        index = self.index + step
        return LibraryPlace(self.stops, index) if 0 <= index < len(self.stops) else None
