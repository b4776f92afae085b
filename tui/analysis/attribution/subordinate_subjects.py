"""Subjects of a cue in a clause of when or why: The union left after | the head of the mill | said it was over."""

from __future__ import annotations

from tui.analysis.attribution.cue_readings import TokenRanges
from tui.analysis.attribution.speech_words import SPEECH_WORDS
from tui.analysis.attribution.thing_subjects import is_speaker, is_thing
from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.parsed_article import FINITE

_CLAUSES_BEGIN = frozenset(
    {"after", "although", "as", "because", "before", "since", "though", "when", "while"}
)
_GOING_ON = frozenset({"add", "conclude", "continue"})
_TOWARDS = frozenset({"her", "him", "them", "me", "us"})


def own(arrays: TokenArrays, cue: int, source: TokenRanges) -> TokenRanges:
    """Return the subject of a cue in a clause of when or why, where a source names that of the main clause.

    | The union | left after the head of the mill said: the head. Empty where the source is right.
    """
    parsed = arrays.parsed
    if parsed.dep[cue] not in ("advcl", "conj") or parsed.tag[cue] not in FINITE or not source:
        return ()
    main = parsed.head[cue]
    if not source[0][1] <= main < cue:
        return ()
    if noun_phrase := _doer(arrays, cue, main, source) or _speaker_behind_preposition(arrays, cue, main):
        return noun_phrase
    marked = next((i for i in arrays.children[cue] if parsed.word[i] in _CLAUSES_BEGIN and i < cue), -1)
    subject = next((i for i in arrays.children[cue] if parsed.dep[i] == "nsubj" and marked < i < cue), -1)
    if marked < 0 or subject < 0 or source[0][1] > marked or is_thing(parsed, subject):
        return ()
    if parsed.pos[subject] == "PRON":
        return ()  # Doe smiled as he said it was “fine”: the source names both
    whole = arrays.left[subject] == marked + 1 and all(
        parsed.pos[i] in ("AUX", "ADV") for i in range(arrays.right[subject] + 1, cue)
    )
    return ((marked + 1, arrays.right[subject] + 1),) if whole else ()


def _doer(arrays: TokenArrays, cue: int, deed: int, source: TokenRanges) -> TokenRanges:
    """Return who did to somebody what is told before the cue: Roe said | Doe | had stopped her and shouted “Go.”"""
    parsed = arrays.parsed
    told = parsed.head[deed]
    had = any(parsed.word[i] == "had" for i in arrays.children[deed])
    if (
        parsed.tag[deed] != ("VBN" if had else "VBD")
        or parsed.dep[deed] != "ccomp"
        or parsed.lemma[told] not in SPEECH_WORDS
    ):
        return ()
    if parsed.lemma[cue] in _GOING_ON or parsed.word[cue - 1] != "and" or not source[0][1] <= told:
        return ()
    if _TOWARDS.isdisjoint(parsed.word[deed + 1 : cue]):
        return ()
    subject = next((i for i in arrays.children[deed] if parsed.dep[i] == "nsubj" and told < i < deed), -1)
    if subject < 0 or is_thing(parsed, subject):
        return ()
    return ((arrays.left[subject], arrays.right[subject] + 1),)


def _speaker_behind_preposition(arrays: TokenArrays, cue: int, main: int) -> TokenRanges:
    """Return the subject of a cue that the parse has as object of "after", and the cue beside the verb `main`."""
    parsed = arrays.parsed
    at = next((i for i in range(main + 1, cue) if parsed.word[i] in _CLAUSES_BEGIN), -1)
    noun = next((i for i in arrays.children[at] if parsed.dep[i] == "pobj"), -1) if at > 0 else -1
    joined = any(parsed.dep[i] == "cc" and i < cue for i in arrays.children[main])
    if noun < 0 or parsed.dep[at] != "prep" or not is_speaker(parsed, noun) or joined:
        return ()
    end = arrays.right[noun] + 1
    aside = "," in parsed.word[noun:end] and parsed.word[end] == ","
    return ((at + 1, end),) if end == cue or (aside and end + 1 == cue) else ()
