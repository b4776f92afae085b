"""What is there first: the article, readable before anything beside it exists.

Nothing is imported, styled or mounted for the first frame that only the panels need; they come with the second.
"""

from __future__ import annotations

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widgets import Static

from tui.article.article import Article
from tui.resources import folder
from tui.screens.deferred_mount import DeferredMount
from tui.session.reading.article_name import name_of
from tui.widgets.article.article_pane import ArticlePane
from tui.widgets.article.gutter import Gutter
from tui.widgets.title_bar import TitleBar

WIDE = 100
"""From so many columns on the panels stand beside the article."""
SMALLEST = (40, 12)
"""Columns and lines below which nothing useful can be shown."""


class FirstPage(DeferredMount):
    """Title and article, with room for the panels and the lines below, which `furnish` fills."""

    STYLES = ("article_pane.tcss", "reader.tcss")
    LATER_STYLES = ("app.tcss", "colours.tcss", "rows.tcss", "panels.tcss", "filter.tcss", "hints.tcss")
    CSS_PATH = [folder("styles") / name for name in STYLES]

    AUTO_FOCUS = ""  # the focus restyles what has it: the article gets it after the first frame

    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (SMALLEST[0], "-narrow"), (WIDE, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (SMALLEST[1], "-low"), (20, "-tall")]

    class Furnished(Message):
        """Everything is on the screen."""

    def __init__(self, article: Article, *, measure: int, position: int = 0) -> None:
        super().__init__()
        self.article = article
        self._measure = measure
        self._position = position

    def fit(self, size: Size) -> None:
        """Take the classes that go with a terminal's size before anything is styled for another."""
        for cells, breakpoints in zip(
            size, (self.HORIZONTAL_BREAKPOINTS, self.VERTICAL_BREAKPOINTS), strict=True
        ):
            self.add_class(
                next(name for least, name in reversed(breakpoints) if cells >= least), update=False
            )

    def compose(self) -> ComposeResult:
        """Title and article."""
        yield TitleBar(id="title")
        with Container(id="body"):
            yield ArticlePane(id="article")
            yield Gutter(id="gutter")
            yield Container(id="beside")
        yield Container(id="foot")

    def on_mount(self) -> None:
        """Show the article at once."""
        self.query_one(TitleBar).name_of_article = name_of(self.article)
        pane = self.article_pane
        pane.measure = self._measure
        pane.show(self.article)
        if self._position:
            pane.go_to(self._position)

    async def second_step(self) -> None:
        """Give the focus to the article, and fill the rest."""
        if not self.query(ArticlePane):
            return  # it was closed before it was whole
        self.article_pane.focus()
        await self.begin_second_step()
        self.redraw()
        self.post_message(self.Furnished())

    def redraw(self) -> None:
        """Draw everything that depends on what is chosen, filtered or found."""
        raise NotImplementedError

    @property
    def article_pane(self) -> ArticlePane:
        """The article's pane."""
        return self.query_one(ArticlePane)

    @property
    def last_position(self) -> int:
        """Where the reader is, as an offset into the article's text."""
        return self._position

    @on(ArticlePane.Scrolled)
    def _scrolled(self) -> None:
        pane = self.article_pane
        self._position = pane.position
        self.query_one(TitleBar).percent = pane.percent
        self.query_one(Gutter).set_viewport(pane.visible_span)

    @on(Gutter.Jumped)
    def _jumped(self, event: Gutter.Jumped) -> None:
        self.article_pane.go_to(event.offset)

    def on_resize(self, event: events.Resize) -> None:
        """Say so when there is no room for a reader."""
        width, height = event.size
        if width >= SMALLEST[0] and height >= SMALLEST[1]:
            return
        least = f"{SMALLEST[0]}×{SMALLEST[1]}"
        sentence = Content(
            f"This terminal is too small for quoth: {width}×{height}, and {least} is the least. q quits."
        )
        there = self.query("#too-small")
        if there:
            there.first(Static).update(sentence)
        else:
            self.mount(Static(sentence, id="too-small"))
