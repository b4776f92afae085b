"""What the app does when a screen asks for something of the library (see `tui.screens.messages`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.app import App

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.article.article import Article
    from tui.article.spans import Span
    from tui.library.library import Library
    from tui.screens.messages import (
        OpenClipping,
        OpenKept,
        ShowClippings,
        ShowLibrary,
        ShowPeople,
        ShowPerson,
    )
    from tui.session.opening.history import History
    from tui.session.settings import Settings

NOTHING_KEPT = "Nothing is kept while you read privately, so there is no library."


class LibraryRequests(App[None]):
    """The library, its speakers and the clippings, each a screen over the one that asked."""

    settings: Settings

    @property
    def history(self) -> History:
        """All articles of this sitting, and the library they share."""
        raise NotImplementedError

    def read_again(self, source: str) -> None:
        """Read a source whose text is not kept."""
        raise NotImplementedError

    def show_kept(self, article: Article, at: Span | None) -> None:
        """Show an article of the library, with what stands `at` in sight."""
        raise NotImplementedError

    def close_above(self, screen: Screen[Any]) -> None:
        """Go back to a screen below."""
        raise NotImplementedError

    def _there(self, kind: type[Screen[Any]]) -> bool:
        """Go back to a screen of this kind, where one is below."""
        there = next((s for s in reversed(self.screen_stack) if isinstance(s, kind)), None)
        if there is not None:
            self.close_above(there)
        return there is not None

    def _library(self) -> Library | None:
        library = self.history.library
        if library is None:
            self.notify(NOTHING_KEPT, markup=False)
        return library

    def on_show_library(self, message: ShowLibrary) -> None:
        """Everything that was read."""
        from tui.screens.library.library_screen import LibraryScreen

        library = self._library()
        if library is not None and not self._there(LibraryScreen):
            self.push_screen(LibraryScreen(library, self.settings))

    def on_show_people(self, message: ShowPeople) -> None:
        """Everybody who was quoted."""
        from tui.library.people import People
        from tui.screens.library.people_screen import PeopleScreen

        library = self._library()
        if library is not None and not self._there(PeopleScreen):
            self.push_screen(PeopleScreen(People(library), self.settings))

    def on_show_person(self, message: ShowPerson) -> None:
        """One speaker's page."""
        from tui.library.people import People
        from tui.screens.library.speaker_page import SpeakerPage
        from tui.session.keeping.speaker_profile import SpeakerProfile

        library = self._library()
        if library is None:
            return
        person = People(library).person(message.person)
        pages = (screen for screen in reversed(self.screen_stack) if isinstance(screen, SpeakerPage))
        there = next((page for page in pages if person and page.profile.person.id == person.id), None)
        if person is None:
            self.notify("Nothing this speaker said is kept any more.", markup=False)
        elif there is not None:  # as it was left
            self.close_above(there)
        else:
            self.push_screen(SpeakerPage(SpeakerProfile(library, person), self.settings))

    def on_show_clippings(self, message: ShowClippings) -> None:
        """The clippings of all articles."""
        from tui.library.clippings import Clippings
        from tui.library.write_queue import apart
        from tui.screens.library.clippings_screen import ClippingsScreen
        from tui.session.keeping.clipping_list import ClippingList

        library = self._library()
        if library is not None and not self._there(ClippingsScreen):
            book = ClippingList(Clippings(library))
            book.apart = apart(library.behind, self.call_later)
            self.push_screen(ClippingsScreen(book, self.settings))

    def on_open_clipping(self, message: OpenClipping) -> None:
        """The article of a clipping, from the library; where its text is not kept, what it was read from."""
        clipping, library = message.clipping, self._library()
        article = library.article(clipping.text_hash) if library is not None else None
        if article is not None:
            self.show_kept(article, clipping.content[0] if clipping.content else None)
        elif clipping.source not in ("", "-"):
            self.read_again(clipping.source)
        else:
            self.notify("The text of this article is not kept any more; the clipping stays.", markup=False)

    def on_open_kept(self, message: OpenKept) -> None:
        """Open an article of the library; where its text is not kept, what it was read from."""
        library = self._library()
        if library is None:
            return
        article = library.article(message.article)
        if article is not None:
            self.show_kept(article, message.at)
        elif message.source:
            self.read_again(message.source)
        else:
            self.notify("The text of this article is not kept; open it anew with o.", markup=False)
