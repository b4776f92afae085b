"""Opening sources: each is read with its progress on the screen, then shown as an article or a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual.app import App

from tui.screens import toasts
from tui.screens.reader.article_switcher import ArticleSwitcher
from tui.screens.terminal_title import TerminalTitle
from tui.session.opening.library_place import LibraryPlace
from tui.session.reading.plurals import pluralise
from tui.session.settings import Settings

if TYPE_CHECKING:
    from tui.article.article import Article
    from tui.article.listing import Listing
    from tui.library.source_history import KnownTitle
    from tui.screens.messages import OpenSource
    from tui.screens.opening.listing_screen import ListingScreen
    from tui.session.opening.history import History, Place
    from tui.session.opening.read_marks import Counts
    from tui.session.opening.source_reader import SourceReader


class SourceOpener:
    """Reads sources, and shows the articles and lists that they are."""

    def __init__(
        self, app: App[None], articles: ArticleSwitcher, settings: Settings, title: TerminalTitle
    ) -> None:
        self._app = app
        self._articles = articles
        self._settings = settings
        self._title = title

    @property
    def _history(self) -> History:
        return self._articles.history

    def open_sources(self, sources: Sequence[str | SourceReader]) -> None:
        """Open one source, or show a list of several."""
        named = [source for source in sources if isinstance(source, str)]
        if len(named) > 1:
            from tui.session.opening.browsing import listing_of_sources

            self.show_listing(listing_of_sources(named))
        for source in sources if len(sources) == 1 else ():
            if isinstance(source, str):
                self._history.remember_typed(source)
                self.read(source)
            else:
                self._fetch(source)

    def read(
        self, source: str, *, typed: bool = True, came_from: str | None = None, place: Place | None = None
    ) -> None:
        """Read a path or an address, with its progress on the screen, and show the result.

        `typed` is False if the page or feed at `came_from` named it; `place` is where it stands in a list.
        """
        from tui.session.opening.source_reader import source_reader

        origins = self._history.private_origins
        item = place.item if place is not None and place.item.source == source else None
        reader = source_reader(source, typed=typed, came_from=came_from, private_origins=origins, item=item)
        self._fetch(reader, place)

    def _fetch(self, source: SourceReader, place: Place | None = None) -> None:
        from tui.screens.opening.fetching_screen import FetchingScreen

        self._app.push_screen(FetchingScreen(source), partial(self._fetched, place))

    def _fetched(self, place: Place | None, result: Article | Listing | None) -> None:
        from tui.article.article import Article

        if isinstance(result, Article):
            self._articles.show_article(result, place)
        elif result is not None:
            self.show_listing(result)

    def read_again(self, source: str, place: Place | None, take: Callable[[Article], None]) -> None:
        """Read what was read before from `place` in a list, if from one; an article goes to `take`."""
        from tui.article.article import Article
        from tui.session.opening.source_reader import source_reader

        typed = place.typed if place is not None and not isinstance(place, LibraryPlace) else True
        came_from = place.came_from if place is not None and not isinstance(place, LibraryPlace) else None

        def done(result: Article | Listing | None) -> None:
            if isinstance(result, Article):
                take(result)
            elif result is not None:
                self.show_listing(result)

        reader = source_reader(
            source, typed=typed, came_from=came_from, private_origins=self._history.private_origins
        )
        from tui.screens.opening.fetching_screen import FetchingScreen

        self._app.push_screen(FetchingScreen(reader), done)

    def read_listing_again(self, screen: ListingScreen) -> None:
        """Read a list again, and say how many of its items are new."""
        from tui.article.http.urls import is_url
        from tui.article.listing import Listing
        from tui.screens.opening.fetching_screen import FetchingScreen
        from tui.session.opening.source_reader import source_reader

        listing, marked = screen.browsing.listing, screen.marked_source
        if listing.kind == "several" or listing.source == "-":
            self._app.notify(
                "These were named on the command line: there is no list to read again.", markup=False
            )
            return

        def done(result: Article | Listing | None) -> None:
            if not isinstance(result, Listing) or self._app.screen is not screen:
                return
            known = {item.source for item in listing.items}
            new = sum(item.source not in known for item in result.items)
            sentence = f"{pluralise(new, 'new item')}." if new else "Nothing new."
            self._app.notify(sentence, markup=False, timeout=toasts.ANSWER)
            screen.show_again(result, marked)

        # A feed may be where it was read from, and nowhere else that a typed address might be.
        typed = not is_url(listing.source)
        reader = source_reader(
            listing.source,
            typed=typed,
            came_from=None if typed else listing.source,
            private_origins=self._history.private_origins,
        )
        self._app.push_screen(FetchingScreen(reader), done)

    def show_listing(self, listing: Listing) -> None:
        """Show a list on top of the current screen."""
        from tui.screens.opening.listing_screen import ListingScreen
        from tui.session.opening.browsing import Browsing

        self._app.push_screen(ListingScreen(Browsing(listing), self._settings))

    def ask(self) -> None:
        """Ask for a path or an address, then read it."""
        from tui.screens.opening.open_screen import OpenScreen

        self._app.push_screen(OpenScreen(self._history.opened_before), self._answered)

    def _answered(self, source: str | None) -> None:
        if source is not None:
            self._history.remember_typed(source)
            self.read(source)

    def open(self, message: OpenSource) -> None:
        """Read what was chosen in a list, followed or pasted; of what no person typed only web addresses."""
        from tui.session.opening.article_links import can_open

        place = message.place
        of_feed = place is not None and place.item.source == message.source and not place.item.has_page
        if not message.typed and not of_feed and not can_open(message.source):
            self._app.notify("Only http and https addresses are followed.", severity="warning", markup=False)
            return
        self.read(message.source, typed=message.typed, came_from=message.came_from, place=place)

    def read_text(self, text: str) -> None:
        """Read a text that was pasted."""
        from tui.session.opening.source_reader import text_reader

        self._fetch(text_reader(text))

    def step_in_list(self, step: int) -> None:
        """Read the next article of the list (1), or the one before (-1)."""
        if self._history.place is None:
            sentence = "This article was not opened from a list; o opens a folder or a feed, L the library."
            self._app.notify(sentence, markup=False, timeout=toasts.ANSWER)
            return
        further = self._history.step_in_list(step)
        if further is None:
            which = "last" if step > 0 else "first"
            self._app.notify(f"This is the {which} article of the list.", markup=False, timeout=toasts.ANSWER)
            return
        if isinstance(further, LibraryPlace):
            from tui.screens.messages import OpenKept

            stop = further.stop
            self._app.post_message(OpenKept(stop.article, stop.at, stop.source, further))
            return
        self.read(further.item.source, typed=further.typed, came_from=further.came_from, place=further)

    def step_in_history(self, step: int) -> None:
        """Show the article read before this one (-1), or after it (1), as it was left."""
        opening = self._history.step_back(step)
        if opening is None:
            which = "before" if step < 0 else "after"
            self._app.notify(f"No article was read {which} this one.", markup=False, timeout=toasts.ANSWER)
            return
        self._articles.show(opening)

    def return_to_list(self, *, silent: bool = False) -> None:
        """Return to the list that the article is from; say so if there is none, unless `silent`."""
        from tui.screens.browse_screen import BrowseScreen
        from tui.screens.opening.listing_screen import ListingScreen

        place = self._history.place
        beneath = [s for s in reversed(self._app.screen_stack) if isinstance(s, BrowseScreen)]
        if place is None or isinstance(place, LibraryPlace):
            if beneath:
                if place is not None:
                    beneath[0].mark_stop(place.stop)
                self._articles.return_to(beneath[0])
            elif place is not None:
                self._app.action_library()  # type: ignore[attr-defined]
            elif not silent:
                self._app.notify(
                    "This article was not opened from a list.", markup=False, timeout=toasts.ANSWER
                )
            return
        for screen in beneath:
            if isinstance(screen, ListingScreen) and screen.browsing.listing is place.listing:
                screen.mark_place(place)
                self._articles.return_to(screen)
                return
        self.show_listing(place.listing)

    def close_listing(self, screen: ListingScreen) -> None:
        """Close a list, if it is on top of another screen."""
        if self._app.screen is screen and len(self._app.screen_stack) > 1:
            self._app.pop_screen()

    def mark_read_items(self, screen: ListingScreen) -> None:
        """Mark the items of a list that were read before, once they have been looked up in a thread."""
        self._title.set(screen.browsing.title)
        sources = [item.source for item in screen.browsing.listing.items]

        def mark(read: dict[str, Counts | None], titles: dict[str, KnownTitle]) -> None:
            if screen.is_attached:
                screen.mark_read(read, titles)

        def look_up() -> None:
            read, titles = self._history.read_marks.read_before(sources), self._history.titles_of(sources)
            self._app.call_from_thread(mark, read, titles)

        self._app.run_worker(look_up, thread=True, group="known", exclusive=True, exit_on_error=False)
