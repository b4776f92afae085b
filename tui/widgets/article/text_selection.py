"""Selections of article text: clean text to copy, and steps by word, sentence and paragraph."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from tui.article.article import Article, BlockKind
from tui.article.spans import Span
from tui.widgets.article.flow import Flow

UNITS = ("character", "word", "sentence", "paragraph")
_TITLES = "".join(
    rf"(?<!\b{title})" for title in ("Mr", "Mrs", "Ms", "Dr", "St", "Gen", "Sen", "Rep", "Gov", "[A-Z]")
)
# Each run of marks is matched only once: a line of dots has thousands.
_ENDS = r"(?<![.!?…。！？])[.!?…。！？]++['\"’”)\]»]*+"
# A title, an initial before a name, an abbreviation (U.S., Ph.D., a.m.), a number (3.5, $1,000, 10:30), then what
# apostrophes, hyphens and ampersands hold together (don't, state-owned, AT&T), then marks.
_WORD = (
    r"(?:Mrs?|Ms|Dr|St|Gen|Sen|Rep|Gov|Prof|Jr|Sr|No|vs)\.(?=\s)|[A-Z]\.(?=\s+[A-Z])|(?:[^\W\d_]{1,3}\.){2,}"
    r"|[$€£]?\d+(?:[.,:/]\d+)*(?:%|\w+)?(?:-\w+)*|\w+(?:[’'\-&]\w+)*|[^\w\s]+"
)
_UNIT_PATTERNS = {
    "character": r"\S",
    "word": _WORD,
    "sentence": rf"(?s)\S.*?(?:{_TITLES}{_ENDS}(?=\s+['\"‘“(\[«]*[^\Wa-z]|\s*\Z)|\Z)",
    "paragraph": r"(?s)\S(?:.*\S)?",
}
_BY_LINE = frozenset({BlockKind.LINK_LIST, BlockKind.TABLE, BlockKind.CODE})
_TOGETHER = frozenset({BlockKind.LIST_ITEM, BlockKind.LINK_LIST})


def clean_text(article: Article, flow: Flow, span: Span) -> str:
    """Return the text of `span` to copy: a blank line between paragraphs, a line end between items of a list.

    White space inside a paragraph becomes one space, including line ends in text that was wrapped by hand.
    Control and direction characters are replaced as on the screen.
    """
    out: list[str] = []
    last: int | None = None
    for piece in range(flow.piece_at(span.start), len(flow)):
        if flow.starts[piece] >= span.end:
            break
        block = flow.blocks[piece]
        places = flow.places(piece)
        words = flow.displayed(piece)[bisect_left(places, span.start) : bisect_left(places, span.end)]
        if article.blocks[block].kind is BlockKind.CODE:
            words = words.replace("\xa0", " ").rstrip()
        else:
            words = " ".join(words.split())
        if not words:
            continue
        if last is not None:
            kinds = article.blocks[last].kind, article.blocks[block].kind
            if last == block:
                out.append("\n" if kinds[0] in _BY_LINE else " ")
            else:
                out.append("\n" if kinds[0] is kinds[1] and kinds[0] in _TOGETHER else "\n\n")
        out.append(words)
        last = block
    return "".join(out)


@dataclass(frozen=True, slots=True)
class TextSelection:
    """A selection made by keyboard: the span it started with, and the end that moves."""

    anchor: Span
    head: int

    @property
    def span(self) -> Span:
        """The selected characters."""
        return Span(min(self.anchor.start, self.head), max(self.anchor.end, self.head))

    def swapped(self, flow: Flow) -> TextSelection:
        """Return the selection with its other end as the one that moves; the word at this end stays selected."""
        start, end = self.span
        words = [span for span in _units_in(flow, "word", self.span) if span.end > start and span.start < end]
        if not words:
            return self
        if self.head >= self.anchor.end:
            return TextSelection(Span(max(start, words[-1].start), end), start)
        return TextSelection(Span(start, min(end, words[0].end)), end)

    def moved_to(self, place: Span) -> TextSelection:
        """Return the selection with its head at a character, so that this one is selected, too."""
        if place.start < self.anchor.start:
            return TextSelection(self.anchor, place.start)
        return TextSelection(self.anchor, max(place.end, self.anchor.end))

    def extended(self, flow: Flow, unit: str, direction: int) -> TextSelection:
        """Return the selection with its head moved forward (1) or back (-1) by one of `UNITS`."""
        return TextSelection(self.anchor, _next_head(flow, self, unit, direction))


def unit_at(flow: Flow, unit: str, offset: int) -> Span:
    """Return the word, sentence or paragraph that holds `offset`, else the next, the last or (0, 0)."""
    last = Span(0, 0)
    for piece in range(flow.piece_at(offset), len(flow)):
        for span in _units(flow, unit, piece):
            if span.end > offset:
                return span
            last = span
    return last


def _units(flow: Flow, unit: str, piece: int) -> list[Span]:
    places = flow.places(piece)
    found = re.compile(_UNIT_PATTERNS[unit]).finditer(flow.displayed(piece))
    return [Span(places[match.start()], places[match.end() - 1] + 1) for match in found]


def _units_in(flow: Flow, unit: str, span: Span) -> Iterator[Span]:
    """Yield the units of the pieces that a span is in."""
    for piece in range(flow.piece_at(span.start), flow.piece_at(max(span.start, span.end - 1)) + 1):
        yield from _units(flow, unit, piece)


def _next_head(flow: Flow, selection: TextSelection, unit: str, direction: int) -> int:
    """Return the new position of the head, which skips over the anchor."""
    anchor, head = selection.anchor, selection.head
    here = flow.piece_at(head)
    if direction > 0:
        for piece in range(here, len(flow)):
            for span in _units(flow, unit, piece):
                if head >= anchor.end and span.end > head:
                    return span.end
                if head < anchor.start and span.start > head:
                    return span.start if span.start < anchor.start else anchor.end
        return head
    for piece in range(here, -1, -1):
        for span in reversed(_units(flow, unit, piece) if len(flow) else []):
            if head > anchor.end and span.end < head:
                return max(span.end, anchor.end)
            if head <= anchor.end and span.start < min(head, anchor.start):
                return span.start
    return head
