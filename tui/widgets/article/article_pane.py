"""The article pane: a column of text that scrolls, with quotes marked in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.geometry import Offset, Region
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip

from tui.article.article import Article
from tui.article.spans import Span
from tui.session.reading.text_marks import TextMark
from tui.widgets.article.article_scroll import ArticleScroll
from tui.widgets.article.flow import Flow
from tui.widgets.article.line_marks import LineMarks
from tui.widgets.article.line_painter import LinePainter
from tui.widgets.article.mouse_selection import MouseSelection
from tui.widgets.article.text_layout import TextPosition
from tui.widgets.colours import Colours
from tui.widgets.strips import crop_strips

if TYPE_CHECKING:
    from tui.session.reading.text_marks import MarginLetter
    from tui.widgets.article.text_selection import TextSelection

_EMPTY = Span(0, 0)


class ArticlePane(ArticleScroll, can_focus=True, inherit_bindings=False):
    """The article in a centred column, its blocks drawn by kind, marks laid over the words.

    Places are offsets of `Article.text`. In Textual's `Selection` of this widget they are x, and y is 0.
    """

    auto_links = False

    # Textual's own selection by mouse extends to the end of the article once the pointer leaves the pane, and
    # omits the first character when dragged upwards; the pane selects by itself.
    ALLOW_SELECT = False

    class Scrolled(Message):
        """Posted when other characters than before are on the screen."""

        def __init__(self, visible: Span) -> None:
            super().__init__()
            self.visible = visible

        def can_replace(self, message: Message) -> bool:
            """Tell whether a later message makes this one superfluous."""
            return isinstance(message, ArticlePane.Scrolled)

    class Clicked(Message):
        """Posted when a character is clicked."""

        def __init__(self, offset: int) -> None:
            super().__init__()
            self.offset = offset

    class Selected(Message):
        """Posted when a selection by mouse is finished."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._article = Article(text="", source="")
        self._emphasis: list[TextMark] = []  # of the article itself; they lie under all others
        self._marks = LineMarks()
        self._colours: Colours | None = None
        self._painter: LinePainter | None = None
        self._selected_span = _EMPTY  # what is drawn as selected
        self._keyboard_selection: TextSelection | None = None
        self._mouse = MouseSelection(self, self._character_at, self._select_by_mouse)

    # The article and its marks

    @property
    def article(self) -> Article:
        """The article that is shown."""
        return self._article

    def show(self, article: Article) -> None:
        """Show an article from its beginning, without marks."""
        self._article = article
        self._emphasis = [TextMark(each.span, each.emphasis) for each in article.emphasis]
        self._marks = LineMarks(self._emphasis)
        if self.is_attached and self.text_selection is not None:
            self.screen.clear_selection()
        self._show_flow(Flow(article))

    def set_marks(self, marks: Sequence[TextMark], letters: Sequence[MarginLetter] = ()) -> None:
        """Replace all marks and margin letters; later marks lie over earlier ones."""
        self._marks = LineMarks([*self._emphasis, *marks] if self._emphasis else marks, letters)
        self.refresh()

    def layout_changed(self) -> None:
        """Forget what was drawn of the old layout."""
        self._painter = None

    def visible_changed(self, visible: Span) -> None:
        """Post `Scrolled` to the screen itself, so that one frame shows all that follows from it."""
        if self.is_attached:
            self.screen.post_message(self.Scrolled(visible))

    def notify_style_update(self) -> None:
        """Forget the colours of the old theme."""
        super().notify_style_update()
        self._colours = None
        self._painter = None

    # Drawing

    def render_line(self, y: int) -> Strip:
        """Draw one row of the pane."""
        self._fit()
        return self._paint.row(self._place_at(y), self._marks, self._selected_span)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the rows that are in sight."""
        self._fit()
        place, first = self._layout.place, self._layout.row(self._top)
        rows = [self._paint.row(place(first + y), self._marks, self._selected_span) for y in crop.line_range]
        return crop_strips(self, crop, self.size.width, rows)

    def _place_at(self, y: int) -> TextPosition:
        return self._layout.place(self._layout.row(self._top) + y)

    @property
    def _paint(self) -> LinePainter:
        if self._painter is None:
            self._painter = LinePainter(self._layout, self.colours, self._column[0], self.size.width)
        return self._painter

    @property
    def colours(self) -> Colours:
        """The colours of its components in the current theme."""
        self._colours = self._colours or Colours(self, "article-pane--")
        return self._colours

    @property
    def attention(self) -> Offset:
        """Where the moving end of the selection is on the screen, else the chosen quote, else the first line."""
        selection, visible = self._keyboard_selection, self.visible_span
        offset = self.keep_in_sight if selection is None else selection.head
        if offset is None or not visible.start <= offset < visible.end:
            offset = visible.start
        place = self._layout.find(offset)
        row = self._layout.row(place) - self._layout.row(self._top)
        cell = Offset(self._paint.cell_of(place, offset), max(0, min(row, self.size.height - 1)))
        return self.content_region.offset + cell

    # Selection and clicks

    @property
    def selected_span(self) -> Span | None:
        """The selected characters; None without a selection."""
        selection = self.text_selection if self.is_attached else None
        return None if selection is None else self._span_of(selection)

    def _span_of(self, selection: Selection) -> Span:
        length = len(self._article.text)
        start = 0 if selection.start is None else max(0, min(length, selection.start.x))
        end = length if selection.end is None else max(0, min(length, selection.end.x))
        return (
            Span(self._layout.grapheme(start).start, self._layout.grapheme(end - 1).end)
            if start < end
            else _EMPTY
        )

    @property
    def selected_text(self) -> str:
        """The selected words as they are copied; "" without a selection."""
        span = self.selected_span
        return "" if span is None else self._clean(span)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the text that Textual copies for a selection, and its ending."""
        return self._clean(self._span_of(selection)), "\n"

    def _clean(self, span: Span) -> str:
        from tui.widgets.article.text_selection import clean_text  # not needed for the first screen

        return clean_text(self._article, self._flow, span)

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw the changed selection."""
        if selection is None:
            self._keyboard_selection = None
        self._selected_span = _EMPTY if selection is None else self._span_of(selection)
        self.refresh()

    def start_selection(self, offset: int | None = None) -> None:
        """Start a selection by keyboard with the word at an offset, or with the first on the screen."""
        from tui.widgets.article.text_selection import TextSelection, unit_at

        word = unit_at(self._flow, "word", self.position if offset is None else offset)
        self._select(TextSelection(word, word.end))

    def extend_selection(self, unit: str, direction: int) -> None:
        """Move the end of the selection forward (1) or back (-1) by a unit, one of `text_selection.UNITS`.

        Without a selection, start one with the first word on the screen.
        """
        if self._keyboard_selection is None:
            span = self.selected_span
            if span is None or span == _EMPTY:
                self.start_selection()
                return
            from tui.widgets.article.text_selection import TextSelection

            self._keyboard_selection = TextSelection(span, span.end)
        self._select(self._keyboard_selection.extended(self._flow, unit, direction))

    def adopt_selection(self) -> None:
        """Let keys move the ends of what was selected by mouse."""
        from tui.widgets.article.text_selection import TextSelection, unit_at

        span = self.selected_span
        if self._keyboard_selection is None and span:
            first = unit_at(self._flow, "word", span.start)
            self._keyboard_selection = TextSelection(Span(span.start, min(span.end, first.end)), span.end)

    def extend_selection_by_line(self, step: int) -> None:
        """Move the end of the selection down (1) or up (-1) by a line, to what stands under or over it."""
        selection = self._keyboard_selection
        if selection is None:
            return
        head = selection.head
        at = max(0, head - 1) if head >= selection.anchor.end else head
        place = self._layout.find(at)
        cell = self._paint.cell_of(place, at)
        self._layout.measure(place, self.size.height, self.size.height)
        row = self._layout.row(place) + step
        while 0 <= row < self._layout.height:
            there = self._layout.place(row)
            if self._layout.line_at(there) is not None:
                self._select(selection.moved_to(self._paint.grapheme_at(there, cell)))
                return
            row += step

    def swap_selection_ends(self) -> None:
        """Move the other end of the selection from now on."""
        if self._keyboard_selection is not None:
            self._select(self._keyboard_selection.swapped(self._flow))

    def _select(self, selection: TextSelection) -> None:
        self._set_selection(selection.span)
        self._keyboard_selection = selection
        head = selection.head
        moved = Span(max(0, head - 1), head) if head >= selection.anchor.end else Span(head, head + 1)
        self.reveal(moved, center=False)

    def clear_selection(self) -> None:
        """Remove the selection."""
        self.screen.clear_selection()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Start a selection where the button is pressed."""
        if event.button == 1:
            self._mouse.press(event.offset)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select up to the pointer."""
        self._mouse.move(event.offset)

    def on_mouse_up(self) -> None:
        """Finish the selection."""
        if self._mouse.release():
            self._post_selected()

    def on_click(self, event: events.Click) -> None:
        """Post `Clicked`; select the word at a double click, the paragraph at a triple click."""
        offset = self._character_at(event.offset).start
        if event.chain > 1:
            from tui.widgets.article.text_selection import unit_at

            self._set_selection(unit_at(self._flow, "word" if event.chain == 2 else "paragraph", offset))
            self._post_selected()
        elif not self.selected_span:
            self.post_message(self.Clicked(offset))

    def _character_at(self, cell: Offset) -> Span:
        return self._paint.grapheme_at(self._place_at(cell.y), cell.x)

    def _select_by_mouse(self, span: Span) -> None:
        if span != self.selected_span:
            self._set_selection(span)

    def _set_selection(self, span: Span) -> None:
        self.screen.selections = {self: Selection(Offset(span.start, 0), Offset(span.end, 0))}

    def _post_selected(self) -> None:
        if text := self.selected_text:
            self.post_message(self.Selected(text))
