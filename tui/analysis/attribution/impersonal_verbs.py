"""Verbs whose "it" or "there" is nobody: it is fair to say, it dawned on them, there is no reason to think."""

from __future__ import annotations

from tui.analysis.attribution.cue_readings import CueReading
from tui.analysis.attribution.token_arrays import TokenArrays

_DAWNING = frozenset({"dawn", "occur", "transpire"})
_CLIMB = 4  # words between a verb and the "it" of its sentence


def is_impersonal(arrays: TokenArrays, cue: int, reading: CueReading) -> bool:
    """Tell whether nobody is meant by the "it" or "there" of a verb: it is fair to say; there is no reason to.

    So it is not clear whether; it takes no expert to see; it dawned on them.
    """
    parsed = arrays.parsed
    if parsed.lemma[cue] in _DAWNING:
        return True
    named = [parsed.word[i].casefold() for a, b in reading.source for i in range(a, b)]
    if named not in ([], ["it"]):
        return False
    infinitive = any(
        parsed.pos[i] == "ADJ" and parsed.word[i + 1 : i + 2] == ["to"]
        for i in range(max(0, cue - 2), min(cue + 3, len(parsed.pos)))
    )
    before = [word.casefold() for word in parsed.word[max(0, cue - 5) : cue + 1]]
    if infinitive and "it" in before:
        return True
    children = arrays.children[cue]
    # It should be noted that the dam is old.
    if any(parsed.dep[i] == "aux" and parsed.tag[i] == "MD" for i in children) and any(
        parsed.dep[i] == "nsubjpass" and parsed.word[i].casefold() == "it" for i in children
    ):
        return True
    # It emerged last night that the dam is old.
    if parsed.lemma[cue] == "emerge" and any(
        parsed.dep[i] == "nsubj" and parsed.word[i].casefold() == "it" for i in children
    ):
        return True
    verb = parsed.head[cue] if parsed.pos[cue] == "ADJ" else cue
    for _ in range(_CLIMB):
        children = arrays.children[verb]
        if any(parsed.dep[i] == "expl" for i in children):
            return True
        it = any(parsed.dep[i] == "nsubj" and parsed.word[i].casefold() == "it" for i in children)
        judged = parsed.lemma[verb] == "be" and any(
            parsed.dep[i] == "acomp" and parsed.pos[i] == "ADJ" for i in children
        )
        if it and (judged or (verb != cue and parsed.lemma[verb] == "take")):
            return True
        if parsed.dep[verb] not in ("xcomp", "acl", "attr", "advcl") or parsed.head[verb] == verb:
            return False
        verb = parsed.head[verb]
    return False
