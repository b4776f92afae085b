"""Names before the colons of a transcript, which are somebody's whatever the recogniser takes them for.

"INTERVIEWER:", "TARRANT:": written in capitals and without a sentence round them, they look like bodies to it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from tui.analysis.entities.mentions import Mention, mention_at
from tui.analysis.entities.name_parts import KNOWN_LABELS, QUESTION_LABELS, SPEAKER_LABELS
from tui.analysis.entities.name_spans import is_title
from tui.analysis.entities.word_lists import words
from tui.analysis.parsed_article import ParsedArticle
from tui.analysis.raw_attribution import RawAttribution
from tui.article.spans import Span

_BODIES = words("words of organisations")
_FEWEST = 2  # labels that make a transcript


def add_turn_labels(
    parsed: ParsedArticle, mentions: list[Mention], drafts: Sequence[RawAttribution]
) -> list[Mention]:
    """The mentions with somebody's name at each label; a label that says what somebody is, is no name."""
    spans = _labels(parsed, drafts)
    if len({span.of(parsed.text) for span in spans}) < _FEWEST:
        return mentions
    labels = [(bisect_left(parsed.start, span.start), bisect_left(parsed.start, span.end)) for span in spans]
    inside = {i for begin, end in labels for i in range(begin, end)}
    kept = [m for m in mentions if inside.isdisjoint(range(m.begin, m.end))]
    elsewhere = {m.key for m in kept if m.label != "PERSON"}
    named = {m.begin: m for m in mentions if m.label == "PERSON"}
    taken = {(m.begin, m.end): m for m in mentions}
    for begin, end in labels:
        while begin < end - 1 and is_title(parsed.word[begin]):
            begin += 1
        if parsed.word[end - 1].casefold() in SPEAKER_LABELS | QUESTION_LABELS:
            continue
        made = named.get(begin) or mention_at(parsed, begin, end, "PERSON")
        old = taken.get((begin, end))
        if made is None or (made.key in elsewhere or made.key[-1] in _BODIES or made.key[-1] in KNOWN_LABELS):
            made = old
        if made is not None:
            kept.append(made)
    return sorted(kept, key=lambda m: m.begin)


def _labels(parsed: ParsedArticle, drafts: Sequence[RawAttribution]) -> list[Span]:
    """Where the sources of turns stand that a colon follows, in reading order, each once."""
    found = {
        draft.source[0]
        for draft in drafts
        if draft.turn
        and len(draft.source) == 1
        and draft.cue
        and draft.cue[0].of(parsed.text) == ":"
        and draft.source[0].end <= draft.cue[0].start
    }
    return sorted(found)
