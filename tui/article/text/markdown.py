"""Markdown as an article: its blocks, its links, and what of it is markup and not shown.

The text stays the file's own, marks and all; what is markup is recorded beside it. `markdown_blocks` finds the
blocks, `markdown_inline` the marks inside them, `markdown_tables` the cells of tables.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tui.article.article import Block, BlockKind, Link
from tui.article.http.urls import safe_link
from tui.article.spans import Span
from tui.article.text import text_boilerplate
from tui.article.text.blocks import Unit, mark_beside, mark_turns
from tui.article.text.markdown_blocks import MarkdownBlock, gather
from tui.article.text.markdown_inline import find_marks
from tui.article.text.markdown_tables import table_marks
from tui.article.text_markup import EmphasisedWords, Markup, settled, shown_in

LINKS_AT_MOST = 5_000  # each takes some 40 microseconds
MARKUP_AT_MOST = 200_000  # in a text with more, the rest is shown as it is written


class MarkdownText(NamedTuple):
    """What a Markdown text is made of; spans are offsets into the text as it is written."""

    blocks: tuple[Block, ...]
    links: tuple[Link, ...]
    markup: tuple[Markup, ...]
    emphasis: tuple[EmphasisedWords, ...]


def read(text: str, start: int = 0, base: str | None = None) -> MarkdownText:
    """Return what `text` from `start` on is made of; `base` is the address that its links are relative to.

    Only white space and markup are outside the blocks.
    """
    gathered = gather(text, start)
    markup = [Markup(span, shown) for span, shown in gathered.markup]
    emphasis: list[EmphasisedWords] = []
    links: list[tuple[Span, str]] = []
    for block in gathered.blocks:
        if len(markup) < MARKUP_AT_MOST:
            found = _marks_of(text, block, gathered.references)
            markup += found[0]
            emphasis += found[1]
            links += found[2]
    marks = settled(markup)
    units, kinds, whole = _units(text, gathered.blocks, marks)
    marks = settled([*marks, *(Markup(block.span) for block in whole)])
    mark_beside(units, kinds)
    _mark_links(units, kinds, links)
    _mark_posts(units, kinds)
    mark_turns(units, kinds)
    blocks: list[Block] = []
    for unit, kind in zip(units, kinds, strict=True):
        if blocks and kind is BlockKind.LINK_LIST is blocks[-1].kind:
            blocks[-1] = Block(kind, Span(blocks[-1].span.start, unit.span.end))
        else:
            blocks.append(Block(kind, unit.span))
    return MarkdownText(tuple(blocks), _safe(links, base), marks, tuple(sorted(emphasis)))


def _safe(links: list[tuple[Span, str]], base: str | None) -> tuple[Link, ...]:
    """Return the links that lead to the web, in reading order; only the first of very many."""
    return tuple(
        Link(span, address)
        for span, written in sorted(links)[:LINKS_AT_MOST]
        if span.end > span.start and (address := safe_link(base, written)) is not None
    )


def _marks_of(
    text: str, block: MarkdownBlock, references: Mapping[str, str]
) -> tuple[list[Markup], list[EmphasisedWords], list[tuple[Span, str]]]:
    """Return markup, emphasis and links of a block as offsets into the whole text."""
    if block.kind is BlockKind.CODE:
        return [], [], []
    if block.kind is BlockKind.TABLE:
        return table_marks(text, block.lines, references)
    inner = "\n".join([line.of(text) for line in block.lines])
    found = find_marks(inner, references)
    if len(block.lines) == 1:
        first = block.lines[0].start

        def place(span: Span) -> Span:
            return Span(first + span.start, first + span.end)

    else:
        places = [at for line in block.lines for at in range(line.start, line.end + 1)]  # the line's end, too

        def place(span: Span) -> Span:
            return Span(places[span.start], places[span.end - 1] + 1)

    return (
        [Markup(place(mark.span), mark.shown) for mark in found.markup],
        [EmphasisedWords(place(each.span), each.emphasis) for each in found.emphasis],
        [(place(span), address) for span, address in found.links if span.end > span.start],
    )


def _units(
    text: str, blocks: Sequence[MarkdownBlock], marks: Sequence[Markup]
) -> tuple[list[Unit], list[BlockKind], list[MarkdownBlock]]:
    """Return the blocks of which something is shown, with what that is, and the blocks of which nothing is."""
    units: list[Unit] = []
    kinds: list[BlockKind] = []
    empty: list[MarkdownBlock] = []
    for block in blocks:
        shown = shown_in(text, marks, block.span).strip()
        if shown:
            units.append(Unit(block.span, shown, 0, len(block.lines), True))
            kinds.append(block.kind)
        else:
            empty.append(block)
    return units, kinds, empty


def _mark_links(units: Sequence[Unit], kinds: list[BlockKind], links: Sequence[tuple[Span, str]]) -> None:
    """Mark "**Read more:** [a story](…)", and the lists of links under a heading that says so."""
    heads = False
    linked = sorted(span for span, _ in links)
    at = 0
    for i, unit in enumerate(units):
        kind = kinds[i]
        while at < len(linked) and linked[at].end <= unit.span.start:
            at += 1
        # The whole block is one link: what is shown of it begins and ends with the link's words.
        alone = at < len(linked) and len(unit.text) < 1000 and _is_one_link(unit, linked[at])
        if kind is BlockKind.PARAGRAPH and alone:
            kinds[i] = BlockKind.LINK_LIST
        elif kind is BlockKind.LIST_ITEM and heads and (alone or text_boilerplate.is_link(unit.text)):
            kinds[i] = kinds[i - 1] = BlockKind.LINK_LIST
            continue
        heads = kind is BlockKind.LINK_LIST or (
            kind in (BlockKind.SUBHEADING, BlockKind.PARAGRAPH)
            and len(unit.text) < 100
            and text_boilerplate.heads_links(unit.text)
        )


def _is_one_link(unit: Unit, link: Span) -> bool:
    """Tell whether a block holds nothing but a link and the marks around it."""
    length = link.end - link.start
    return unit.span.contains(link) and length >= len(unit.text)


def _mark_posts(units: Sequence[Unit], kinds: list[BlockKind]) -> None:
    """Mark the block quotes whose last line, or the line below them, names who posted them."""
    for i, unit in enumerate(units):
        if kinds[i] not in (BlockKind.BLOCK_QUOTE, BlockKind.PARAGRAPH):
            continue
        if not text_boilerplate.is_author_line(unit.text[unit.text.rfind("\n") + 1 :]):
            continue
        above = i
        if "\n" not in unit.text and i:  # that line alone
            above = i - 1
        if kinds[above] is BlockKind.BLOCK_QUOTE:
            kinds[above : i + 1] = [BlockKind.EMBED] * (i + 1 - above)


def without_marks(text: str) -> str:
    """Return a title or name without its inline marks."""
    return shown_in(text, settled(find_marks(text).markup), Span(0, len(text)))
