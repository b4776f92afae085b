"""Scrolling by characters of an article rather than by rows of the screen."""

from __future__ import annotations

from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from tui.article.article import Article
from tui.article.spans import Span
from tui.textual_patches.sized_scroll_view import SizedScrollView
from tui.widgets.article.flow import Flow
from tui.widgets.article.line_painter import column
from tui.widgets.article.text_layout import TextLayout, TextPosition

CONTEXT = 2  # rows of the previous page that a page down leaves on the screen
NEAR = 3  # pages; to what is further away the view jumps instead of scrolling
_BEGINNING = (0, 9)  # the first character, and more blank rows above it than there can be


class ArticleScroll(SizedScrollView, inherit_bindings=False):
    """A text layout in a centred column, of which a screenful shows. Places are offsets of `Article.text`.

    Only the pages near what shows are wrapped, so the height of the whole and the row at the top (`scroll_y`) are
    estimates that change. What is exact is the position at the top, a row of a piece.
    """

    measure: reactive[int] = reactive(68)
    """The maximum width of a line of text in cells, 60 to 72."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._flow = Flow(Article(text="", source=""))
        self._layout = TextLayout(self._flow, 1)
        self._top = TextPosition(0, 0)
        self._anchor = _BEGINNING  # what stays at the top when the width changes: offset, blank rows above it
        self._laid_out_for = Size(0, 0)
        self._column = (0, 0)  # cells left of the text, and its width
        self.keep_in_sight: int | None = None
        """The offset of a character that stays on the screen when the size changes, if it was there."""
        self._last_visible = Span(-1, -1)

    def layout_changed(self) -> None:
        """Handle a new layout; a hook for subclasses."""

    def visible_changed(self, visible: Span) -> None:
        """Handle a change of what is visible; a hook for subclasses."""

    def _show_flow(self, flow: Flow) -> None:
        self._flow = flow
        self._layout = TextLayout(flow, self._column[1])
        self.layout_changed()
        self._top = TextPosition(0, 0)
        self._anchor = _BEGINNING
        self._last_visible = Span(-1, -1)
        self._lay_out()

    def validate_measure(self, measure: int) -> int:
        """Limit the measure to what reads well."""
        return max(60, min(72, measure))

    def watch_measure(self) -> None:
        """Lay the text out again, keeping the place."""
        self._lay_out()

    def _lay_out(self) -> None:
        if not self.size.width:
            return
        before = self._laid_out_for.width, self._column, self._layout
        self._laid_out_for = self.size
        self._column = column(self.size.width, self.measure)
        if self._layout.width != self._column[1]:
            self._layout = TextLayout(self._flow, self._column[1])
        offset, blank = self._anchor
        place = self._layout.find(offset)
        self._top = TextPosition(place.piece, max(0, place.row - blank))
        if before != (self.size.width, self._column, self._layout):
            self.layout_changed()
        kept = self.keep_in_sight
        if kept is not None and self._last_visible.start <= kept < self._last_visible.end:
            self._top = self._top_that_shows(kept)
        self._settle()

    def _top_that_shows(self, offset: int) -> TextPosition:
        """Return the position at the top, or the nearest one with which the line of `offset` is on the screen."""
        layout, rows = self._layout, max(1, self.size.height)
        line = layout.find(offset)
        layout.measure(self._top, NEAR * rows, NEAR * rows)
        layout.measure(line, rows, rows)
        top, row = layout.row(self._top), layout.row(line)
        return self._top if top <= row < top + rows else layout.place(row if row < top else row - rows + 1)

    def fit_size(self, *, changed: bool) -> None:
        """Lay the text out at the new width; the first character on the screen stays there."""
        self._fit()

    def on_resize(self) -> None:
        """Report what is on the screen after a resize."""
        self._fit()
        self._last_visible = Span(-1, -1)  # a message posted while a frame is drawn may be lost
        self._report()

    def _fit(self) -> None:
        """Lay the text out for the current size: a frame may be drawn before the Resize event comes."""
        if self._laid_out_for != self.size:
            self._lay_out()

    # Scrolling: `_top` is exact; `scroll_y` is its row, which changes as pieces above it are wrapped.

    @property
    def max_scroll_y(self) -> int:
        """The top row when the end is in sight."""
        return max(0, self._layout.height - self.size.height)

    @property
    def allow_vertical_scroll(self) -> bool:
        """Tell whether the text is longer than the screen; there is no scroll bar."""
        return self.max_scroll_y > 0 and not self.is_disabled

    def _settle(self) -> None:
        """Wrap what is near the position at the top, and set `scroll_y` to its row."""
        rows = max(1, self.size.height)
        self._layout.measure(self._top, NEAR * rows, NEAR * rows)
        y = self._layout.row(self._top)
        if y > self.max_scroll_y:
            y = self.max_scroll_y
            self._top = self._layout.place(y)
        self.set_reactive(Widget.scroll_y, float(y))
        self.set_reactive(Widget.scroll_target_y, float(y))
        self.set_reactive(Widget.virtual_size, Size(self.size.width, self._layout.height))
        self.refresh()
        self._report()

    def _set_anchor(self) -> None:
        """Record the first character on the screen, which stays there when the width changes."""
        line = self._layout.line_at(self._top)
        gap = self._flow.gaps[self._top.piece] if len(self._flow) else 0
        self._anchor = (self._layout.first_offset(self._top), 0 if line else max(0, gap - self._top.row))

    def _report(self) -> None:
        visible = self.visible_span
        if visible != self._last_visible and self.is_mounted:
            self._last_visible = visible
            self.visible_changed(visible)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Follow scrolling that does not use our methods: the wheel, or an animation."""
        super().watch_scroll_y(old_value, new_value)
        y = round(new_value)
        if y == round(old_value):
            return
        rows = max(1, self.size.height)
        self._top = self._layout.end(rows) if y >= self.max_scroll_y else self._layout.place(y)
        self._layout.measure(self._top, NEAR * rows, NEAR * rows)
        moved = self._layout.row(self._top) - y
        if moved:
            self.set_reactive(Widget.scroll_y, new_value + moved)
            self.set_reactive(Widget.scroll_target_y, self.scroll_target_y + moved)
        self._set_anchor()
        self._report()

    def _go_to(self, place: TextPosition) -> None:
        self._stop_animation()
        self._top = place
        self._settle()
        self._set_anchor()

    def _stop_animation(self) -> None:
        if self.is_attached:
            self.app.animator.force_stop_animation(self, "scroll_y")

    def _scroll_rows(self, rows: int) -> None:
        self._stop_animation()
        y = max(0, min(self.max_scroll_y, self._layout.row(self._top) + rows))
        self._go_to(self._layout.place(y))

    def scroll_lines(self, lines: int) -> None:
        """Scroll down by this many lines, or up if negative."""
        self._scroll_rows(lines)

    def action_scroll_line_down(self) -> None:
        """Scroll down by a line."""
        self._scroll_rows(1)

    def action_scroll_line_up(self) -> None:
        """Scroll up by a line."""
        self._scroll_rows(-1)

    def action_page_down(self) -> None:
        """Scroll down by two lines less than the screen."""
        self.scroll_pages(1)

    def action_page_up(self) -> None:
        """Scroll up by two lines less than the screen."""
        self.scroll_pages(-1)

    def scroll_pages(self, pages: float) -> None:
        """Scroll down by this many pages, each two lines less than the screen, or up if negative."""
        self._scroll_rows(int(pages * max(1, self.size.height - CONTEXT)) or (1 if pages > 0 else -1))

    def action_top(self) -> None:
        """Scroll to the beginning."""
        self._go_to(TextPosition(0, 0))

    def action_bottom(self) -> None:
        """Scroll to the end."""
        self._go_to(self._layout.end(max(1, self.size.height)))

    def action_next_paragraph(self) -> None:
        """Scroll down until the next paragraph is at the top."""
        self._scroll_to_block(1)

    def action_previous_paragraph(self) -> None:
        """Scroll up to the beginning of the paragraph at the top, or of the one before it."""
        self._scroll_to_block(-1)

    def _scroll_to_block(self, direction: int) -> None:
        if not len(self._flow):
            return
        blocks = self._flow.blocks
        piece = self._top.piece
        gap = self._flow.gaps[piece]
        if direction > 0:
            here = blocks[piece]
            if self._top.row >= gap:
                while piece < len(blocks) and blocks[piece] == here:
                    piece += 1
        else:
            if self._top.row <= gap:
                piece -= 1
            while piece > 0 and blocks[piece - 1] == blocks[piece]:
                piece -= 1
        if 0 <= piece < len(blocks):
            self._go_to(TextPosition(piece, self._flow.gaps[piece]))
        elif piece < 0:
            self._go_to(TextPosition(0, 0))

    def reveal(self, span: Span, *, center: bool = True) -> None:
        """Scroll so that a span is on the screen.

        If it is there already, nothing moves. With `center` its beginning is placed at a third of the height,
        or higher if it is long; otherwise the text moves as little as possible.
        """
        layout, rows = self._layout, max(1, self.size.height)
        first, last = layout.find(span.start), layout.find(max(span.start, span.end - 1))
        layout.measure(first, rows, rows)
        top, start, end = layout.row(self._top), layout.row(first), layout.row(last)
        if top <= start and end < top + rows:
            return
        length = end - start + 1
        if center:
            y = start - max(0, min(rows // 3, rows - length))
        elif start < top or length > rows:
            y = start
        else:
            y = end - rows + 1
        self._go_to(layout.place(max(0, y)))

    @property
    def visible_span(self) -> Span:
        """The characters on the screen."""
        return self._layout.visible(self._top, self.size.height)

    @property
    def position(self) -> int:
        """The offset of the first character on the screen, the same at any width."""
        return self._layout.first_offset(self._top)

    def go_to(self, offset: int) -> None:
        """Scroll the line with `offset` to the top, as far as the end of the article allows."""
        self._anchor = (offset, 0) if offset > 0 else _BEGINNING
        if self.size.width:
            self._stop_animation()
            self._top = self._layout.find(offset) if offset > 0 else TextPosition(0, 0)
            self._settle()

    @property
    def percent(self) -> int:
        """How far the article is scrolled, from 0 at its beginning to 100 when its end is in sight."""
        start, end = self._scrolled_between
        return 100 if end <= start else max(0, min(100, round(100 * (self.position - start) / (end - start))))

    def go_to_percent(self, percent: int) -> None:
        """Scroll until `percent` is about this number, to within a line."""
        start, end = self._scrolled_between
        wanted = start + (end - start) * percent // 100
        row = self._layout.row(self._layout.find(wanted))
        near = [self._layout.place(row + more) for more in (0, 1)]
        self._go_to(min(near, key=lambda place: abs(self._layout.first_offset(place) - wanted)))

    @property
    def _scrolled_between(self) -> Span:
        """The offsets at the top of the screen at the beginning of the article, and when its end is in sight."""
        if not len(self._flow):
            return Span(0, 0)
        last = self._layout.end(max(1, self.size.height))
        return Span(self._flow.starts[0], self._layout.first_offset(last))
