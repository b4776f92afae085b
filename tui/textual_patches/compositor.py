"""Frames that cost what has changed.

Where a count at the top and a row at the bottom change, Textual 8 asks every widget between them for its lines,
cuts these wherever any widget begins or ends, and writes all lines of what changed. Here it is known after a
layout which widget is seen where; only those are asked that are seen where something changed, and only the
strips are written that do not stand there already: widgets that keep the lines they have drawn, as the article
and the lists do, pay for the lines that differ.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from rich.console import Console, RenderableType
from textual._compositor import ChopsUpdate, Compositor, LayoutUpdate
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

_Seen: TypeAlias = tuple[int, int, Widget]
"""From which column to which one of a line a widget is seen."""


class Changes(LayoutUpdate, ChopsUpdate):
    """Strips to be written, each at a line and a column, in reading order."""

    def __init__(self, changed: list[tuple[int, int, Strip]]) -> None:
        self.changed = changed

    def render_segments(self, console: Console) -> str:
        """What the terminal is sent."""
        out: list[str] = []
        here = (-1, -1)
        for y, x, strip in self.changed:
            if (y, x) != here:
                out.append(f"\x1b[{y + 1};{x + 1}H")
            out.append(strip.render(console))
            here = y, x + strip.cell_length
        return "".join(out)


class Frames(Compositor):
    """Draws the widgets of one screen."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: dict[int, list[_Seen]] = {}
        self._written: dict[tuple[int, int], Strip] = {}  # what stands on the terminal, by line and column
        self._widgets_then: object = None
        self._filed = False  # whether what is drawn goes to a file

    def render_update(
        self, full: bool = False, screen_stack: list[Screen[Any]] | None = None, simplify: bool = False
    ) -> RenderableType | None:
        """What has changed. With `full` everything: that goes to a file, and the terminal is still to have it."""
        if not full:
            return super().render_update(screen_stack=screen_stack)
        waiting = set(self._dirty_regions)
        self._filed = True
        try:
            return super().render_update(full, screen_stack, simplify)
        finally:
            self._filed = False
            self._dirty_regions = waiting

    def render_full_update(self, simplify: bool = False) -> LayoutUpdate:
        """Everything, whatever stands there."""
        if self._filed:
            return super().render_full_update(simplify)
        self._written = {}
        self._dirty_regions = {self.size.region}
        return self.render_partial_update() or Changes([])

    def render_partial_update(self) -> Changes | None:
        """What differs in the regions that are said to have changed; None where nothing does."""
        regions, screen = list(self._dirty_regions), self.size.region
        self._dirty_regions.clear()
        self._forget()
        written = self._written
        changed = []
        for y, x, strip in self._drawn(region.intersection(screen) for region in regions):
            if written.get((y, x)) is not strip:
                written[y, x] = strip
                changed.append((y, x, strip))
        changed.sort(key=_place)
        return Changes(changed) if changed else None

    def _forget(self) -> None:
        """After another layout it is not known any more what stands where. After another screen all is drawn."""
        if self.visible_widgets is not self._widgets_then:
            self._widgets_then = self.visible_widgets
            self._lines, self._written = {}, {}

    def _drawn(self, regions: Iterable[Region]) -> Iterator[tuple[int, int, Strip]]:
        """What is seen of each widget that `regions` touch: line, column, strip."""
        asked: dict[Widget, list[tuple[int, int, int]]] = {}
        for y, first, last in self._regions_to_spans(regions):
            for x, end, widget in self._seen(y):
                if x < last and end > first:
                    asked.setdefault(widget, []).append((y, x, end))
        for widget, places in asked.items():
            region, _ = self.visible_widgets[widget]
            left, width = _columns(places)
            top, bottom = places[0][0], places[-1][0] + 1
            strips = widget.render_lines(Region(left - region.x, top - region.y, width, bottom - top))
            for y, x, end in places:
                strip = strips[y - top]
                if strip.cell_length != width:
                    strip = strip.adjust_cell_length(width)
                yield y, x, strip if end - x == width else strip.crop(x - left, end - left)

    def _seen(self, y: int) -> list[_Seen]:
        """What is seen of widgets in a line, from the left to the right."""
        line = self._lines.get(y)
        if line is None:
            line = self._lines[y] = []
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
    """From which column on how many are seen: most widgets are seen from and to the same ones in all lines."""
    first = min(x for _, x, _ in places)
    return first, max(end for _, _, end in places) - first


def _place(change: tuple[int, int, Strip]) -> tuple[int, int]:
    return change[:2]


def _column(seen: _Seen) -> int:
    return seen[0]
