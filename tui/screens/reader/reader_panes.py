"""The panes of a reader screen: the article, its panels, the gutter and the counts, drawn as the reading stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.article.spans import Span
from tui.session.reading.highlights import highlights, ticks
from tui.session.reading.plurals import many
from tui.widgets.article.gutter import Gutter
from tui.widgets.title_bar import TitleBar

if TYPE_CHECKING:
    from tui.screens.reader.reader_view import ReaderView
    from tui.session.reading.text_search import TextSearch

MARGIN = 5_000
"""How many characters before and after the visible ones are marked at once."""


class ReaderPanes:
    """Draws a reading, and scrolls the article to what is chosen. What that is, the `Reading` decides."""

    def __init__(self, screen: ReaderView) -> None:
        self._screen = screen
        self._reading = screen.reading
        self._entities_marked = False
        self._marked = Span(0, 0)
        self._gutter_revision = -1
        self._preview: dict[tuple[Span, ...], tuple[Span, ...]] = {}
        self.search: TextSearch | None = None
        """The search whose matches are marked."""

    @property
    def here(self) -> int | None:
        """The index of the quote that the reader is at."""
        return self._reading.current(self._screen.article_pane.visible_span)

    # Drawing

    def redraw(self) -> None:
        """Draw everything that depends on what is chosen, filtered or found."""
        self.draw_article()
        self.draw_lists()

    def draw_article(self) -> None:
        """Draw the marks in the article, and the gutter if it has changed."""
        if not self._screen.children:
            return  # the screen was closed meanwhile
        self._draw_marks()
        if self._gutter_revision != self._reading.revision:
            self._gutter_revision = self._reading.revision
            gutter = self._screen.query_one(Gutter)
            gutter.set_letters(ticks(self._reading), len(self._screen.article.text))

    def draw_lists(self) -> None:
        """Draw the panels and the counts."""
        reading = self._reading
        self._screen.side.show(reading, self.here, stage=self._screen.stage)
        title = self._screen.query_one(TitleBar)
        title.counts = f"{many(reading.quoted, 'speaker')} · {many(reading.total, 'quote')}"
        if reading.query.problem:
            self._screen.filter_bar.say(reading.query.problem, problem=True)
        else:
            left = f"{len(reading.quotes)} of {many(reading.total, 'quote')}" if reading.narrowed else ""
            self._screen.filter_bar.say(left)

    def follow_scrolling(self) -> None:
        """Move the markers in the panels with the article, and mark what has come into sight."""
        if not self._marked.contains(self._screen.article_pane.visible_span):
            self._draw_marks()
        self._screen.side.point(self._reading, self.here)

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
                self._reading,
                self._marked,
                entities=self._entities_marked,
                instead=self._preview,
                seeking=self.search,
            )
        )

    # Scrolling

    def reveal_quote(self) -> None:
        """Scroll to the chosen quote."""
        quote = self._reading.chosen_quote
        if quote is not None:
            self._screen.article_pane.reveal(quote.content[0])

    def reveal_first_quote(self) -> None:
        """Scroll to the first of the chosen speaker's quotes if none is visible."""
        if self._reading.speaker and self._reading.quotes and self.here is None:
            first = self._reading.analysis.attributions[self._reading.quotes[0]]
            self._screen.article_pane.reveal(first.content[0])

    def reveal_entity(self) -> None:
        """Scroll to a mention of the chosen entity if none is visible."""
        entity = self._reading.chosen_entity
        if entity is not None and entity.mentions:
            visible = self._screen.article_pane.visible_span
            if not any(visible.overlaps(mention) for mention in entity.mentions):
                self._screen.article_pane.reveal(entity.mentions[0])
