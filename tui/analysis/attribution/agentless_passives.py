"""Passives that name nobody who did it: was charged with theft, was asked about the count."""

from __future__ import annotations

from tui.analysis.attribution.cue_readings import TokenRanges
from tui.analysis.attribution.polarity import QUESTION_WORDS
from tui.analysis.attribution.token_arrays import TokenArrays

_DONE_TO = frozenset(
    {"ask", "tell", "warn", "assure", "inform", "remind", "question", "press", "quiz", "advise"}
)
CLAUSE_WORDS = QUESTION_WORDS | {"that"}


def is_agentless(arrays: TokenArrays, verb: int) -> bool:
    """Tell whether a verb is a passive without an agent."""
    parsed = arrays.parsed
    if parsed.tag[verb] != "VBN":
        return False
    children = arrays.children[verb]
    return any(parsed.dep[i] in ("auxpass", "nsubjpass") for i in children) and not any(
        parsed.dep[i] == "agent" for i in children
    )


def is_done_to_somebody(arrays: TokenArrays, cue: int, source: TokenRanges, content: TokenRanges) -> bool:
    """Tell whether a passive without an agent says of what somebody was asked, told or assured, not what.

    "Asked about the count, she left", "was warned of the storm", but not "was asked whether …", "told to go".
    """
    parsed = arrays.parsed
    if parsed.tag[cue] != "VBN" or parsed.lemma[cue] not in _DONE_TO:
        return False
    if any(first and parsed.word[first - 1] == "by" for first, _ in source):
        return False  # was asked about the count by Doe, who did ask
    first = min((a for a, _ in content if a > cue), default=-1)
    about = parsed.word_at(cue + 1) in ("about", "of", "on", "for")
    begins = first >= 0 and parsed.word[first].casefold() in CLAUSE_WORDS
    return about and first in (cue + 1, cue + 2) and not begins
