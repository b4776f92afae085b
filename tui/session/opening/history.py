"""The articles of one sitting: which is read now, which were read before, the list each is from.

All share one library and one analysis process, which stays warm from one article to the next. An analysis that
is under way goes on while the reader shows an article that needs none; another that needs one replaces it.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.analysis.process.analysis_client import AnalysisProcess
from tui.article.article import Article
from tui.article.http.urls import is_url
from tui.article.listing import Item, Listing, ListingKind
from tui.library.library import Library
from tui.session.opening.opening import Opening, open_article
from tui.session.opening.source_reader import spelling
from tui.session.settings import Settings

if TYPE_CHECKING:
    from tui.analysis.analysis import Analysis
    from tui.analysis.process.events import Event

REMEMBERED = 50
"""How many articles one can go back to."""
HISTORY = 200
"""How many of those read before are offered to be opened again."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many quotes an article holds, and how many speakers say them."""

    quotes: int
    speakers: int


@dataclass(frozen=True, slots=True)
class ListPlace:
    """Where in a list an article stands: `index` is into `listing.items`."""

    listing: Listing
    index: int

    @property
    def item(self) -> Item:
        """What stands there."""
        return self.listing.items[self.index]

    @property
    def typed(self) -> bool:
        """Whether the person named it, and no feed: a file of a folder, a source named together with others."""
        return self.listing.kind in (ListingKind.FOLDER, ListingKind.SEVERAL)

    @property
    def came_from(self) -> str | None:
        """The feed that names it; None where the person did."""
        return None if self.typed else self.listing.source

    def neighbour(self, step: int) -> ListPlace | None:
        """Return the place that many items further on; None past either end."""
        index = self.index + step
        return ListPlace(self.listing, index) if 0 <= index < len(self.listing.items) else None


@dataclass
class Visit:
    """An article that was read in this sitting, and where the reader left it."""

    article: Article
    place: ListPlace | None = None
    position: int | None = None
    filter_text: str | None = None
    analysis: Analysis | None = None


@dataclass
class History:
    """The articles that are open or were open, to go back to."""

    settings: Settings
    opened: Library | None = None
    """The library, once it was opened; `library` opens it."""
    counts: dict[str, Counts] = field(default_factory=dict)
    """Of what was analysed in this sitting, by source."""
    seen: set[str] = field(default_factory=set)
    """The sources read in this sitting."""
    private_origins: set[str] = field(default_factory=set)
    """Those on this computer or in a private network that pages were read from in this sitting."""
    _visits: list[Visit] = field(default_factory=list)
    _at: int = -1
    _process: AnalysisProcess | None = None
    _listening: Opening | None = None
    _typed: list[str] = field(default_factory=list)
    _tried: tuple[ListPlace, int] | None = None

    # Opening

    @classmethod
    def starting_with(cls, settings: Settings, opening: Opening) -> History:
        """Return a history that begins with an article that is open and has its analysis listened to already."""
        history = cls(settings)
        history.add(opening)
        history._listening = None if opening.process is None or opening.settled else opening
        return history

    def add(self, opening: Opening, place: ListPlace | None = None) -> None:
        """Put an article that was opened into the history: the one that is read now."""
        self._process = opening.process or self._process
        self.opened = opening.library or self.opened
        del self._visits[self._at + 1 :]
        self._visits.append(Visit(opening.article, place))
        del self._visits[:-REMEMBERED]
        self._at = len(self._visits) - 1
        self._saw(opening, place)

    def open(self, article: Article, place: ListPlace | None = None) -> Opening:
        """Open the article that is read next; `place` says where in a list it stands."""
        opening = open_article(article, self.settings, library=self.library, process=self._process)
        self.add(opening, place)
        return opening

    def step_back(self, step: int) -> Opening | None:
        """Return the article read before (-1) or after (1), as it was left; None where there is none."""
        at = self._at + step
        if not 0 <= at < len(self._visits):
            return None
        visit = self._visits[at]
        opening = open_article(
            visit.article, self.settings, library=self.library, process=self._process, known=visit.analysis
        )
        if visit.position is not None:
            opening.position = visit.position
        if visit.filter_text is not None:
            opening.filter_text = visit.filter_text
        self._process = opening.process or self._process
        self._at = at
        self._saw(opening, visit.place)
        return opening

    def show_again(self, opening: Opening) -> None:
        """Take an article that lay under others as the one that is read."""
        at = next((i for i, visit in enumerate(self._visits) if visit.article is opening.article), self._at)
        if at != self._at:  # else only what could not be read, or a dialog, lay over it
            self._at, self._tried = at, None

    @property
    def place(self) -> ListPlace | None:
        """Where in a list the article stands that is read now."""
        return self._visits[self._at].place if self._visits else None

    def step_in_list(self, step: int) -> ListPlace | None:
        """Return the place of the next (1) or previous (-1) article of the list; None past either end.

        An article that could not be read is stepped over when the same step is asked for again.
        """
        tried, direction = self._tried or (None, 0)
        here = tried if tried is not None and direction == step else self.place
        further = here.neighbour(step) if here is not None else None
        if further is not None:
            self._tried = further, step
        return further

    def leave(self, opening: Opening, position: int, filter_text: str) -> None:
        """Remember where the reader was in an article that is no longer shown."""
        opening.leave(position, filter_text)
        for visit in self._visits:
            if visit.article is opening.article:
                visit.position, visit.filter_text = position, filter_text
                if opening.analysis is not None and opening.analysis.complete and not opening.outdated:
                    visit.analysis = opening.analysis

    def _saw(self, opening: Opening, place: ListPlace | None) -> None:
        self._tried = None
        self.seen.update(_names(opening, place))
        if opening.analysis is not None:
            self.count(opening, opening.analysis)

    # The analysis

    def start_analysis(self, opening: Opening, on_event: Callable[[Event], None]) -> None:
        """Have an article analysed, unless that is done or under way; `on_event` is called in another thread."""
        if opening.process is not None and not opening.settled and self._listening is not opening:
            self._listening = opening
            opening.start_analysis(on_event)

    def finish_analysis(self, opening: Opening, analysis: Analysis | None) -> None:
        """Take note that the analysis is complete or, with None, that none will come."""
        opening.finish_analysis(analysis)
        if self._listening is opening:
            self._listening = None
        if analysis is not None:
            self.count(opening, analysis)

    def count(self, opening: Opening, analysis: Analysis) -> None:
        """Remember how much an article holds."""
        places = [visit.place for visit in self._visits if visit.article is opening.article]
        for name in _names(opening, *places):
            self.counts[name] = count_quotes(analysis)

    # What is kept

    @property
    def library(self) -> Library | None:
        """What is kept of earlier sittings; None where nothing is to be."""
        if self.opened is None and not self.settings.private:
            self.opened = Library.open()
        return self.opened

    def read_before(self, sources: Iterable[str]) -> dict[str, Counts | None]:
        """Return the sources among these that were read before, with their counts where they were analysed.

        May take a while: call it beside the event loop.
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
        return {source: counts for name, counts in found.items() for source in names[name]}

    def opened_before(self) -> list[tuple[str, str | None]]:
        """Return what was opened before and is still there, each with its title where that is known.

        The newest come first: those that were typed, then all that were read.
        """
        visits = [(visit.article.source, visit.article.title) for visit in reversed(self._visits)]
        if self.library is None:
            typed, read = self._typed[::-1], visits
        else:
            from tui.library.source_history import typed_sources

            typed = typed_sources(self.library)
            read = [*visits, *((each.source, each.title) for each in self.library.recent(HISTORY))]
        titles = {absolute_source(source): title for source, title in reversed(read)}
        names = dict.fromkeys([*typed, *(absolute_source(source) for source, _ in read)])
        return [(name, titles.get(name)) for name in names if is_url(name) or os.path.lexists(name)]

    def remember_typed(self, source: str) -> None:
        """Remember a source that was typed to be opened."""
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


def _names(opening: Opening, *places: ListPlace | None) -> set[str]:
    """Return the names that an article is known by: its source, and what lists call it."""
    return {spelling(opening.article.source), *(spelling(place.item.source) for place in places if place)}


def count_quotes(analysis: Analysis) -> Counts:
    """Count as the title bar does: speech, not attitudes, and the named speakers who said it."""
    said = [quote.speaker for quote in analysis.attributions if quote.stance == "speech"]
    return Counts(len(said), len({speaker for speaker in said if speaker is not None}))


def absolute_source(source: str) -> str:
    """Return a source that can be opened from any folder later: a path made absolute."""
    if is_url(source):
        return spelling(source)
    with contextlib.suppress(OSError, ValueError):
        return os.path.abspath(source)  # noqa: PTH100 (no error for a folder that is gone, or a NUL)
    return source
