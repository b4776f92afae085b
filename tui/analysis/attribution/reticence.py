"""What a speaker left unsaid, which the narrator tells after the words: “a gift,” | without elaborating."""

from __future__ import annotations

from tui.analysis.attribution.cue_readings import TokenRanges
from tui.analysis.attribution.token_arrays import TokenArrays

_ELABORATING = frozenset({"elaborate", "elaboration"})
_DETAILS = frozenset({"detail", "elaboration", "evidence", "explanation", "specific", "specifics"})
_GIVING = frozenset({"give", "offer", "provide", "add", "cite", "go", "present"})
_DECLINING = frozenset({"decline", "refuse"})
_AUXILIARIES = frozenset({"did", "does", "do", "would", "could"})
_NOT = frozenset({"not", "n't", "n’t"})
_SUBJECTS = frozenset({"he", "she", "they", "it"})
_MAX_TO_DETAILS = 5  # tokens from "giving" to "details"


def without_unsaid(arrays: TokenArrays, cue: int, content: TokenRanges) -> TokenRanges:
    """Return a content without what its speaker did not say: it was safe | but did not elaborate.

    "The mayor left the hall without giving details" may be said of the mayor, "it was safe, without giving details"
    is the narrator's.
    """
    parsed = arrays.parsed
    first, last = content[-1]
    if first < cue:
        return content
    for at in range(first + 2, last - 1):
        if arrays.quote_of[at] < 0 and _begins(arrays, at, last):
            end = at - 1 if parsed.word[at - 1] == "," else at
            return (*content[:-1], (first, end))
    return content


def _begins(arrays: TokenArrays, at: int, last: int) -> bool:
    """Tell whether what a speaker left unsaid begins at a token, a comma or an "and" before it left aside."""
    parsed = arrays.parsed
    word, lemma = parsed.word, parsed.lemma
    apart = word[at - 1] == "," or arrays.quote_of[at - 1] >= 0
    if word[at] == "without":
        after = lemma[at + 1 : min(last, at + 3)]
        return not _ELABORATING.isdisjoint(after) or (apart and _gives(arrays, at + 1, last))
    if word[at - 1] == "," and parsed.tag[at] == "VBG":
        unsaid = lemma[at] in _DECLINING and word[at + 1] == "to"
        return unsaid or (word[at + 1] in ("no", "few") and _gives(arrays, at, last))
    if word[at] not in ("but", "and", "though", "although"):
        return False
    verb = at + 1 + (word[at + 1] in _SUBJECTS)
    if verb + 2 < last and word[verb] in _AUXILIARIES and word[verb + 1] in _NOT:
        return lemma[verb + 2] in _ELABORATING or _gives(arrays, verb + 2, last)
    if verb + 2 < last and lemma[verb] in _DECLINING and word[verb + 1] == "to":
        return lemma[verb + 2] in _ELABORATING or _gives(arrays, verb + 2, last)
    return verb + 1 < last and word[verb + 1] in ("no", "few") and _gives(arrays, verb, last)


def _gives(arrays: TokenArrays, verb: int, last: int) -> bool:
    """Tell whether a verb and what follows it are "giving further details"."""
    lemma = arrays.parsed.lemma
    behind = lemma[verb + 1 : min(last, verb + 1 + _MAX_TO_DETAILS)]
    return lemma[verb] in _GIVING and not _DETAILS.isdisjoint(behind)
