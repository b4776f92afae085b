"""The kind of an attribution: how much of its content stands inside quotation marks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from tui.analysis.analysis import Kind
from tui.article.spans import Span

_ALL = 0.98  # the share of letters and digits above which a content counts as fully quoted


def kind_of(text: str, content: Sequence[Span], quotations: Sequence[Span]) -> Kind:
    """Return the kind by how many of the content's letters and digits stand inside quotations.

    `quotations` are the outer ones, in reading order.
    """
    letters = quoted = 0
    for span in content:
        letters += _letters(span.of(text))
        at = max(0, bisect_left(quotations, span) - 1)
        while at < len(quotations) and quotations[at].start < span.end:
            start, end = max(span.start, quotations[at].start), min(span.end, quotations[at].end)
            quoted += _letters(text[start:end])
            at += 1
    if quoted == 0:
        return Kind.INDIRECT
    return Kind.DIRECT if quoted > _ALL * letters else Kind.MIXED


def _letters(words: str) -> int:
    return sum(map(str.isalnum, words))
