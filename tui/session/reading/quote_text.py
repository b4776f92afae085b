"""The words of a quote as they are shown and copied.

An Article keeps the text of its file with hard line ends, no-break spaces, perhaps control characters. Words that
are shown or copied have none of these.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from tui.article.article import Article
from tui.article.characters import LINE_ENDS
from tui.article.cleaning import clean
from tui.article.spans import Span

if TYPE_CHECKING:
    from tui.analysis.analysis import Attribution

GAP = " … "
"""Joins two spans of a quote that are interrupted by words of the article."""

_OPENING = "“\"‘'«„"
_CLOSES = {"“": "”", "‘": "’", "«": "»", "„": "“"}
_LINE_END = f"\r\n|[{LINE_ENDS}]"


def paragraphs(article: Article, span: Span) -> list[str]:
    """Return the cleaned words inside `span`, one string a paragraph.

    Blocks between the paragraphs that are nobody's words (a subheading, a list of links) are left out.
    """
    text = article.shown(span)
    if text.isprintable() or not re.search(_LINE_END, text):
        return [clean(text)]
    if not article.blocks:
        return _by_line_ends(text)
    out: list[str] = []
    at = max(0, bisect_right(article.blocks, span.start, key=lambda block: block.span.start) - 1)
    for block in article.blocks[at:]:
        if block.span.start >= span.end:
            break
        if block.span.overlaps(span) and block.kind.speaks:
            part = clean(
                article.shown(Span(max(span.start, block.span.start), min(span.end, block.span.end)))
            )
            if part:
                out.append(part)
    return out or [clean(text)]


def _by_line_ends(text: str) -> list[str]:
    """Return the paragraphs of a text without blocks: an empty line or an opening mark begins one."""
    out: list[list[str]] = [[]]
    for row in re.split(_LINE_END, text):
        row = clean(row)
        if not row or row[0] in _OPENING:
            out.append([])
        if row:
            out[-1].append(row)
    return [" ".join(rows) for rows in out if rows]


def _joined(parts: list[str]) -> str:
    """Join paragraphs on one line, without re-opened quotation marks."""
    is_open = dict.fromkeys(_OPENING, False)
    out: list[str] = []
    for part in parts:
        if out and is_open.get(part[0]):
            part = part[1:].lstrip()
        for mark in _OPENING:
            closing = _CLOSES.get(mark)
            if closing is None:
                is_open[mark] ^= part.count(mark) % 2 == 1
            elif mark in part or closing in part:
                is_open[mark] = part.rfind(mark) > part.rfind(closing)
        out.append(part)
    return " ".join(filter(None, out))


def _separator(article: Article, before: Span, after: Span) -> str | None:
    """Return what joins two spans of a content: GAP, or None if only white space stands between them."""
    return None if article.shown(Span(before.end, after.start)).strip() == "" else GAP


def words(article: Article, attribution: Attribution) -> str:
    """Return the cleaned words of a quote: one line a paragraph, each with its re-opened mark."""
    out = ""
    last: Span | None = None
    for span in attribution.content:
        part = "\n".join(paragraphs(article, span))
        if last is not None:
            gap = _separator(article, last, span)
            out += gap if gap else "\n" if re.search(_LINE_END, article.text[last.end : span.start]) else " "
        out += part
        last = span
    return out


def words_on_one_line(article: Article, attribution: Attribution) -> str:
    """Return the cleaned words of a quote on one line, without re-opened marks, so that marks come in pairs."""
    out = ""
    last: Span | None = None
    for span in attribution.content:
        if last is not None:
            out += _separator(article, last, span) or " "
        out += _joined(paragraphs(article, span))
        last = span
    return out


def span_words(article: Article, spans: tuple[Span, ...]) -> str:
    """Return the cleaned words of a cue or source on one line, its spans joined by GAP, without a final colon."""
    return GAP.join(clean(article.shown(span)).strip(" ,:;") for span in spans)
