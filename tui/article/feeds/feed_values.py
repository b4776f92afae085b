"""What feeds hold made plain: HTML to words, dates to ISO 8601."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from html import unescape
from time import struct_time

from tui.article.sanitising import one_line

TITLE_CUT, SUMMARY_CUT = 300, 400
"""Characters that are kept of a title and of a summary."""

_LOOKED_AT = 20_000  # characters of HTML; what the words are cut to seldom needs a tenth

# Every part is bounded, and none begins where another could: the time is linear in what is looked at.
_HIDDEN = re.compile(r"<!--|<(script|style|template|noscript|iframe)\b[^<>]{0,1000}>", re.IGNORECASE)
_TAG = re.compile(
    r"""</?([a-z][a-z0-9:-]{0,30}+)(?:"[^"<>]{0,999}"|'[^'<>]{0,999}'|[^"'<>]){0,999}+>""", re.I
)
_STRAY = re.compile(r"</?[a-z!?][^<>]*+>", re.IGNORECASE)
_INLINE = frozenset(
    "a abbr b bdi bdo cite code del dfn em font i ins kbd mark q s small span strong sub sup u wbr".split()
)


def plain(html: str, *, cut: int) -> str:
    """Return the words of some HTML in one paragraph, at most `cut` characters, entities resolved."""
    return shortened(_without_tags(html[:_LOOKED_AT]), cut)


def shortened(text: str, cut: int) -> str:
    """Return `text` on one line, displayable; what is too long ends after a word, with "…"."""
    text = one_line(text[: _LOOKED_AT + cut])
    if len(text) <= cut:
        return text
    head = text[: cut - 1]
    space = head.rfind(" ")
    return (head[:space] if space > cut // 2 else head).rstrip(" ,;:–—-") + "…"


def _without_tags(html: str) -> str:
    kept: list[str] = []
    at = 0
    while found := _HIDDEN.search(html, at):
        kept.append(html[at : found.start()])
        end = "-->" if found[1] is None else f"</{found[1].lower()}"
        closed = html.lower().find(end, found.end()) if len(kept) < 100 else -1
        if closed < 0:
            at = len(html)
            break
        at = closed + (len(end) if found[1] is None else 0)
    kept.append(html[at:])
    text = _TAG.sub(lambda tag: "" if tag[1].lower() in _INLINE else " ", " ".join(kept))
    text = _STRAY.sub(" ", text)
    if (cut := text.rfind("<")) >= 0 and text[cut + 1 : cut + 2].isalpha() and ">" not in text[cut:]:
        text = text[:cut]  # a tag that was cut off
    return unescape(text)


def iso(parsed: struct_time | None, raw: str = "") -> str | None:
    """Return a time in UTC as ISO 8601; `raw`, as it was written, tells whether it is only a day."""
    if parsed is None:
        return None
    try:
        when = datetime(*parsed[:6], tzinfo=UTC)
    except (ValueError, TypeError, OverflowError):
        return None
    if re.fullmatch(r"\s*\d{4}-\d{2}-\d{2}\s*", raw[:40]):
        return when.date().isoformat()
    return when.isoformat()


def iso_of(raw: str) -> str | None:
    """Return a date written in RFC 3339 or ISO 8601 as ISO 8601; None for any other."""
    raw = raw.strip()[:40]
    try:
        when = datetime.fromisoformat(raw)
    except ValueError:
        return None
    return when.date().isoformat() if len(raw) == len("2026-11-23") else when.isoformat()
