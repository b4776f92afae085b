"""The library: everything that was read, searched while words are typed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container

from tui.library.articles import KeptArticle
from tui.resources import folder
from tui.screens.browse_screen import AGAIN, BACK, MOVING, BrowseScreen
from tui.screens.default_keys import shared
from tui.screens.deferred_mount import DeferredMount
from tui.screens.reader.article_screen import ArticleScreen
from tui.screens.saving_mark import background_runner
from tui.session.keeping.library_view import FIRST, LibraryHeading, LibraryView, view_library
from tui.session.opening.library_place import LibraryPlace, LibraryStop
from tui.session.reading.dates import local_time
from tui.widgets.panels.library_rows import LibraryRows

if TYPE_CHECKING:
    from tui.library.full_text_search import Hit
    from tui.library.library import Library
    from tui.session.settings import Settings


class LibraryScreen(BrowseScreen, DeferredMount):
    """Articles by the day they were read; or, once something is typed, the articles and quotes that hold it."""

    STYLES = ("rows.tcss", "listing.tcss", "library.tcss")
    LATER_STYLES = ("find.tcss", "hints.tcss", *ArticleScreen.STYLES)
    """With those of the reader, as an article is opened next."""
    CSS_PATH = [folder("styles") / name for name in STYLES]
    BINDINGS = [
        *shared(
            choose={"show": True, "description": "open", "tooltip": "Open the article, or the quote in it"},
            filter={"show": True, "description": "search", "tooltip": "Search titles, articles, quotes"},
            back=BACK,
            library=AGAIN,
            open={"show": True, "description": "open another", "tooltip": "Open a path or an address"},
            person={
                "show": True,
                "description": "speakers",
                "tooltip": "Show all speakers; at a quote, its speaker's page",
            },
            clippings={"show": True},
            help={"show": True},
            quit={"show": True},
        ),
        Binding("D", "forget", "remove", id="library.forget", tooltip="Remove this article from the library"),
        *MOVING,
    ]
    AUTO_FOCUS = ""  # the focus restyles what has it: the list gets it after the first frame
    PLACEHOLDER = "words of titles, articles, quotes, speakers"

    def __init__(self, library: Library, settings: Settings) -> None:
        super().__init__(settings)
        self.library = library
        self._view = LibraryView("", (), "")
        self._to_forget: int | None = None
        self._returned_from: int | bytes | None = None

    def make_rows(self) -> LibraryRows:
        """Return the list of articles and hits."""
        return LibraryRows(id="items")

    @property
    def rows(self) -> LibraryRows:
        """The list."""
        return self.query_one(LibraryRows)

    def compose(self) -> ComposeResult:
        """Compose the title and the list, with room for the lines below."""
        yield from self.compose_list()
        yield Container(id="foot")

    async def mount_rest(self) -> None:
        """Mount the lines below the list."""
        await self.query_one("#foot").mount(*self.foot())

    def on_mount(self) -> None:
        """Show what was read last at once; the rest follows."""
        self._show(view_library(self.library, "", local_time(), limit=FIRST))

    async def after_first_frame(self) -> None:
        """List everything else once what was read last is on the screen."""
        await self.mount_deferred()
        if not self.fully_mounted:
            return
        self.items.focus()
        if not self._view.whole:
            self._search("")
        self.library.enqueue(self.library.index_pending)

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Search again, so that what was read meanwhile stands on top."""
        if self.fully_mounted:
            self._search(self.line.value)

    def narrow(self, text: str) -> None:
        """Search in a thread; only the answer to the newest query is shown."""
        self._search(text)

    def _search(self, query: str) -> None:
        def work() -> None:
            found = view_library(self.library, query, local_time())
            self.app.call_from_thread(self._found, found)

        self.run_worker(work, thread=True, group="search", exclusive=True, exit_on_error=False)

    def _found(self, found: LibraryView) -> None:
        if self.is_attached and found.query == self.line.value:
            self._show(found)

    def _show(self, found: LibraryView) -> None:
        before, marked = self._view, self.rows.marked
        self._view = found
        mark = _key_after(before, marked, found)
        if self._returned_from is not None:
            mark = _key_of_article(found, self._returned_from, mark)
            self._returned_from = None
        self.rows.show(found, mark=mark)
        self.set_title("library", found.counted)
        if self.library.notice or self.library.caught_up:
            notice = f"{self.library.notice} {self.library.caught_up}".strip()
            self.library.notice = self.library.caught_up = ""
            self.show_message(notice, warning=True)

    def open(self, key: str) -> None:
        """Open the article, at what was found."""
        from tui.screens.messages import OpenKept

        opened = _stop(self.rows.entry(key))
        if opened is not None:
            stops = [stop for entry in self._view.entries if (stop := _stop(entry)) is not None]
            place = LibraryPlace.of(stops, opened)
            self.post_message(OpenKept(opened.article, opened.at, opened.source, place))

    def mark_stop(self, stop: LibraryStop) -> None:
        """Mark the article that is returned from, once the list is shown again."""
        self._returned_from = stop.article

    def action_person(self) -> None:
        """Show the page of the marked quote's speaker, or all speakers."""
        from tui.screens.messages import ShowPeople, ShowPerson

        entry = self._marked_entry
        person = None if entry is None or isinstance(entry, (LibraryHeading, KeptArticle)) else entry.person
        self.post_message(ShowPeople() if person is None else ShowPerson(person))

    def action_forget(self) -> None:
        """Remove the marked article from the library when asked for a second time."""
        entry = self._marked_entry
        if entry is None or isinstance(entry, LibraryHeading):
            return
        kept = entry if isinstance(entry, KeptArticle) else None
        number = entry.id if isinstance(entry, KeptArticle) else entry.article
        if self._to_forget != number:
            self._to_forget = number
            what = "this article"
            if kept is not None and kept.versions > 1:
                what += f" with its {kept.versions:,} versions"
            self.show_message(
                f"Press D again to remove {what} from the library; its clippings and corrections stay."
            )
            return
        self._to_forget = None
        # A hit of a search stands for itself; a row of the list for all versions.
        forget = partial(self.library.forget, number, versions=kept is not None)
        background_runner(self.app, self.library)(forget, self._forgotten)

    def _forgotten(self, done: bool) -> None:
        if not self.is_attached:
            return
        if done:
            self.show_message("Removed from the library.")
            self._search(self.line.value)
        else:
            self.show_message(self.library.notice or "It could not be removed.", warning=True)

    @property
    def _marked_entry(self) -> LibraryHeading | KeptArticle | Hit | None:
        return None if self.rows.marked is None else self.rows.entry(self.rows.marked)

    def action_move(self, step: int) -> None:
        """Move to the next row (1), or to the one before (-1)."""
        self._to_forget = None
        super().action_move(step)


def _key_after(before: LibraryView, marked: str | None, now: LibraryView) -> str | None:
    """Return the key in `now` of the row that was marked in `before`, if the query is the same."""
    if marked is None or before.query != now.query or int(marked) >= len(before.entries):
        return None
    entry = before.entries[int(marked)]
    wanted = _identity(entry)
    return next((str(i) for i, each in enumerate(now.entries) if _identity(each) == wanted), None)


def _identity(entry: LibraryHeading | KeptArticle | Hit) -> tuple[object, ...]:
    if isinstance(entry, LibraryHeading):
        return (entry.text,)
    return ("kept", entry.id) if isinstance(entry, KeptArticle) else ("found", entry.article, entry.number)


def _stop(entry: LibraryHeading | KeptArticle | Hit) -> LibraryStop | None:
    """Return what is opened for an entry; None for a heading."""
    if isinstance(entry, LibraryHeading):
        return None
    if isinstance(entry, KeptArticle):
        return LibraryStop(entry.id, source=entry.source)
    return LibraryStop(entry.article, entry.spans[0] if entry.spans else None, entry.source)


def _key_of_article(view: LibraryView, article: int | bytes, otherwise: str | None) -> str | None:
    """Return the key of the first row of an article, or `otherwise` if that is one of its rows or there is none."""
    rows = [
        str(i) for i, entry in enumerate(view.entries) if (stop := _stop(entry)) and stop.article == article
    ]
    return otherwise if otherwise in rows or not rows else rows[0]
