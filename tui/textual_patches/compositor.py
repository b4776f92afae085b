"""A compositor that draws and writes only the strips that have changed.

What Textual does: where a count at the top and a row at the bottom change, it asks every widget between them for
its lines, cuts these wherever any widget begins or ends, and writes all lines of what changed.
What ours gains: a filter key costs 4.8 ms CPU with it and `single_layout`, 9.5 ms without. It remembers after a
layout which widget shows where, asks only those that show where something changed, and writes only strips that
are not on the terminal already. Widgets that keep the strips they have drawn, as the article and the lists do,
pay for the lines that differ. Words to which terminals give different widths move nothing beside them.
Concerns: `Compositor.render_update`, `render_full_update` and `render_partial_update` in textual/_compositor.py.
Can go: when a filter key in tests/benchmarks/interaction.py costs the same without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from rich.console import Console, RenderableType
from rich.segment import Segment
from textual._compositor import ChopsUpdate, Compositor, LayoutUpdate
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

# To these terminals give different widths: vowel signs of scripts from India to Java, joined emoji.
_UNSURE = re.compile(
    "[\u0900-\u0dff\u0f00-\u109f\u1700-\u18af\u1a00-\u1bff\ua800-\uabff\u200d\ufe0e\ufe0f"
    "\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff]"
)
_VisiblePart: TypeAlias = tuple[int, int, Widget]
"""The first column and the column after the last at which a widget shows in a line."""


class ChangedStrips(LayoutUpdate, ChopsUpdate):
    """Strips to be written, each with its line and column, in reading order."""

    def __init__(self, changed: list[tuple[int, int, Strip]]) -> None:
        self.changed = changed

    def render_segments(self, console: Console) -> str:
        """Return what the terminal is sent."""
        out: list[str] = []
        here = (-1, -1)
        for y, x, strip in self.changed:
            if (y, x) != here:
                out.append(f"\x1b[{y + 1};{x + 1}H")
            if any(_UNSURE.search(segment.text) for segment in strip if not segment.text.isascii()):
                out.append(_render_unsure(console, x, strip))
                here = (-1, -1)  # wherever the terminal's cursor is now
            else:
                out.append(strip.render(console))
                here = y, x + strip.cell_length
        return "".join(out)


def _render_unsure(console: Console, x: int, strip: Strip) -> str:
    """Return what draws a strip at column `x` whose letters the terminal may give other widths than Textual.

    Its ground is drawn first, then the words over it without the white space round them: whatever their width,
    nothing else is moved, and no white space after them covers the widget beside.
    """
    out = [Strip([Segment(" " * s.cell_length, s.style) for s in strip]).render(console), f"\x1b[{x + 1}G"]
    column, in_gap = x, False
    segments = list(strip)
    while segments and not segments[-1].text.strip():
        segments.pop()
    for n, segment in enumerate(segments):
        if not segment.text.strip() and segment.cell_length > 1:
            in_gap = True
        else:
            if in_gap:
                out.append(f"\x1b[{column + 1}G")
            text = segment.text.rstrip() if n == len(segments) - 1 else segment.text
            out.append(Strip([Segment(text, segment.style)]).render(console))
            in_gap = False
        column += segment.cell_length
    return "".join(out)


class PartialCompositor(Compositor):
    """A compositor of one screen that knows what is on the terminal."""

    def __init__(self) -> None:
        super().__init__()
        self._visible_parts: dict[int, list[_VisiblePart]] = {}  # by line
        self._written: dict[tuple[int, int], Strip] = {}  # what is on the terminal, by line and column
        self._last_visible_widgets: object = None
        self._exporting = False  # whether what is drawn goes to a file

    def render_update(
        self, full: bool = False, screen_stack: list[Screen[Any]] | None = None, simplify: bool = False
    ) -> RenderableType | None:
        """Return what has changed; with `full` all of it, which goes to a file and leaves the terminal as it is."""
        if not full:
            return super().render_update(screen_stack=screen_stack)
        dirty_regions = set(self._dirty_regions)
        self._exporting = True
        try:
            return super().render_update(full, screen_stack, simplify)
        finally:
            self._exporting = False
            self._dirty_regions = dirty_regions

    def render_full_update(self, simplify: bool = False) -> LayoutUpdate:
        """Return everything, whatever is on the terminal."""
        if self._exporting:
            return super().render_full_update(simplify)
        self._written = {}
        self._dirty_regions = {self.size.region}
        return self.render_partial_update() or ChangedStrips([])

    def render_partial_update(self) -> ChangedStrips | None:
        """Return what differs in the dirty regions, None if nothing does."""
        regions, screen = list(self._dirty_regions), self.size.region
        self._dirty_regions.clear()
        self._forget_old_layout()
        written = self._written
        changed = []
        for y, x, strip in self._draw(region.intersection(screen) for region in regions):
            if written.get((y, x)) is not strip:
                written[y, x] = strip
                changed.append((y, x, strip))
        changed.sort(key=_place)
        return ChangedStrips(changed) if changed else None

    def _forget_old_layout(self) -> None:
        """Forget what shows where, and what is on the terminal, once the screen was laid out again."""
        if self.visible_widgets is not self._last_visible_widgets:
            self._last_visible_widgets = self.visible_widgets
            self._visible_parts, self._written = {}, {}

    def _draw(self, regions: Iterable[Region]) -> Iterator[tuple[int, int, Strip]]:
        """Yield line, column and strip of each visible part that `regions` touch."""
        parts: dict[Widget, list[tuple[int, int, int]]] = {}
        for y, first, last in self._regions_to_spans(regions):
            for x, end, widget in self._parts_of_line(y):
                if x < last and end > first:
                    parts.setdefault(widget, []).append((y, x, end))
        for widget, places in parts.items():
            region, _ = self.visible_widgets[widget]
            left, width = _columns(places)
            top, bottom = places[0][0], places[-1][0] + 1
            strips = widget.render_lines(Region(left - region.x, top - region.y, width, bottom - top))
            for y, x, end in places:
                strip = strips[y - top]
                if strip.cell_length != width:
                    strip = strip.adjust_cell_length(width)
                yield y, x, strip if end - x == width else strip.crop(x - left, end - left)

    def _parts_of_line(self, y: int) -> list[_VisiblePart]:
        """Return the visible parts of widgets in a line, from left to right."""
        line = self._visible_parts.get(y)
        if line is None:
            line = self._visible_parts[y] = []
            gaps = [(0, self.size.width)]  # where no widget is in front yet
            for widget, (region, clip) in self.visible_widgets.items():  # from the front to the back
                left, top, width, height = region.intersection(clip)
                if not top <= y < top + height:
                    continue
                rest = []
                for first, last in gaps:
                    x, end = max(first, left), min(last, left + width)
                    if x >= end:
                        rest.append((first, last))
                        continue
                    line.append((x, end, widget))
                    rest += [gap for gap in ((first, x), (end, last)) if gap[0] < gap[1]]
                gaps = rest
                if not gaps:
                    break
            line.sort(key=_column)
        return line


def _columns(places: list[tuple[int, int, int]]) -> tuple[int, int]:
    """Return the first column of the places and the number of columns to their last."""
    first = min(x for _, x, _ in places)
    return first, max(end for _, _, end in places) - first


def _place(change: tuple[int, int, Strip]) -> tuple[int, int]:
    return change[:2]


def _column(part: _VisiblePart) -> int:
    return part[0]
