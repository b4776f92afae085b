"""Subjects of a cue in a clause of when or why: The union left after | the head of the mill | said it was over."""

from __future__ import annotations

from tui.analysis.attribution.cue_readings import TokenRanges
from tui.analysis.attribution.thing_subjects import is_speaker, is_thing
from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.parsed_article import FINITE

_CLAUSES_BEGIN = frozenset(
    {"after", "although", "as", "because", "before", "since", "though", "when", "while"}
)


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
    if noun_phrase := _speaker_behind_preposition(arrays, cue, main):
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
