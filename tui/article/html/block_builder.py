"""Build the blocks of an article's body, with the captions, lists of links and boxes in it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from tui.article.article import BlockKind
from tui.article.html.class_hints import Region
from tui.article.html.html_boilerplate import heads_boilerplate
from tui.article.html.scoring import BodyChoice, BodyScorer
from tui.article.html.text_blocks import HEADINGS, Element, TextBlock, TextBlockLink
from tui.article.spans import Span
from tui.article.text.blocks import Unit, mark_turns
from tui.article.text.headings import is_full
from tui.article.text.text_boilerplate import is_time, turn_label

_HEAD_BLOCKS = 6  # bylines, dates and captions between the headline and the body
_CREDIT = re.compile(
    r"[(\[]?(?:\b(?:photo(?:graph)?|picture|image|credit|video)s?(?:\s(?:by|credit|courtesy\sof))?\s?[:/|]|©).{1,80}\Z",
    re.IGNORECASE,
)
_LONGEST_CELL, _BETWEEN_CELLS = 80, " | "  # characters
_LINKS_AFTER = 12  # the most blocks after the article that may be a list of links


@dataclass(slots=True)
class DraftBlock:
    """A block of the article before its span in the text is known; it has one or several lines."""

    kind: BlockKind
    lines: list[str]
    links: list[list[TextBlockLink]] = field(default_factory=list)
    strong: bool = False
    """True if all of it is bold."""


def body_blocks(scorer: BodyScorer, choice: BodyChoice) -> list[DraftBlock]:
    """Return the blocks of the body, with the captions, lists of links and newsletter boxes in it."""
    if not choice.body:
        return []
    kinds = _kinds(scorer, choice)
    _mark_turns(scorer.blocks, kinds)
    numbers: dict[Element, int] = defaultdict(int)
    marked: set[Element] = set()
    seen_lists: set[tuple[str, ...]] = set()  # some pages repeat the same box again and again
    out: list[DraftBlock] = []
    for kind, group in groupby(kinds, key=lambda n: kinds[n]):
        members = [scorer.blocks[n] for n in group]
        if kind in (BlockKind.LINK_LIST, BlockKind.NEWSLETTER):
            if kind is BlockKind.LINK_LIST:
                members = [p for p in members if p.links or heads_boilerplate(p.text)]
            lines = tuple(p.key for p in members)
            if lines in seen_lists or not any(p.links or kind is BlockKind.NEWSLETTER for p in members):
                continue
            seen_lists.add(lines)
            out.append(DraftBlock(kind, [p.text for p in members], [p.links for p in members]))
        elif kind is BlockKind.EMBED:
            out += _embedded_posts(members)
        elif kind is BlockKind.LIST_ITEM:
            out += [_list_item(p, numbers, marked) for p in members]
        elif kind is BlockKind.CAPTION:
            out += [_caption(p) for p in members if not _CREDIT.match(p.text.lstrip())]
        elif kind is BlockKind.PARAGRAPH:
            for row, cells in groupby(members, key=_table_row):
                together = list(cells)
                out += [
                    _joined_cells(part)
                    for part in ([together] if row is not None else [[p] for p in together])
                ]
        else:
            out += [DraftBlock(kind, [p.text], [p.links], p.bold == len(p.text)) for p in members]
    return out


def _kinds(scorer: BodyScorer, choice: BodyChoice) -> dict[int, BlockKind]:
    """Return the kinds of the blocks of the body and of those that go with it, by number, in reading order."""
    first, last = min(choice.body), max(choice.body)
    kinds: dict[int, BlockKind] = {}
    # The caption of a picture above the body.
    for n in range(first - 1, max(-1, first - 1 - _HEAD_BLOCKS), -1):
        kind = choice.kinds.get(n)
        if kind is BlockKind.CAPTION and scorer.regions[n] is Region.CAPTION:
            if _kind_beside_body(scorer.blocks[n], kind, after=False):
                kinds[n] = kind
        elif kind not in (BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.CAPTION):
            break
    for block in scorer.blocks[first : min(choice.last, last + _LINKS_AFTER) + 1]:
        n = block.number
        if n in choice.body:
            kinds[n] = _body_kind(block, scorer.regions[n])
        elif (
            n in choice.kinds
            and (kind := _kind_beside_body(block, choice.kinds[n], after=n > last)) is not None
        ):
            kinds[n] = kind
    # "1 | The wall | 14 May 2025": a date in a row of a table is no time of a live blog's entry.
    rows = {_table_row(scorer.blocks[n]) for n, kind in kinds.items() if kind is BlockKind.PARAGRAPH} - {None}
    for n, kind in kinds.items():
        if kind is BlockKind.TIMESTAMP and _table_row(scorer.blocks[n]) in rows:
            kinds[n] = BlockKind.PARAGRAPH
    return dict(sorted({**_first_time(scorer, choice, first, kinds), **kinds}.items()))


def _first_time(
    scorer: BodyScorer, choice: BodyChoice, first: int, kinds: dict[int, BlockKind]
) -> dict[int, BlockKind]:
    """Return the time over the first entry of a live blog, which stands before the body; {} without one."""
    if sum(kind is BlockKind.TIMESTAMP for kind in kinds.values()) < 2:
        return {}
    for n in range(first - 1, max(-1, first - 3), -1):
        if choice.kinds.get(n) is BlockKind.DATELINE and is_time(scorer.blocks[n].text):
            return {n: BlockKind.TIMESTAMP}
    return {}


def _table_row(block: TextBlock) -> Element | None:
    """Return the table row of which the block is a short cell; None for a long cell, as in layout tables."""
    if (
        block.tag not in ("td", "th")
        or len(block.text) > _LONGEST_CELL
        or block.text.endswith((".", "!", "?", "…", ":"))
    ):
        return None
    above = block.ancestors[-2]
    return above if above.tag == "tr" else None


def _joined_cells(cells: Sequence[TextBlock]) -> DraftBlock:
    """Return the cells of a row joined on one line."""
    text, links = "", []
    for cell in cells:
        text += _BETWEEN_CELLS if text else ""
        links += [TextBlockLink(k.start + len(text), k.end + len(text), k.href) for k in cell.links]
        text += cell.text
    return DraftBlock(
        BlockKind.PARAGRAPH, [text], [links], strong=all(cell.bold == len(cell.text) for cell in cells)
    )


def _caption(block: TextBlock) -> DraftBlock:
    """Return a caption without its credit, as the agency named there has nothing to do with the article."""
    credit = _CREDIT.search(block.text)
    text = block.text[: credit.start()].rstrip() if credit else block.text
    return DraftBlock(BlockKind.CAPTION, [text], [[link for link in block.links if link.end <= len(text)]])


def _body_kind(block: TextBlock, region: Region | None) -> BlockKind:
    tags = {str(element.tag) for element in block.ancestors}
    if region is Region.EMBED:
        return BlockKind.EMBED
    if block.tag in HEADINGS:
        return BlockKind.SUBHEADING
    if "li" in tags or block.tag in ("dd", "dt"):
        return BlockKind.LIST_ITEM
    if "blockquote" in tags:
        return BlockKind.BLOCK_QUOTE
    if block.bold == len(block.text) < 80 and not is_full(block.text) and not _is_asked(block.text):
        return BlockKind.SUBHEADING
    return BlockKind.PARAGRAPH


def _is_asked(text: str) -> bool:
    """Tell whether a line in bold is a turn of an interview: "Q: When?", "HARBOUR POST: When?"."""
    label = turn_label(text)
    return label is not None and label.isupper()


def _kind_beside_body(block: TextBlock, kind: BlockKind, *, after: bool) -> BlockKind | None:
    """Return the kind of a block between blocks of the body, or after it; None to leave it out."""
    if kind is BlockKind.DATELINE and not after and len(block.text) <= 40:
        return BlockKind.TIMESTAMP
    if kind is BlockKind.LINK_LIST:
        return kind if len(block.text) <= 200 else None
    if kind is BlockKind.CAPTION:
        return kind if not after and len(block.text.split()) > 2 else None
    return kind if kind is BlockKind.NEWSLETTER and not after and len(block.text) <= 400 else None


def _mark_turns(found: Sequence[TextBlock], kinds: dict[int, BlockKind]) -> None:
    """Change the kind of the blocks that are turns of an interview."""
    order = list(kinds)
    units = [Unit(Span(0, len(found[n].text)), found[n].text, 0, 1, True) for n in order]
    seen_lists = [kinds[n] for n in order]
    mark_turns(units, seen_lists)
    kinds.update(zip(order, seen_lists, strict=True))


def _embedded_posts(members: Sequence[TextBlock]) -> list[DraftBlock]:
    """Return embedded posts, each with the line of its author, "— Name (@name) date", under it."""
    out = [DraftBlock(BlockKind.EMBED, [])]
    for block in members:
        if out[-1].lines and out[-1].lines[-1].startswith(("—", "&mdash;")):
            out.append(DraftBlock(BlockKind.EMBED, []))
        out[-1].lines.append(block.text)
        out[-1].links.append(block.links)
    return out


def _list_item(block: TextBlock, numbers: dict[Element, int], marked: set[Element]) -> DraftBlock:
    """Return a list item with its bullet or number; blocks after the first of an item have none.

    `numbers` counts the items of each list; `marked` holds the items that have their mark.
    """
    item = next((e for e in reversed(block.ancestors) if e.tag == "li"), None)
    mark = ""
    if item is not None and item not in marked:
        marked.add(item)
        above = item.getparent()
        numbers[above] += 1
        mark = f"{numbers[above]}. " if above is not None and above.tag == "ol" else "• "
    links = [TextBlockLink(k.start + len(mark), k.end + len(mark), k.href) for k in block.links]
    return DraftBlock(BlockKind.LIST_ITEM, [mark + block.text], [links])
