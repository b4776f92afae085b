"""What the app does when a screen asks to open something (see `tui.screens.messages`).

Imported on the way to the first frame: what a request needs is imported when it comes.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.app import App

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.article.article import Article
    from tui.article.listing import Listing
    from tui.screens.messages import OpenSource, OpenText, ShowList, StepInHistory, StepInList
    from tui.screens.opening.listing_screen import ListingScreen
    from tui.session.opening.history import Counts, History, ListPlace
    from tui.session.opening.opening import Opening
    from tui.session.opening.source_reader import SourceReader
    from tui.session.settings import Settings


class OpeningRequests(App[None]):
    """Sources are read with their progress on the screen; what they are is shown: an article, or a list."""

    settings: Settings

    @property
    def history(self) -> History:
        """All articles of this sitting."""
        raise NotImplementedError

    def show_article(self, article: Article, place: ListPlace | None = None) -> None:
        """Show an article in a reader of its own, in place of the one that is read."""
        raise NotImplementedError

    def show_again(self, opening: Opening) -> Screen[Any]:
        """Show an article that is open, in place of the one that is read."""
        raise NotImplementedError

    def close_above(self, screen: Screen[Any]) -> None:
        """Go back to a screen below."""
        raise NotImplementedError

    def title_window(self, name: str) -> None:
        """Let the terminal's window be called by what is read."""
        raise NotImplementedError

    def open_sources(self, sources: Sequence[str | SourceReader]) -> None:
        """Open one source, or show a list of several."""
        named = [source for source in sources if isinstance(source, str)]
        if len(named) > 1:
            from tui.session.opening.browsing import several

            self.show_listing(several(named))
        for source in sources if len(sources) == 1 else ():
            if isinstance(source, str):
                self.history.typed(source)
                self.read(source)
            else:
                self._fetch(source)

    def read(
        self, source: str, *, typed: bool = True, came_from: str | None = None, place: ListPlace | None = None
    ) -> None:
        """Read a path or an address, with its progress on the screen, and show what it is.

        `typed` is False where the page or feed at `came_from` named it; `place` says where in a list it stands.
        """
        from tui.session.opening.source_reader import source_reader

        self._fetch(source_reader(source, typed=typed, came_from=came_from), place)

    def _fetch(self, source: SourceReader, place: ListPlace | None = None) -> None:
        from tui.screens.opening.fetching_screen import FetchingScreen

        self.push_screen(FetchingScreen(source), partial(self._fetched, place))

    def _fetched(self, place: ListPlace | None, result: Article | Listing | None) -> None:
        from tui.article.article import Article

        if isinstance(result, Article):
            self.show_article(result, place)
        elif result is not None:
            self.show_listing(result)

    def read_again(self, source: str) -> None:
        """Read a source whose text is not kept."""
        self.read(source)

    def show_listing(self, listing: Listing) -> None:
        """Show a list over what is there."""
        from tui.screens.opening.listing_screen import ListingScreen
        from tui.session.opening.browsing import Browsing

        self.push_screen(ListingScreen(Browsing(listing), self.settings))

    # What screens ask for (tui/screens/requests.py)

    def on_ask_source(self) -> None:
        """Ask for a path or an address, then read it."""
        from tui.screens.opening.open_screen import OpenScreen

        self.push_screen(OpenScreen(self.history.opened_before), self._asked_for)

    def _asked_for(self, source: str | None) -> None:
        if source is not None:
            self.history.typed(source)
            self.read(source)

    def on_open_source(self, message: OpenSource) -> None:
        """Read what was chosen in a list, followed or pasted."""
        from tui.session.opening.article_links import can_open

        if not message.typed and not can_open(message.source):
            self.notify("Only http and https addresses are followed.", severity="warning", markup=False)
            return
        self.read(message.source, typed=message.typed, came_from=message.came_from, place=message.place)

    def on_open_text(self, message: OpenText) -> None:
        """Read a text that was pasted."""
        from tui.session.opening.source_reader import text_reader

        self._fetch(text_reader(message.text))

    def on_step_in_list(self, message: StepInList) -> None:
        """Open the next article of the list, or the one before."""
        if self.history.place is None:
            sentence = "This article is not from a list; o opens a folder or a feed, which is one."
            self.notify(sentence, markup=False, timeout=4)
            return
        further = self.history.step_in_list(message.step)
        if further is None:
            which = "last" if message.step > 0 else "first"
            self.notify(f"This is the {which} article of the list.", markup=False, timeout=3)
            return
        self.read(further.item.source, typed=further.typed, came_from=further.came_from, place=further)

    def on_step_in_history(self, message: StepInHistory) -> None:
        """Show the article read before, or after, as it was left."""
        opening = self.history.step_back(message.step)
        if opening is None:
            which = "before" if message.step < 0 else "after"
            self.notify(f"No article was read {which} this one.", markup=False, timeout=3)
            return
        self.show_again(opening)

    def on_show_list(self, message: ShowList) -> None:
        """Back to the list that the article is from."""
        from tui.screens.browse_screen import BrowseScreen
        from tui.screens.opening.listing_screen import ListingScreen

        place = self.history.place
        beneath = [s for s in reversed(self.screen_stack) if isinstance(s, BrowseScreen)]
        if place is None:
            if beneath:
                self.close_above(beneath[0])
            elif not message.unasked:
                self.notify("This article is not from a list.", markup=False, timeout=3)
            return
        lists = (s for s in beneath if isinstance(s, ListingScreen) and s.browsing.listing is place.listing)
        there = next(lists, None)
        if there is None:
            self.show_listing(place.listing)
            return
        there.point(place)
        self.close_above(there)

    def on_listing_screen_left(self, message: ListingScreen.Left) -> None:
        """Back to what was there before the list."""
        if self.screen is message.screen and len(self.screen_stack) > 1:
            self.pop_screen()

    def on_listing_screen_shown(self, message: ListingScreen.Shown) -> None:
        """Find out what of the list was read before."""
        screen = message.screen
        self.title_window(screen.browsing.title)
        sources = [item.source for item in screen.browsing.listing.items]

        def look_up() -> None:
            known = self.history.known(sources)
            self.call_from_thread(self._known, screen, known)

        self.run_worker(look_up, thread=True, group="known", exclusive=True, exit_on_error=False)

    def _known(self, screen: ListingScreen, known: dict[str, Counts | None]) -> None:
        if screen.is_attached:
            screen.know(known)
