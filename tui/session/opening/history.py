"""The articles of a session: the current one, those read before, and the list each came from.

All share one library and one analysis process, which stays loaded from one article to the next. A running analysis
continues while the reader shows an article that needs none, and is replaced by that of an article that needs one.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from tui.analysis.process.analysis_client import AnalysisProcess
from tui.article.article import Article
from tui.article.folders import is_subfolder
from tui.article.http.urls import is_url
from tui.article.listing import Item, Listing, ListingKind
from tui.library.library import Library
from tui.session.opening.library_place import LibraryPlace
from tui.session.opening.opening import Opening, open_article
from tui.session.opening.source_reader import spelling
from tui.session.opening.typed_sources import MAX_SUGGESTIONS
from tui.session.settings import Settings

if TYPE_CHECKING:
    from tui.analysis.analysis import Analysis
    from tui.analysis.process.events import Event
    from tui.library.source_history import KnownTitle

MAX_VISITS = 50
"""The most articles in the history."""


@dataclass(frozen=True, slots=True)
class Counts:
    """The numbers of quotes and speakers in an article."""

    quotes: int
    speakers: int


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


Place = ListPlace | LibraryPlace


@dataclass
class Visit:
    """An article read in this session, with the reader's position and filter when it was left."""

    article: Article
    place: Place | None = None
    position: int | None = None
    filter_text: str | None = None
    analysis: Analysis | None = None


@dataclass
class History:
    """The articles opened in this session, to go back to, and all that they share."""

    settings: Settings
    opened: Library | None = None
    """The library once it is open; `library` opens it."""
    counts: dict[str, Counts] = field(default_factory=dict)
    """The counts of the articles analysed in this session, by source."""
    seen: set[str] = field(default_factory=set)
    """The sources read in this session."""
    private_origins: set[str] = field(default_factory=set)
    """The origins on this computer or in a private network from which pages were read in this session."""
    marked: dict[str, bool | None] = field(default_factory=dict)
    """What was marked as read (True) or unread in this session, by source; None if that holds no longer."""
    _visits: list[Visit] = field(default_factory=list)
    _at: int = -1
    _process: AnalysisProcess | None = None
    _listening: Opening | None = None
    _typed: list[str] = field(default_factory=list)
    _tried: tuple[Place, int] | None = None

    # Opening

    @classmethod
    def starting_with(cls, settings: Settings, opening: Opening) -> History:
        """Return a history that starts with an open article whose analysis has already been started."""
        history = cls(settings)
        history.add(opening)
        history._listening = None if opening.process is None or opening.settled else opening
        return history

    def add(self, opening: Opening, place: Place | None = None) -> None:
        """Add an article that was opened and make it the current one."""
        self._process = opening.process or self._process
        self.opened = opening.library or self.opened
        del self._visits[self._at + 1 :]
        self._visits.append(Visit(opening.article, place))
        del self._visits[:-MAX_VISITS]
        self._at = len(self._visits) - 1
        self._record(opening, place)

    def open(self, article: Article, place: Place | None = None, *, kept: bool = False) -> Opening:
        """Open an article and add it; `place` is its place in a list, `kept` says that the library had it."""
        opening = open_article(article, self.settings, library=self.library, process=self._process)
        opening.kept = kept
        self.add(opening, place)
        return opening

    def step_back(self, step: int) -> Opening | None:
        """Return the article read before (-1) or after (1) this one, as it was left; None if there is none."""
        at = self._at + step
        if not 0 <= at < len(self._visits):
            return None
        visit = self._visits[at]
        opening = open_article(
            visit.article, self.settings, library=self.library, process=self._process, known=visit.analysis
        )
        opening.kept = True
        if visit.position is not None:
            opening.position = visit.position
        if visit.filter_text is not None:
            opening.filter_text = visit.filter_text
        self._process = opening.process or self._process
        self._at = at
        self._record(opening, visit.place)
        return opening

    def show_again(self, opening: Opening) -> None:
        """Make an article that others had covered the current one again."""
        at = next((i for i, visit in enumerate(self._visits) if visit.article is opening.article), self._at)
        if at != self._at:  # otherwise only a failed source or a dialog had covered it
            self._at, self._tried = at, None

    @property
    def place(self) -> Place | None:
        """The place of the current article in its list; None if it is from none."""
        return self._visits[self._at].place if self._visits else None

    def step_in_list(self, step: int) -> Place | None:
        """Return the place of the next (1) or previous (-1) article of the list; None past either end.

        An article that could not be read is skipped when the same step is taken again.
        """
        tried, direction = self._tried or (None, 0)
        here = tried if tried is not None and direction == step else self.place
        further = here.neighbour(step) if here is not None else None
        if further is not None:
            self._tried = further, step
        return further

    def leave(self, opening: Opening, position: int, filter_text: str) -> None:
        """Record the position and filter of an article that is no longer shown."""
        opening.leave(position, filter_text)
        for visit in self._visits:
            if visit.article is opening.article:
                visit.position, visit.filter_text = position, filter_text
                if opening.analysis is not None and opening.analysis.complete and not opening.outdated:
                    visit.analysis = opening.analysis

    def _record(self, opening: Opening, place: Place | None) -> None:
        self._tried = None
        names = _names(opening, place)
        self.seen.update(names)
        for name in names & self.marked.keys():
            if self.marked[name] is False:
                self.mark(name, is_read=None)  # now it has been read
        if opening.analysis is not None:
            self.count(opening, opening.analysis)

    # The analysis

    def start_analysis(self, opening: Opening, on_event: Callable[[Event], None]) -> None:
        """Start analysing an article, unless that is done or running; `on_event` is called in another thread."""
        if opening.process is not None and not opening.settled and self._listening is not opening:
            self._listening = opening
            opening.start_analysis(on_event)

    def finish_analysis(self, opening: Opening, analysis: Analysis | None) -> None:
        """Record that the analysis is complete or, with None, that it failed."""
        opening.finish_analysis(analysis)
        if self._listening is opening:
            self._listening = None
        if analysis is not None:
            self.count(opening, analysis)

    def count(self, opening: Opening, analysis: Analysis) -> None:
        """Record the counts of an article."""
        places = [visit.place for visit in self._visits if visit.article is opening.article]
        for name in _names(opening, *places):
            self.counts[name] = count_quotes(analysis)

    # The library

    @property
    def library(self) -> Library | None:
        """The library, opened when it is first needed; None in private sessions."""
        if self.opened is None and not self.settings.private:
            self.opened = Library.open()
        return self.opened

    def read_before(self, sources: Iterable[str]) -> dict[str, Counts | None]:
        """Return which of the sources were read before, with the counts of those that were analysed.

        This may take a while: call it in a thread.
        """
        names: dict[str, list[str]] = {}
        for source in sources:
            names.setdefault(spelling(source), []).append(source)
        found: dict[str, Counts | None] = {}
        if self.library is not None:
            from tui.library.source_history import read_of

            for name, kept in read_of(self.library, names).items():
                found[name] = Counts(*kept) if kept else None
        for name in names.keys() & self.seen:
            found.setdefault(name, None)
        found.update({name: counts for name, counts in self.counts.items() if name in names})
        if self.library is not None:
            from tui.library.source_history import marked_as_read

            for name, mark in marked_as_read(self.library).items():
                self.marked.setdefault(name, mark)
        for name in names:
            if self.marked.get(name) is False:
                found.pop(name, None)
            elif self.marked.get(name):
                found.setdefault(name, None)
        return {source: counts for name, counts in found.items() for source in names[name]}

    def mark(self, source: str, *, is_read: bool | None) -> None:
        """Keep that a source counts as read or unread; None leaves it to whether it was opened."""
        name = spelling(source)
        self.marked[name] = is_read
        if self.library is not None:
            from tui.library.source_history import mark_as_read

            self.library.enqueue(partial(mark_as_read, self.library, name, is_read))

    def titles_of(self, sources: Iterable[str]) -> dict[str, KnownTitle]:
        """Return title, outlet and date of those sources whose titles the library has. Call it in a thread."""
        names: dict[str, list[str]] = {}
        for source in sources:
            names.setdefault(spelling(source), []).append(source)
        if self.library is None:
            return {}
        from tui.library.source_history import titles_of

        found = titles_of(self.library, names)
        return {source: known for name, known in found.items() for source in names[name]}

    def opened_before(self) -> list[tuple[str, str | None]]:
        """Return the sources opened before that still exist, each with its title if that is known.

        Sources that were typed come first, then all that were read, the newest first.
        """
        visits = [(visit.article.source, visit.article.title) for visit in reversed(self._visits)]
        if self.library is None:
            typed, read = self._typed[::-1], visits
        else:
            from tui.library.source_history import typed_sources

            typed = typed_sources(self.library)
            read = [*visits, *((each.source, each.title) for each in self.library.recent(MAX_SUGGESTIONS))]
        from tui.article.documents.document_reading import is_there

        titles = {absolute_source(source): title for source, title in reversed(read)}
        names = dict.fromkeys([*typed, *(absolute_source(source) for source, _ in read)])
        return [(name, titles.get(name)) for name in names if is_url(name) or is_there(name)]

    def remember_typed(self, source: str) -> None:
        """Keep a source that was typed."""
        if self.library is None:
            self._typed.append(absolute_source(source))
        else:
            from tui.library.source_history import remember_typed

            remember_typed(self.library, absolute_source(source))

    def close(self) -> None:
        """Stop the analysis and close the library."""
        if self._process is not None:
            self._process.stop()
        if self.opened is not None:
            self.opened.close()


def _names(opening: Opening, *places: Place | None) -> set[str]:
    """Return the names of an article: its source, and its address in lists."""
    return {spelling(opening.article.source), *(spelling(place.item.source) for place in places if place)}


def count_quotes(analysis: Analysis) -> Counts:
    """Count the quotes and speakers as the title bar does: only speech, and only named speakers."""
    said = [quote.speaker for quote in analysis.attributions if quote.stance == "speech"]
    return Counts(len(said), len({speaker for speaker in said if speaker is not None}))


def absolute_source(source: str) -> str:
    """Return a source that can later be opened from any folder: paths are made absolute."""
    if is_url(source):
        return spelling(source)
    with contextlib.suppress(OSError, ValueError):
        return os.path.abspath(source)  # noqa: PTH100 (no error for a folder that is gone, or a NUL)
    return source
