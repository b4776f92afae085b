"""A scrolling list of rows of one or more lines: their layout and their drawing.

Only lines on the screen are drawn, whatever the number of rows; a row's height is computed once for each width.
Drawn strips are cached, so that an unchanged line is the same strip in the next frame and is not written again.
"""

from __future__ import annotations

from abc import abstractmethod
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.content import Content
from textual.geometry import Offset, Region, Size
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.style import Style

from tui.textual_patches.sized_scroll_view import SizedScrollView
from tui.widgets.colours import Colours
from tui.widgets.panels.scroll_bar import CachedScrollBar
from tui.widgets.part_style import part_style
from tui.widgets.strips import blank_line, crop_strips

MARKER_CHOSEN = "▶"
MARKER_CURRENT = "›"
MAX_DRAWN = 2_000
"""The number of cached rows above which the cache is emptied at the next change."""


class Row(NamedTuple):
    """One row: its key, the numbers of its lines and of empty lines after them; a heading cannot be chosen.

    `look` is a number that changes when the same row has to be drawn differently, such as with another count.
    """

    key: str
    lines: int = 1
    gap: int = 0
    heading: bool = False
    look: int = 0

    @property
    def height(self) -> int:
        """The number of lines it takes on the screen."""
        return self.lines + self.gap


class DrawnRows(SizedScrollView, inherit_bindings=False):
    """Rows that scroll, one chosen and one current; subclasses provide and draw them."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "row--chosen",
        "row--current",
        "row--faint",
        "row--heading",
        "row--strong",
    }

    EMPTY_TEXT = ""
    """The text that is shown when there is no row."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: Sequence[Row] = ()
        self._width = 0  # the width in cells for which the rows are laid out
        self._tops: list[int] = []
        self._chosen: str | None = None
        self._current: str | None = None
        self._places: dict[str, int] | None = None
        self._drawn: dict[tuple[str, int, int, str, bool], list[Strip]] = {}
        self._hues: dict[str, Style] = {}
        self.empty_text = self.EMPTY_TEXT

    # What subclasses define

    @abstractmethod
    def rows(self, width: int) -> Sequence[Row]:
        """Return the rows at this width in cells."""

    @abstractmethod
    def draw(self, row: Row, width: int) -> list[Content]:
        """Return the `row.lines` lines of a row at this width in cells, without the marker."""

    # Rows and markers

    def update_rows(
        self, chosen: str | None = None, current: str | None = None, *, same: bool = False
    ) -> None:
        """Fetch the rows again; `chosen` and `current` are keys, and the first one given scrolls into view.

        With `same`, rows that stay look as they did.
        """
        if not same or len(self._drawn) > MAX_DRAWN:
            self._drawn.clear()
        self._chosen, self._current = chosen, current
        self._lay_out()
        self._show(chosen or current)
        self.refresh()

    def move_markers(self, chosen: str | None, current: str | None) -> None:
        """Move the markers; the rows stay as they are."""
        if (chosen, current) == (self._chosen, self._current):
            return
        self._chosen, self._current = chosen, current
        self._show(chosen or current)
        self.refresh()

    def place(self, key: str | None) -> int | None:
        """Return the index of the row with this key; None if there is none."""
        if key is None:
            return None
        if self._places is None:
            self._places = {row.key: i for i, row in enumerate(self._rows)}
        return self._places.get(key)

    @property
    def attention(self) -> Offset:
        """Where the chosen row begins on the screen, else the current one, else the list."""
        at = self.place(self._chosen if self._chosen is not None else self._current)
        line = 0 if at is None else self._tops[at] - self.scroll_offset.y
        return self.content_region.offset + Offset(3, max(0, min(line, self.size.height - 1)))

    # Drawing

    def ensure_rows(self) -> None:
        """Fetch the rows of a list that was never drawn, for a key that comes before its first frame: Tab and j."""
        if not self._width:
            self._lay_out_at(self.screen.size.width)

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width
        if width > 0:
            self._lay_out_at(width)

    def _lay_out_at(self, width: int) -> None:
        self._width = width
        self._rows = self.rows(width)
        self._places = None
        self._tops = list(accumulate([lines + gap for _, lines, gap, _, _ in self._rows], initial=0))
        self._set_rows_size(Size(width, self._tops[-1]))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the height of the rows, also before they are laid out."""
        if self._width:
            return super().get_content_height(container, viewport, width)
        return sum(row.height for row in self.rows(width))

    def _set_rows_size(self, size: Size) -> None:
        """Set the size of all rows, in cells.

        The screen is laid out again only if the list is as high as its rows: doing so at every choice would be
        noticeable in a long article. A scroll bar that appears or disappears requests a layout itself.
        """
        rows, before = self.size.height, self.virtual_size.height
        self.set_virtual_size(size)
        fits = size.height in (before, rows) or rows < min(before, size.height)
        if self.styles.auto_dimensions and not fits:
            self.refresh(layout=True)
        if self.scroll_y > self.max_scroll_y:
            self.scroll_to(y=self.max_scroll_y, animate=False, force=True)

    def _show(self, key: str | None) -> None:
        at = self.place(key)
        if at is None:
            return
        top = at - 1 if at and self._rows[at - 1].heading else at
        region = Region(0, self._tops[top], 1, self._tops[at + 1] - self._tops[top])
        self.scroll_to_region(region, animate=False, force=True)

    def fit_size(self, *, changed: bool) -> None:
        """Lay out the rows before they are drawn at another width, on which their heights depend."""
        if self.scrollable_content_region.width != self._width:
            self._drawn.clear()
            self._lay_out()
        if changed:
            self._show(self._chosen or self._current)

    def notify_style_update(self) -> None:
        """Empty the cache, which was drawn in the old theme."""
        self._drawn.clear()
        self._hues.clear()
        super().notify_style_update()

    def row_style(self, name: str) -> Style:
        """Return the style of a component class, to lay over the list's own."""
        return part_style(self, f"row--{name}")

    def speaker_colour(self, name: str) -> Style:
        """Return the style of a speaker's colour."""
        found = self._hues.get(name)
        if found is None:
            colour = Colours(self, "row--").style((name,)).color
            found = Style(foreground=Color.from_rich_color(colour)) if colour else Style()
            self._hues[name] = found
        return found

    def make_vertical_scrollbar(self) -> ScrollBar:
        """Return a scroll bar that keeps the strips it has drawn."""
        return CachedScrollBar(name="vertical", thickness=self.scrollbar_size_vertical)

    def render_line(self, y: int) -> Strip:
        """Draw one line of the list."""
        return self._window(y + self.scroll_offset.y, 1, self.size.width)[0]

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the lines that are in sight."""
        width = (
            self._width if crop.right <= self._width else self.size.width
        )  # including the scroll bar's column
        return crop_strips(self, crop, width, self._window(crop.y + self.scroll_offset.y, crop.height, width))

    def _window(self, first: int, count: int, width: int) -> list[Strip]:
        """Return `count` lines from line `first` on, with blank ones under the last row."""
        base, focused = self.visual_style, self.has_focus
        out: list[Strip] = []
        if not self._rows:
            out = self._empty_lines(width, base)[first : first + count]
        elif first < self._tops[-1]:
            index = bisect_right(self._tops, first) - 1
            out += self._strips(self._rows[index], width, base, focused)[first - self._tops[index] :]
            while len(out) < count and index + 1 < len(self._rows):
                index += 1
                out += self._strips(self._rows[index], width, base, focused)
        return out[:count] + [blank_line(width, base.rich_style)] * (count - len(out))

    def _empty_lines(self, width: int, base: Style) -> list[Strip]:
        key = (self.empty_text, 0, width, "empty", self.has_focus)
        strips = self._drawn.get(key)
        if strips is None:
            # `width` may include the scroll bar's column; where lines break must not depend on it.
            lines = Content(self.empty_text).wrap(max(10, (self._width or width) - 4))
            faint = self.row_style("faint")
            strips = [_strip(" ", each.stylize(faint), width, base) for each in lines]
            self._drawn[key] = strips
        return strips

    def _strips(self, row: Row, width: int, base: Style, focused: bool) -> list[Strip]:
        state = "chosen" if row.key == self._chosen else "current" if row.key == self._current else ""
        key = (row.key, row.look, width, state, focused)
        strips = self._drawn.get(key)
        if strips is None or len(strips) != row.height:
            style = base + self.row_style(state) if state else base
            marker = {"chosen": MARKER_CHOSEN, "current": MARKER_CURRENT}.get(state, " ")
            first, other = (" ", " ") if row.heading else (f" {marker} ", "   ")
            contents = self.draw(row, self._width)
            strips = [_strip(other if n else first, each, width, style) for n, each in enumerate(contents)]
            strips += [blank_line(width, base.rich_style)] * row.gap
            self._drawn[key] = strips
        return strips


def _strip(lead: str, content: Content, width: int, style: Style) -> Strip:
    """Return `content` after `lead` as a line of `width` cells."""
    if not content.spans:  # most lines have none
        text = lead + content.plain
        room = width - cell_len(text)
        if room >= 0:
            words, pad = Segment(text, style.rich_style), Segment(" " * room, style.rich_style)
            return Strip([words, pad] if room else [words], width)
    segments: list[Segment] = (Content(lead) + content).render_segments(style)
    return Strip(segments).adjust_cell_length(width, style.rich_style)
