"""The words that a feed gives with an item: kept as HTML, within bounds, until the item is opened."""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import blake2s
from html import escape

from tui.article.listing import OWN_NAME

LONGEST, LONGEST_IN_ALL = 300_000, 2_000_000
"""Characters of HTML that are kept of an item, and of all items of a feed, the first of them first."""
SHORTEST = 160  # characters of HTML: with less, an item that leads to a page only tells what it is about

_PARAGRAPH = re.compile(r"\n[ \t\r]*\n\s*")


def as_html(text: str) -> str:
    """Return plain text as HTML: blank lines part paragraphs, others lines."""
    paragraphs = _PARAGRAPH.split(text[:LONGEST].strip())
    return "".join(
        f"<p>{escape(part, quote=False).replace(chr(10), '<br>')}</p>" for part in paragraphs if part
    )


def longest(texts: Iterable[str]) -> str:
    """Return the longest of an item's texts, which is the whole where a feed gives a summary, too."""
    return max(texts, key=len, default="")[:LONGEST]


def own_name(identifier: str, html: str) -> str:
    """Return the name of an item without a page: the same whenever its feed is read again."""
    return OWN_NAME + blake2s((identifier or html).encode("utf-8", "replace"), digest_size=6).hexdigest()
