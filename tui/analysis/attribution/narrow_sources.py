"""Sources that have taken in the clause around them, cut to the words that name who speaks."""

from __future__ import annotations

from tui.analysis.attribution.cue_readings import TokenRanges
from tui.analysis.attribution.token_arrays import TokenArrays


def own_subject(arrays: TokenArrays, cue: int, source: TokenRanges) -> TokenRanges:
    """Return a source without the clause whose object it is: "One video featured | farmers declaring".

    One behind its cue is cut before the subject of the next clause.
    """
    parsed = arrays.parsed
    if source and source[0][0] == cue + 1:
        return _without_next_clause(arrays, source)
    if parsed.tag[cue] != "VBG" or len(source) != 1:
        return source
    first, last = source[0]
    for verb in range(first + 1, last - 1):
        if parsed.tag[verb] not in ("VBD", "VBN", "VBZ") or not first < verb:
            continue
        noun = parsed.head[cue] if parsed.dep[cue] == "acl" else parsed.head[verb]
        if not verb < noun < last:
            continue
        # "a video featured farmers declaring": the parse has "featured" as the farmers' attribute, or as the verb
        takes_object = parsed.head[noun] == verb and parsed.dep[noun] == "dobj"
        misread = parsed.dep[verb] == "amod" and any(
            parsed.dep[child] == "npadvmod" and parsed.pos[child] == "NOUN" for child in arrays.children[verb]
        )
        if takes_object:
            return ((max(arrays.left[noun], verb + 1), last),)
        if misread and parsed.word[verb - 1] != "-":
            return ((verb + 1, last),)
    return source


def _without_next_clause(arrays: TokenArrays, source: TokenRanges) -> TokenRanges:
    """Return a source behind its verb without the subject of the next: said Anna Holt, | and Peter Lind agreed."""
    parsed = arrays.parsed
    first, last = source[0]
    if len(source) != 1 or last >= arrays.count or parsed.tag[last] not in ("VBD", "VBZ", "VBP"):
        return source
    for at in range(last - 1, first + 1, -1):
        if parsed.word[at] in ("and", "but") and parsed.word[at - 1] == ",":
            return ((first, at - 1),)
    return source
