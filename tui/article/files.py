"""Articles from files, and from bytes that came another way (standard input)."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tui.article.article import Article, Block, BlockKind
from tui.article.characters import LINE_ENDS
from tui.article.errors import CannotRead, named, quoted
from tui.article.sanitising import one_line
from tui.article.source_kind import SourceKind, source_kind
from tui.article.spans import Span
from tui.article.text.blocks import Facts, facts, find_blocks
from tui.article.text.decoding import NotText, decode
from tui.article.text_markup import Markup

if TYPE_CHECKING:
    from tui.article.text.front_matter import FrontMatter

_SITE = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?/|localhost[:/]|\d+(?:\.\d+){3}[:/]", re.IGNORECASE)
"""How an address without its scheme begins, and hardly a path."""
_MAY_HAVE_FRONT = re.compile(r"\s*(?:---|\+\+\+|[A-Za-z][A-Za-z ]{1,16}:[ \t]+\S)")
_FRONT_LINE = re.compile(r"[^\r\n]+")
LARGEST = 20 * 1024 * 1024  # bytes; the longest novels have as many
_QUICKLY_READ = 500_000  # characters; longer Markdown is only read in a process that may be ended
MOST_LINES = 300_000  # each may become a block, of some 400 bytes and 20 microseconds


def read_file(path: str | os.PathLike[str]) -> Article:
    """Read a text file; `Article.source` is `path` as it was given. Raises CannotRead as `bytes_of` and
    `from_bytes` do."""
    return from_bytes(bytes_of(path), os.fspath(path))


def bytes_of(path: str | os.PathLike[str]) -> bytes:
    """Return the bytes of a file. Pipes are read to their end, so that `quoth <(command)` works.

    Raises CannotRead when there is nothing there, or what is no file.
    """
    source = os.fspath(path)
    name = quoted(source)
    try:
        if not source:
            raise CannotRead("No file was named; give the path of a text file.")
        status = Path(source).stat()
        if stat.S_ISDIR(status.st_mode):
            raise CannotRead(f"{name} is a folder; give the path of a text file in it.")
        if not (stat.S_ISREG(status.st_mode) or stat.S_ISFIFO(status.st_mode)):
            raise CannotRead(f"{name} is a device, not a file; give the path of a text file.")
        if status.st_size > LARGEST:
            raise _too_large(name)
        with Path(source).open("rb") as file:
            return file.read(LARGEST + 1)
    except FileNotFoundError:
        if _SITE.match(source):
            raise CannotRead(
                f"There is no file {name}; if it is an address, put https:// before it."
            ) from None
        raise CannotRead(f"There is no file {name}; check the path and the folder you are in.") from None
    except NotADirectoryError:
        raise CannotRead(f"There is no file {name}: a part of its path is not a folder; check it.") from None
    except PermissionError:
        raise CannotRead(f"You may not read {name}; ask for permission or copy it first.") from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise CannotRead(f"{name} cannot be read ({one_line(reason)}); check the path.") from None


def from_bytes(
    data: bytes,
    source: str,
    *,
    charset: str | None = None,
    url: str | None = None,
    name: str | None = None,
    kind: SourceKind | None = None,
) -> Article:
    """Make an Article of the bytes of a text; `source` is what they are called ("-" for standard input).

    `charset` is the codec that whoever sent them names, `url` where they were fetched, `name` what to call them
    in messages, where that is not the source, `kind` what they are, where that is known. Raises CannotRead when
    they are no text, or hold nothing but white space.
    """
    told = name or source
    name = named(told)
    if len(data) > LARGEST:
        raise _too_large(name)
    try:
        decoded = decode(data, charset)
    except NotText as error:
        raise CannotRead(f"{name} is {error.what}, not text; save it as plain text first.") from None
    if not decoded.text or decoded.text.isspace():
        raise CannotRead(f"{name} is empty; give one that holds an article.")
    if max(map(decoded.text.count, LINE_ENDS)) > MOST_LINES:
        raise CannotRead(f"{name} has more than {MOST_LINES:,} lines; split it and read the parts.")
    kind = kind or source_kind(data, told)
    article = _article(decoded.text, told, decoded.encoding, url, kind is SourceKind.MARKDOWN)
    return article if told == source else replace(article, source=source)


def as_read_now(article: Article) -> Article:
    """Return a Markdown file's article without its marks on the screen: versions up to 0.2 kept it with them."""
    marked = article.source.lower().endswith((".md", ".markdown")) and len(article.text) < _QUICKLY_READ
    if not marked or article.markup or article.page or article.format is not None:
        return article
    read = _article(article.text, article.source, article.encoding or "utf-8", article.url, is_markdown=True)
    return replace(read, encoding=article.encoding, url=article.url or read.url)


def _article(text: str, source: str, encoding: str, base: str | None, is_markdown: bool) -> Article:
    """Return the article that `text` is, with what its front matter and its first lines say of it.

    `base` is what its links are relative to, if anything but what the front matter says.
    """
    front = None
    if _MAY_HAVE_FRONT.match(text):
        from tui.article.text import front_matter

        front = front_matter.read(text)
    if is_markdown:
        return _markdown_article(text, source, encoding, base, front)
    if may_hold_markup(text):
        return _marked_article(text, source, encoding, front)
    if front is None:
        blocks = find_blocks(text)
        known = facts(text, blocks)
        return Article(text, source, blocks, known.title, known.byline, known.published, encoding=encoding)
    start = front.span.end
    blocks = tuple(
        Block(block.kind, Span(block.span.start + start, block.span.end + start))
        for block in find_blocks(text[start:])
    )
    article = Article(text, source, (*_by_line(text, front.span), *blocks), encoding=encoding)
    return _with_facts(article, facts(text, blocks), front)


def _marked_article(text: str, source: str, encoding: str, front: FrontMatter | None) -> Article:
    """Return the article that a plain text with link numbers, soft hyphens or tabs is."""
    from tui.article.text import plain_text

    found = plain_text.read(text, 0 if front is None else front.span.end)
    before = () if front is None else tuple(_by_line(text, front.span))
    article = Article(
        text, source, (*before, *found.blocks), encoding=encoding, links=found.links, markup=found.markup
    )
    return _with_facts(article, facts(text, found.blocks, found.markup), front)


def _markdown_article(
    text: str, source: str, encoding: str, base: str | None, front: FrontMatter | None
) -> Article:
    """Return the article that a Markdown text is; its front matter is not shown."""
    from tui.article.text import markdown

    told = front.get("url") if front else None
    found = markdown.read(text, 0 if front is None else front.span.end, base or told)
    markup = found.markup if front is None else (Markup(front.span), *found.markup)
    article = Article(
        text,
        source,
        found.blocks,
        encoding=encoding,
        links=found.links,
        markup=markup,
        emphasis=found.emphasis,
    )
    article = _with_facts(article, facts(text, found.blocks, markup), front)
    return replace(article, title=markdown.without_marks(article.title)) if article.title else article


def _with_facts(article: Article, known: Facts, front: FrontMatter | None) -> Article:
    """Return the article with what its front matter says of it, else its first lines."""
    if front is None:
        return replace(article, title=known.title, byline=known.byline, published=known.published)
    return replace(
        article,
        title=front.get("title") or known.title,
        byline=front.get("byline") or known.byline,
        published=front.get("published") or known.published,
        url=front.get("url"),
        language=front.get("language"),
        site=front.get("site"),
    )


def _by_line(text: str, front: Span) -> Iterator[Block]:
    """Yield front matter as it is drawn: each of its lines by itself."""
    for line in _FRONT_LINE.finditer(text, front.start, front.end):
        words = line[0].strip()
        if words:
            start = line.start() + line[0].index(words)
            yield Block(BlockKind.BYLINE, Span(start, start + len(words)))


def may_hold_markup(text: str) -> bool:
    """Tell whether a plain text may hold link numbers, soft hyphens or tables of tabs."""
    return "\u00ad" in text or "\t" in text or "[1]" in text or "[2]" in text


def _too_large(name: str) -> CannotRead:
    return CannotRead(f"{name} is larger than {LARGEST >> 20} MB; split it and read the parts.")
