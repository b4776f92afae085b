"""The first frame of a reader screen: the article, readable before its panels exist.

Nothing that only the panels need is imported, styled or mounted for it; they come with the second frame.
"""

from __future__ import annotations

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

from tui.article.article import Article
from tui.resources import folder
from tui.screens.deferred_mount import DeferredMount
from tui.session.reading.article_name import name_of
from tui.widgets.article.article_pane import ArticlePane
from tui.widgets.article.gutter import Gutter
from tui.widgets.title_bar import TitleBar

WIDE = 100
"""The least number of columns at which the panels stand beside the article."""
SMALLEST = (40, 12)
"""The fewest columns and lines in which a reader fits."""


class ArticleScreen(DeferredMount):
    """A title and an article, with room for the panels and the lines below, which `mount_rest` fills."""

    STYLES = ("article_pane.tcss", "reader.tcss")
    LATER_STYLES = ("app.tcss", "colours.tcss", "rows.tcss", "panels.tcss", "filter.tcss", "hints.tcss")
    CSS_PATH = [folder("styles") / name for name in STYLES]

    AUTO_FOCUS = ""  # the focus restyles what has it: the article gets it after the first frame

    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (SMALLEST[0], "-narrow"), (WIDE, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (SMALLEST[1], "-low"), (20, "-tall"), (36, "-high")]

    def __init__(self, article: Article, *, measure: int, position: int = 0) -> None:
        super().__init__()
        self.article = article
        self._measure = measure
        self._position = position

    def set_size_classes(self, size: Size) -> None:
        """Set the classes for a terminal's size, so that nothing is styled for another size first."""
        for cells, breakpoints in zip(
            size, (self.HORIZONTAL_BREAKPOINTS, self.VERTICAL_BREAKPOINTS), strict=True
        ):
            self.add_class(
                next(name for least, name in reversed(breakpoints) if cells >= least), update=False
            )

    def compose(self) -> ComposeResult:
        """Compose the title and the article."""
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

    @property
    def article_pane(self) -> ArticlePane:
        """The article's pane."""
        return self.query_one(ArticlePane)

    @property
    def last_position(self) -> int:
        """The reader's position, an offset into the text."""
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
        """Say so if the terminal is too small for a reader."""
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
