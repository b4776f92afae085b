"""Sources that have taken in the clause around them, cut to the words that name who speaks."""

from __future__ import annotations

from tui.analysis.attribution.cue_readings import TokenRanges
from tui.analysis.attribution.token_arrays import TokenArrays


def own_subject(arrays: TokenArrays, cue: int, source: TokenRanges) -> TokenRanges:
    """Return a source without the clause whose object it is: "One video featured | farmers declaring".

    Only for a cue that hangs on a noun of its source, after that noun's own verb.
    """
    parsed = arrays.parsed
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
