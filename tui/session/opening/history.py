"""The articles of a session: the current one, those read before, and the list each came from.

All share one library and one analysis process, which stays loaded from one article to the next. A running analysis
continues while the reader shows an article that needs none, and is replaced by that of an article that needs one.
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
from tui.library.library import Library
from tui.session.opening.library_place import LibraryPlace
from tui.session.opening.list_place import ListPlace
from tui.session.opening.opening import Opening, open_article
from tui.session.opening.read_marks import ReadMarks
from tui.session.opening.source_reader import spelling
from tui.session.opening.typed_sources import MAX_SUGGESTIONS
from tui.session.settings import Settings

if TYPE_CHECKING:
    from tui.analysis.analysis import Analysis
    from tui.analysis.process.events import Event
    from tui.library.source_history import KnownTitle

MAX_VISITS = 50
"""The most articles in the history."""


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
    private_origins: set[str] = field(default_factory=set)
    """The origins on this computer or in a private network from which pages were read in this session."""
    _visits: list[Visit] = field(default_factory=list)
    _at: int = -1
    _process: AnalysisProcess | None = None
    _listening: Opening | None = None
    _typed: list[str] = field(default_factory=list)
    _tried: tuple[Place, int] | None = None

    def __post_init__(self) -> None:
        self.read_marks = ReadMarks(lambda: self.library)
        """Which sources were read."""

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
        self.read_marks.add(_names(opening, place))
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
        self.read_marks.count(_names(opening, *places), analysis)

    # The library

    @property
    def library(self) -> Library | None:
        """The library, opened when it is first needed; None in private sessions."""
        if self.opened is None and not self.settings.private:
            self.opened = Library.open()
        return self.opened

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


def absolute_source(source: str) -> str:
    """Return a source that can later be opened from any folder: paths are made absolute."""
    if is_url(source):
        return spelling(source)
    with contextlib.suppress(OSError, ValueError):
        return os.path.abspath(source)  # noqa: PTH100 (no error for a folder that is gone, or a NUL)
    return source
