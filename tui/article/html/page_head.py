"""Title, outlet and date from the beginning of a page, for lists of many pages that are read once they are opened.

Only so much is looked at as a caller gives, and every pattern is linear in it.
"""

from __future__ import annotations

import html
import re
from typing import NamedTuple

from tui.article.sanitising import one_line

_META = re.compile(r"<meta\s([^<>]{1,1000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""\b(property|name|content)\s{0,4}=\s{0,4}(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_LONGEST = 300  # characters of a title


class PageHead(NamedTuple):
    """What the beginning of a page says of it; "" for what it does not say. `published` is as it stands there."""

    title: str = ""
    site: str = ""
    published: str = ""


def read_page_head(start: str) -> PageHead:
    """Return what `start`, the beginning of a page, says of title, outlet and date of publication."""
    metas: dict[str, str] = {}
    for found in _META.finditer(start):
        attributes = {name.lower(): double or single for name, double, single in _ATTRIBUTE.findall(found[1])}
        name = attributes.get("property") or attributes.get("name")
        if name and attributes.get("content"):
            metas.setdefault(name.lower(), attributes["content"])
    title = metas.get("og:title") or _title(start)
    return PageHead(
        _clean(title), _clean(metas.get("og:site_name", "")), _clean(metas.get("article:published_time", ""))
    )


def _title(start: str) -> str:
    """Return the text of the first title element."""
    lower = start.lower()
    at = lower.find("<title")
    begin = lower.find(">", at) + 1 if at >= 0 else 0
    end = lower.find("</title", begin) if begin else -1
    return start[begin:end] if begin and begin <= end < begin + 4 * _LONGEST else ""


def _clean(text: str) -> str:
    return one_line(html.unescape(text[: 4 * _LONGEST]))[:_LONGEST].strip()
