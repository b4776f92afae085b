"""What stands between quotation marks.

`find` reads one paragraph at a time, so that a bad mark does its damage there and nowhere else; the only
thing that crosses from one paragraph to the next is a quotation left open whose marks the next re-opens.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from tui.analysis import marks as reading
from tui.analysis import pairing
from tui.analysis.marks import Family, Mark
from tui.analysis.pairing import Act
from tui.article.article import Block, BlockKind
from tui.article.spans import Span


class Style(StrEnum):
    """The shape of a quotation's marks."""

    STRAIGHT = "straight"  # "…"
    CURLY = "curly"  # “…” and ”…”
    LOW = "low"  # „…“
    DOUBLED = "doubled"  # ''…'' and ``…''
    SINGLE_STRAIGHT = "single straight"
    SINGLE_CURLY = "single curly"
    GUILLEMETS = "guillemets"
    CORNER = "corner"
    MIXED = "mixed"  # opened in one style, closed in another


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation, its marks included.

    `span` runs from its first opening mark to after its last closing mark; where none comes (`closed` is
    False) to the end of its paragraph, or to where the next quotation begins. `pieces` has one span for each
    paragraph it touches and `blocks` the index of each: a quotation that re-opens its marks paragraph after
    paragraph is one quotation. `inner` are the quotations inside it, in reading order; `depth` is 0 for the
    outer ones. `resumes` is the index, in the list that `find` gives, of an open quotation that a caption or
    a list of links broke off and that this one goes on with.
    """

    span: Span
    pieces: tuple[Span, ...]
    blocks: tuple[int, ...]
    style: Style
    closed: bool
    depth: int = 0
    inner: tuple[Quotation, ...] = ()
    resumes: int | None = None


_RUNS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BLOCK_QUOTE, BlockKind.TURN})
_BREAKS_OFF = frozenset({BlockKind.LINK_LIST, BlockKind.CAPTION})

_STYLES = {
    '"': Style.STRAIGHT,
    "＂": Style.STRAIGHT,
    "''": Style.DOUBLED,
    "``": Style.DOUBLED,
    "'": Style.SINGLE_STRAIGHT,
    "`": Style.SINGLE_STRAIGHT,
    "´": Style.SINGLE_STRAIGHT,
    "‘": Style.SINGLE_CURLY,
    "’": Style.SINGLE_CURLY,
    "‛": Style.SINGLE_CURLY,
    "‚": Style.LOW,
    "‚‚": Style.LOW,
    "„": Style.LOW,
    "«": Style.GUILLEMETS,
    "»": Style.GUILLEMETS,
    "‹": Style.GUILLEMETS,
    "›": Style.GUILLEMETS,
    "「": Style.CORNER,
    "」": Style.CORNER,
    "『": Style.CORNER,
    "』": Style.CORNER,
}


@dataclass(slots=True)
class _Open:
    """A quotation whose closing mark has not come yet."""

    mark: Mark
    inner: list[Quotation]


@dataclass(slots=True)
class _Paragraph:
    """The outer quotations of one paragraph; `leads` when the first stands at its beginning, `left` when the
    last is still open at its end, with the family of the marks of each."""

    found: list[Quotation]
    leads: Family | None = None
    left: Family | None = None


def find(text: str, blocks: Sequence[Block]) -> list[Quotation]:
    """The outer quotations of an article, in reading order; they never overlap.

    Only blocks that speak are read. A quotation never leaves its block unless its marks are re-opened at
    the beginning of the next paragraph; a headline, a subheading or any other block between ends the run.
    """
    spoken = [i for i, block in enumerate(blocks) if block.kind.speaks]
    found: list[Quotation] = []
    left: Family | None = None  # of found[-1], still open
    broken: tuple[int, Family] | None = None  # a quotation that something else broke off
    previous = -1
    upcoming = reading.read(text, *blocks[spoken[0]].span) if spoken else []
    for n, index in enumerate(spoken):
        block, marks = blocks[index], upcoming
        following = spoken[n + 1] if n + 1 < len(spoken) else None
        upcoming = reading.read(text, *blocks[following].span) if following is not None else []
        goes_on = None
        if following is not None and block.kind in _RUNS and blocks[following].kind in _RUNS:
            between = {blocks[i].kind for i in range(index + 1, following)}
            if between <= _BREAKS_OFF:
                goes_on = _lead(text, blocks[following], upcoming)
        if index != previous + 1 or block.kind not in _RUNS:
            if left is not None:
                broken = (len(found) - 1, left)
            left = None
        if any(blocks[i].kind not in _BREAKS_OFF for i in range(previous + 1, index)):
            broken = None
        previous = index
        if not marks:
            left = None
            if block.kind in _RUNS:
                broken = None
            continue
        paragraph = _read(text, index, block.span, marks, goes_on)
        new = paragraph.found
        if new and paragraph.leads is not None and block.kind in _RUNS:
            if left is paragraph.leads:
                found[-1] = _joined(found[-1], new.pop(0))
            elif broken is not None and broken[1] is paragraph.leads:
                new[0] = replace(new[0], resumes=broken[0])
        found += new
        left = paragraph.left
        if block.kind in _RUNS:
            broken = None
    return found


def _lead(text: str, block: Block, marks: Sequence[Mark]) -> Family | None:
    """The family of the opening mark that a paragraph begins with."""
    if marks and reading.leads(text, block.span.start, marks[0]) and marks[0].opens < 3.0:
        return marks[0].family
    return None


def _read(text: str, index: int, span: Span, marks: Sequence[Mark], goes_on: Family | None) -> _Paragraph:
    acts = pairing.read(marks, goes_on)
    paragraph = _Paragraph([])
    opened: list[_Open] = []

    def shut(end: int, mark: Mark | None) -> Quotation:
        frame = opened.pop()
        piece = Span(frame.mark.start, max(end, frame.mark.end))
        quotation = Quotation(
            span=piece,
            pieces=(piece,),
            blocks=(index,),
            style=_style(frame.mark, mark),
            closed=mark is not None,
            depth=len(opened),
            inner=tuple(frame.inner),
        )
        if opened:
            opened[-1].inner.append(quotation)
        else:
            paragraph.found.append(quotation)
            if (
                len(paragraph.found) == 1
                and frame.mark is marks[0]
                and reading.leads(text, span.start, frame.mark)
            ):
                paragraph.leads = frame.mark.family
        return quotation

    for i, (mark, (act, depth)) in enumerate(zip(marks, acts, strict=True)):
        if act is Act.OPEN:
            opened.append(_Open(mark, []))
        elif act is Act.CLOSE:
            while len(opened) > depth + 1:
                shut(_before(text, mark.start), None)
            end = mark
            for later in range(i + 1, len(marks)):  # a doubled closing mark is part of it
                if not marks[later].doubled or acts[later][0] is not Act.STRAY:
                    break
                end = marks[later]
            shut(end.end, mark)
        elif act is Act.RESTART:
            while opened:
                shut(_before(text, mark.start), None)
            opened.append(_Open(mark, []))
    if opened:
        paragraph.left = opened[0].mark.family
        while opened:
            shut(_before(text, span.end), None)
    return paragraph


def _before(text: str, end: int) -> int:
    """Where the white space before `end` begins."""
    while end > 0 and text[end - 1].isspace():
        end -= 1
    return end


def _style(first: Mark, last: Mark | None) -> Style:
    style = _STYLES.get(first.glyph, Style.CURLY)
    if last is None or style is Style.LOW or first.glyph == "``":
        return style
    return style if _STYLES.get(last.glyph, Style.CURLY) is style else Style.MIXED


def _joined(first: Quotation, second: Quotation) -> Quotation:
    """A quotation and the paragraph that goes on with it."""
    return replace(
        first,
        span=Span(first.span.start, second.span.end),
        pieces=first.pieces + second.pieces,
        blocks=first.blocks + second.blocks,
        closed=second.closed,
        inner=first.inner + second.inner,
    )
