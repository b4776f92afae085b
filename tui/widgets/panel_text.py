"""Small helpers for drawing a panel's lines at a width in cells."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.style import Style

from tui.article.spans import Span

CORRECTED = "✎"
"""Stands beside what the reader corrected by hand."""


def fit(text: str, width: int) -> str:
    """`text` cut to `width` cells, with an ellipsis where something was cut."""
    if cell_len(text) <= width:
        return text
    if width <= 1:
        return set_cell_size(text, max(0, width))
    return set_cell_size(text, width - 1).rstrip() + "…"


def wrap_words(text: str, width: int, most: int) -> list[str]:
    """`text` in at most `most` lines of `width` cells, broken between words; an ellipsis where it goes on.

    Stops reading once the lines are full, so that a very long text costs no more than a long one.
    """
    lines: list[str] = []
    line = ""
    room = max(1, width)
    for word in text[: room * most * 4].split():
        longer = f"{line} {word}" if line else word
        if cell_len(longer) <= room:
            line = longer
            continue
        if line:
            lines.append(line)
        if len(lines) == most:
            lines[-1] = (
                fit(f"{lines[-1]} …", room)
                if cell_len(lines[-1]) + 2 <= room
                else fit(lines[-1] + word, room)
            )
            return lines
        line = fit(word, room)
    if line:
        lines.append(line)
    return lines or [""]


def wrap_marked(text: str, marks: Iterable[Span], style: Style, width: int, most: int) -> list[Content]:
    """`text`, a single line, as at most `most` lines of `width` cells, what is inside `marks` in `style`."""
    room = max(4, width)
    content = Content(text[: room * most * 4])
    for mark in marks:
        content = content.stylize(style, mark.start, mark.end)
    lines = content.wrap(room)
    if len(lines) > most or len(text) > room * most * 4:
        lines = lines[:most]
        lines[-1] = lines[-1].rstrip().truncate(room - 2) + Content(" …")
    return lines


def spread(left: Content, right: Content, width: int) -> Content:
    """`left` and `right` at the two ends of a line of `width` cells; `left` gives way."""
    room = max(0, width - right.cell_length - 1)
    if left.cell_length > room:
        left = left.truncate(room, ellipsis=True)
    return left.pad_right(max(0, width - left.cell_length - right.cell_length)) + right
