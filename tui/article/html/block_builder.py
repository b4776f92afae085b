"""The middle of an article as blocks to be: its body, with what stands in it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from tui.article.article import BlockKind
from tui.article.html.class_hints import Region
from tui.article.html.html_boilerplate import heads_furniture
from tui.article.html.scoring import BodyChoice, BodyScorer
from tui.article.html.text_blocks import HEADINGS, Element, TextBlock, TextBlockLink
from tui.article.spans import Span
from tui.article.text.blocks import Unit, mark_turns
from tui.article.text.headings import is_full

_HEAD_PIECES = 6  # of byline, date and captions, between the headline and the body
_CREDIT = re.compile(
    r"\s*[(\[]?(?:\b(?:photo(?:graph)?|picture|image|credit|video)s?(?:\s(?:by|credit|courtesy\sof))?\s?[:/|]|©).{1,80}\Z",
    re.IGNORECASE,
)
_CELL, _BETWEEN = 80, " | "  # characters of a table's cell; what is drawn between two
_LINKS_AFTER = 12  # lines of a list of links that follows the article


@dataclass(slots=True)
class DraftBlock:
    """A block to be: words of one or several lines."""

    kind: BlockKind
    lines: list[str]
    links: list[list[TextBlockLink]] = field(default_factory=list)


def middle(scorer: BodyScorer, choice: BodyChoice) -> list[DraftBlock]:
    """The body, with the captions, lists of links and newsletter boxes that stand in it."""
    if not choice.body:
        return []
    first, last = min(choice.body), max(choice.body)
    kinds: dict[int, BlockKind] = {}
    for n in range(first - 1, max(-1, first - 1 - _HEAD_PIECES), -1):  # of the picture at the head
        kind = choice.kinds.get(n)
        if kind is BlockKind.CAPTION and scorer.roles[n] is Region.CAPTION:
            if _beside(scorer.blocks[n], kind, after=False):
                kinds[n] = kind
        elif kind not in (BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.CAPTION):
            break
    kinds = dict(sorted(kinds.items()))
    for block in scorer.blocks[first : min(choice.last, last + _LINKS_AFTER) + 1]:
        n = block.number
        if n in choice.body:
            kinds[n] = _body_kind(block, scorer.roles[n])
        elif n in choice.kinds and (kind := _beside(block, choice.kinds[n], after=n > last)) is not None:
            kinds[n] = kind
    _turns(scorer.blocks, kinds)
    numbers: dict[Element, int] = defaultdict(int)
    begun: set[Element] = set()
    told: set[tuple[str, ...]] = set()  # boxes, which some pages show again and again
    out: list[DraftBlock] = []
    for kind, group in groupby(kinds, key=lambda n: kinds[n]):
        members = [scorer.blocks[n] for n in group]
        if kind in (BlockKind.LINK_LIST, BlockKind.NEWSLETTER):
            if kind is BlockKind.LINK_LIST:
                members = [p for p in members if p.links or heads_furniture(p.text)]
            lines = tuple(p.key for p in members)
            if lines in told or not any(p.links or kind is BlockKind.NEWSLETTER for p in members):
                continue
            told.add(lines)
            out.append(DraftBlock(kind, [p.text for p in members], [p.links for p in members]))
        elif kind is BlockKind.EMBED:
            out += _posts(members)
        elif kind is BlockKind.LIST_ITEM:
            out += [_item(p, numbers, begun) for p in members]
        elif kind is BlockKind.CAPTION:
            out += [_caption(p) for p in members if not _CREDIT.match(p.text)]
        elif kind is BlockKind.PARAGRAPH:
            for row, cells in groupby(members, key=_row):
                together = list(cells)
                out += [
                    _line_of(part) for part in ([together] if row is not None else [[p] for p in together])
                ]
        else:
            out += [DraftBlock(kind, [p.text], [p.links]) for p in members]
    return out


def _row(block: TextBlock) -> Element | None:
    """The row of a table of facts that the block is a cell of: a short one; others lay out a page."""
    if (
        block.tag not in ("td", "th")
        or len(block.text) > _CELL
        or block.text.endswith((".", "!", "?", "…", ":"))
    ):
        return None
    above = block.above[-2]
    return above if above.tag == "tr" else None


def _line_of(cells: Sequence[TextBlock]) -> DraftBlock:
    """The cells of a row on one line."""
    text, links = "", []
    for cell in cells:
        text += _BETWEEN if text else ""
        links += [TextBlockLink(k.start + len(text), k.end + len(text), k.href) for k in cell.links]
        text += cell.text
    return DraftBlock(BlockKind.PARAGRAPH, [text], [links])


def _caption(block: TextBlock) -> DraftBlock:
    """What a picture shows, without whose it is: an agency named there has nothing to do with the article."""
    credit = _CREDIT.search(block.text)
    text = block.text[: credit.start()] if credit else block.text
    return DraftBlock(BlockKind.CAPTION, [text], [[link for link in block.links if link.end <= len(text)]])


def _body_kind(block: TextBlock, role: Region | None) -> BlockKind:
    tags = {str(element.tag) for element in block.above}
    if role is Region.EMBED:
        return BlockKind.EMBED
    if block.tag in HEADINGS:
        return BlockKind.SUBHEADING
    if "li" in tags or block.tag in ("dd", "dt"):
        return BlockKind.LIST_ITEM
    if "blockquote" in tags:
        return BlockKind.BLOCK_QUOTE
    if block.bold == len(block.text) < 80 and not is_full(block.text):
        return BlockKind.SUBHEADING
    return BlockKind.PARAGRAPH


def _beside(block: TextBlock, kind: BlockKind, *, after: bool) -> BlockKind | None:
    """The kind that a block which is no body is shown as in the middle of it, or after it; None for not at all."""
    if kind is BlockKind.DATELINE and not after and len(block.text) <= 40:
        return BlockKind.TIMESTAMP
    if kind is BlockKind.LINK_LIST:
        return kind if len(block.text) <= 200 else None
    if kind is BlockKind.CAPTION:
        return kind if not after and len(block.text.split()) > 2 else None
    return kind if kind is BlockKind.NEWSLETTER and not after and len(block.text) <= 400 else None


def _turns(found: Sequence[TextBlock], kinds: dict[int, BlockKind]) -> None:
    """Mark the turns of an interview among what is body."""
    order = list(kinds)
    units = [Unit(Span(0, len(found[n].text)), found[n].text, 0, 1, True) for n in order]
    told = [kinds[n] for n in order]
    mark_turns(units, told)
    kinds.update(zip(order, told, strict=True))


def _posts(members: Sequence[TextBlock]) -> list[DraftBlock]:
    """Posts from elsewhere, each with its author's line, "— Name (@name) date", under it."""
    out = [DraftBlock(BlockKind.EMBED, [])]
    for block in members:
        if out[-1].lines and out[-1].lines[-1].startswith(("—", "&mdash;")):
            out.append(DraftBlock(BlockKind.EMBED, []))
        out[-1].lines.append(block.text)
        out[-1].links.append(block.links)
    return out


def _item(block: TextBlock, numbers: dict[Element, int], begun: set[Element]) -> DraftBlock:
    """A list item with its bullet or number; blocks after the first of one item have none. `numbers` counts the
    items of each list, `begun` holds those that have their mark."""
    item = next((e for e in reversed(block.above) if e.tag == "li"), None)
    mark = ""
    if item is not None and item not in begun:
        begun.add(item)
        above = item.getparent()
        numbers[above] += 1
        mark = f"{numbers[above]}. " if above is not None and above.tag == "ol" else "• "
    links = [TextBlockLink(k.start + len(mark), k.end + len(mark), k.href) for k in block.links]
    return DraftBlock(BlockKind.LIST_ITEM, [mark + block.text], [links])
