"""Lines of a page of help under headings: a key or word at the left, and what it does or means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import ClassVar

from rich.cells import set_cell_size
from textual.content import Content
from textual.geometry import Size
from textual.style import Style
from textual.widget import Widget

from tui.article.folding import fold
from tui.widgets.panels.panel_text import wrap_words
from tui.widgets.part_style import part_style

LEFT = 16
"""The cells of the left column."""
_MOST = 20  # screen lines of one line of help

Group = tuple[str, Sequence[tuple[str, str]]]
"""A heading and its lines."""


class HelpLines(Widget):
    """All groups in one widget: one for each line would take the screen a quarter of a second to lay out."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"help--heading", "help--left", "help--right"}

    def __init__(self, groups: Iterable[Group], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._groups = list(groups)
        self._shown = self._groups
        self._laid_out: tuple[int, list[tuple[str, str, str]]] | None = None

    def narrow(self, text: str) -> bool:
        """Show the lines that have every word of `text` in them or their heading; tell whether there are any."""
        words = fold(text).split()
        self._shown = [
            (heading, left)
            for heading, lines in self._groups
            if (left := [line for line in lines if _has(words, heading, *line)])
        ]
        self._laid_out = None
        self.refresh(layout=True)
        return bool(self._shown)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the number of screen lines at this width in cells."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Return all lines."""
        styles = {part: part_style(self, part) for part in self.COMPONENT_CLASSES}
        return Content("\n").join(_drawn(styles, *line) for line in self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[tuple[str, str, str]]:
        """Return a heading and the two columns of each screen line; the heading or the columns are empty."""
        if self._laid_out is None or self._laid_out[0] != width:
            self._laid_out = width, list(self._lay_out(width))
        return self._laid_out[1]

    def _lay_out(self, width: int) -> Iterator[tuple[str, str, str]]:
        for heading, lines in self._shown:
            yield "", "", ""
            yield heading, "", ""
            for left, right in lines:
                columns = (
                    wrap_words(left, LEFT - 1, _MOST),
                    wrap_words(right, max(1, width - LEFT), _MOST),
                )
                for at_left, at_right in zip_longest(*columns, fillvalue=""):
                    yield "", at_left, at_right


def _has(words: Sequence[str], *texts: str) -> bool:
    folded = fold(" ".join(texts))
    return all(word in folded for word in words)


def _drawn(styles: dict[str, Style], heading: str, left: str, right: str) -> Content:
    if heading:
        return Content.styled(heading, styles["help--heading"])
    return Content.assemble((set_cell_size(left, LEFT), styles["help--left"]), (right, styles["help--right"]))
