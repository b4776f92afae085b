"""Fit text to a panel's width in cells."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.style import Style

from tui.article.sanitising import is_plain
from tui.article.spans import Span
from tui.widgets.cell_width import most_cells


def said_line(who: str, where: str, how: str, width: int) -> str:
    """Return who said it, where and how, in `width` cells; the article's name is cut first, then the speaker's."""
    room = width - cell_len(who) - cell_len(how) - 6
    where = fit(where, room) if room >= 12 else ""
    who = who if where else fit(who, max(8, width - cell_len(how) - 3))
    return fit(" · ".join(part for part in (who, where, how) if part), width)


def fit_ends(text: str, width: int) -> str:
    """Cut a path or an address to `width` cells in its midst: it is told from others by its end."""
    if cell_len(text) <= width or width < 8:
        return fit(text, width)
    start = set_cell_size(text, width // 3).rstrip()
    end = text
    while cell_len(start) + 1 + cell_len(end) > width:
        end = end[1 + max(0, (cell_len(start) + 1 + cell_len(end) - width) // 2 - 1) :]
    return f"{start}…{end}"


def fit(text: str, width: int) -> str:
    """Cut `text` to `width` cells, with an ellipsis where something was cut."""
    if most_cells(text) <= width:
        return text
    if width <= 1:
        cut = set_cell_size(text, max(0, width))
        return cut if most_cells(cut) <= width else " " * width
    room = width - 1
    while most_cells(cut := set_cell_size(text, room).rstrip()) >= width and room:
        room -= 1
    return cut + "…"


def wrap_words(text: str, width: int, most: int) -> list[str]:
    """Wrap `text` between words to at most `most` lines of `width` cells, with an ellipsis if it is cut.

    Only as much as the lines can hold is examined, so that a very long text costs no more than a long one.
    """
    room = max(1, width)
    text = text[: room * most * 4]
    lines = _wrap_plain(text, room, most) if is_plain(text) and "  " not in text else None
    return _wrap_any(text, room, most) if lines is None else lines


def _wrap_plain(text: str, room: int, most: int) -> list[str] | None:
    """Wrap words of one-cell characters with single spaces; return None if a word is longer than a line.

    Panels do this for thousands of quotes at once.
    """
    text = text.strip()
    lines: list[str] = []
    at = 0
    while len(text) - at > room:
        cut = text.rfind(" ", at, at + room + 1)
        if cut < 0:
            return None
        lines.append(text[at:cut])
        at = cut + 1
        if len(lines) == most:
            word = text[at:].partition(" ")[0]
            if len(word) > room:
                return None
            full = lines[-1] + (" …" if len(lines[-1]) + 2 <= room else word)
            lines[-1] = (
                full if len(full) <= room else full[: room - 1].rstrip() + "…" if room > 1 else full[:1]
            )
            return lines
    return [*lines, text[at:]]


def _wrap_any(text: str, room: int, most: int) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if most_cells(longer) <= room:
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
    """Wrap a single line to at most `most` lines of `width` cells, with the spans of `marks` in `style`."""
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
    """Return a line of `width` cells with `left` and `right` at its ends; `left` is cut if they do not fit."""
    room = max(0, width - right.cell_length - 1)
    if left.cell_length > room:
        left = left.truncate(room, ellipsis=True)
    return left.pad_right(max(0, width - left.cell_length - right.cell_length)) + right
