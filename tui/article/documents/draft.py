"""What a converter found in a document, and the Article made from it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from tui.article.article import Article, Block, BlockKind
from tui.article.characters import LINE_ENDS
from tui.article.sanitising import one_line
from tui.article.spans import Span
from tui.article.text.blocks import facts, find_blocks

LARGEST = 20_000_000
"""The most characters taken from a document, as many as a text file may have."""

_PROSE = 120  # characters; a longer line is text, not part of a letterhead
_SYMBOL = re.compile("^[\uf020-\uf0ff]\\s*")  # a bullet in the fonts Symbol and Wingdings
_SPACE = re.compile(rf"[\s{LINE_ENDS}]+")


class Refused(Exception):
    """A document cannot be read. `reason` completes the sentence “FILE …”: what is wrong, and what to do next."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Paragraph(NamedTuple):
    """A paragraph of a document on one line; `page` is the number of its page, 0 where there are none."""

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    page: int = 0


@dataclass(slots=True)
class Draft:
    """The paragraphs of a document in reading order, and what it says of itself."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    format: str | None = None
    """The format and its parser: “PDF document (pypdfium2 5.15.2)”."""
    notice: str | None = None
    """A sentence on what was left out of a document that is too long."""

    def add(self, text: str, kind: BlockKind = BlockKind.PARAGRAPH, page: int = 0) -> None:
        """Add a paragraph, its white space squeezed, unless it is empty."""
        words = _SYMBOL.sub("• ", squeezed(text))
        if words:
            self.paragraphs.append(Paragraph(words, kind, page))


def squeezed(text: str) -> str:
    """Return text on one line, with single spaces and without soft hyphens."""
    return _SPACE.sub(" ", text.replace("\xad", "")).strip()


def heading_above(paragraphs: Sequence[Paragraph], kinds: Collection[BlockKind]) -> str | None:
    """Return the first heading of these kinds that stands above the text, or below its first paragraph."""
    prose = 0
    for each in paragraphs:
        if each.kind in kinds:
            return each.text
        prose += len(each.text) > _PROSE
        if prose > 1:
            break
    return None


def take_title(draft: Draft, title: str | None) -> None:
    """Take the title from a document's properties if the text has it, too: templates leave others behind."""
    title = squeezed(title or "")
    if heading := heading_above(draft.paragraphs, (BlockKind.HEADLINE,)):
        draft.title = heading
    elif title and any(title in each.text for each in draft.paragraphs[:5]):
        draft.title = title


def build_article(draft: Draft, source: str) -> Article:
    """Return the Article of a draft: its paragraphs, an empty line between them.

    Kinds that the converter knows are kept; the other paragraphs get theirs as those of a text file do. Raises
    Refused if there are no words.
    """
    if not any(paragraph.text for paragraph in draft.paragraphs):
        raise Refused("holds no text; open it elsewhere")
    pieces: list[str] = []
    spans: list[Span] = []
    at = 0
    for paragraph in draft.paragraphs:
        spans.append(Span(at, at + len(paragraph.text)))
        pieces.append(paragraph.text)
        at += len(paragraph.text) + 2
        if at > LARGEST:
            break
    text = "\n\n".join(pieces)
    blocks = _blocks(text, spans, draft)
    known = facts(text, blocks)
    return Article(
        text=text,
        source=source,
        blocks=blocks,
        title=one_line(draft.title or "") or known.title,
        byline=one_line(draft.byline or "") or known.byline,
        published=draft.published or known.published,
        page=True,
        page_starts=_page_starts(spans, draft.paragraphs),
        format=draft.format,
        notice=draft.notice
        if len(text) < LARGEST
        else f"Only the first {LARGEST:,} characters of this document were read.",
    )


def _blocks(text: str, spans: Sequence[Span], draft: Draft) -> tuple[Block, ...]:
    """Return a block for each paragraph. With a title known, looking like a headline is not enough."""
    read = {block.span: block.kind for block in find_blocks(text)}
    blocks: list[Block] = []
    headline = heading_above(draft.paragraphs, (BlockKind.HEADLINE,))
    has_headline = False
    for span, paragraph in zip(spans, draft.paragraphs, strict=False):
        kind = paragraph.kind
        if kind is BlockKind.PARAGRAPH:
            kind = read.get(span, kind)
            if kind is BlockKind.HEADLINE and draft.title and paragraph.text != squeezed(draft.title):
                kind = BlockKind.SUBHEADING
        if kind is BlockKind.HEADLINE:
            # One stands above the article; the others, such as an office program's “Heading 1”, within it.
            within = has_headline or (paragraph.kind is kind and paragraph.text != headline)
            kind = BlockKind.SUBHEADING if within else kind
            has_headline = True
        blocks.append(Block(kind, span))
    return tuple(blocks)


def _page_starts(spans: Sequence[Span], paragraphs: Sequence[Paragraph]) -> tuple[int, ...]:
    """Return the offset at which each page begins, the first being page 1; () for a document without pages."""
    starts: list[int] = []
    for span, paragraph in zip(spans, paragraphs, strict=False):
        while len(starts) < paragraph.page:
            starts.append(span.start if starts else 0)
    return tuple(starts)
