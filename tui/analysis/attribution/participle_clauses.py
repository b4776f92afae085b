"""Sources taken from the wrong side of a participle's clause: Doe, | asked about the floods under Roe, | said."""

from __future__ import annotations

from tui.analysis.attribution.cue_readings import TokenRanges
from tui.analysis.attribution.speech_words import SPEECH_WORDS
from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.entities.gender import is_first_name

_LONGEST_NAME = 6  # tokens of a participle and whom it is done to
_LONGEST = 14  # tokens of a participle's clause between a subject and its verb
_PARTICIPLES = frozenset({"VBN", "VBG", "VBD"})
_GOING_ON = frozenset({"adding", "noting", "pointing", "stressing"})


def without_opening(arrays: TokenArrays, source: TokenRanges) -> TokenRanges:
    """Return a source without what the speaker did meanwhile, read as a name: Jailing Doe, | Judge Roe."""
    parsed = arrays.parsed
    word = parsed.word
    if len(source) != 1:
        return source
    first, last = source[0]
    opens = first == parsed.sentences[parsed.sentence[first]][0] and word[first].istitle()
    if not opens or not word[first].endswith("ing") or is_first_name(word[first]):
        return source
    comma = next((i for i in range(first + 2, min(last - 1, first + _LONGEST_NAME)) if word[i] == ","), -1)
    if comma < 0 or "PERSON" not in parsed.entity[comma + 1 : last] or "and" in word[comma + 1 : last]:
        return source
    # not: Harding Doe, a friend of Jane Roe, said
    named = parsed.pos[comma + 1] == "PROPN" or parsed.entity[last - 1] == "PERSON"
    return ((comma + 1, last),) if named else source


def behind_according_to(arrays: TokenArrays, cue: int, source: TokenRanges) -> TokenRanges:
    """Return the source of a participle that has none of its own, or whom its sentence was said to be according to.

    According to | Doe | the plan was dropped, adding that …: Doe adds it, not the plan.
    """
    parsed = arrays.parsed
    verb = parsed.head[cue]
    begin = parsed.sentences[parsed.sentence[cue]][0]
    hangs = parsed.dep[cue] == "advcl" and parsed.word[cue] in _GOING_ON and parsed.word[cue - 1] == ","
    if (
        not hangs
        or parsed.word[begin : begin + 2] != ["According", "to"]
        or parsed.lemma[verb] in SPEECH_WORDS
        or not all(any(first <= i < last for i in arrays.children[verb]) for first, last in source)
    ):
        return source
    named = next((i for i in arrays.children[begin + 1] if parsed.dep[i] == "pobj"), -1)
    end = arrays.right[named] + 1 if named >= 0 else 0
    return ((begin + 2, end),) if begin + 2 < end < cue and parsed.word[end] == "," else source


def own_subject(arrays: TokenArrays, cue: int, source: TokenRanges) -> TokenRanges:
    """Return the source of a finite cue, or the name before the participle whose object that source is."""
    parsed = arrays.parsed
    if len(source) != 1:
        return source
    word, tag = parsed.word, parsed.tag
    first, last = source[0]
    verb = cue - 1 if tag[cue] == "VBN" and parsed.lemma[cue - 1] == "have" else cue
    comma = last if last < verb and word[last] == "," else last - 1
    if tag[verb] not in ("VBD", "VBZ", "VBP") or comma + 1 != verb or word[comma] != ",":
        return source
    before = parsed.head[comma - 1]
    if parsed.dep[comma - 1] != "pobj" or not 0 < first - before < 3 or parsed.pos[before] != "ADP":
        return source
    floor = max(parsed.sentences[parsed.sentence[cue]][0], first - _LONGEST)
    opening = next((i for i in range(first - 1, floor, -1) if word[i] == ","), -1)
    if opening <= floor or tag[opening + 1] not in _PARTICIPLES:
        return source
    name = opening
    while name > floor and parsed.pos[name - 1] == "PROPN":
        name -= 1
    return ((name, opening),) if name < opening and parsed.entity[opening - 1] == "PERSON" else source
