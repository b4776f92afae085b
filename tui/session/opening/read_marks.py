"""Which sources were read, in this session or before, and how many quotes and speakers each has."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from tui.library.library import Library
from tui.session.opening.source_reader import spelling

if TYPE_CHECKING:
    from tui.analysis.analysis import Analysis


@dataclass(frozen=True, slots=True)
class Counts:
    """The numbers of quotes and speakers in an article."""

    quotes: int
    speakers: int


class ReadMarks:
    """The sources that were read, and those that the reader marked as read or unread, by their spelling."""

    def __init__(self, library: Callable[[], Library | None]) -> None:
        """Begin with none; `library` returns the library, opened when it is first asked for."""
        self._library = library
        self._counts: dict[str, Counts] = {}  # of what was analysed in this session
        self._read: set[str] = set()  # in this session
        self._marked: dict[str, bool | None] = {}  # in this session; None if that holds no longer

    def add(self, names: set[str]) -> None:
        """Record that the source of these names is being read; it is no longer marked as unread."""
        self._read.update(names)
        for name in names & self._marked.keys():
            if self._marked[name] is False:
                self.mark(name, is_read=None)

    def count(self, names: set[str], analysis: Analysis) -> None:
        """Record the counts of the source of these names."""
        for name in names:
            self._counts[name] = count_quotes(analysis)

    def mark(self, source: str, *, is_read: bool | None) -> None:
        """Keep that a source counts as read or unread; None leaves it to whether it was opened."""
        name = spelling(source)
        self._marked[name] = is_read
        if (library := self._library()) is not None:
            from tui.library.source_history import mark_as_read

            library.enqueue(partial(mark_as_read, library, name, is_read))

    def read_before(self, sources: Iterable[str]) -> dict[str, Counts | None]:
        """Return which of the sources were read before, with the counts of those that were analysed.

        This may take a while: call it in a thread.
        """
        names: dict[str, list[str]] = {}
        for source in sources:
            names.setdefault(spelling(source), []).append(source)
        found: dict[str, Counts | None] = {}
        library = self._library()
        if library is not None:
            from tui.library.source_history import marked_as_read, read_of

            for name, kept in read_of(library, names).items():
                found[name] = Counts(*kept) if kept else None
            for name, mark in marked_as_read(library).items():
                self._marked.setdefault(name, mark)
        for name in names.keys() & self._read:
            found.setdefault(name, None)
        found.update({name: counts for name, counts in self._counts.items() if name in names})
        for name in names:
            if self._marked.get(name) is False:
                found.pop(name, None)
            elif self._marked.get(name):
                found.setdefault(name, None)
        return {source: counts for name, counts in found.items() for source in names[name]}


def count_quotes(analysis: Analysis) -> Counts:
    """Count the quotes and speakers as the title bar does: only speech, and only named speakers."""
    said = [quote.speaker for quote in analysis.attributions if quote.stance == "speech"]
    return Counts(len(said), len({speaker for speaker in said if speaker is not None}))
