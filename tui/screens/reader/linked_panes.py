"""How the reader's panes are linked: what is done in one of them is seen in all.

The panels' modules are imported when the panels are mounted, after the first frame (see `first_page`); so
their messages are handled by name here, not by `@on`, which would need the classes earlier.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on
from textual.message import Message

from tui.article.spans import Span
from tui.screens.reader.reader_view import ReaderView
from tui.widgets.article.article_pane import ArticlePane

if TYPE_CHECKING:
    from tui.widgets.filter_bar import FilterBar
    from tui.widgets.panels.row_list import RowList


class LinkedPanes(ReaderView):
    """What the panes say leads to what the reading decides, and that is drawn everywhere."""

    class Moved(Message):
        """Other words than before are on the screen, while the analysis is still under way."""

        def __init__(self, visible: Span) -> None:
            super().__init__()
            self.visible = visible

        def can_replace(self, message: Message) -> bool:
            """Only the newest matters."""
            return isinstance(message, LinkedPanes.Moved)

    class Resumed(Message):
        """The screen, which other screens had covered, is on top again."""

    @on(ArticlePane.Scrolled)
    def _markers_follow(self) -> None:
        if self.furnished:
            if not self._marked.contains(self.article_pane.visible_span):
                self._draw_marks()
            self.side.point(self.reading, self.here)
        if self._stage == "waiting":
            self.post_message(self.Moved(self.article_pane.visible_span))

    @on(ArticlePane.Clicked)
    def _clicked(self, event: ArticlePane.Clicked) -> None:
        quote = self.reading.links.quote_at(event.offset)
        if quote is not None and self.reading.is_left(quote):
            self.reading.choose_quote(None if quote == self.reading.quote else quote)
            self.redraw()

    def on_row_list_highlighted(self, event: RowList.Highlighted) -> None:
        """A speaker, quote or entity was chosen in its list, or let go."""
        if event.rows is self.side.speakers:
            self.reading.choose_speaker(event.key)
            self.reveal_first_left()
        elif event.rows is self.side.quotes:
            self.reading.choose_quote(None if event.key is None else int(event.key))
            self.reveal_chosen()
        else:
            self.reading.choose_entity(event.key)
            self.reveal_entity()
        self.redraw()

    def on_filter_bar_changed(self, event: FilterBar.Changed) -> None:
        """Filter by what stands in the line now."""
        if event.text == self.reading.filter_text:
            return
        self.reading.set_filter(event.text)
        self.redraw()
        self._offer_completions()

    def on_filter_bar_completion_requested(self) -> None:
        """Complete what was typed, now that suggestions for all of it have been offered."""
        self.filter_bar.take()

    def on_filter_bar_closed(self) -> None:
        """Read on."""
        self.article_pane.focus()
        self.reveal_first_left()

    def _offer_completions(self) -> None:
        bar = self.filter_bar
        bar.offer(self.reading.index.complete(bar.line.value, bar.line.cursor_position))

    def on_descendant_focus(self, _: events.DescendantFocus) -> None:
        """Entities are marked in the article while their panel has the focus."""
        if not self.furnished:
            return
        from tui.widgets.filter_bar import FilterInput

        marked = self.focused is self.side.entities
        if marked != self._entities_marked:
            self._entities_marked = marked
            self._draw_marks()
        if isinstance(self.focused, FilterInput):
            self._offer_completions()
