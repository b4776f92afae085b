"""Plain text with more in it than words: link numbers, soft hyphens, tables of tabs.

The text stays as it is; what of it is not shown is told beside it, as of Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.article.article import Block, BlockKind, Link
from tui.article.spans import Span
from tui.article.text.blocks import find_blocks
from tui.article.text.link_markers import find_markers
from tui.article.text.note_markers import find_note_markers
from tui.article.text.tab_tables import mark_tables
from tui.article.text_markup import Markup, ShownText, settled

_SOFT_HYPHEN = re.compile(
    "(?<!\u00ad)\u00ad{1,8}(?=\\w)|(?<=\\w)\u00ad"
)  # one at the end of a line parts a word there
_HEAD = re.compile(r"\s*#\[\d+\][^\r\n]*(?:\r?\n[ \t]*[^\s][^\r\n]*)*")  # lynx: what the page's head links to
_PARAGRAPH = re.compile(r"[^\s].*(?:\r?\n[ \t]*[^\s].*)*")
_MARKER = re.compile(r"\[\d{1,5}\]")
_FEWEST_LINKS, _WORDS_OF_LINK = 2, 4  # of a list of links: how many, and words a link, bullets included
_CONTROL = re.compile(
    r"\(BUTTON\).{0,80}|\[?(?:IMAGE|INLINE|LINK|EMBED)\]?|_{3,}|IFRAME:\s\S{1,92}"
    r"|(?i:(?:skip|jump) to \w[\w ]{1,40})"
)
_LINE_END = re.compile(r"(?:\r\n?|\n)[ \t]*+")
_MOST = 200_000  # marks


class PlainText(NamedTuple):
    """What a plain text is made of; spans are offsets into the text as it is written."""

    blocks: tuple[Block, ...]
    links: tuple[Link, ...]
    markup: tuple[Markup, ...]


def read(text: str, start: int = 0) -> PlainText:
    """Return blocks, links and what is not shown of `text` from `start` on."""
    markers = find_markers(text)
    end = len(text) if markers.end is None else max(start, markers.end)
    head = _HEAD.match(text, start, end) if markers.markup else None
    begin = head.end() if head is not None else start
    begin = _after_navigation(text, begin, end) if markers.markup else begin
    hyphens = [Markup(Span(*found.span())) for found in _SOFT_HYPHEN.finditer(text, begin, end)]
    notes = [] if markers.markup else find_note_markers(text)
    markup = settled([*markers.markup, *notes, *hyphens])[:_MOST]
    if markup or begin:
        shown = ShownText(text, markup, Span(begin, end))
        found = find_blocks(shown.text)
        blocks = tuple(
            Block(_kind(block, shown.text) if markers.markup else block.kind, shown.span_in_text(block.span))
            for block in found
        )
    else:
        blocks = find_blocks(text[:end])
    markup = settled([*markup, *_line_ends(text, blocks)])
    if "\t" in text:
        blocks, tabs = mark_tables(text, blocks)
        markup = settled([*markup, *tabs])
    before, after = _list_in(text, Span(start, begin)), _list_in(text, Span(end, len(text)))
    return PlainText((*before, *blocks, *after), markers.links, markup)


def _after_navigation(text: str, start: int, end: int) -> int:
    """Return where the words begin after paragraphs that are a list of links: "[3]Home [4]News"."""
    at = start
    for found in _PARAGRAPH.finditer(text, start, end):
        words = found[0]
        links = len(_MARKER.findall(words))
        if links < _FEWEST_LINKS or len(_MARKER.sub(" ", words).split()) > _WORDS_OF_LINK * links:
            break
        at = found.end()
    return at


def _kind(block: Block, text: str) -> BlockKind:
    """Return the kind of a block of what a text browser saved: "(BUTTON) Share", "IMAGE" and
    "Skip to content" are no words."""
    return BlockKind.LINK_LIST if _CONTROL.fullmatch(block.span.of(text)[:100]) else block.kind


def _line_ends(text: str, blocks: Sequence[Block]) -> Iterator[Markup]:
    """Yield the line ends inside paragraphs that were wrapped by hand, in whose place a space is shown."""
    for block in blocks:
        if block.kind is not BlockKind.LINK_LIST:
            for found in _LINE_END.finditer(text, *block.span):
                yield Markup(Span(*found.span()), " ")


def _list_in(text: str, span: Span) -> tuple[Block, ...]:
    """Return the list of links that a stretch of the text is, () where it is empty."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return (Block(BlockKind.LINK_LIST, Span(start, start + len(words.strip()))),) if words.strip() else ()
