"""An article pane in an app, and what a person does to it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.pilot import Pilot
from textual.widgets import Static

from tests.widgets.articles import article
from tui.article.article import Article, BlockKind
from tui.article.spans import Span
from tui.resources import folder
from tui.widgets.article.article_pane import ArticlePane

TEXT = article(
    "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen.",
    "“Second paragraph,” he said.",
    (BlockKind.SUBHEADING, "A heading"),
    "Third paragraph.",
)


class PaneApp(App[None]):
    """An article pane with something at its right, and what it posts."""

    CSS_PATH = [folder("styles") / name for name in ("article_pane.tcss", "colours.tcss")]
    CSS = "ArticlePane { width: 1fr; } #beside { width: 4; }"

    def __init__(self, of: Article) -> None:
        super().__init__()
        self.of = of
        self.scrolled: list[Span] = []
        self.clicked: list[int] = []
        self.selected: list[str] = []

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield ArticlePane()
            yield Static("side", id="beside")

    def on_mount(self) -> None:
        self.pane.show(self.of)
        self.pane.focus()

    @property
    def pane(self) -> ArticlePane:
        return self.query_one(ArticlePane)

    def on_article_pane_scrolled(self, event: ArticlePane.Scrolled) -> None:
        self.scrolled.append(event.visible)

    def on_article_pane_clicked(self, event: ArticlePane.Clicked) -> None:
        self.clicked.append(event.offset)

    def on_article_pane_selected(self, event: ArticlePane.Selected) -> None:
        self.selected.append(event.text)

    def rows(self) -> list[str]:
        """Return the rows of the pane as text."""
        return [self.pane.render_line(y).text.rstrip() for y in range(self.pane.size.height)]

    def where(self, words: str) -> tuple[int, int]:
        """Return column and row of the pane at which words begin on the screen."""
        for y, row in enumerate(self.rows()):
            if words in row:
                return row.index(words), y
        raise AssertionError(f"{words!r} is not on the screen:\n" + "\n".join(self.rows()))


@asynccontextmanager
async def running(
    of: Article, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[PaneApp, Pilot[None]]]:
    app = PaneApp(of)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield app, pilot


async def drag(pilot: Pilot[None], begin: tuple[int, int], end: tuple[int, int]) -> None:
    await pilot.mouse_down(ArticlePane, offset=begin)
    await pilot.hover(offset=end)
    await pilot.mouse_up(offset=end)
    await pilot.pause()


async def until(pilot: Pilot[None], met: Callable[[], bool]) -> None:
    """Let the app run until a condition is met."""
    for _ in range(500):
        if met():
            return
        await pilot.pause()
    raise AssertionError("it never came to it")
