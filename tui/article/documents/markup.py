"""Paragraphs of documents in markup: HTML from converters, and chapters of e-books."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree, html

from tui.article.article import BlockKind
from tui.article.documents.draft import Draft, squeezed
from tui.article.html.text_blocks import TextBlock, is_footnote_mark, lines_of

_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_BLOCKS = frozenset(
    "address article aside blockquote body dd div dl dt fieldset figcaption figure footer form header hr html li "
    "main nav ol p pre section table tbody td tfoot th thead tr ul".split()
)
BETWEEN_CELLS = " · "
LINE_BREAK = "\u2028"
_OF_LINES = frozenset({BlockKind.PARAGRAPH, BlockKind.BLOCK_QUOTE})
_SENTENCE = 80  # characters of a paragraph that no cell of a table of facts holds beside another
_SKIPPED = frozenset("head script style template noscript svg math nav object audio video".split())


def add_markup(draft: Draft, data: bytes | str) -> None:
    """Add the paragraphs of an HTML or XHTML document to a draft; no address in it is followed."""
    parser = html.HTMLParser(no_network=True, encoding="utf-8" if isinstance(data, bytes) else None)
    try:
        root = html.document_fromstring(data, parser=parser)
    except (etree.ParserError, ValueError):
        return
    for kind, text in _paragraphs(root):
        draft.add(text, kind)


def _paragraphs(root: Any) -> Iterator[tuple[BlockKind, str]]:
    """Yield each block of text with its kind. The tree is walked without recursion: it may be deep."""
    laid_out = _of_layout(root)
    out: list[str] = []
    kinds = [BlockKind.PARAGRAPH]
    in_cell = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in ("td", "th") and element not in laid_out:
            in_cell += 1 if event == "start" else -1
        if event == "start":
            if tag in _SKIPPED or not tag or is_footnote_mark(element):
                out.append(element.tail or "" if not tag else "")
                element.clear(keep_tail=True)  # nothing below it is walked
                continue
            if tag == "br":
                out.append(" " if in_cell else LINE_BREAK)
            elif in_cell:
                is_next = tag in ("td", "th") and "".join(out).strip()
                out.append(BETWEEN_CELLS if is_next else " ")
            elif tag in _BLOCKS or tag in _HEADINGS:
                yield from _flushed(out, kinds[-1])
                kinds.append(_kind_of(tag, kinds[-1]))
            out.append(element.text or "")
        else:
            if in_cell or (tag in ("td", "th") and element not in laid_out):
                out.append(" " if tag in _BLOCKS else "")
            elif tag in _BLOCKS or tag in _HEADINGS:
                yield from _flushed(out, kinds.pop() if len(kinds) > 1 else kinds[-1])
            if tag:
                out.append(element.tail or "")
    yield from _flushed(out, BlockKind.PARAGRAPH)


def _of_layout(root: Any) -> set[Any]:
    """Return the cells of tables that only lay a document out, as a letterhead beside a letter does.

    Such a table has a cell with another table, or with several paragraphs, one of them a sentence or two.
    """
    cells: set[Any] = set()
    for cell in root.iter("td", "th"):
        lengths = [len(part.text_content()) for part in cell if part.tag in _BLOCKS or part.tag in _HEADINGS]
        if any(part.tag == "table" for part in cell) or (len(lengths) > 1 and max(lengths) > _SENTENCE):
            table = next((above for above in cell.iterancestors() if above.tag == "table"), None)
            if table is not None and table not in cells:
                cells.add(table)
    return {
        cell
        for table in cells
        for cell in table.iter("td", "th")
        if next(above for above in cell.iterancestors() if above.tag == "table") is table
    }


def _kind_of(tag: str, outer: BlockKind) -> BlockKind:
    if tag in _HEADINGS:
        return BlockKind.HEADLINE if tag == "h1" else BlockKind.SUBHEADING
    if tag in ("li", "dd"):
        return BlockKind.LIST_ITEM
    if tag == "blockquote":
        return BlockKind.BLOCK_QUOTE
    if tag == "figcaption":
        return BlockKind.CAPTION
    return outer


def _flushed(out: list[str], kind: BlockKind) -> Iterator[tuple[BlockKind, str]]:
    text = "".join(out)
    out.clear()
    for line in own_lines(text, kind) if text.strip("[]() \t\r\n") else ():  # “[]” held a footnote's mark
        yield kind, line


def own_lines(text: str, kind: BlockKind) -> Iterator[str]:
    """Yield the lines of a paragraph that was broken by hand, each a paragraph: of a verse, of “Q: …” and “A: …”.

    A line on which a sentence goes on, and text that was wrapped, is put together; so are headings and items.
    """
    if kind not in _OF_LINES:
        yield text.replace(LINE_BREAK, " ")
        return
    for stretch in re.split(rf"{LINE_BREAK}\s*{LINE_BREAK}", text):
        whole, breaks = "", []
        for line in filter(None, map(squeezed, stretch.split(LINE_BREAK))):
            if whole:
                breaks.append(len(whole))
                whole += " "
            whole += line
        yield from (block.text for block in lines_of(TextBlock(whole, "p", ()), breaks))
