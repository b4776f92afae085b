"""Pack an article for another process: its text and blocks as bytes, everything else as JSON.

As JSON, 20 MB of text or 300,000 blocks would be parsed in one call, which blocks the interpreter, and with it
the screen, for a tenth of a second or more. Here everything long is handled in steps.
"""

from __future__ import annotations

import codecs
from array import array
from dataclasses import replace
from typing import Any

from tui.article.article import Article, Block, BlockKind
from tui.article.spans import Span
from tui.json_codec import decode, encode

_STEP = 1 << 20  # bytes decoded at a time: some milliseconds
_KINDS = tuple(BlockKind)
_NUMBERS = {kind: number for number, kind in enumerate(_KINDS)}


def packed(article: Article) -> tuple[dict[str, Any], bytes]:
    """Return an article as a JSON object and the bytes that belong to it. Lone surrogates stay."""
    kinds = bytes(_NUMBERS[kind] for kind, _ in article.blocks)
    offsets = array("I", (offset for _, span in article.blocks for offset in span)).tobytes()
    text = article.text.encode("utf-8", "surrogatepass")
    rest = encode(replace(article, text="", blocks=()))
    return {"rest": rest, "blocks": len(kinds)}, kinds + offsets + text


def unpacked(message: dict[str, Any], data: bytes) -> Article:
    """Return the article that `packed` was given in another process of this machine."""
    count = message["blocks"]
    offsets = array("I")
    begin = count + 2 * count * offsets.itemsize
    offsets.frombytes(data[count:begin])
    blocks = tuple(
        Block(_KINDS[kind], Span(start, end))
        for kind, start, end in zip(data[:count], offsets[::2], offsets[1::2], strict=True)
    )
    decoder = codecs.getincrementaldecoder("utf-8")("surrogatepass")
    parts = [decoder.decode(data[at : at + _STEP]) for at in range(begin, len(data), _STEP)]
    return replace(decode(Article, message["rest"]), text="".join(parts), blocks=blocks)
