"""Somebody who speaks between a source that a reading has and its cue: a video shows | a man | shouting “Stop”."""

from __future__ import annotations

from tui.analysis.attribution.cue_readings import TokenRanges
from tui.analysis.attribution.thing_subjects import is_thing
from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.entities.word_lists import words

_PEOPLE = words("people") | words("occupations") | words("kin") | words("nobody in particular")


def move_from_cue(
    arrays: TokenArrays, source: TokenRanges, cue_words: TokenRanges
) -> tuple[TokenRanges, TokenRanges]:
    """Return source and cue words where these hold somebody who speaks: a video | shows a man shouting | “Stop”."""
    parsed = arrays.parsed
    for first, last in cue_words:
        verb = last - 1
        noun = next((i for i in arrays.children[verb] if parsed.dep[i] == "nsubj" and i < verb), -1)
        if noun < 0 and parsed.dep[verb] == "acl":
            noun = parsed.head[verb]
        if parsed.tag[verb] == "VBG" and noun == verb - 1 and first < noun and _is_person(arrays, noun):
            return ((max(arrays.left[noun], first + 1), verb),), ((verb, last),)
    return source, cue_words


def person_heard(arrays: TokenArrays, cue: int, source: TokenRanges) -> TokenRanges:
    """Return whoever stands between a source and a participle: a video shows | a man | shouting “Stop”."""
    parsed = arrays.parsed
    if parsed.tag[cue] != "VBG" or len(source) != 1 or source[0][1] > cue:
        return ()
    noun = next((i for i in arrays.children[cue] if parsed.dep[i] == "nsubj" and i < cue), -1)
    if noun < 0 and parsed.dep[cue] in ("acl", "advcl"):
        noun = parsed.head[cue]
    if not source[0][1] < noun < cue or noun + 2 < cue:
        return ()
    beside = all(parsed.pos[i] == "ADV" for i in range(noun + 1, cue))
    return ((max(arrays.left[noun], source[0][1]), noun + 1),) if _is_person(arrays, noun) and beside else ()


def subject_of_clause(arrays: TokenArrays, cue: int, source: TokenRanges) -> TokenRanges:
    """Return who did something in the clause before the cue, where the source is a thing.

    Shares fell after | the firm | cut its outlook and said …: the parse has "said" beside "fell".
    """
    parsed = arrays.parsed
    if len(source) != 1 or source[0][1] > cue or parsed.dep[cue] != "conj":
        return ()
    head = min(range(*source[0]), key=arrays.depth.__getitem__)
    if not is_thing(parsed, head):
        return ()
    clauses = (
        i for i in arrays.children[parsed.head[cue]] if source[0][1] < i < cue and parsed.dep[i] == "advcl"
    )
    for verb in clauses:
        for subject in arrays.children[verb]:
            if parsed.dep[subject] == "nsubj" and not is_thing(parsed, subject):
                return ((arrays.left[subject], arrays.right[subject] + 1),)
    return ()


def _is_person(arrays: TokenArrays, noun: int) -> bool:
    parsed = arrays.parsed
    return parsed.entity[noun] == "PERSON" or (parsed.pos[noun] == "NOUN" and parsed.lemma[noun] in _PEOPLE)
