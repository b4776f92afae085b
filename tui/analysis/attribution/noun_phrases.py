"""Noun phrases as the tags show them, without the parse."""

from __future__ import annotations

from tui.analysis.attribution.token_arrays import TokenArrays

NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "PART", "SYM"})
_REACH = 12  # tokens


def noun_phrase_end(arrays: TokenArrays, first: int, last: int) -> int:
    """Return where the words before the first verb, preposition or mark of a content end."""
    parsed = arrays.parsed
    end = first
    while end < min(last, first + _REACH) and (
        parsed.pos[end] in NOMINAL or parsed.word[end].casefold() == "percent"
    ):
        if parsed.tag[end] in ("TO", "WDT", "WP") or (parsed.word[end] == "that" and end > first):
            break
        if parsed.tag[end] == "PRP" and end > first and parsed.pos[end - 1] == "NOUN":
            break  # asked | a question | he did not like
        end += 1
    return end
