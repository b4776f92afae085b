"""Moving and choosing in a reader screen: what is done in one pane is seen in all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.screens import toasts
from tui.screens.reader.article_screen import ArticleScreen
from tui.screens.reader.reader_panes import ReaderPanes
from tui.session.reading.reading import Reading

if TYPE_CHECKING:
    from tui.article.spans import Span
    from tui.widgets.panels.row_list import RowList


class ReaderNavigator:
    """Moves through the article and its panels, chooses and filters."""

    def __init__(self, screen: ArticleScreen, panes: ReaderPanes) -> None:
        self._screen = screen
        self._pane = screen.article_pane
        self._panes = panes
        self._reading = panes.reading
        self._before_filter: int | None = None
        """Where the reader was before the filter scrolled to its first match, an offset into the text."""
        self._scrolled_by_filter = -1
        """Where the filter has scrolled to."""

    @property
    def _focused_list(self) -> RowList | None:
        return next((rows for rows in self._panes.side.lists if rows is self._screen.focused), None)

    # Moving

    def move(self, step: int) -> None:
        """Move by a line in the article, or by a row in a list."""
        if (rows := self._focused_list) is not None:
            rows.move(step)
        elif step > 0:
            self._pane.action_scroll_line_down()
        else:
            self._pane.action_scroll_line_up()

    def move_by_page(self, pages: float) -> None:
        """Move by so many pages of the article, or of a list."""
        if (rows := self._focused_list) is not None:
            rows.move_by_page(pages)
        else:
            self._pane.scroll_pages(pages)

    def move_to_end(self, step: int) -> None:
        """Move to the last line or row (1), or to the first (-1)."""
        if (rows := self._focused_list) is not None:
            rows.move_to_end(step > 0)
        elif step > 0:
            self._pane.action_bottom()
        else:
            self._pane.action_top()

    def move_by_paragraph(self, step: int) -> None:
        """Move to the next paragraph (1), or to the one before (-1)."""
        if step > 0:
            self._pane.action_next_paragraph()
        else:
            self._pane.action_previous_paragraph()

    def focus_pane(self, step: int) -> None:
        """Move the focus to the next pane (1), or to the one before (-1)."""
        lists = self._panes.side.lists
        order = (self._pane, *lists)
        at = next((place for place, pane in enumerate(order) if pane is self._screen.focused), 0)
        target = (at + step) % len(order)
        if target:
            self._panes.side.focus_list(lists[target - 1])
        else:
            self._pane.focus()

    def select(self, unit: str, direction: int) -> None:
        """Select by words or sentences, from the chosen quote on or from the top of the screen."""
        quote = self._reading.chosen_quote
        if quote is not None and self._screen.get_selected_text() is None:
            self._pane.start_selection(quote.start)
            if not any(map(str.isalnum, self._pane.selected_text)):  # an opening mark alone is no word
                self._pane.extend_selection(unit, 1)
        else:
            self._pane.extend_selection(unit, direction)

    def begin_selection(self) -> None:
        """Select a word at the chosen quote, or at the top of the screen; keep what is selected."""
        if self._pane.selected_span is None:
            quote = self._reading.chosen_quote
            at = (
                quote.start
                if quote is not None and quote.content[0].overlaps(self._pane.visible_span)
                else None
            )
            self._pane.start_selection(at)
            if not any(map(str.isalnum, self._pane.selected_text)):
                self._pane.extend_selection("word", 1)
        else:
            self._pane.adopt_selection()

    # Choosing

    def step_quote(self, direction: int) -> None:
        """Choose the next quote (1) or the one before (-1) among those that match."""
        if self._reading.step(direction, self._pane.visible_span) is None:
            which = "last" if direction > 0 else "first"
            sentence = no_quotes_left(self._reading) or f"This is the {which} matching quote."
            self._screen.notify(sentence, markup=False, timeout=toasts.AT_AN_END)
        else:
            self._panes.reveal_quote()
            self._panes.redraw()

    def choose(self) -> None:
        """Choose the marked row of a list, or in the article the quote that the reader is at."""
        if (rows := self._focused_list) is not None:
            rows.choose_here()
        elif self._panes.here is not None:
            self.choose_quote(self._panes.here)

    def choose_quote(self, quote: int) -> None:
        """Choose a quote by its index, and scroll to it."""
        self._reading.choose_quote(quote)
        self._panes.reveal_quote()
        self._panes.redraw()

    def toggle_quote_at(self, offset: int) -> None:
        """Choose the quote at an offset of the text, or deselect it if it is chosen."""
        quote = self._reading.links.quote_at(offset)
        if quote is not None and self._reading.is_shown(quote):
            self._reading.choose_quote(None if quote == self._reading.quote else quote)
            self._panes.redraw()

    def toggle_speaker(self) -> None:
        """Show only the speaker of the quote that the reader is at, or all speakers again."""
        before = self._reading.speaker
        if self._reading.only(self._pane.visible_span) is None and before is None:
            sentence = "No quote with a known speaker is in sight; n goes to the next quote."
            self._screen.notify(sentence, markup=False)
        else:
            self._panes.redraw()

    def choose_row(self, rows: RowList, key: str | None) -> None:
        """Choose what a row of a panel stands for; None deselects it."""
        if rows is self._panes.side.speakers:
            self._reading.choose_speaker(key)
            self._panes.reveal_first_quote()
        elif rows is self._panes.side.quotes:
            self._reading.choose_quote(None if key is None else int(key))
            self._panes.reveal_quote()
        else:
            self._reading.choose_entity(key)
            self._panes.reveal_entity()
        self._panes.redraw()

    def go_to(self, span: Span) -> None:
        """Scroll to a span of the text, and choose the quote there."""
        quote = self._reading.links.quote_at(span.start)
        if quote is not None and self._reading.is_shown(quote):
            self._reading.choose_quote(quote)
        self._pane.reveal(span)
        self._panes.redraw()

    def explain_speaker(self) -> None:
        """Show the evidence for the speaker of the quote that the reader is at."""
        here = self._panes.here
        if here is None:
            sentence = "No quote is in sight; n goes to the next one."
            self._screen.notify(no_quotes_left(self._reading) or sentence, markup=False)
            return
        from tui.screens.reader.why_screen import WhyScreen

        self.choose_quote(here)
        self._screen.app.push_screen(WhyScreen(self._reading, here))

    def go_back(self) -> bool:
        """Clear the selection, a choice or the filter, one at a time; return False if there was none."""
        if self._screen.get_selected_text() is not None:
            self._pane.clear_selection()
            return True
        cleared = self._reading.back()
        if cleared == "filter":
            self._panes.filter_bar.set_text("")
            self._scroll_with_filter()
        self._panes.redraw()
        return cleared is not None

    # Filtering

    def filter(self, text: str) -> None:
        """Filter by what has been typed, and suggest how to go on."""
        if text != self._reading.filter_text:
            self._reading.set_filter(text)
            self._scroll_with_filter()
            self._panes.redraw()
            self.suggest()

    def _scroll_with_filter(self) -> None:
        """Bring a match into sight where none is; return once the filter is cleared, unless the reader moved."""
        pane, reading = self._pane, self._reading
        if reading.query.empty:
            if self._before_filter is not None and pane.position == self._scrolled_by_filter:
                pane.go_to(self._before_filter)
            self._before_filter = None
        elif (match := reading.match_out_of_sight(pane.visible_span)) is not None:
            if self._before_filter is None:
                self._before_filter = pane.position
            pane.reveal(reading.analysis.attributions[match].content[0])
            self._scrolled_by_filter = pane.position

    def suggest(self) -> None:
        """Suggest what may be typed next."""
        from tui.session.filtering.filter_completion import complete

        bar = self._panes.filter_bar
        bar.offer(complete(self._reading.index, bar.line.value, bar.line.cursor_position))


def no_quotes_left(reading: Reading) -> str | None:
    """Return why there is no quote to go to or to copy; None if there are quotes."""
    if not reading.analysis.attributions:
        return "No quotes have been found so far."
    if reading.quotes:
        return None
    from tui.session.reading.no_matches import no_matches

    return no_matches(reading)
