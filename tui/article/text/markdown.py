"""The blocks of a Markdown text: CommonMark's block structure, as far as a reader of news needs it.

The text stays as it is, marks and all; only what its parts are is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from tui.article.article import Block, BlockKind, Link
from tui.article.http.urls import safe_link
from tui.article.spans import Span
from tui.article.text import text_boilerplate
from tui.article.text.blocks import Unit, mark_beside, mark_turns

LINKS_AT_MOST = 5_000  # each takes some 40 microseconds
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)?")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+\S|\Z)")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-{2,})[ \t]*\Z")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})\Z")
_ITEM = re.compile(r"[ \t]*(?:[-*+•]|\d{1,9}[.)])[ \t]+\S")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_DEFINITION = re.compile(r" {0,3}\[[^\]]{1,200}\]:[ \t]*\S")
_IMAGE = re.compile(r"!\[[^\]]{0,500}\]\([^)]{0,2000}\)[ \t]*\Z")
_LONGEST_LABEL = 300  # characters
_INLINE_LINK = re.compile(
    r"(?<!!)\[([^\[\]\n]{1,300})\]\(\s*<?([^\s()<>]{1,2000}(?:\([^\s()]{0,200}\)[^\s()]{0,200})?)>?"
    r"(?:\s+[\"'(][^\n]{0,300}?[\"')])?\s*\)"
)
_BARE_LINK = re.compile(r"<(https?://[^\s<>]{1,2000})>")
_MARKED = re.compile(r"(\*\*|__|\*|_|`)(?=\S)(.{1,500}?)(?<=\S)\1")


def find_blocks(text: str, start: int = 0) -> tuple[Block, ...]:
    """Return the blocks of `text` from `start` on, in reading order; only white space is outside them."""
    units, kinds = _gather(text, start)
    mark_beside(units, kinds)
    _mark_links(units, kinds)
    _mark_posts(units, kinds)
    mark_turns(units, kinds)
    blocks: list[Block] = []
    for unit, kind in zip(units, kinds, strict=True):
        if blocks and kind is BlockKind.LINK_LIST is blocks[-1].kind:
            blocks[-1] = Block(kind, Span(blocks[-1].span.start, unit.span.end))
        else:
            blocks.append(Block(kind, unit.span))
    return tuple(blocks)


def _mark_links(units: Sequence[Unit], kinds: list[BlockKind]) -> None:
    """Mark "**Read more:** [a story](…)", and the lists of links under a heading that says so."""
    heads = False
    for i, unit in enumerate(units):
        kind = kinds[i]
        if kind is BlockKind.PARAGRAPH and "](" in unit.text and len(unit.text) < 1000:
            if text_boilerplate.is_link(without_marks(unit.text)):
                kinds[i] = BlockKind.LINK_LIST
        elif kind is BlockKind.LIST_ITEM and heads and text_boilerplate.is_link(unit.text):
            kinds[i] = kinds[i - 1] = BlockKind.LINK_LIST
            continue
        heads = kind is BlockKind.LINK_LIST or (
            kind in (BlockKind.SUBHEADING, BlockKind.PARAGRAPH)
            and len(unit.text) < 100
            and text_boilerplate.heads_links(without_marks(unit.text.strip("# ")))
        )


def _mark_posts(units: Sequence[Unit], kinds: list[BlockKind]) -> None:
    """Mark the block quotes whose last line names who posted them, and those with that line under them."""
    for i, unit in enumerate(units):
        if kinds[i] not in (BlockKind.BLOCK_QUOTE, BlockKind.PARAGRAPH):
            continue
        if not text_boilerplate.is_author_line(unit.text[unit.text.rfind("\n") + 1 :]):
            continue
        above = i
        if "\n" not in unit.text.strip(">\n "):  # that line alone
            above = next((n for n in range(i - 1, -1, -1) if units[n].text.strip("> ")), i)
        if kinds[above] is BlockKind.BLOCK_QUOTE:
            kinds[above : i + 1] = [BlockKind.EMBED] * (i + 1 - above)


def find_links(text: str, base: str | None = None) -> tuple[Link, ...]:
    """Return the inline links of `text` with the words that are links, in reading order; of very many the first."""
    found = [(match.span(1), match[2]) for match in islice(_inline_links(text), LINKS_AT_MOST)]
    found += [(match.span(1), match[1]) for match in islice(_BARE_LINK.finditer(text), LINKS_AT_MOST)]
    return tuple(
        Link(Span(*span), address)
        for span, href in sorted(found)[:LINKS_AT_MOST]
        if (address := safe_link(base, href)) is not None
    )


def _inline_links(text: str) -> Iterator[re.Match[str]]:
    """Yield what `_INLINE_LINK` matches, in short steps: other threads wait for each, and a text may be long."""
    end = middle = 0
    while (middle := text.find("](", middle)) >= 0:
        start = text.rfind("[", max(end, middle - _LONGEST_LABEL - 1), middle)
        match = _INLINE_LINK.match(text, start) if start >= 0 else None
        if match is not None:
            yield match
            end = match.end()
        middle = max(middle + 2, end)


@dataclass(slots=True)
class _Gathered:
    """A block whose lines are being gathered."""

    span: Span
    kind: BlockKind
    lines: int = 1

    def widen(self, span: Span) -> None:
        """Take one more line to it."""
        self.span = Span(self.span.start, span.end)
        self.lines += 1


def _gather(text: str, start: int) -> tuple[list[Unit], list[BlockKind]]:
    blocks: list[_Gathered] = []
    headline = False
    gap = True  # whether a blank line, or something that ends a paragraph, comes before
    fence = ""
    at = start
    while at < len(text):
        match = _LINE.match(text, at)
        end = match.end() if match else len(text)
        line = text[at:end].rstrip()
        begin, at = at + len(line) - len(line.lstrip()), end
        if not line.strip():
            gap = True
            continue
        span = Span(begin, begin + len(line.strip()))
        going_on = not gap and bool(blocks)
        gap = False
        if fence:
            blocks[-1].widen(span)
            if line.strip().startswith(fence) and not line.strip().strip(fence[0]):
                fence, gap = "", True
            continue
        if (fenced := _FENCE.match(line)) is not None:
            fence = fenced[1]
            blocks.append(_Gathered(span, BlockKind.PARAGRAPH))
        elif (heading := _HEADING.match(line)) is not None:
            first = not headline and len(heading[1]) == 1
            headline = headline or first
            blocks.append(_Gathered(span, BlockKind.HEADLINE if first else BlockKind.SUBHEADING))
            gap = True
        elif going_on and blocks[-1].kind is BlockKind.PARAGRAPH and _UNDERLINE.match(line):
            first = not headline and line.strip()[0] == "="
            headline = headline or first
            blocks[-1].widen(span)
            blocks[-1].kind = BlockKind.HEADLINE if first else BlockKind.SUBHEADING
            gap = True
        elif _RULE.match(line):
            blocks.append(_Gathered(span, BlockKind.SUBHEADING))
            gap = True
        elif line.lstrip().startswith(">"):
            if going_on and blocks[-1].kind is BlockKind.BLOCK_QUOTE and line.strip(" >\t"):
                blocks[-1].widen(span)
            else:
                blocks.append(_Gathered(span, BlockKind.BLOCK_QUOTE))
                gap = not line.strip(" >\t")
        elif _ITEM.match(line):
            blocks.append(_Gathered(span, BlockKind.LIST_ITEM))
        elif _DEFINITION.match(line):
            blocks.append(_Gathered(span, BlockKind.LINK_LIST))
        elif _IMAGE.match(line.strip()):
            blocks.append(_Gathered(span, BlockKind.CAPTION))
            gap = True
        elif going_on and blocks[-1].kind not in (BlockKind.LINK_LIST,):
            blocks[-1].widen(span)
        else:
            blocks.append(_Gathered(span, BlockKind.PARAGRAPH))
    # Only now: a paragraph of many lines would be copied with each of them.
    units = [Unit(block.span, block.span.of(text), 0, block.lines, True) for block in blocks]
    return units, [block.kind for block in blocks]


def without_marks(text: str) -> str:
    """Return a title or name without emphasis, code and link marks."""
    text = _INLINE_LINK.sub(r"\1", text)
    return _MARKED.sub(r"\2", text)
