"""Speech that somebody heard or remembers: “Nobody came,” Jane Doe remembers her uncle saying. The uncle speaks."""

from __future__ import annotations

from tui.analysis.attribution.framing_phrases import FramedSentence
from tui.analysis.attribution.speech_words import SPEECH_WORDS
from tui.analysis.attribution.token_arrays import TokenArrays

_HEARING = frozenset(
    {"hear", "overhear", "recall", "remember", "quote", "catch", "watch", "witness", "describe"}
)
_BARE = frozenset({"hear", "overhear", "watch"})  # heard him shout
_UTTERING = SPEECH_WORDS | frozenset(
    "bark bawl bellow call chant cheer croak groan growl hiss howl moan preach roar sigh sing sob sneer "
    "squeal stammer".split()
)
_LONGEST = 14  # tokens
_STOPS = frozenset(".?!;:")
_PERSONAL = frozenset({"he", "she", "they"})
_ATTACHED = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "PART", "NUM", "ADP", "PUNCT"})


def find(arrays: TokenArrays, first: int, last: int) -> FramedSentence | None:
    """Return the frame of the quotation of tokens `[first, last)` if somebody heard it said."""
    return _behind(arrays, first, last) or _in_front(arrays, first, last)


def find_done(arrays: TokenArrays, first: int, last: int) -> FramedSentence | None:
    """Find: He climbed the fence and bellowed, “Mine!”, whatever stands around it and says so."""
    parsed = arrays.parsed
    begin = parsed.sentences[parsed.sentence[first]][0]
    verb = first - 2
    if verb - 2 <= begin or parsed.word[first - 1] not in (",", ":") or last - first < 4:
        return None
    if not _is_uttered(parsed.word[verb]) or parsed.word[verb - 1] not in ("and", "then"):
        return None
    for at in range(verb - 1, begin - 1, -1):
        if arrays.quote_of[at] >= 0 or parsed.word[at] in _STOPS:
            return None
        if parsed.word[at].casefold() in _PERSONAL:
            return FramedSentence((range(first, last),), range(verb, verb + 1), range(at, at + 1))
        if parsed.dep[at] == "nsubj":
            return None
    return None


def _is_uttered(word: str) -> bool:
    """Tell whether a word is the past or present of a verb of uttering, whatever the parse takes it for."""
    stems = (word.removesuffix("ed"), word.removesuffix("d"), word.removesuffix("s"))
    return any(stem != word and stem in _UTTERING for stem in stems)


def _behind(arrays: TokenArrays, first: int, last: int) -> FramedSentence | None:
    """Find: “Nobody came,” Jane Doe remembers her uncle saying; quoted him as saying."""
    parsed = arrays.parsed
    stop = min(parsed.paragraphs[arrays.paragraph_of[first]][1], last + 2 * _LONGEST)
    if parsed.word[last - 2] not in (",", "?", "!", "…") and parsed.word[last : last + 1] != [","]:
        return None
    for verb in range(last, stop):
        if arrays.quote_of[verb] >= 0 or parsed.word[verb] in _STOPS:
            return None
        if parsed.pos[verb] == "VERB" and parsed.lemma[verb] in _HEARING:
            uttering = _uttering(arrays, verb, stop)
            if uttering is None:
                return None
            cue, source = uttering
            return FramedSentence((range(first, last),), cue, source)
    return None


def _in_front(arrays: TokenArrays, first: int, last: int) -> FramedSentence | None:
    """Find: Jane Doe heard him shout, “Nobody came.”"""
    parsed = arrays.parsed
    begin = parsed.sentences[parsed.sentence[first]][0]
    at = first - 1
    if at < begin or parsed.word[at] not in (",", ":") or last - first < 4:
        return None
    for verb in range(at - 1, max(begin, at - _LONGEST), -1):
        if arrays.quote_of[verb] >= 0 or parsed.word[verb] in _STOPS:
            return None
        if parsed.pos[verb] == "VERB" and parsed.lemma[verb] in _HEARING:
            uttering = _uttering(arrays, verb, at)
            if uttering is None or at - uttering[0].stop > 3:
                return None
            return FramedSentence((range(first, last),), *uttering)
    return None


def _is_uttering(word: str) -> bool:
    """Tell whether a word is the participle of a verb of uttering, for which the parse may take a noun."""
    stem = word.removesuffix("ing")
    return stem != word and (stem in _UTTERING or f"{stem}e" in _UTTERING or stem[:-1] in _UTTERING)


def _uttering(arrays: TokenArrays, hearing: int, stop: int) -> tuple[range, range] | None:
    """Return what was heard done and by whom, after a verb of hearing: her uncle | saying."""
    parsed = arrays.parsed
    if parsed.word[hearing + 1] == "by":
        return None  # Doe was quoted by the Herald as saying
    for verb in range(hearing + 2, min(stop, hearing + _LONGEST)):
        bare = parsed.word[verb] == parsed.lemma[verb] and parsed.lemma[hearing] in _BARE
        if (parsed.lemma[verb] in _UTTERING and bare) or _is_uttering(parsed.word[verb]):
            end = verb - 1 if parsed.word[verb - 1] == "as" else verb
            while end > hearing + 1 and (parsed.word[end - 1] == "," or parsed.pos[end - 1] == "ADV"):
                end -= 1
            source = range(hearing + 1, end)
            named = source and parsed.pos[source[-1]] in ("NOUN", "PROPN", "PRON")
            return (range(verb, verb + 1), source) if named else None
        if parsed.pos[verb] not in _ATTACHED and parsed.word[verb] != "as" and parsed.pos[verb] != "ADV":
            return None
    return None
