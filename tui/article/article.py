"""The Article: what was read, and what its parts are."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from tui.article.spans import Span
from tui.article.text_markup import EmphasisedWords, Markup, shown_in


class BlockKind(StrEnum):
    """What a block of an article is. Only some kinds can hold somebody's words."""

    HEADLINE = "headline"
    SUBHEADING = "subheading"
    BYLINE = "byline"
    DATELINE = "dateline"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    BLOCK_QUOTE = "block quote"
    TURN = "turn"  # of a transcript: "INTERVIEWER: …"
    CAPTION = "caption"
    LINK_LIST = "link list"
    NEWSLETTER = "newsletter"  # a box that asks to subscribe, follow, donate; the place of an advertisement
    EMBED = "embed"  # a post from elsewhere shown in the article: a tweet with its author's line
    TABLE = "table"  # a row is a line
    CODE = "code"  # its lines are kept as they are
    TIMESTAMP = "timestamp"  # of an entry of a live blog: "14:05", "2 hours ago"

    @property
    def speaks(self) -> bool:
        """Tell whether attributions are looked for in it."""
        return self not in _SILENT


_SILENT = frozenset(
    {
        BlockKind.SUBHEADING,
        BlockKind.BYLINE,
        BlockKind.DATELINE,
        BlockKind.LINK_LIST,
        BlockKind.NEWSLETTER,
        BlockKind.TABLE,
        BlockKind.CODE,
        BlockKind.TIMESTAMP,
    }
)


# A NamedTuple is made in a tenth of the time of a dataclass, and the first screen waits for these.
class Block(NamedTuple):
    """One part of an article.

    `span` holds the block's own characters without the line ends round it. A link list is one block that
    holds its heading ("Read more:") and its lines; every other block is one line or paragraph.
    """

    kind: BlockKind
    span: Span


class Link(NamedTuple):
    """Words of the article that lead elsewhere; `address` is absolute, http or https."""

    span: Span
    address: str


@dataclass(frozen=True, slots=True)
class Article:
    """An article as quoth reads it.

    For a text file `text` is the file's own decoded text, unchanged (a byte order mark aside), so that
    offsets into it are good outside quoth. `blocks` are in reading order, do not overlap, and cover every
    character that is not white space or markup. `source` is what the reader named: a path, an address, "-".
    `url` is the address a page gives as its own, else the one it was fetched from; `published` is ISO 8601 where
    known. `page` is whether `text` was taken out of a web page or a document, and so is no file's own;
    `page_starts` are the offsets at which the pages of a PDF document begin, `format` says what document it was,
    and what read it.

    `markup` is what is written in `text` and not shown (Markdown's marks, front matter), in order and without
    overlaps; `emphasis` is which words stand out. `notice` is a sentence for the reader on what was read: a feed's
    words instead of the page.
    """

    text: str
    source: str
    blocks: tuple[Block, ...] = ()
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    encoding: str | None = None
    site: str | None = None
    links: tuple[Link, ...] = ()
    page: bool = False
    page_starts: tuple[int, ...] = ()
    format: str | None = None
    markup: tuple[Markup, ...] = ()
    emphasis: tuple[EmphasisedWords, ...] = ()
    notice: str | None = None

    def page_number(self, offset: int) -> int | None:
        """Return the number of the page that an offset is on; None for what has no pages."""
        return bisect_right(self.page_starts, offset) or None

    def shown(self, span: Span) -> str:
        """Return what is shown of the characters in `span`: all of them where there is no markup."""
        return shown_in(self.text, self.markup, span)
