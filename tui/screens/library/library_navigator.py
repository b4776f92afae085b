"""The library's screens, each on top of the one that asked: articles, speakers, clippings, one speaker's page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual.app import App

from tui.screens.reader.article_switcher import ArticleSwitcher
from tui.session.settings import Settings

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.article.spans import Span
    from tui.library.clippings import Clipping
    from tui.library.library import Library
    from tui.session.opening.library_place import LibraryPlace

NOTHING_KEPT = "Nothing is kept while you read privately, so there is no library."


class LibraryNavigator:
    """Shows the screens of the library, and opens the articles in it."""

    def __init__(
        self, app: App[None], articles: ArticleSwitcher, settings: Settings, read: Callable[..., None]
    ) -> None:
        """Open kept articles; `read` reads the source of one whose text is not kept."""
        self._app = app
        self._articles = articles
        self._settings = settings
        self._read = read

    def _return_to(self, kind: type[Screen[Any]]) -> bool:
        """Return to a screen of this kind further down in the stack; tell whether there is one."""
        screen = next((s for s in reversed(self._app.screen_stack) if isinstance(s, kind)), None)
        if screen is not None:
            self._articles.return_to(screen)
        return screen is not None

    def _library(self) -> Library | None:
        library = self._articles.history.library
        if library is None:
            self._app.notify(NOTHING_KEPT, markup=False)
        return library

    def show_library(self) -> None:
        """Show all articles that were read."""
        from tui.screens.library.library_screen import LibraryScreen

        library = self._library()
        if library is not None and not self._return_to(LibraryScreen):
            self._app.push_screen(LibraryScreen(library, self._settings))

    def show_people(self) -> None:
        """Show all speakers."""
        from tui.library.people import People
        from tui.screens.library.people_screen import PeopleScreen

        library = self._library()
        if library is not None and not self._return_to(PeopleScreen):
            self._app.push_screen(PeopleScreen(People(library), self._settings))

    def show_person(self, identifier: int) -> None:
        """Show the page of the speaker with this id in the library."""
        from tui.library.people import People
        from tui.screens.library.speaker_page_screen import SpeakerPageScreen
        from tui.session.keeping.speaker_profile import SpeakerProfile

        library = self._library()
        if library is None:
            return
        person = People(library).person(identifier)
        if person is None:
            self._app.notify("Nothing this speaker said is in the library now.", markup=False)
            return
        for screen in reversed(self._app.screen_stack):
            if isinstance(screen, SpeakerPageScreen) and screen.profile.person.id == person.id:
                self._articles.return_to(screen)  # as it was left
                return
        self._app.push_screen(SpeakerPageScreen(SpeakerProfile(library, person), self._settings))

    def show_clippings(self) -> None:
        """Show the clippings of all articles."""
        from tui.library.clippings import Clippings
        from tui.screens.library.clippings_screen import ClippingsScreen
        from tui.screens.saving_mark import background_runner
        from tui.session.keeping.clipping_list import ClippingList

        library = self._library()
        if library is not None and not self._return_to(ClippingsScreen):
            book = ClippingList(Clippings(library))
            book.run = background_runner(self._app, library)
            self._app.push_screen(ClippingsScreen(book, self._settings))

    def open_clipping(self, clipping: Clipping, place: LibraryPlace | None = None) -> None:
        """Open a clipping's article from the library, or its source if its text is not kept."""
        library = self._library()
        article = library.article(clipping.text_hash) if library is not None else None
        if article is not None:
            self._articles.show_kept(article, clipping.content[0] if clipping.content else None, place)
        elif clipping.source not in ("", "-"):
            self._read(clipping.source, place=place)
        else:
            self._app.notify("The text of this article is no longer kept; the clipping stays.", markup=False)

    def open_article(
        self, identifier: int | bytes, at: Span | None, source: str, place: LibraryPlace | None = None
    ) -> None:
        """Open an article by its id or its text's hash, at the span `at`, or its source if its text is not kept."""
        library = self._library()
        if library is None:
            return
        article = library.article(identifier)
        if article is not None:
            self._articles.show_kept(article, at, place)
        elif source:
            self._read(source, place=place)
        else:
            self._app.notify("The text of this article is not kept; press o to open it again.", markup=False)
