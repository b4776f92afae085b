"""Check what the lines of an export state, as nothing in them is taken on trust."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.analysis.analysis import Analysis
from tui.article.spans import Span
from tui.library.article_texts import check_spans

_HIGHEST = 1 << 50  # the largest value of a count
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z", re.ASCII)
_SPEAKER_KINDS = ("person", "organisation", "place", "group", "unknown")


def count(value: int) -> int:
    """Return the value of a count. Raises ValueError if it is out of range."""
    if not 0 <= value < _HIGHEST:
        raise ValueError("a number is out of range")
    return value


def moment(value: str) -> str:
    """Return a time. Raises ValueError unless it is written as the library writes it."""
    if not _MOMENT.fullmatch(value):
        raise ValueError("a time is not written as the library writes it")
    return value


def text_hash_of(value: str) -> bytes:
    """Return the hash of a text from its hexadecimal digits. Raises ValueError if it is no SHA-256."""
    found = bytes.fromhex(value)
    if len(found) != 32:
        raise ValueError("its text_hash is not a SHA-256")
    return found


def check_analysis(analysis: Analysis, length: int) -> None:
    """Raise ValueError unless this can be a complete analysis of a text of `length` characters."""
    if not analysis.complete:
        raise ValueError("its analysis is not complete")
    if any(speaker.kind not in _SPEAKER_KINDS for speaker in analysis.speakers):
        raise ValueError("a speaker is of an unknown kind")
    for quote in analysis.attributions:
        if not _is_content(quote.content) or not 0 <= quote.certainty <= 1:
            raise ValueError("a quote makes no sense")
        evidence = [step.span for step in quote.evidence if step.span]
        check_spans((*quote.content, *quote.cue, *quote.source, *evidence), length)
    for speaker in analysis.speakers:
        check_spans(speaker.mentions, length)
    for entity in analysis.entities:
        check_spans(entity.mentions, length)
    check_spans(analysis.left_out, length)


def _is_content(content: Sequence[Span]) -> bool:
    """Tell whether there are spans, none empty, in reading order and not overlapping."""
    edges = [place for span in content for place in span]
    return bool(content) and edges == sorted(edges) and all(start < end for start, end in content)
