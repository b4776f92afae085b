"""The panes of a reader screen: the article, its panels, the gutter and the counts, drawn as the reading stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.article.spans import Span
from tui.screens.reader.article_screen import ArticleScreen
from tui.session.reading.highlights import highlights, ticks
from tui.session.reading.plurals import pluralise
from tui.session.reading.reading import Reading
from tui.widgets.article.gutter import Gutter
from tui.widgets.title_bar import TitleBar

if TYPE_CHECKING:
    from tui.session.reading.text_search import TextSearch
    from tui.widgets.filter_bar import FilterBar
    from tui.widgets.panels.side_panels import SidePanels, Stage

MARGIN = 5_000
"""How many characters before and after the visible ones are marked at once."""


class ReaderPanes:
    """Draws a reading, and scrolls the article to what is chosen. What that is, the `Reading` decides."""

    side: SidePanels
    """The panels beside or below the article, once they are mounted."""
    filter_bar: FilterBar
    """The filter below, once it is mounted."""

    def __init__(self, screen: ArticleScreen, reading: Reading, stage: Callable[[], Stage]) -> None:
        """Draw `reading` on `screen`; `stage` returns the state of the article's analysis."""
        self._screen = screen
        self.reading = reading
        self._stage = stage
        self._entities_marked = False
        self._marked = Span(0, 0)
        self._gutter_revision = -1
        self._preview: dict[tuple[Span, ...], tuple[Span, ...]] = {}
        self.search: TextSearch | None = None
        """The search whose matches are marked."""

    @property
    def here(self) -> int | None:
        """The index of the quote that the reader is at."""
        return self.reading.current(self._screen.article_pane.visible_span)

    async def mount(self) -> None:
        """Mount the panels, the filter and the hints."""
        from tui.widgets.filter_bar import FilterBar
        from tui.widgets.key_hints import KeyHints
        from tui.widgets.panels.side_panels import SidePanels

        self.side = SidePanels(id="panels")
        self.filter_bar = FilterBar(id="filter")
        await self._screen.query_one("#beside").mount(self.side)
        await self._screen.query_one("#foot").mount(self.filter_bar, KeyHints(id="hints"))
        if self.reading.filter_text:
            self.filter_bar.set_text(self.reading.filter_text)

    def toggle_alone(self) -> None:
        """Show the article alone, or with its panels again."""
        self.show_alone(not self._screen.has_class("-alone"))
        if self._screen.has_class("-alone"):
            self._screen.article_pane.focus()

    def show_alone(self, alone: bool) -> None:
        """Show the article without its panels, or with them."""
        from tui.widgets.key_hints import KeyHints

        self._screen.set_class(alone, "-alone")
        self._screen.query_one(KeyHints).renamed = {"alone": "show panels"} if alone else {}

    # Drawing

    def redraw(self) -> None:
        """Draw everything that depends on what is chosen, filtered or found, once all is mounted."""
        if self._screen.fully_mounted:
            self.draw_article()
            self.draw_lists()

    def draw_article(self) -> None:
        """Draw the marks in the article, and the gutter if it has changed."""
        if not self._screen.children:
            return  # the screen was closed meanwhile
        chosen = self.reading.chosen_quote
        self._screen.article_pane.keep_in_sight = None if chosen is None else chosen.start
        self._draw_marks()
        if self._gutter_revision != self.reading.revision:
            self._gutter_revision = self.reading.revision
            gutter = self._screen.query_one(Gutter)
            gutter.set_letters(ticks(self.reading), len(self._screen.article.text))

    def draw_lists(self) -> None:
        """Draw the panels and the counts."""
        reading = self.reading
        self.side.show(reading, self.here, stage=self._stage())
        title = self._screen.query_one(TitleBar)
        title.counts = f"{pluralise(reading.quoted, 'speaker')} · {pluralise(reading.total, 'quote')}"
        if reading.query.problem:
            self.filter_bar.show_status(reading.query.problem, problem=True)
        else:
            self.filter_bar.show_status(reading.counted)

    def follow_scrolling(self) -> None:
        """Move the markers in the panels with the article, and mark what has come into sight."""
        if not self._marked.contains(self._screen.article_pane.visible_span):
            self._draw_marks()
        self.side.move_markers(self.reading, self.here)

    def mark_entities(self, marked: bool) -> None:
        """Mark the entities in the article, or stop marking them."""
        if marked != self._entities_marked:
            self._entities_marked = marked
            self._draw_marks()

    def show_search(self, search: TextSearch | None) -> None:
        """Mark the matches of a search, and scroll to the current one; None ends it."""
        self.search = search
        if search is not None and search.place is not None:
            self._screen.article_pane.reveal(search.place)
        self._draw_marks()

    def preview(self, content: tuple[Span, ...], instead: tuple[Span, ...] | None) -> None:
        """Draw the quote with this content as if it had another one; None draws it as it is."""
        self._preview = {} if instead is None else {content: instead}
        self._draw_marks()

    def _draw_marks(self) -> None:
        """Mark the visible part of the article with a margin: an article may hold thousands of quotes."""
        pane = self._screen.article_pane
        visible, length = pane.visible_span, len(self._screen.article.text)
        self._marked = Span(max(0, visible.start - MARGIN), min(length, visible.end + MARGIN))
        pane.set_marks(
            *highlights(
                self.reading,
                self._marked,
                entities=self._entities_marked,
                instead=self._preview,
                seeking=self.search,
            )
        )

    # Scrolling

    def reveal_quote(self) -> None:
        """Scroll to the chosen quote."""
        quote = self.reading.chosen_quote
        if quote is not None:
            self._screen.article_pane.reveal(quote.content[0])

    def reveal_first_quote(self) -> None:
        """Scroll to the first of the chosen speaker's quotes if none is visible."""
        if self.reading.speaker and self.reading.quotes and self.here is None:
            first = self.reading.analysis.attributions[self.reading.quotes[0]]
            self._screen.article_pane.reveal(first.content[0])

    def reveal_entity(self) -> None:
        """Scroll to a mention of the chosen entity if none is visible."""
        entity = self.reading.chosen_entity
        if entity is not None and entity.mentions:
            visible = self._screen.article_pane.visible_span
            if not any(visible.overlaps(mention) for mention in entity.mentions):
                self._screen.article_pane.reveal(entity.mentions[0])
