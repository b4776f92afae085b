"""How articles and spans are written down in the library: small, and read back with care."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable
from typing import TYPE_CHECKING

from tui.article.article import Article, Block, BlockKind, Link
from tui.article.spans import Span

if TYPE_CHECKING:
    from tui.analysis.analysis import Analysis

_LONGEST = 256 << 20  # bytes of a text; what claims to be longer was not written by quoth


class Unreadable(ValueError):
    """What was kept is not what quoth writes."""


def deflated(text: str) -> bytes:
    """`text` in UTF-8, deflated; lone surrogates stay."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 6)


def inflated(data: object) -> str:
    """What `deflated` was given. Raises Unreadable."""
    if not isinstance(data, bytes):
        raise Unreadable("no bytes")
    try:
        machine = zlib.decompressobj()
        plain = machine.decompress(data, _LONGEST)
        if not machine.eof:
            raise Unreadable("cut off, or too long")
        return plain.decode("utf-8", "surrogatepass")
    except (zlib.error, UnicodeDecodeError) as error:
        raise Unreadable(str(error)) from None


def parts_json(article: Article) -> str:
    """What an article has beside its text and facts, as JSON: blocks, links, and whether it is of a page."""
    return json.dumps(
        {
            "blocks": [[str(b.kind), b.span.start, b.span.end] for b in article.blocks],
            "links": [[link.span.start, link.span.end, link.address] for link in article.links],
            "page": article.page,
        },
        separators=(",", ":"),
    )


def parts(text: str, length: int) -> tuple[tuple[Block, ...], tuple[Link, ...], bool]:
    """The blocks, links and `page` of the article that `parts_json` was given, which has `length` characters.

    Raises Unreadable for anything else, spans outside the article included.
    """
    try:
        data = json.loads(text)
        blocks = tuple(Block(BlockKind(kind), _span(a, b, length)) for kind, a, b in data["blocks"])
        links = tuple(Link(_span(a, b, length), _address(to)) for a, b, to in data["links"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Unreadable(str(error)) from None
    return blocks, links, data.get("page") is True


def _span(start: object, end: object, length: int) -> Span:
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start <= end <= length):
        raise ValueError("a span outside the text")
    return Span(start, end)


def _address(to: object) -> str:
    if not isinstance(to, str) or not to.lower().startswith(("http://", "https://")):
        raise ValueError("no address")
    return to


def offsets(spans: Iterable[Span]) -> str:
    """Spans as "12 40 55 61"."""
    return " ".join(f"{s.start} {s.end}" for s in spans)


def spans(text: str) -> tuple[Span, ...]:
    """The spans that `offsets` was given; none where it is something else."""
    try:
        numbers = [int(n) for n in text.split()]
    except ValueError:
        return ()
    return tuple(Span(a, b) for a, b in zip(numbers[::2], numbers[1::2], strict=False) if 0 <= a <= b)


def said(text: str, content: Iterable[Span]) -> str:
    """The words of a quote as they are searched: as they stand in `text`, the pieces parted by an ellipsis.

    Never to be changed: the search tables can only forget what they are told word for word.
    """
    return " … ".join(span.of(text) for span in content)


def searchable(text: str) -> str:
    """`text` as the search tables take it: without lone surrogates. Never to be changed, as `said`."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def analysis_packed(analysis: Analysis) -> bytes:
    """An analysis as JSON, deflated."""
    return zlib.compress(json.dumps(analysis.to_json(), separators=(",", ":")).encode(), 6)


def analysis_unpacked(data: object) -> Analysis | None:
    """What `analysis_packed` was given; None for anything else."""
    from tui.analysis.analysis import Analysis  # not needed where nothing is kept

    try:
        return Analysis.from_json(json.loads(zlib.decompress(data)))  # type: ignore[arg-type]
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, zlib.error):
        return None
