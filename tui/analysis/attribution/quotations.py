"""Quotations: what stands between quotation marks.

`find` reads one paragraph at a time, so that a bad mark does its damage there and nowhere else; the only
thing that crosses from one paragraph to the next is a quotation left open whose marks the next re-opens.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from tui.analysis.attribution import mark_pairing, quotation_marks, unclosed_quotations
from tui.analysis.attribution.mark_pairing import MarkAct
from tui.analysis.attribution.quotation_marks import MarkFamily, QuotationMark
from tui.article.article import Block, BlockKind
from tui.article.characters import LINE_ENDS
from tui.article.spans import Span


class QuotationStyle(StrEnum):
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
    outer ones. `resumes` is the index, in the list that `find` gives, of an open quotation that a caption,
    a list of links or a newsletter's box broke off and that this one goes on with.
    """

    span: Span
    pieces: tuple[Span, ...]
    blocks: tuple[int, ...]
    style: QuotationStyle
    closed: bool
    depth: int = 0
    inner: tuple[Quotation, ...] = ()
    resumes: int | None = None


_RUNS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BLOCK_QUOTE, BlockKind.TURN})
_BREAKS_OFF = frozenset(
    {
        *(BlockKind.LINK_LIST, BlockKind.CAPTION, BlockKind.NEWSLETTER, BlockKind.EMBED),
        *(BlockKind.TABLE, BlockKind.CODE),
    }
)
_LINE_END = re.compile(f"[{LINE_ENDS}]")

_STYLES = {
    '"': QuotationStyle.STRAIGHT,
    "＂": QuotationStyle.STRAIGHT,
    "''": QuotationStyle.DOUBLED,
    "``": QuotationStyle.DOUBLED,
    "‘‘": QuotationStyle.DOUBLED,
    "’’": QuotationStyle.DOUBLED,
    "'": QuotationStyle.SINGLE_STRAIGHT,
    "`": QuotationStyle.SINGLE_STRAIGHT,
    "´": QuotationStyle.SINGLE_STRAIGHT,
    "‘": QuotationStyle.SINGLE_CURLY,
    "’": QuotationStyle.SINGLE_CURLY,
    "‛": QuotationStyle.SINGLE_CURLY,
    "‚": QuotationStyle.LOW,
    "‚‚": QuotationStyle.LOW,
    "„": QuotationStyle.LOW,
    "«": QuotationStyle.GUILLEMETS,
    "»": QuotationStyle.GUILLEMETS,
    "‹": QuotationStyle.GUILLEMETS,
    "›": QuotationStyle.GUILLEMETS,
    "「": QuotationStyle.CORNER,
    "」": QuotationStyle.CORNER,
    "『": QuotationStyle.CORNER,
    "』": QuotationStyle.CORNER,
}


@dataclass(slots=True)
class _OpenQuotation:
    """A quotation whose closing mark has not come yet."""

    mark: QuotationMark
    inner: list[Quotation]


@dataclass(slots=True)
class _Paragraph:
    """The outer quotations of one paragraph.

    `leads` is the family of marks of the first if the paragraph begins with it, `left` that of the last if it is
    still open at the end.
    """

    found: list[Quotation]
    leads: MarkFamily | None = None
    left: MarkFamily | None = None


def find(text: str, blocks: Sequence[Block]) -> list[Quotation]:
    """Return the outer quotations of an article, in reading order; they never overlap.

    Only blocks that speak are read, headlines and captions too. A quotation never leaves its block unless
    the next paragraph begins with its opening mark again; any block between that is no paragraph ends it.
    """
    whole = _uncut_paragraphs(text, blocks)
    paragraphs = [
        Block(blocks[r.start].kind, Span(blocks[r.start].span.start, blocks[r[-1]].span.end)) for r in whole
    ]
    marks = [
        quotation_marks.find_marks(text, *block.span) if block.kind.speaks else [] for block in paragraphs
    ]
    leads = _leading_families(text, paragraphs, marks)
    groups: list[list[Quotation]] = []  # the pieces of each quotation
    resumed: dict[int, int] = {}
    left: MarkFamily | None = None  # the family of a quotation left open, which is the last of `open_group`
    open_group = -1
    broken_off = False
    for index, block in enumerate(paragraphs):
        runs = block.kind in _RUNS
        # A caption interrupts a quotation; a heading ends it.
        if block.kind in _BREAKS_OFF:
            broken_off = True
        elif not runs:
            left = None
        paragraph = _Paragraph([])
        if marks[index]:
            paragraph = _read_paragraph(
                text, index, block.span, marks[index], leads[index + 1] if runs else None
            )
        for n, quotation in enumerate(paragraph.found):
            # “… the first paragraph. / “The second, with its mark re-opened.”
            if n == 0 and runs and left is not None and left is paragraph.leads:
                if not broken_off:
                    groups[open_group].append(quotation)
                    continue
                resumed[len(groups)] = open_group
            groups.append([quotation])
        if runs:
            left, open_group, broken_off = paragraph.left, len(groups) - 1, False
    found = [_join(group, resumed.get(n)) for n, group in enumerate(groups)]
    return found if len(whole) == len(blocks) else [_split_by_block(q, blocks, whole) for q in found]


def _uncut_paragraphs(text: str, blocks: Sequence[Block]) -> list[range]:
    """Return the indices of the blocks of each paragraph: several where it was cut for its length."""
    out: list[range] = []
    for index, block in enumerate(blocks):
        before = blocks[index - 1] if index else None
        if (
            before is not None
            and before.kind is block.kind
            and not _LINE_END.search(text, before.span.end, block.span.start)
        ):
            out[-1] = range(out[-1].start, index + 1)
        else:
            out.append(range(index, index + 1))
    return out


def _split_by_block(quotation: Quotation, blocks: Sequence[Block], whole: Sequence[range]) -> Quotation:
    """Return a quotation of whole paragraphs with its pieces cut at the borders of blocks."""
    pieces: list[Span] = []
    places: list[int] = []
    for piece, paragraph in zip(quotation.pieces, quotation.blocks, strict=True):
        indices = whole[paragraph]
        first = bisect_right(indices, piece.start, key=lambda i: blocks[i].span.start) - 1
        for index in indices[first:]:
            span = blocks[index].span
            if span.start >= piece.end:
                break
            pieces.append(Span(max(piece.start, span.start), min(piece.end, span.end)))
            places.append(index)
    inner = tuple(_split_by_block(q, blocks, whole) for q in quotation.inner)
    return replace(quotation, pieces=tuple(pieces), blocks=tuple(places), inner=inner)


def _leading_families(
    text: str, blocks: Sequence[Block], marks: Sequence[Sequence[QuotationMark]]
) -> list[MarkFamily | None]:
    """Return the family of the opening mark that each block, and what follows the last, begins with.

    A block that may interrupt a quotation takes the family of the paragraph after it.
    """
    found: list[MarkFamily | None] = [None] * (len(blocks) + 1)
    for index in range(len(blocks) - 1, -1, -1):
        block = blocks[index]
        if block.kind in _BREAKS_OFF:
            found[index] = found[index + 1]
        elif block.kind in _RUNS and marks[index]:
            mark = marks[index][0]
            if mark.opens < 3.0 and quotation_marks.is_leading(text, block.span.start, mark):
                found[index] = mark.family
    return found


def _read_paragraph(
    text: str, index: int, span: Span, marks: Sequence[QuotationMark], goes_on: MarkFamily | None
) -> _Paragraph:
    acts = mark_pairing.pair(marks, goes_on)
    paragraph = _Paragraph([])
    opened: list[_OpenQuotation] = []

    def close(end: int, mark: QuotationMark | None) -> Quotation:
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
                and quotation_marks.is_leading(text, span.start, frame.mark)
            ):
                paragraph.leads = frame.mark.family
        return quotation

    last_close = max((i for i, (_, depth) in enumerate(acts) if not depth), default=-1)
    for i, (mark, (act, depth)) in enumerate(zip(marks, acts, strict=True)):
        if act is MarkAct.OPEN:
            opened.append(_OpenQuotation(mark, []))
        elif act is MarkAct.CLOSE:
            while len(opened) > depth + 1:
                close(_strip_end(text, mark.start), None)
            end = mark
            for later in range(i + 1, len(marks)):  # a doubled closing mark is part of it
                if not marks[later].doubled or acts[later][0] is not MarkAct.STRAY:
                    break
                end = marks[later]
            close(end.end, mark)
        elif act is MarkAct.RESTART:
            reopened = i < last_close and unclosed_quotations.is_reopened(text, opened[0].mark, mark)
            while len(opened) > (1 if reopened else 0):
                close(_strip_end(text, mark.start), None)
            if not reopened:
                opened.append(_OpenQuotation(mark, []))
    if opened:
        if not unclosed_quotations.is_scare_mark(text, span.start, opened[0].mark):
            paragraph.left = opened[0].mark.family
        while opened:
            close(_strip_end(text, span.end), None)
    return paragraph


def _strip_end(text: str, end: int) -> int:
    """Return `end` moved back over white space."""
    while end > 0 and text[end - 1].isspace():
        end -= 1
    return end


def _style(first: QuotationMark, last: QuotationMark | None) -> QuotationStyle:
    style = _STYLES.get(first.glyph, QuotationStyle.CURLY)
    if last is None or style is QuotationStyle.LOW or first.glyph == "``":
        return style
    return style if _STYLES.get(last.glyph, QuotationStyle.CURLY) is style else QuotationStyle.MIXED


def _join(group: Sequence[Quotation], resumes: int | None) -> Quotation:
    """Join the quotations that re-open their marks paragraph after paragraph into one."""
    if len(group) == 1 and resumes is None:
        return group[0]
    return replace(
        group[0],
        span=Span(group[0].span.start, group[-1].span.end),
        pieces=tuple(piece for part in group for piece in part.pieces),
        blocks=tuple(block for part in group for block in part.blocks),
        inner=tuple(inner for part in group for inner in part.inner),
        closed=group[-1].closed,
        resumes=resumes,
    )
