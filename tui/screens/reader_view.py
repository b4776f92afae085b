"""What the reader's screen looks like: the article, its panels, the filter, and how they are kept linked."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from tui.analysis.analysis import Analysis
from tui.article.article import Article
from tui.article.cleaning import one_line
from tui.article.spans import Span
from tui.session.citation import name_of
from tui.session.highlights import highlights, ticks
from tui.session.reading import Reading
from tui.session.settings import Settings
from tui.widgets.article_pane import ArticlePane
from tui.widgets.entities_list import EntitiesList
from tui.widgets.filter_bar import FilterBar
from tui.widgets.gutter import Gutter
from tui.widgets.hues import Hues
from tui.widgets.key_hints import KeyHints
from tui.widgets.row_list import RowList
from tui.widgets.side_panels import SidePanels, Stage
from tui.widgets.title_bar import TitleBar

WIDE = 100
"""From so many columns on the panels stand beside the article."""
AROUND = 20_000
"""How many characters before and after the screen are marked at once."""
SMALLEST = (40, 12)
"""Columns and lines below which nothing useful can be shown."""


class ReaderView(Screen[None]):
    """What is seen of one article being read. What is chosen is decided by the `Reading`; this draws it."""

    STYLES = ("hues.tcss", "article_pane.tcss", "panels.tcss", "reader.tcss")
    """The files in styles/ that it needs; the app reads them, for this is its first screen."""

    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (SMALLEST[0], "-narrow"), (WIDE, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (SMALLEST[1], "-low"), (20, "-tall")]

    @dataclass
    class Moved(Message):
        """Other words than before are on the screen, while the analysis is still under way."""

        visible: Span

        def can_replace(self, message: Message) -> bool:
            """Only the newest matters."""
            return isinstance(message, ReaderView.Moved)

    def __init__(
        self, reading: Reading, *, settings: Settings, position: int = 0, filter_text: str = ""
    ) -> None:
        super().__init__()
        self.reading = reading
        self._position = position
        self._filter_text = filter_text
        self.settings = settings
        self._stage = Stage.DONE if reading.analysis.complete else Stage.WAITING
        self._entities_marked = False
        self._marked = Span(0, 0)
        self._ticked = -1
        self._last_position = position

    def compose(self) -> ComposeResult:
        """Title, body, filter, hints; and what a terminal too small says instead."""
        # The classes that go with the size, from the start: given later, all is laid out twice.
        for size, breakpoints in zip(
            self.app.size, (self.HORIZONTAL_BREAKPOINTS, self.VERTICAL_BREAKPOINTS), strict=True
        ):
            self.set_class(True, next(name for least, name in reversed(breakpoints) if size >= least))
        yield Hues()
        yield TitleBar(id="title")
        with Container(id="body"):
            with Container(id="reading"):
                yield ArticlePane(id="article")
                yield Gutter(id="gutter")
            yield SidePanels(id="panels")
        yield FilterBar(id="filter")
        yield KeyHints(id="hints")
        yield Static("", id="too-small", markup=False)

    def on_mount(self) -> None:
        """Show the article at once; the rest as it becomes known."""
        article = self.reading.article
        title = self.query_one(TitleBar)
        title.name_of_article = name_of(article)
        if self._stage is Stage.WAITING:
            title.progress = "reading who said what"
        self.article_pane.measure = self.settings.measure
        self.article_pane.show(article)
        self.article_pane.focus()
        if self._filter_text:
            self.query_one(FilterBar).put(self._filter_text)
            self.reading.set_filter(self._filter_text)
        if self._position:
            self.call_after_refresh(self.article_pane.go_to, self._position)
        self.redraw()

    @property
    def last_position(self) -> int:
        """Where the reader is, as an offset into the article's text."""
        return self._last_position

    # Parts

    @property
    def article(self) -> Article:
        """What is being read."""
        return self.reading.article

    @property
    def article_pane(self) -> ArticlePane:
        """The article's pane."""
        return self.query_one(ArticlePane)

    @property
    def side(self) -> SidePanels:
        """The panels beside or under the article."""
        return self.query_one(SidePanels)

    # Drawing the state

    def adopt(self, analysis: Analysis) -> None:
        """Show a newer analysis of the article."""
        self.reading.adopt(analysis)
        if analysis.complete:
            self._stage = Stage.DONE
            self.query_one(TitleBar).progress = ""
        for notice in analysis.notices:
            self.notify(Content(one_line(notice)).plain, markup=False, timeout=8)
        self.redraw()

    def show_progress(self, done: int, total: int) -> None:
        """Say how far the analysis is, in characters."""
        self.query_one(TitleBar).progress = f"reading who said what {100 * done // max(1, total)} %"

    def give_up(self) -> None:
        """Stop waiting for an analysis."""
        self._stage = Stage.FAILED
        self.query_one(TitleBar).progress = ""
        self.redraw()

    def redraw(self) -> None:
        """Draw everything that depends on what is chosen, filtered or found."""
        self._draw_marks()
        self._draw_gutter()
        self.side.show(self.reading, self.here, stage=self._stage)
        self._draw_counts()

    @property
    def here(self) -> int | None:
        """The index of the quote the reader is at."""
        return self.reading.current(self.article_pane.visible_span)

    def _draw_marks(self) -> None:
        """Mark what is on the screen and some way round it: an article may hold thousands of quotes."""
        visible = self.article_pane.visible_span
        length = len(self.article.text)
        self._marked = Span(max(0, visible.start - AROUND), min(length, visible.end + AROUND))
        self.article_pane.set_marks(*highlights(self.reading, self._marked, entities=self._entities_marked))

    def _draw_gutter(self) -> None:
        if self._ticked != self.reading.revision:
            self._ticked = self.reading.revision
            self.query_one(Gutter).set_letters(ticks(self.reading), len(self.article.text))

    def _draw_counts(self) -> None:
        reading = self.reading
        title = self.query_one(TitleBar)
        title.counts = f"{many(len(reading.analysis.speakers), 'speaker')} · {many(reading.total, 'quote')}"
        bar = self.query_one(FilterBar)
        if reading.query.problem:
            bar.say(reading.query.problem, problem=True)
        else:
            bar.say(f"{len(reading.quotes)} of {many(reading.total, 'quote')}" if reading.narrowed else "")

    # What the panes say

    @on(ArticlePane.Scrolled)
    def _scrolled(self) -> None:
        self.query_one(TitleBar).percent = self.article_pane.percent
        self._last_position = self.article_pane.position
        if not self._marked.contains(self.article_pane.visible_span):
            self._draw_marks()
        self.query_one(Gutter).set_viewport(self.article_pane.visible_span)
        self.side.point(self.reading, self.here)
        if self._stage is Stage.WAITING:
            self.post_message(self.Moved(self.article_pane.visible_span))

    @on(Gutter.Jumped)
    def _jumped(self, event: Gutter.Jumped) -> None:
        self.article_pane.go_to(event.offset)

    @on(ArticlePane.Clicked)
    def _clicked(self, event: ArticlePane.Clicked) -> None:
        quote = self.reading.links.quote_at(event.offset)
        if quote is not None and self.reading.is_left(quote):
            self.reading.choose_quote(None if quote == self.reading.quote else quote)
            self.redraw()

    @on(RowList.Chosen, "#speakers-list")
    def _speaker_chosen(self, event: RowList.Chosen) -> None:
        self.reading.choose_speaker(event.key)
        self._reveal_first_left()
        self.redraw()

    @on(RowList.Chosen, "#entities-list")
    def _entity_chosen(self, event: RowList.Chosen) -> None:
        self.reading.choose_entity(event.key)
        entity = self.reading.chosen_entity
        if entity is not None:
            visible = self.article_pane.visible_span
            if not any(visible.overlaps(mention) for mention in entity.mentions) and entity.mentions:
                self.article_pane.reveal(entity.mentions[0])
        self.redraw()

    @on(RowList.Chosen, "#quotes-list")
    def _quote_chosen(self, event: RowList.Chosen) -> None:
        self.reading.choose_quote(None if event.key is None else int(event.key))
        self.reveal_chosen()
        self.redraw()

    def reveal_chosen(self) -> None:
        quote = self.reading.chosen_quote
        if quote is not None:
            self.article_pane.reveal(quote.content[0])

    def _reveal_first_left(self) -> None:
        """Bring a quote that is left into sight, where none is."""
        visible = self.article_pane.visible_span
        if self.reading.speaker and self.reading.quotes and self.reading.current(visible) is None:
            first = self.reading.analysis.attributions[self.reading.quotes[0]]
            self.article_pane.reveal(first.content[0])

    @on(FilterBar.Changed)
    def _filter_changed(self, event: FilterBar.Changed) -> None:
        if event.text == self.reading.filter_text:
            return
        self.reading.set_filter(event.text)
        self.redraw()
        self._offer_completions()

    @on(FilterBar.Left)
    def _filter_left(self) -> None:
        self.article_pane.focus()
        self._reveal_first_left()

    def _offer_completions(self) -> None:
        bar = self.query_one(FilterBar)
        bar.offer(self.reading.index.complete(bar.line.value, bar.line.cursor_position))

    def on_descendant_focus(self, _: events.DescendantFocus) -> None:
        """Entities are marked in the article while their panel has the focus."""
        marked = isinstance(self.focused, EntitiesList)
        if marked != self._entities_marked:
            self._entities_marked = marked
            self._draw_marks()
        if self.focused is self.query_one(FilterBar).line:
            self._offer_completions()

    def on_resize(self, event: events.Resize) -> None:
        """Say so when there is no room for a reader."""
        width, height = event.size
        least = f"{SMALLEST[0]}×{SMALLEST[1]}"
        self.query_one("#too-small", Static).update(
            Content(
                f"This terminal is too small for quoth: {width}×{height}, and {least} is the least. q quits."
            )
        )


def many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
