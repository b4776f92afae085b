"""The article: a column of text that scrolls, with quotes marked in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.cache import LRUCache
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from tui.article.article import Article
from tui.article.cleaning import displayable
from tui.article.spans import Span
from tui.session.marking import MarginLetter, Mark
from tui.widgets.article_layout import Flow, Layout, Line, Place
from tui.widgets.article_marks import Marks
from tui.widgets.article_wrap import graphemes
from tui.widgets.ink import Ink

MARGIN = 3  # cells left of the text, for letters
NARROWEST = 20  # cells; the margin gives way before the text is narrower
CONTEXT = 2  # rows of the page before that a page down leaves on the screen
KEPT = 1_024  # drawn lines that are remembered
_NO_ARTICLE = Article(text="", source="")


class ArticlePane(ScrollView, can_focus=True, inherit_bindings=False):
    """The article in a centred column, its blocks drawn by kind, marks laid over the words.

    Places in it are offsets of `Article.text`. The selection that Textual keeps for it has them as x, 0 as y.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"article-pane--speaker-{n}" for n in range(1, 9)),
        "article-pane--indirect",
        "article-pane--dim",
        "article-pane--chosen",
        "article-pane--cue",
        "article-pane--source",
        "article-pane--entity",
        "article-pane--hit",
        "article-pane--unsure",
        "article-pane--headline",
        "article-pane--subheading",
        "article-pane--byline",
        "article-pane--caption",
        "article-pane--block-quote",
        "article-pane--link-list",
        "article-pane--bullet",
    }

    auto_links = False

    measure: reactive[int] = reactive(68)
    """The widest a line of text may be, in cells; 60 to 72."""

    @dataclass
    class Scrolled(Message):
        """Other characters than before are on the screen."""

        visible: Span

        def can_replace(self, message: Message) -> bool:
            """Only the newest matters."""
            return isinstance(message, ArticlePane.Scrolled)

    @dataclass
    class Clicked(Message):
        """A character was clicked."""

        offset: int

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._article = _NO_ARTICLE
        self._flow = Flow(_NO_ARTICLE)
        self._layout = Layout(self._flow, 1)
        self._marks = Marks()
        self._top = Place(0, 0)
        self._held = (0, 0)  # what stays at the top when the width changes: offset, blank rows above it
        self._reported = Span(-1, -1)
        self._strips: LRUCache[tuple[int, int], Strip] = LRUCache(KEPT)
        self._ink: Ink | None = None
        self._painting = False

    # What is shown

    @property
    def article(self) -> Article:
        """The article on show."""
        return self._article

    def show(self, article: Article) -> None:
        """Show an article from its beginning, without marks."""
        self._article = article
        self._flow = Flow(article)
        self._marks = Marks()
        self._held = (0, MARGIN)
        self._reported = Span(-1, -1)
        self._lay_out()

    def set_marks(self, marks: Sequence[Mark], letters: Sequence[MarginLetter] = ()) -> None:
        """Mark stretches of the article in place of all marks before; later ones are laid over earlier ones."""
        self._marks = Marks(marks, letters)
        self._repaint()

    def validate_measure(self, measure: int) -> int:
        """Keep the measure within what reads well."""
        return max(60, min(72, measure))

    def watch_measure(self) -> None:
        """Lay the text out anew, holding the place."""
        self._lay_out()

    def _lay_out(self) -> None:
        width = self.size.width
        if not width:
            return
        room = width - MARGIN - 1
        self._column = min(self.measure, max(room, min(width, NARROWEST)))
        self._left = max(0, min((width - self._column) // 2, width - self._column))
        self._layout = Layout(self._flow, self._column)
        offset, blank = self._held
        place = self._layout.find(offset)
        self._top = Place(place.piece, max(0, place.row - blank) if blank else place.row)
        self._repaint()
        self._settle()

    def _repaint(self) -> None:
        self._strips.clear()
        self.refresh()

    def notify_style_update(self) -> None:
        """Drop what was drawn in another theme's colours."""
        super().notify_style_update()
        self._strips.clear()
        self._ink = None

    def on_resize(self) -> None:
        """Lay the text out at the new width; the first character on the screen stays there."""
        self._lay_out()

    # Scrolling. `_top` is the truth; scroll_y is its row, which changes as pieces above it are wrapped.

    @property
    def max_scroll_y(self) -> int:
        """The row at the top when the end is seen."""
        return max(0, self._layout.height - self.size.height)

    @property
    def allow_vertical_scroll(self) -> bool:
        """Whether there is more than fits; there is no scroll bar that would say so."""
        return self.max_scroll_y > 0 and not self.is_disabled

    def _settle(self) -> None:
        """Wrap what is near the top place, and let scroll_y say where that is."""
        rows = max(1, self.size.height)
        self._layout.measure(self._top, 2 * rows, 3 * rows)
        y = self._layout.row(self._top)
        if y > self.max_scroll_y:
            y = self.max_scroll_y
            self._top = self._layout.place(y)
        self.set_reactive(Widget.scroll_y, float(y))
        self.set_reactive(Widget.scroll_target_y, float(y))
        self.set_reactive(Widget.virtual_size, Size(self.size.width, self._layout.height))
        self.refresh()
        self._report()

    def _hold(self) -> None:
        """Remember the first character on the screen, to stay with it when the width changes."""
        line = self._layout.line_at(self._top)
        gap = self._flow.gaps[self._top.piece] if len(self._flow) else 0
        self._held = (self._layout.first_offset(self._top), 0 if line else max(0, gap - self._top.row))

    def _report(self) -> None:
        visible = self.visible_span
        if visible != self._reported and self.is_mounted:
            self._reported = visible
            self.post_message(self.Scrolled(visible))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Follow whatever scrolls: keys, wheel, a selection dragged past the edge, an animation."""
        super().watch_scroll_y(old_value, new_value)
        y = round(new_value)
        if y == round(old_value):
            return
        rows = max(1, self.size.height)
        self._top = self._layout.end(rows) if y >= self.max_scroll_y else self._layout.place(y)
        self._layout.measure(self._top, 2 * rows, 3 * rows)
        moved = self._layout.row(self._top) - y
        if moved:
            self.set_reactive(Widget.scroll_y, new_value + moved)
            self.set_reactive(Widget.scroll_target_y, self.scroll_target_y + moved)
        self._hold()
        self._report()

    def _go(self, place: Place) -> None:
        self._stop_animation()
        self._top = place
        self._settle()
        self._hold()

    def _stop_animation(self) -> None:
        if self.is_attached:
            self.app.animator.force_stop_animation(self, "scroll_y")

    def _by(self, rows: int) -> None:
        self._stop_animation()
        y = max(0, min(self.max_scroll_y, self._layout.row(self._top) + rows))
        self._go(self._layout.place(y))

    def action_scroll_line_down(self) -> None:
        """Down by a line."""
        self._by(1)

    def action_scroll_line_up(self) -> None:
        """Up by a line."""
        self._by(-1)

    def action_page_down(self) -> None:
        """Down by what is on the screen, less two lines."""
        self._by(max(1, self.size.height - CONTEXT))

    def action_page_up(self) -> None:
        """Up by what is on the screen, less two lines."""
        self._by(-max(1, self.size.height - CONTEXT))

    def action_top(self) -> None:
        """To the beginning."""
        self._go(Place(0, 0))

    def action_bottom(self) -> None:
        """To the end."""
        self._go(self._layout.end(max(1, self.size.height)))

    def action_next_paragraph(self) -> None:
        """Down until the next paragraph is at the top."""
        self._to_block(1)

    def action_previous_paragraph(self) -> None:
        """Up to where the paragraph at the top begins, or the one before it."""
        self._to_block(-1)

    def _to_block(self, direction: int) -> None:
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
            self._go(Place(piece, self._flow.gaps[piece]))
        elif piece < 0:
            self._go(Place(0, 0))

    def reveal(self, span: Span, *, center: bool = True, animate: bool = False) -> None:
        """Scroll so that a span is on the screen.

        What is on it already stays. Else `center` puts the beginning of the span at a third of the height,
        higher if it is long; without it the text moves by the least that is needed.
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
        y = max(0, y)
        if animate and abs(y - top) <= 3 * rows and self.app.animation_level != "none":
            self.scroll_to(y=min(y, self.max_scroll_y), animate=True, duration=0.15, easing="out_cubic")
        else:
            self._go(layout.place(y))

    @property
    def visible_span(self) -> Span:
        """The characters on the screen."""
        return self._layout.visible(self._top, self.size.height)

    @property
    def position(self) -> int:
        """The offset of the first character on the screen; good at any width."""
        return self._layout.first_offset(self._top)

    def go_to(self, offset: int) -> None:
        """Put the line that holds `offset` at the top, as far as the end of the article allows."""
        self._held = (offset, 0) if offset > 0 else (0, MARGIN)
        place = self._layout.find(offset)
        self._top = place if offset > 0 else Place(0, 0)
        if self.size.width:
            self._stop_animation()
            self._settle()

    @property
    def percent(self) -> int:
        """How much of the article has been on the screen by here, 0 to 100."""
        if not len(self._flow):
            return 100
        start, end = self._flow.starts[0], self._flow.ends[-1]
        return round(100 * (min(self.visible_span.end, end) - start) / max(1, end - start))

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One row of the pane."""
        place = self._layout.place(self._layout.row(self._top) + y)
        strip = self._strips.get(place)
        if strip is None:
            strip = self._strips[place] = self._draw(place)
        return strip

    def _draw(self, place: Place) -> Strip:
        ink = self._ink
        if ink is None:
            ink = self._ink = Ink(self, "article-pane--")
        width = self.size.width
        line = self._layout.line_at(place)
        if line is None:
            return Strip.blank(width, ink.style(()))
        segments = [*self._margin(line, ink)]
        if line.column:
            lead = line.bullet.rjust(line.column) if line.bullet else " " * line.column
            segments.append(Segment(lead, ink.style(("bullet",))))
        segments.extend(self._words(place.piece, line, ink))
        cells = sum(segment.cell_length for segment in segments)
        if cells < width:
            segments.append(Segment(" " * (width - cells), ink.style(())))
        return Strip(segments, max(cells, width)).crop(0, width)

    def _margin(self, line: Line, ink: Ink) -> list[Segment]:
        room = min(MARGIN, self._left)
        plain = ink.style(())
        letters = self._marks.letters(line.start, line.end) if room > 1 else []
        out = [Segment(" " * (self._left - room), plain)] if self._left > room else []
        used = 0
        for index, (letter, style) in enumerate(letters):
            shown = displayable(letter)
            if used + cell_len(shown) >= room:
                break
            if index + 1 < len(letters) and used + cell_len(shown) + 1 >= room:
                shown = "+"
            out.append(Segment(shown, ink.style((style,))))
            used += cell_len(shown)
        if room > used:
            out.append(Segment(" " * (room - used), plain))
        return out

    def _words(self, piece: int, line: Line, ink: Ink) -> list[Segment]:
        text, at = self._layout.drawn(piece, line)
        base = (line.style,) if line.style else ()
        runs = self._marks.runs(line.start, line.end)
        if len(runs) == 1:
            return [Segment(text, ink.style(base + runs[0][2]))]
        out: list[Segment] = []
        pieces = graphemes(text)
        run = 0
        begun = 0
        for start, _, _ in pieces:
            if at[start] >= runs[run][1]:
                if start > begun:
                    out.append(Segment(text[begun:start], ink.style(base + runs[run][2])))
                begun = start
                while at[start] >= runs[run][1]:
                    run += 1
        out.append(Segment(text[begun:], ink.style(base + runs[run][2])))
        return out
