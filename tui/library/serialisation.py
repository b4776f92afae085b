"""Convert texts, spans and dataclasses to the form stored in the library, and back."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeVar

from tui.article.spans import Span
from tui.json_codec import decode, encode

if TYPE_CHECKING:
    from tui.analysis.analysis import Analysis

_T = TypeVar("_T")
_LONGEST = 256 << 20  # bytes of a text; quoth never writes a longer one


class Unreadable(ValueError):
    """A stored value is not one that quoth writes."""


def deflated(text: str) -> bytes:
    """Return `text` in UTF-8, deflated; lone surrogates stay."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 6)


def inflated(data: object) -> str:
    """Return the text that `deflated` was given. Raises Unreadable for anything else."""
    if not isinstance(data, bytes):
        raise Unreadable("no bytes")
    try:
        machine = zlib.decompressobj()
        text = machine.decompress(data, _LONGEST)
        if not machine.eof:
            raise Unreadable("cut off, or too long")
        return text.decode("utf-8", "surrogatepass")
    except (zlib.error, UnicodeDecodeError) as error:
        raise Unreadable(str(error)) from None


def json_text(value: object) -> str:
    """Return a dataclass as JSON."""
    return json.dumps(encode(value), separators=(",", ":"))


def from_json_text(kind: type[_T], text: str, **others: object) -> _T:
    """Return the dataclass that `json_text` was given; `others` are its fields that are kept elsewhere.

    Raises Unreadable for anything else.
    """
    try:
        return decode(kind, json.loads(text), **others)
    except (
        ValueError,
        TypeError,
        RecursionError,
    ) as error:  # a TypeError: SQLite returned something other than text
        raise Unreadable(str(error)) from None


def offsets(spans: Iterable[Span]) -> str:
    """Return spans as their offsets: "12 40 55 61"."""
    return " ".join(f"{s.start} {s.end}" for s in spans)


def spans(text: str) -> tuple[Span, ...]:
    """Return the spans that `offsets` was given; none for any other text."""
    try:
        numbers = [int(n) for n in text.split()]
    except ValueError:
        return ()
    return tuple(Span(a, b) for a, b in zip(numbers[::2], numbers[1::2], strict=False) if 0 <= a <= b)


def said(text: str, content: Iterable[Span]) -> str:
    """Return the words of a quote as they are indexed: the spans of `text`, with an ellipsis between them.

    This must never change: deleting from the search tables takes the very words that were inserted.
    """
    return " … ".join(span.of(text) for span in content)


def searchable(text: str) -> str:
    """Return `text` as it is indexed: without lone surrogates. Like `said`, this must never change."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def packed_analysis(analysis: Analysis) -> bytes:
    """Return an analysis as JSON, deflated."""
    return deflated(json_text(analysis))


def unpacked_analysis(data: object) -> Analysis | None:
    """Return the analysis that `packed_analysis` was given; None for anything else."""
    from tui.analysis.analysis import Analysis  # not needed if nothing is kept

    try:
        return from_json_text(Analysis, inflated(data))
    except Unreadable:
        return None
