"""What a selection of article text means: clean text to copy, and steps by word, sentence and paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tui.article.article import Article, BlockKind
from tui.article.spans import Span
from tui.widgets.article.flow import Flow

UNITS = ("character", "word", "sentence", "paragraph")
_TITLES = "".join(
    rf"(?<!\b{title})" for title in ("Mr", "Mrs", "Ms", "Dr", "St", "Gen", "Sen", "Rep", "Gov", "[A-Z]")
)
_UNIT_PATTERNS = {
    "character": r"\S",
    "word": r"\w+(?:[’'\-]\w+)*|[^\w\s]+",
    "sentence": rf"(?s)\S.*?(?:{_TITLES}[.!?…。！？]+['\"’”)\]»]*(?=\s+['\"‘“(\[«]*[^\Wa-z]|\s*\Z)|\Z)",
    "paragraph": r"(?s)\S(?:.*\S)?",
}
_TOGETHER = frozenset({BlockKind.LIST_ITEM, BlockKind.LINK_LIST})


def clean_text(article: Article, flow: Flow, span: Span) -> str:
    """The characters of `span` to be copied: paragraphs apart by a blank line, lines of a list by a line end.

    White space inside a paragraph, also the line ends of a text that was wrapped by hand, becomes one space;
    what may not be drawn (controls, turns of direction) is not copied as it is either.
    """
    out: list[str] = []
    last: int | None = None
    for piece in range(flow.piece_at(span.start), len(flow)):
        start, end = max(span.start, flow.starts[piece]), min(span.end, flow.ends[piece])
        if flow.starts[piece] >= span.end:
            break
        base = flow.starts[piece]
        words = " ".join(flow.shown(piece)[start - base : end - base].split()) if end > start else ""
        if not words:
            continue
        block = flow.blocks[piece]
        if last is not None:
            kinds = article.blocks[last].kind, article.blocks[block].kind
            if last == block:
                out.append("\n" if kinds[0] is BlockKind.LINK_LIST else " ")
            else:
                out.append("\n" if kinds[0] is kinds[1] and kinds[0] in _TOGETHER else "\n\n")
        out.append(words)
        last = block
    return "".join(out)


@dataclass(frozen=True, slots=True)
class TextSelection:
    """A selection made by keyboard: what it began with, and the end that moves."""

    began: Span
    head: int

    @property
    def span(self) -> Span:
        """What is selected."""
        return Span(min(self.began.start, self.head), max(self.began.end, self.head))

    def extended(self, flow: Flow, unit: str, direction: int) -> TextSelection:
        """The selection with its head a unit (one of `UNITS`) further on (1) or back (-1)."""
        return TextSelection(self.began, _next_head(flow, self, unit, direction))


def unit_at(flow: Flow, unit: str, offset: int) -> Span:
    """The word, sentence or paragraph that holds `offset`, else the next, else the last; else (0, 0)."""
    last = Span(0, 0)
    for piece in range(flow.piece_at(offset), len(flow)):
        for span in _units(flow, unit, piece):
            if span.end > offset:
                return span
            last = span
    return last


def _units(flow: Flow, unit: str, piece: int) -> list[Span]:
    found = re.compile(_UNIT_PATTERNS[unit]).finditer(flow.text, flow.starts[piece], flow.ends[piece])
    return [Span(match.start(), match.end()) for match in found]


def _next_head(flow: Flow, selecting: TextSelection, unit: str, direction: int) -> int:
    """Where the end that moves comes to; it jumps over what the selection began with."""
    began, head = selecting.began, selecting.head
    here = flow.piece_at(head)
    if direction > 0:
        for piece in range(here, len(flow)):
            for span in _units(flow, unit, piece):
                if head >= began.end and span.end > head:
                    return span.end
                if head < began.start and span.start > head:
                    return span.start if span.start < began.start else began.end
        return head
    for piece in range(here, -1, -1):
        for span in reversed(_units(flow, unit, piece) if len(flow) else []):
            if head > began.end and span.end < head:
                return max(span.end, began.end)
            if head <= began.end and span.start < min(head, began.start):
                return span.start
    return head
