"""Reading an article again, saying what changed, and the way to its versions."""

from __future__ import annotations

import os
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.screen import Screen
from textual.worker import get_current_worker

from tui.article.article import Article
from tui.article.http.urls import is_url
from tui.screens import toasts
from tui.screens.reader.article_switcher import ArticleSwitcher
from tui.session.opening.opening import Opening
from tui.session.settings import Settings
from tui.session.versions.sequence_alignment import Stopped

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.analysis.analysis import Analysis
    from tui.library.library import Library
    from tui.library.source_versions import SourceVersion
    from tui.screens.opening.source_opener import SourceOpener
    from tui.session.opening.history import Place
    from tui.session.versions.text_changes import TextChanges

MAX_SHOWN = 1000
"""The most versions that are listed; `quoth library versions` lists all."""


class VersionNavigator:
    """Reads articles again and shows their versions."""

    def __init__(
        self,
        app: App[None],
        articles: ArticleSwitcher,
        settings: Settings,
        opener: Callable[[], SourceOpener],
    ) -> None:
        self._app = app
        self._articles = articles
        self._settings = settings
        self._opener = opener

    # What changed

    def found(self, opening: Opening, before: bytes) -> None:
        """Say what changed since the text with the hash `before`. May be called in any thread."""
        self._app.call_later(self._once_analysed, opening, partial(self._tell_since, opening, before))

    def _once_analysed(self, opening: Opening, tell: Callable[[], None]) -> None:
        if opening.process is None or opening.settled:
            tell()
        else:
            opening.on_settled = tell

    def _tell_since(self, opening: Opening, before: bytes) -> None:
        library = opening.library

        def work() -> None:
            from tui.session.versions.version_news import last_read

            old = library.article(before) if library is not None else None
            if old is not None and library is not None:
                self._tell(old, self._analysis_of(library, old), opening, last_read(library, old))

        self._work(work, "versions")

    def _tell(self, old: Article, analysis: Analysis | None, opening: Opening, since: str | None) -> None:
        """Say what changed; called in a thread."""
        from tui.session.versions.version_news import news

        sentence = news(
            *(old, analysis, opening.article, opening.analysis),
            since=since,
            library=opening.library,
            check=_checking_worker(),
        )
        if sentence:
            self._app.call_from_thread(self._app.notify, sentence, markup=False, timeout=toasts.NEWS)

    def _analysis_of(self, library: Library, article: Article) -> Analysis | None:
        from tui.analysis.model import DEFAULT

        return library.recall(article.text, self._settings.model or DEFAULT).analysis

    # Reading again

    def read_again(self) -> None:
        """Read the article's address or file again, and show what is there now."""
        from tui.screens.reader.reader_screen import ReaderScreen

        reader = self._app.screen
        if not isinstance(reader, ReaderScreen):
            return
        article = reader.article
        if not (is_url(article.source) or os.path.lexists(article.source.partition("#")[0])):
            sentence = "This article came from no address or file that could be read again; o opens another."
            self._app.notify(sentence, markup=False, timeout=toasts.ANSWER)
            return
        place = self._articles.history.place
        self._opener().read_again(
            article.source, place, partial(self._read, article, reader.reading.raw, place)
        )

    def _read(self, old: Article, analysis: Analysis, place: Place | None, new: Article) -> None:
        """Show an article that was read again, once it has been compared in a thread."""

        def work() -> None:
            from tui.session.versions.text_changes import compare

            changes = compare(old, new, _checking_worker())
            self._app.call_from_thread(self._show_again, old, analysis, place, new, changes)

        self._work(work, "reading again")

    def _show_again(
        self, old: Article, analysis: Analysis, place: Place | None, new: Article, changes: TextChanges
    ) -> None:
        """Show an article that was read again, at the place where the reader was, or say that it is the same."""
        from tui.session.versions.version_news import last_read, moved_position

        if self._articles.reader.article is not old:  # left meanwhile
            return
        position = self._articles.reader.last_position
        library = self._articles.history.library
        if not changes:
            self._app.notify("Nothing has changed since it was read.", markup=False, timeout=toasts.ANSWER)
            if library is not None:
                library.enqueue(partial(library.mark_read, new, from_source=True))
            return
        since = last_read(library, old) if library is not None else None
        opening = self._articles.history.open(new, place)
        opening.position = moved_position(changes, position)
        opening.on_new_version = lambda _: None  # what is said here is said of the text that was shown
        self._articles.show(opening)
        self._once_analysed(opening, partial(self._tell_in_thread, old, analysis, opening, since))

    def _tell_in_thread(self, old: Article, analysis: Analysis, opening: Opening, since: str | None) -> None:
        self._work(partial(self._tell, old, analysis, opening, since), "versions")

    # Versions

    def show_versions(self) -> None:
        """List the versions of the article being read."""
        from tui.library.content_keys import text_hash
        from tui.library.correction_store import origin
        from tui.library.source_versions import versions_of
        from tui.screens.library.library_navigator import NOTHING_KEPT
        from tui.screens.versions.versions_screen import VersionsScreen
        from tui.session.reading.article_name import name_of
        from tui.session.versions.version_list import VersionList

        library, article = self._articles.history.library, self._articles.reader.article
        if library is None:
            self._app.notify(NOTHING_KEPT, markup=False)
            return
        where = origin(article)
        found = versions_of(library, where, MAX_SHOWN) if where is not None else []
        if len(found) < 2:
            sentence = "This is the only version so far; R reads the article again."
            self._app.notify(sentence, markup=False, timeout=toasts.ANSWER)
            return
        versions = VersionList(found, text_hash(article.text))
        compare = partial(self._compare, library)
        self._app.push_screen(VersionsScreen(name_of(article), versions, self._settings, compare))

    def _compare(self, library: Library, older: SourceVersion, newer: SourceVersion) -> None:
        """Show how one version became another, once they have been compared in a thread."""

        def work() -> None:
            from tui.session.versions.version_comparison import VersionComparison
            from tui.session.versions.version_list import read_at

            old, new = library.article(older.text_hash), library.article(newer.text_hash)
            if old is None or new is None:
                sentence = "The text of one of the two cannot be read from the library."
                self._app.call_from_thread(self._app.notify, sentence, markup=False)
                return
            analyses = (self._analysis_of(library, each) for each in (old, new))
            before, after = analyses
            dates = read_at(older.first), read_at(newer.first)
            if dates[0] == dates[1]:
                dates = f"version {older.number}", f"version {newer.number}"
            comparison = VersionComparison(old, before, new, after, dates, _checking_worker())
            self._app.call_from_thread(self._show, comparison)

        self._work(work, "comparing", self._app.screen)

    def _work(self, work: Callable[[], None], group: str, screen: Screen[Any] | None = None) -> None:
        """Work in a thread, which ends soon after the screen is left, if one is named, or the program quit."""

        def until_stopped() -> None:
            with suppress(Stopped):
                work()

        (screen or self._app).run_worker(until_stopped, thread=True, group=group, exit_on_error=False)

    def _show(self, comparison: object) -> None:
        from tui.screens.versions.version_screen import VersionScreen
        from tui.screens.versions.versions_screen import VersionsScreen
        from tui.session.versions.version_comparison import VersionComparison

        assert isinstance(comparison, VersionComparison)
        if isinstance(self._app.screen, VersionsScreen):  # not left meanwhile
            self._app.push_screen(VersionScreen(comparison, self._settings))


def _checking_worker() -> Callable[[], None]:
    """Return what raises Stopped once the worker of this thread is cancelled."""
    worker = get_current_worker()

    def check() -> None:
        if worker.is_cancelled:
            raise Stopped

    return check
