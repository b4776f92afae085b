"""The place of an article in a list it was opened from: a feed, a folder, several sources."""

from __future__ import annotations

from dataclasses import dataclass

from tui.article.folders import is_subfolder
from tui.article.listing import Item, Listing, ListingKind


@dataclass(frozen=True, slots=True)
class ListPlace:
    """The place of an article in a list: `index` is an index into `listing.items`."""

    listing: Listing
    index: int

    @property
    def item(self) -> Item:
        """The item at this place."""
        return self.listing.items[self.index]

    @property
    def typed(self) -> bool:
        """Tell whether the user named the item (a file in a folder, one of several sources), not a feed."""
        return self.listing.kind in (ListingKind.FOLDER, ListingKind.SEVERAL, ListingKind.PARTS)

    @property
    def came_from(self) -> str | None:
        """The feed that named the item; None if the user did."""
        return None if self.typed else self.listing.source

    def neighbour(self, step: int) -> ListPlace | None:
        """Return the place `step` items further on; None past either end."""
        index = self.index + step
        while 0 <= index < len(self.listing.items) and is_subfolder(self.listing.items[index]):
            index += step
        return ListPlace(self.listing, index) if 0 <= index < len(self.listing.items) else None
