"""The versions of one source to choose from, and which two are compared."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from tui.article.folding import fold
from tui.session.reading.dates import local_time
from tui.session.reading.plurals import pluralise

if TYPE_CHECKING:
    from tui.library.source_versions import SourceVersion


class VersionList:
    """Versions, the newest first; one can be ticked, to compare another with it."""

    def __init__(self, versions: Sequence[SourceVersion], shown: bytes) -> None:
        """List `versions` in the order of their numbers; `shown` is the hash of the text being read."""
        self.versions = list(reversed(versions))
        self.shown = shown
        self.ticked: int | None = None
        """The index of the version that another is compared with."""

    @property
    def present(self) -> int:
        """The index of the version being read, or of the newest."""
        hashes = [each.text_hash for each in self.versions]
        return hashes.index(self.shown) if self.shown in hashes else 0

    def describe(self, index: int) -> tuple[str, str]:
        """Return the words and the note of a version's row."""
        each = self.versions[index]
        tick = "✓ " if index == self.ticked else "  "
        notes = [pluralise(each.quotes, "quote") if each.quotes else "", pluralise(each.words, "word")]
        if not each.whole:
            notes = ["its text is not kept"]
        elif index == self.present:
            notes.insert(0, "being read")  # what a narrow terminal cuts off is the number of words
        return f"{tick}{each.number:>3}  {read_at(each.first)}  {each.title}", " · ".join(filter(None, notes))

    def matching(self, text: str) -> list[int]:
        """Return the indices of the versions whose row contains every word of `text`."""
        words = fold(text).split()
        rows = ((n, fold(" ".join(self.describe(n)))) for n in range(len(self.versions)))
        return [n for n, row in rows if all(word in row for word in words)]

    def tick(self, index: int) -> None:
        """Tick a version, or none if it is ticked already."""
        self.ticked = None if self.ticked == index else index

    def pair(self, index: int) -> tuple[SourceVersion, SourceVersion] | None:
        """Return the older and the newer version that choosing `index` compares; None if there is only one.

        That is with the ticked one, else with the one being read; the latter with the one before it.
        """
        other = self.ticked if self.ticked is not None and self.ticked != index else self.present
        if other == index:
            other = index + 1 if index + 1 < len(self.versions) else index - 1
        if not 0 <= other < len(self.versions):
            return None
        older, newer = max(index, other), min(index, other)
        return self.versions[older], self.versions[newer]


def read_at(moment: str) -> str:
    """Return when a version was first read, in this machine's time: “2025-12-03 10:15”."""
    try:
        return f"{datetime.fromisoformat(moment).astimezone(local_time().tzinfo):%Y-%m-%d %H:%M}"
    except (ValueError, OverflowError):
        return moment[:16]
