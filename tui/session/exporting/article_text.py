"""An article alone, for other programs and documents: plain text, Markdown, JSON; and lists of articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Literal, get_args

from tui.article.article import Article, Block, BlockKind
from tui.article.body_text import body_text
from tui.article.cleaning import clean
from tui.article.listing import Item, Listing
from tui.article.sanitising import displayable
from tui.article.source_kind import SourceKind, source_kind
from tui.article.spans import Span
from tui.article.text import headings
from tui.article.text_markup import within
from tui.session.exporting.json_escaping import dump_json
from tui.session.exporting.markdown_escaping import autolink, escape_markdown
from tui.session.reading.dates import long_date

Format = Literal["text", "markdown", "jsonl"]
FORMATS: tuple[Format, ...] = get_args(Format)

_NOT_BODY = frozenset(
    {
        *(BlockKind.HEADLINE, BlockKind.BYLINE, BlockKind.DATELINE),  # they stand above
        *(BlockKind.LINK_LIST, BlockKind.NEWSLETTER, BlockKind.CAPTION, BlockKind.TIMESTAMP),
    }
)
_LINE_END = re.compile(r"\r\n|[\n\r]")
_TAB = "\t"
_MARKER = re.compile(r"(?:[-*•‣◦▪●·–]|(\d{1,2})[.)])\s+(?=\S)")
_QUOTED = re.compile(r"(?m)^[ \t]*(?:>[ \t]?)+")


def render_article(article: Article, format: Format) -> str:
    """Return the article without the rest of its page, ending with a line end.

    For a text file that is the file's own text; for a page, and for Markdown as a page shows it, title, byline,
    date and body, one line a paragraph.
    """
    if format == "jsonl":
        return dump_json(json_object(article)) + "\n"
    return as_markdown(article) if format == "markdown" else as_text(article)


def json_object(article: Article) -> dict[str, Any]:
    """Return the article as JSON values.

    `blocks` have half-open offsets into `text`, the body or the file's text.
    """
    text, blocks = body_text(article) if _is_drawn(article) else (article.text, article.blocks)
    return {
        "source": article.source,
        "title": article.title,
        "byline": article.byline,
        "published": article.published,
        "url": article.url,
        "language": article.language,
        "format": article.format,
        "text": text,
        "blocks": [{"kind": str(b.kind), "start": b.span.start, "end": b.span.end} for b in blocks],
    }


def as_text(article: Article) -> str:
    """Return plain text, not wrapped; terminal control characters are made visible."""
    body = body_text(article)[0] if _is_drawn(article) else article.text
    lines = [displayable(line).rstrip() for line in _LINE_END.split(body.strip("\r\n"))]
    if not _is_drawn(article):
        return "\n".join(lines) + "\n"
    about = " · ".join(_who_and_when(article))
    head = [part for part in (clean(article.title or ""), about) if part]
    return "\n".join([*head, *([""] if head else []), *lines]) + "\n"


def _is_drawn(article: Article) -> bool:
    """Tell whether an article's text is not that of a file as it stands: a page's, or Markdown without marks."""
    return article.page or bool(article.markup)


def _who_and_when(article: Article) -> list[str]:
    told = (clean(part) for part in (article.byline or "", long_date(article.published)))
    return [part for part in told if part]


# Markdown


def as_markdown(article: Article) -> str:
    """Return Markdown, one line a paragraph; Markdown's own characters in the text are escaped.

    The text of a Markdown file stays as it is written.
    """
    out: list[str] = []
    if title := clean(article.title or ""):
        out.append(f"# {escape_markdown(title)}")
    about = [escape_markdown(part) for part in _who_and_when(article)]
    if article.url and clean(article.url):
        about.append(autolink(clean(article.url)))
    if about:
        out.append(", ".join(about))
    data = article.text.encode("utf-8", "replace")
    if not article.page and source_kind(data, article.source) is SourceKind.MARKDOWN:
        return "\n\n".join([*out, _own_markdown(article)]).rstrip() + "\n"
    last: BlockKind | None = None
    for block in article.blocks:
        if block.kind in _NOT_BODY:
            continue
        if not (text := _block(article, block)):
            continue
        if last == block.kind == BlockKind.LIST_ITEM:
            out[-1] += f"\n{text}"
        elif last == block.kind == BlockKind.BLOCK_QUOTE:
            out[-1] += f"\n>\n{text}"
        else:
            out.append(text)
        last = block.kind
    return "\n\n".join(out) + "\n"


def _own_markdown(article: Article) -> str:
    """Return the body of a Markdown file as it is written: without the lines of what stands above or beside it."""
    text = article.text
    front = article.markup[0].span if article.markup else Span(0, 0)
    at = (
        front.end
        if article.blocks and front.end < article.blocks[0].span.start and "\n" in front.of(text)
        else 0
    )
    out = ""
    for block in article.blocks:
        if block.kind in _NOT_BODY:
            start, end = _whole_lines(article, block.span)
            out += text[at:start]
            at = max(at, end)
    out = re.sub(r"(?:\r\n|\n|\r){3,}", "\n\n", out + text[at:]).strip("\r\n")
    return "\n".join(_TAB.join(map(displayable, line.split(_TAB))) for line in _LINE_END.split(out))


def _whole_lines(article: Article, span: Span) -> Span:
    """Return the lines that a block of Markdown takes, with the line under a heading that makes it one."""
    text = article.text
    start = max(text.rfind("\n", 0, span.start), text.rfind("\r", 0, span.start)) + 1
    end = _line_end(text, span.end)
    under = text[end:].lstrip("\r\n")[:200].split("\n", 1)[0].strip() if end - span.end < 200 else ""
    if under and not under.strip("=-") and any(True for _ in within(article.markup, Span(end, end + 3))):
        end = _line_end(text, text.index(under, end))
    return Span(start, end)


def _line_end(text: str, at: int) -> int:
    found = _LINE_END.search(text, at)
    return found.start() if found else len(text)


def _block(article: Article, block: Block) -> str:
    start, end = block.span.start, block.span.end
    text = article.text[start:end]
    match block.kind:
        case BlockKind.SUBHEADING:
            words = clean(text)
            if headings.is_ornament(words):
                return "---"
            return f"## {escape_markdown(words if article.page else headings.without_marks(words))}"
        case BlockKind.LIST_ITEM:
            marker = _MARKER.match(text)
            start += marker.end() if marker else 0
            number = marker[1] if marker else None
            words = _words(article, start, end)
            return f"{int(number)}. {words}" if number else f"- {words}"
        case BlockKind.BLOCK_QUOTE | BlockKind.EMBED:
            marker = _QUOTED.match(text)
            words = _words(article, start + (marker.end() if marker else 0), end, quoted=True)
            return f"> {words}" if words else ""
        case _:
            return _words(article, start, end)


def _words(article: Article, start: int, end: int, *, quoted: bool = False) -> str:
    """Return the words from `start` to `end` on one line, with links."""
    pieces = list(_pieces(article, start, end))
    dollars = sum(text.count("$") for text, _ in pieces) > 1
    out = ""
    for raw, address in pieces:
        text = clean(f"x{_QUOTED.sub(' ', raw) if quoted else raw}x")[1:-1]  # a space at an end is kept
        if not out or out.endswith(" "):
            text = text.lstrip()
        words = escape_markdown(text.strip())
        if dollars and text.count("$") == 1:
            words = words.replace("$", "\\$")
        target = autolink(address or "")
        if words and target.startswith("<"):
            if out.endswith("!"):
                out = f"{out[:-1]}\\!"  # or it would be an image
            words = f"[{words}]({target})"
        out += " " * text.startswith(" ") + words + " " * (text.endswith(" ") and bool(words))
    return out.strip()


def _pieces(article: Article, start: int, end: int) -> Iterator[tuple[str, str | None]]:
    """Yield the stretches of `article.text` between two offsets, with the address each leads to."""
    at = start
    for link in article.links:
        if link.span.start < at or link.span.end > end:
            continue
        if link.span.start > at:
            yield article.text[at : link.span.start], None
        yield link.span.of(article.text), link.address
        at = link.span.end
    if at < end:
        yield article.text[at:end], None


# Lists


def render_listing(listing: Listing, format: Format) -> str:
    """Return the items of a list; as text, one line each with date, title and address between tabs."""
    return "".join(_item(item, listing, format) for item in listing.items)


def _item(item: Item, listing: Listing, format: Format) -> str:
    title, day = clean(item.title) or clean(item.source), clean(item.published or "")[:10]
    if format == "jsonl":
        about = {"source": item.source, "title": item.title, "byline": item.author}
        more = {"published": item.published, "summary": item.summary, "list": listing.source}
        return dump_json({**about, **more}) + "\n"
    if format == "text":
        return f"{day or '-'}\t{title}\t{clean(item.source)}\n"
    words = (
        f"[{escape_markdown(title)}]({autolink(item.source)})"
        if autolink(item.source).startswith("<")
        else escape_markdown(title)
    )
    summary = f": {escape_markdown(clean(item.summary))}" if item.summary else ""
    return f"- {words}{f' ({escape_markdown(day)})' if day else ''}{summary}\n"
