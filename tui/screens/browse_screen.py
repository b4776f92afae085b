"""The base of all screens with a list to look through: its filter line, its keys and its hints."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tui.resources import folder
from tui.screens.default_keys import shared
from tui.screens.filterable_list import FilterableList
from tui.session.settings import Settings
from tui.textual_patches.single_layout import SingleLayoutScreen
from tui.widgets.find_line import FindLine
from tui.widgets.key_hints import KeyHints
from tui.widgets.panels.choices import Choices
from tui.widgets.title_bar import TitleBar

if TYPE_CHECKING:
    from tui.session.opening.library_place import LibraryStop

MOVING = shared(
    down={"tooltip": "Down a row"},
    up={"tooltip": "Up a row"},
    page_down={"tooltip": "Down a page"},
    page_up={"tooltip": "Up a page"},
    half_page_down={},
    half_page_up={},
    top={"tooltip": "Go to the first row"},
    bottom={"tooltip": "Go to the last row"},
    theme={},
    copy_last={},
)
"""The keys of every such screen that need no hint."""

BACK = {"show": True, "description": "back", "tooltip": "Clear the filter, or go back"}
AGAIN = {"action": "back", "tooltip": "Go back, as Esc does"}
"""For the key that leads to a screen, on that screen."""


class BrowseScreen(SingleLayoutScreen[None], FilterableList[None]):
    """A screen with a list to look through."""

    CSS_PATH = [folder("styles") / name for name in ("rows.tcss", "listing.tcss", "find.tcss", "hints.tcss")]
    AUTO_FOCUS = "#items"
    PLACEHOLDER = ""
    """The placeholder of the line."""
    LINE = FindLine
    """The class of the line."""
    FIELDS: Mapping[str, str] = {}
    """The fields of its filter's language, if it has one."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings

    # What subclasses define

    @abstractmethod
    def make_rows(self) -> Choices:
        """Return the list, with the id "items"."""

    def leave(self) -> None:
        """Close the screen."""
        if len(self.app.screen_stack) > 1:
            self.app.pop_screen()

    # The screen

    def compose(self) -> ComposeResult:
        """Compose the title, the list, the filter line and the hints."""
        yield from self.compose_list()
        yield from self.foot()

    def compose_list(self) -> ComposeResult:
        """Compose the title and the list."""
        yield TitleBar(id="title")
        with Container(id="items-frame"):
            yield self.make_rows()

    def foot(self) -> list[Widget]:
        """Return the filter line and the hints."""
        prompt = Static("/", id="find-prompt", markup=False)
        line = self.LINE(placeholder=self.PLACEHOLDER, id="find-line")
        return [Horizontal(prompt, line, id="find"), KeyHints(id="hints")]

    def on_mount(self) -> None:
        """Show no position: a list has none, unlike an article."""
        self.query_one(TitleBar).placed = False

    def set_title(self, name: str, counts: str = "") -> None:
        """Set the title and the counts."""
        title = self.query_one(TitleBar)
        title.name_of_article, title.counts = name, counts

    def on_paste(self, event: events.Paste) -> None:
        """Open a pasted address or path."""
        event.stop()
        from tui.screens.opening.paste_screen import take_paste

        take_paste(self, event.text)

    def action_person(self) -> None:
        """Show all speakers."""
        from tui.screens.messages import ShowPeople

        self.post_message(ShowPeople())

    def action_show_help(self) -> None:
        """Show the keys, those of this screen first."""
        from tui.screens.help_screen import HelpScreen

        own = [binding for binding in self.BINDINGS if isinstance(binding, Binding)]
        self.app.push_screen(HelpScreen(self.settings.keymap, own, self.FIELDS))

    def mark_stop(self, stop: LibraryStop) -> None:
        """Mark the row of an article that is returned from; a hook for lists of the library."""

    def show_message(self, sentence: str, *, warning: bool = False) -> None:
        """Show a sentence for a while."""
        severity = "warning" if warning else "information"
        self.notify(Content(sentence).plain, markup=False, severity=severity)  # type: ignore[arg-type]
