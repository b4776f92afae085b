"""Names before the colons of a transcript, which are people's whatever the recogniser takes them for.

"TARRANT:", in capitals and outside a sentence, looks like an organisation to it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from tui.analysis.entities.mentions import Mention, mention_at
from tui.analysis.entities.name_parts import KNOWN_LABELS, QUESTION_LABELS, SPEAKER_LABELS
from tui.analysis.entities.name_trimming import SAID
from tui.analysis.entities.span_joining import is_title
from tui.analysis.entities.word_lists import words
from tui.analysis.parsed_article import ParsedArticle
from tui.analysis.raw_attribution import RawAttribution
from tui.article.spans import Span

_ORGANISATION_WORDS = words("words of organisations")
_MIN_SURNAME = 4  # letters from which a word in capitals is a surname rather than an acronym
_MIN_LABELS = 2  # that make a transcript


def add_turn_labels(
    parsed: ParsedArticle, mentions: list[Mention], raw: Sequence[RawAttribution]
) -> list[Mention]:
    """Return the mentions with a person's name at each label, and none at a label for a role ("HOST:")."""
    spans = _labels(parsed, raw)
    if len({span.of(parsed.text) for span in spans}) < _MIN_LABELS:
        return mentions
    labels = [(bisect_left(parsed.start, span.start), bisect_left(parsed.start, span.end)) for span in spans]
    inside = {i for begin, end in labels for i in range(begin, end)}
    kept = [m for m in mentions if inside.isdisjoint(range(m.begin, m.end))]
    elsewhere = {m.key for m in kept if m.label != "PERSON"}
    named = {m.begin: m for m in mentions if m.label == "PERSON"}
    taken = {(m.begin, m.end): m for m in mentions}
    for begin, end in labels:
        while begin < end - 1 and (
            is_title(word := parsed.word[begin]) or word == "." or word.casefold() in SAID
        ):
            begin += 1  # "SEN. HOLT", "Added Holt"
        if parsed.word[end - 1].casefold() in SPEAKER_LABELS | QUESTION_LABELS:
            continue
        made = named.get(begin) or mention_at(parsed, begin, end, "PERSON")
        old = taken.get((begin, end))
        if made is None or (
            made.key in elsewhere or made.key[-1] in _ORGANISATION_WORDS or made.key[-1] in KNOWN_LABELS
        ):
            made = old
        elif end - begin == 1 and len(made.text) >= _MIN_SURNAME:
            made = replace(made, titled=True)  # "HOLT", who is named nowhere else; "NPR" is no person
        if made is not None:
            kept.append(made)
    return sorted(kept, key=lambda m: m.begin)


def _labels(parsed: ParsedArticle, raw: Sequence[RawAttribution]) -> list[Span]:
    """Return the sources of turns that a colon follows, in reading order, each once."""
    found = {
        attribution.source[0]
        for attribution in raw
        if attribution.turn
        and len(attribution.source) == 1
        and attribution.cue
        and attribution.cue[0].of(parsed.text) == ":"
        and attribution.source[0].end <= attribution.cue[0].start
    }
    return sorted(found)
