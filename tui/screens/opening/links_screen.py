"""A dialog with the article's links, which shows in full where the marked one leads."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.resources import folder
from tui.screens import toasts
from tui.screens.default_keys import shared
from tui.screens.filterable_list import FilterableList
from tui.screens.messages import OpenSource
from tui.screens.opening.in_browser import open_or_copy
from tui.screens.reader.article_screen import ArticleScreen
from tui.session.opening.article_links import ArticleLink, can_open, links_of, matching_links
from tui.session.opening.local_links import local_links
from tui.widgets.find_line import FindLine
from tui.widgets.panels.item_rows import PlainRows
from tui.widgets.panels.row_list import RowList


def show_links(reader: ArticleScreen) -> None:
    """Show the links of a reader's article; the one that is chosen is opened in quoth."""
    links = sorted([*links_of(reader.article), *local_links(reader.article)], key=lambda link: link.span)
    if not links:
        reader.notify("This article has no links.", markup=False, timeout=toasts.ANSWER)
        return

    def follow(address: str | None) -> None:
        if address and can_open(address):
            reader.post_message(OpenSource(address, typed=False, came_from=reader.article.url))
        elif address:  # a file beside the article, which the reader has seen the path of
            reader.post_message(OpenSource(address))

    top = reader.article_pane.visible_span.start
    at = next((i for i, link in enumerate(links) if link.span.start >= top), 0)
    reader.app.push_screen(LinksScreen(links, at), follow)


class LinksScreen(ModalScreen[str | None], FilterableList[str | None]):
    """A dialog that closes with the address to open in quoth, or None."""

    CSS_PATH = [folder("styles") / name for name in ("rows.tcss", "dialogs.tcss", "opening.tcss")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-tall")]
    BINDINGS = [
        *shared(
            choose={},
            filter={},
            down={},
            up={},
            top={},
            bottom={},
            page_down={},
            page_up={"key": "pageup"},  # b is for the browser
            links={"action": "back"},
            back={},
            open={"action": "browse", "description": "browser"},
            copy_words={"action": "copy_address", "description": "copy address"},
        ),
        Binding("b", "browse", "browser", id="links.browser", show=False),
        Binding("q", "dismiss", "close", id="links.close", show=False),
    ]
    AUTO_FOCUS = "#links"

    def __init__(self, links: list[ArticleLink], at: int = 0) -> None:
        """Show `links`, with the one at index `at` marked."""
        super().__init__()
        self._links = links
        self._at = at

    def compose(self) -> ComposeResult:
        """Compose the links, the marked one's address in full, and the filter line."""
        with Vertical(classes="dialog wide") as dialog:
            dialog.border_title = Content(f"Links · {len(self._links)}")
            dialog.border_subtitle = Content("Enter follows · b browser · y copies · / filters · Esc closes")
            yield PlainRows(self._describe, id="links")
            with VerticalScroll(id="link-address", can_focus=False):
                yield Static("", markup=False)
            yield FindLine(placeholder="/ filters", id="links-line")

    def on_mount(self) -> None:
        """Show all links."""
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self.narrow("")
        self.rows.mark(str(self._at))
        self._show_address()

    def _describe(self, index: int) -> tuple[str, str]:
        link = self._links[index]
        return (link.words, link.host) if link.words else (link.address, "")

    @property
    def rows(self) -> PlainRows:
        """The list."""
        return self.query_one(PlainRows)

    @property
    def marked(self) -> ArticleLink | None:
        """The link whose address is shown in full."""
        return None if self.rows.marked is None else self._links[int(self.rows.marked)]

    def narrow(self, text: str) -> None:
        """Show the links that contain every word."""
        self.rows.empty_text = "No link contains all of these words."
        self.rows.show(matching_links(self._links, text))
        self._show_address()

    def _show_address(self) -> None:
        link = self.marked
        self.query_one("#link-address Static", Static).update(Content(link.address if link else ""))

    def on_row_list_highlighted(self, event: RowList.Highlighted) -> None:
        """Show the address of the link that is marked now."""
        self._show_address()

    def enter_line(self) -> None:
        """Focus the list: no link is followed before its address was shown."""
        self.items.focus()

    def escape_line(self) -> None:
        """Clear the line, and focus the list."""
        self.line.set_text("")
        self.items.focus()

    def open(self, key: str) -> None:
        """Close with the address of a link."""
        self.dismiss(self._links[int(key)].address)

    def leave(self) -> None:
        """Close without following a link."""
        self.dismiss(None)

    def action_move(self, step: int) -> None:
        """Move to the next link (1), or to the one before (-1)."""
        super().action_move(step)
        self._show_address()

    def action_end(self, step: int) -> None:
        """Move to the last link (1), or to the first (-1)."""
        super().action_end(step)
        self._show_address()

    def action_copy_address(self) -> None:
        """Copy the marked link's address."""
        if (link := self.marked) is not None:
            self.app.copy_to_clipboard(link.address)

    def action_browse(self) -> None:
        """Open the marked link in the browser, or copy its address if there is none."""
        if (link := self.marked) is not None:
            open_or_copy(self, link.address)
