"""The pages of `quoth help` inside the reader: a list of them, and one of them as a page."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.resources import folder
from tui.screens.default_keys import shared
from tui.screens.filterable_list import FilterableList
from tui.screens.page_screen import SCROLLING, PageScreen
from tui.session.help_page import HelpPage
from tui.session.help_topics import TOPICS, read_topic
from tui.widgets.find_line import FindLine
from tui.widgets.panels.item_rows import PlainRows


class TopicsScreen(ModalScreen[None], FilterableList[None]):
    """The list of pages; / finds those that have all of the words that are typed."""

    CSS_PATH = [
        folder("styles") / name for name in ("rows.tcss", "dialogs.tcss", "opening.tcss", "help.tcss")
    ]
    AUTO_FOCUS = "#topics"
    BINDINGS = [
        *shared(
            choose={},
            filter={"tooltip": "Find pages by the words in them"},
            back={},
        ),
        *SCROLLING,
        Binding("q", "back", "close", id="topics.close", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._topics = [read_topic(name) for name in TOPICS]

    def compose(self) -> ComposeResult:
        """Compose the list and the line that narrows it."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = Content("Pages of help")
            dialog.border_subtitle = Content("Enter reads · / searches them · Esc closes")
            yield PlainRows(self._describe, id="topics")
            yield FindLine(placeholder="/ searches them", id="topics-line")

    def on_mount(self) -> None:
        """Show all pages."""
        self.call_after_refresh(self.narrow, "")

    def _describe(self, index: int) -> tuple[str, str]:
        topic = self._topics[index]
        return topic.title, f"quoth help {topic.name}"

    def narrow(self, text: str) -> None:
        """Show the pages that have every word."""
        words = text.casefold().split()
        rows = self.query_one(PlainRows)
        rows.empty_text = "No page has all of these words."
        rows.show(
            [
                i
                for i, topic in enumerate(self._topics)
                if all(word in topic.text.casefold() for word in words)
            ]
        )

    def open(self, key: str) -> None:
        """Show a page over the list."""
        self.app.push_screen(TopicScreen(self._topics[int(key)].text))

    def leave(self) -> None:
        """Return to the keys."""
        self.dismiss()


class TopicScreen(PageScreen):
    """A page of help, scrolled with the keys of the article."""

    CSS_PATH = [folder("styles") / "help.tcss"]
    PAGE = "#topic-page"
    AUTO_FOCUS = ""
    BINDINGS = [Binding("escape,q", "dismiss", "close", id="topic.close"), *SCROLLING]

    def __init__(self, text: str) -> None:
        """Show `text`, which is Markdown of quoth's own."""
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        """Compose the page."""
        with Vertical(id="topic") as frame:
            frame.border_title = Content("quoth help")
            frame.border_subtitle = Content("Esc closes")
            with VerticalScroll(id="topic-page", can_focus=False):
                yield Static(HelpPage(self._text), id="topic-text")
