"""A list of articles: a feed, a folder, an OPML file's feeds, several sources; narrowed as one types."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input, Static

from tui.resources import folder
from tui.screens.bindings import shared
from tui.screens.requests import AskSource, OpenSource
from tui.session.browsing import Browsing
from tui.session.desk import Counts, Place
from tui.session.settings import Settings
from tui.widgets.find_line import FindLine
from tui.widgets.item_rows import ItemRows
from tui.widgets.key_hints import KeyHints
from tui.widgets.title_bar import TitleBar


class ListingScreen(Screen[None]):
    """One list. Moving marks an item, Enter opens it, / narrows, Esc goes back to what was there before."""

    CSS_PATH = [folder("styles") / name for name in ("panels.tcss", "filter.tcss", "listing.tcss")]
    BINDINGS = shared(
        choose={"show": True, "description": "open"},
        filter={"show": True},
        back={"show": True, "description": "back"},
        list={"description": "back"},
        open={"show": True, "description": "open another"},
        down={},
        up={},
        page_down={},
        page_up={},
        top={},
        bottom={},
        theme={},
        help={"show": True},
        quit={"show": True},
    )
    AUTO_FOCUS = "#items"

    @dataclass
    class Shown(Message):
        """The list is on the screen, for the first time or again."""

        screen: ListingScreen

    @dataclass
    class Left(Message):
        """Back to what was there before the list."""

        screen: ListingScreen

    def __init__(self, browsing: Browsing, settings: Settings) -> None:
        super().__init__()
        self.browsing = browsing
        self.settings = settings

    def compose(self) -> ComposeResult:
        """Title, items, the line to narrow them by, hints."""
        yield TitleBar(id="title")
        with Vertical(id="items-frame"):
            yield ItemRows(self.browsing, id="items")
        with Horizontal(id="find"):
            yield Static("/", id="find-prompt", markup=False)
            yield FindLine(placeholder="words of title, summary or address", id="find-line")
        yield KeyHints(id="hints")

    def on_mount(self) -> None:
        """Begin at the first item."""
        title = self.query_one(TitleBar)
        title.name_of_article = self.browsing.title
        title.placed = False
        self._count()
        self.call_after_refresh(self.items.mark, None)

    @property
    def items(self) -> ItemRows:
        """The list itself."""
        return self.query_one(ItemRows)

    @property
    def line(self) -> FindLine:
        """The line that narrows."""
        return self.query_one(FindLine)

    def on_screen_resume(self) -> None:
        """What was read meanwhile is marked."""
        self.post_message(self.Shown(self))

    def know(self, read: Mapping[str, Counts | None]) -> None:
        """Mark what was read, with what it holds."""
        self.browsing.know(read)
        self.items.mark(self.items.marked)

    def point(self, place: Place) -> None:
        """Mark the item that is read now."""
        if place.listing is self.browsing.listing:
            if place.index not in self.browsing.left:
                self.line.put("")
                self.browsing.set_filter("")
            self.items.mark(str(place.index))

    def _count(self) -> None:
        browsing = self.browsing
        total, left = len(browsing.listing.items), len(browsing.left)
        many = f"{total} {browsing.noun}" if total == 1 else f"{total} {browsing.noun}s"
        self.query_one(TitleBar).counts = f"{left} of {many}" if browsing.filter_text.strip() else many

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.browsing.set_filter(event.value)
        items = self.items
        items.empty_text = "Nothing holds all of these words. Esc shows everything again."
        if not self.browsing.listing.items:
            items.empty_text = items.EMPTY
        marked = items.marked
        items.update_rows()
        items.mark(marked)
        self._count()

    @on(FindLine.Asked)
    def _asked(self, event: FindLine.Asked) -> None:
        event.stop()
        match event.what:
            case "next" | "previous":
                self.items.move(1 if event.what == "next" else -1)
            case "page_down" | "page_up":
                self.action_page(1 if event.what == "page_down" else -1)
            case "complete":
                self.items.focus()
            case "done":
                self.items.focus()
                self.items.open_marked()
            case _:
                if self.line.value:
                    self.line.put("")
                else:
                    self.items.focus()

    @on(ItemRows.Opened)
    def _open(self, event: ItemRows.Opened) -> None:
        event.stop()
        place = Place(self.browsing.listing, int(event.key))
        self.post_message(OpenSource(place.item.source, place.typed, place.came_from, place))

    def action_choose(self) -> None:
        """Open the marked item."""
        self.items.open_marked()

    def action_filter(self) -> None:
        """Type what the items must hold."""
        self.line.focus()

    def action_back(self) -> None:
        """Everything again where it is narrowed; else back to what was there before."""
        if self.line.value:
            self.line.put("")
        else:
            self.action_list()

    def action_list(self) -> None:
        """Back to what was there before the list."""
        self.post_message(self.Left(self))

    def action_open(self) -> None:
        """Ask for a path or an address."""
        self.post_message(AskSource())

    def action_move(self, step: int) -> None:
        """To the next or previous item."""
        self.items.move(step)

    def action_page(self, step: int) -> None:
        """A page of items."""
        self.items.move(step * self.items.page)

    def action_end(self, step: int) -> None:
        """To the first or last item."""
        self.items.move_to_end(step > 0)

    def action_show_help(self) -> None:
        """The keys."""
        from tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.settings.keymap))

    def on_paste(self, event: events.Paste) -> None:
        """Open an address or a path that is pasted."""
        event.stop()
        from tui.screens.pasted import take_paste

        take_paste(self, event.text)

    def say(self, sentence: str) -> None:
        """Show a sentence for a while."""
        self.notify(Content(sentence).plain, markup=False, timeout=4)
