"""Merging of the attributions that grammar shows with those that the layout shows."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from tui.analysis.raw_attribution import RawAttribution
from tui.article.spans import Span

_OPENING_MARKS = " \n“\"‘'"


def merge(
    attributions: Sequence[RawAttribution], from_layout: Sequence[RawAttribution], text: str
) -> list[RawAttribution]:
    """Return the attributions of grammar and layout in reading order, of two with the same words the likelier.

    A transcript's turn and a post belong to their speaker as a whole: nobody else is quoted in them.
    """
    rows = sorted(((span, n) for n, attribution in enumerate(from_layout) for span in attribution.content))
    starts = [span.start for span, _ in rows]
    kept: list[RawAttribution] = []
    beaten: set[int] = set()
    for attribution in attributions:
        rivals = set()
        free = []
        for span in attribution.content:
            at = max(0, bisect_left(starts, span.start) - 1)
            claiming = set()
            while at < len(rows) and rows[at][0].start < span.end:
                if rows[at][0].overlaps(span):
                    claiming.add(rows[at][1])
                at += 1
            rivals |= claiming
            labels = [label.start for n in claiming for label in from_layout[n].source]
            before = text[span.start : min((*labels, span.end))].rstrip(_OPENING_MARKS)
            if any(map(str.isalnum, before)):
                free.append(Span(span.start, span.start + len(before)) if claiming else span)
        if (
            free
            and rivals
            and all(from_layout[n].turn and _in_one_line(text, free, from_layout[n]) for n in rivals)
        ):
            # Doe said, “Good day.” “GUEST: Good day.”: only the second quotation is a turn
            kept.append(replace(attribution, content=tuple(free)))
            continue
        if any(from_layout[n].turn or from_layout[n].probability >= attribution.probability for n in rivals):
            continue
        if any(_is_own_first_person(text, attribution.source, from_layout[n].content) for n in rivals):
            continue
        beaten |= rivals
        kept.append(attribution)
    kept += (attribution for n, attribution in enumerate(from_layout) if n not in beaten)
    return sorted(kept, key=lambda attribution: attribution.content)


def _in_one_line(text: str, spans: Sequence[Span], turn: RawAttribution) -> bool:
    """Tell whether a turn stands in the paragraph of some spans before it, as one inside quotation marks does."""
    if not turn.source:
        return False
    begin, label = spans[0].start, turn.source[0].start
    return begin < label < turn.content[0].start and "\n" not in text[begin:label]


def _is_own_first_person(text: str, source: Sequence[Span], content: Sequence[Span]) -> bool:
    """Tell whether a source is the "I" of words that somebody is already known to say."""
    words = {span.of(text) for span in source}
    inside = all(any(span.start <= s.start and s.end <= span.end for span in content) for s in source)
    return bool(words) and words <= {"I", "We", "we"} and inside
