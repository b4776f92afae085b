"""Sources taken from the wrong side of a participle's clause: Doe, | asked about the floods under Roe, | said."""

from __future__ import annotations

from tui.analysis.attribution.cue_readings import TokenRanges
from tui.analysis.attribution.token_arrays import TokenArrays

_LONGEST = 14  # tokens of a participle's clause between a subject and its verb
_PARTICIPLES = frozenset({"VBN", "VBG", "VBD"})
_MARKS = frozenset({"after", "when", "as", "while", "before", "until", "once"})


def own_subject(
    arrays: TokenArrays, cue: int, source: TokenRanges, other_cues: frozenset[int]
) -> TokenRanges:
    """Return the source of a cue, or whoever stands on the other side of a participle's clause.

    Doe, | asked about the floods under Roe, | said: it is Doe. “We won,” Doe said after Roe had left, adding that
    he was glad: Doe adds it. `other_cues` are the cues that have readings of their own.
    """
    if len(source) != 1:
        return source
    return (
        _before_participle(arrays, cue, source) or _of_speech_above(arrays, cue, source, other_cues) or source
    )


def _before_participle(arrays: TokenArrays, cue: int, source: TokenRanges) -> TokenRanges:
    """Return the name before the participle whose object the source of a finite cue is, if it stands so."""
    parsed = arrays.parsed
    word, tag = parsed.word, parsed.tag
    first, last = source[0]
    verb = cue - 1 if tag[cue] == "VBN" and parsed.lemma[cue - 1] == "have" else cue
    comma = last if last < verb and word[last] == "," else last - 1
    if tag[verb] not in ("VBD", "VBZ", "VBP") or comma + 1 != verb or word[comma] != ",":
        return ()
    before = parsed.head[comma - 1]
    if parsed.dep[comma - 1] != "pobj" or not 0 < first - before < 3 or parsed.pos[before] != "ADP":
        return ()
    floor = max(parsed.sentences[parsed.sentence[cue]][0], first - _LONGEST)
    opening = next((i for i in range(first - 1, floor, -1) if word[i] == ","), -1)
    if opening <= floor or tag[opening + 1] not in _PARTICIPLES:
        return ()
    name = opening
    while name > floor and parsed.pos[name - 1] == "PROPN":
        name -= 1
    return ((name, opening),) if name < opening and parsed.entity[opening - 1] == "PERSON" else ()


def _of_speech_above(
    arrays: TokenArrays, cue: int, source: TokenRanges, other_cues: frozenset[int]
) -> TokenRanges:
    """Return whoever said something in the clause above that of a participle and its subject, if there is one."""
    parsed = arrays.parsed
    first, last = source[0]
    verb = parsed.head[cue]
    if parsed.tag[cue] != "VBG" or parsed.word[cue - 1] != "," or parsed.dep[cue] != "advcl":
        return ()
    said = parsed.head[verb]
    own = any(parsed.dep[i] in ("nsubj", "nsubjpass") and first <= i < last for i in arrays.children[verb])
    marked = any(
        parsed.dep[i] == "mark" and parsed.word[i] in _MARKS and i > said for i in arrays.children[verb]
    )
    if not own or not marked or parsed.dep[verb] != "advcl" or said not in other_cues:
        return ()
    subject = next((i for i in arrays.children[said] if parsed.dep[i] == "nsubj"), -1)
    if subject < 0 or parsed.pos[subject] not in ("PROPN", "PRON") or subject > verb:
        return ()
    return ((arrays.left[subject], subject + 1),)
