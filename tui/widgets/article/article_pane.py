"""The article: a column of text that scrolls, with quotes marked in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.geometry import Offset, Region
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip
from textual.timer import Timer

from tui.article.article import Article
from tui.article.spans import Span, hull
from tui.widgets.article.article_scroll import ArticleScroll
from tui.widgets.article.flow import Flow
from tui.widgets.article.line_marks import LineMarks
from tui.widgets.article.line_painter import LinePainter
from tui.widgets.article.text_layout import TextPosition
from tui.widgets.colours import Colours
from tui.widgets.strips import crop_strips

if TYPE_CHECKING:
    from tui.session.reading.text_marks import MarginLetter, TextMark
    from tui.widgets.article.text_selection import TextSelection

DRAG_SCROLLS_EVERY = 0.05  # seconds, while a selection is dragged beyond the edge
_NOTHING = Span(0, 0)


class Drag:
    """A selection being made by mouse: the character it began with, and where the pointer is."""

    def __init__(self, began: Span, pointer: Offset) -> None:
        self.began = began
        self.pointer = pointer
        self.moved = False


class ArticlePane(ArticleScroll, can_focus=True, inherit_bindings=False):
    """The article in a centred column, its blocks drawn by kind, marks laid over the words.

    Places in it are offsets of `Article.text`. The selection that Textual keeps for it has them as x, 0 as y.
    """

    auto_links = False

    # Textual's own selecting by mouse takes everything to the end of the article once the pointer leaves the
    # pane, and leaves out the first character when dragged upwards; the pane does it itself.
    ALLOW_SELECT = False

    class Scrolled(Message):
        """Other characters than before are on the screen."""

        def __init__(self, visible: Span) -> None:
            super().__init__()
            self.visible = visible

        def can_replace(self, message: Message) -> bool:
            """Only the newest matters."""
            return isinstance(message, ArticlePane.Scrolled)

    class Clicked(Message):
        """A character was clicked."""

        def __init__(self, offset: int) -> None:
            super().__init__()
            self.offset = offset

    class Selected(Message):
        """A selection by mouse was finished."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._article = Article(text="", source="")
        self._marks = LineMarks()
        self._ink: Colours | None = None
        self._painter: LinePainter | None = None
        self._selected = _NOTHING  # what is drawn as selected
        self._selecting: TextSelection | None = None
        self._drag: Drag | None = None
        self._drag_timer: Timer | None = None

    # What is shown

    @property
    def article(self) -> Article:
        """The article on show."""
        return self._article

    def show(self, article: Article) -> None:
        """Show an article from its beginning, without marks."""
        self._article = article
        self._marks = LineMarks()
        if self.is_attached and self.text_selection is not None:
            self.screen.clear_selection()
        self._show(Flow(article))

    def set_marks(self, marks: Sequence[TextMark], letters: Sequence[MarginLetter] = ()) -> None:
        """Mark stretches of the article in place of all marks before; later ones lie over earlier ones."""
        self._marks = LineMarks(marks, letters)
        self.refresh()

    def laid_out(self) -> None:
        """Forget what was drawn of the layout before."""
        self._painter = None

    def scrolled(self, visible: Span) -> None:
        """Tell that other characters are on the screen: tell the screen itself, so that one frame shows it all."""
        if self.is_attached:
            self.screen.post_message(self.Scrolled(visible))

    def notify_style_update(self) -> None:
        """Drop what was drawn in another theme's colours."""
        super().notify_style_update()
        self._ink = None
        self._painter = None

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One row of the pane."""
        self._fit()
        return self._paint.row(self._place_at(y), self._marks, self._selected)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows of the pane that are in sight."""
        self._fit()
        place, first = self._layout.place, self._layout.row(self._top)
        rows = [self._paint.row(place(first + y), self._marks, self._selected) for y in crop.line_range]
        return crop_strips(self, crop, self.size.width, rows)

    def _place_at(self, y: int) -> TextPosition:
        return self._layout.place(self._layout.row(self._top) + y)

    @property
    def _paint(self) -> LinePainter:
        if self._painter is None:
            self._painter = LinePainter(self._layout, self.ink, self._column[0], self.size.width)
        return self._painter

    @property
    def ink(self) -> Colours:
        """Its colours in the theme of now."""
        self._ink = self._ink or Colours(self, "article-pane--")
        return self._ink

    # Selecting and clicking

    @property
    def selected_span(self) -> Span | None:
        """What is selected, by mouse or keyboard; None when nothing is."""
        selection = self.text_selection if self.is_attached else None
        return None if selection is None else self._span_of(selection)

    def _span_of(self, selection: Selection) -> Span:
        length = len(self._article.text)
        start = 0 if selection.start is None else max(0, min(length, selection.start.x))
        end = length if selection.end is None else max(0, min(length, selection.end.x))
        return (
            Span(self._layout.grapheme(start).start, self._layout.grapheme(end - 1).end)
            if start < end
            else _NOTHING
        )

    @property
    def selected_text(self) -> str:
        """The selected words as they are copied, paragraphs apart; "" without a selection."""
        span = self.selected_span
        return "" if span is None else self._clean(span)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """What Textual copies for a selection."""
        return self._clean(self._span_of(selection)), "\n"

    def _clean(self, span: Span) -> str:
        from tui.widgets.article.text_selection import clean_text  # not wanted on the way to the first screen

        return clean_text(self._article, self._flow, span)

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw the selection as it is now."""
        if selection is None:
            self._selecting = None
        self._selected = _NOTHING if selection is None else self._span_of(selection)
        self.refresh()

    def start_selection(self, offset: int | None = None) -> None:
        """Begin to select by keyboard with the word at an offset, or with the first on the screen."""
        from tui.widgets.article.text_selection import TextSelection, unit_at

        began = unit_at(self._flow, "word", self.position if offset is None else offset)
        self._select(TextSelection(began, began.end))

    def extend_selection(self, unit: str, direction: int) -> None:
        """Move the end of the selection on (1) or back (-1) by a unit: one of `UNITS` in `selection`.

        Without a selection it begins with the first word on the screen.
        """
        if self._selecting is None:
            span = self.selected_span
            if span is None or span == _NOTHING:
                self.start_selection()
                return
            from tui.widgets.article.text_selection import TextSelection

            self._selecting = TextSelection(span, span.end)
        self._select(self._selecting.extended(self._flow, unit, direction))

    def _select(self, selecting: TextSelection) -> None:
        span = selecting.span
        self._mark_selected(span)
        self._selecting = selecting
        head = selecting.head
        moved = Span(max(0, head - 1), head) if head >= selecting.began.end else Span(head, head + 1)
        self.reveal(moved, center=False)

    def clear_selection(self) -> None:
        """Select nothing."""
        self.screen.clear_selection()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin a selection where the button is pressed."""
        if event.button == 1:
            self._drag = Drag(self._paint.hit(self._place_at(event.y), event.x), Offset(event.x, event.y))
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select up to the pointer; scroll while it is held beyond the edge."""
        if self._drag is None:
            return
        pointer = Offset(event.x, event.y)
        self._drag.moved |= pointer != self._drag.pointer
        self._drag.pointer = pointer
        self._drag_on()
        if self._drag_speed() and self._drag_timer is None:
            self._drag_timer = self.set_interval(DRAG_SCROLLS_EVERY, self._drag_on)

    def _drag_speed(self) -> int:
        """Lines to scroll: for a pointer beyond the pane, or in its outmost row at the screen's edge."""
        if self._drag is None:
            return 0
        y, height = self._drag.pointer.y, self.size.height
        if y < 0 or (y == 0 and self.region.y == 0):
            return min(-1, y)
        if y >= height or (y == height - 1 and self.region.bottom >= self.screen.size.height):
            return max(1, y - height + 1)
        return 0

    def _drag_on(self) -> None:
        if self._drag is None or not self._drag.moved:
            return
        if self._drag_timer is not None and (speed := self._drag_speed()):
            self.scroll_line_by(speed)
        x, y = self._drag.pointer
        here = self._paint.hit(self._place_at(max(0, min(self.size.height - 1, y))), x)
        span = hull((self._drag.began, here))
        if span != self.selected_span:
            self._mark_selected(span)

    def on_mouse_up(self) -> None:
        """Finish a selection."""
        if self._drag_timer is not None:
            self._drag_timer.stop()
            self._drag_timer = None
        if self._drag is not None:
            self._drag = None
            self.release_mouse()
            self._tell_selected()

    def on_click(self, event: events.Click) -> None:
        """A click on a character; two select its word, three its paragraph."""
        offset = self._paint.hit(self._place_at(event.y), event.x).start
        if event.chain > 1:
            from tui.widgets.article.text_selection import unit_at

            self._mark_selected(unit_at(self._flow, "word" if event.chain == 2 else "paragraph", offset))
            self._tell_selected()
        elif not self.selected_span:
            self.post_message(self.Clicked(offset))

    def _mark_selected(self, span: Span) -> None:
        self.screen.selections = {self: Selection(Offset(span.start, 0), Offset(span.end, 0))}

    def _tell_selected(self) -> None:
        if text := self.selected_text:
            self.post_message(self.Selected(text))
