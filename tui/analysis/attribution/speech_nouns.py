"""Nouns that introduce words: Among her lessons: Neighbours can be “too polite”; with the caption “Done.”"""

from __future__ import annotations

from tui.analysis.attribution.cue_readings import TokenRanges
from tui.analysis.attribution.framing_phrases import FramedSentence
from tui.analysis.attribution.speech_words import SPEECH_WORDS
from tui.analysis.attribution.thing_subjects import is_thing
from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.entities.word_lists import words
from tui.analysis.parsed_article import FINITE

SPEECH_NOUNS = words("nouns of speech")
"""Nouns of what somebody says."""
_ANSWERS = words("answers")
_ENDS_WORDS = frozenset({",", "?", "!"})
_LEARNED = SPEECH_NOUNS | {"thing", "truth", "fact"}
_LEARNING = frozenset(
    {"draw", "give", "have", "learn", "leave", "make", "offer", "pass", "repeat", "send", "share", "take"}
)
_GIVING = frozenset({"deliver", "give", "have", "issue", "leave", "make", "offer", "send", "share"})
_COMING = frozenset({"arrive", "be", "come", "follow", "go", "read", "run", "sound"})
_PRINTED = frozenset({"caption", "message", "note", "word", "text", "line", "inscription", "comment"})
_BEARING = frozenset({"with", "bearing", "carrying"})
_WRITTEN = frozenset({"captioned", "reading", "saying"})
_PUBLISHING = frozenset(
    {"issue", "publish", "post", "release", "send", "share", "tweet", "upload", "leave", "print"}
)
_OPENING = frozenset({"begin", "close", "conclude", "end", "finish", "open", "start"})
_RELATIVES = frozenset({"that", "which", "it", "this"})
_OF_WHOM = frozenset({"from", "by", "of"})
_HOLDING = frozenset({"carry", "contain", "follow", "hear", "hold", "include", "print", "publish", "receive"})
_NOMINAL = frozenset({"ADJ", "DET", "NOUN", "NUM", "PROPN"})
_REPEATING = frozenset({"cite", "echo", "quote", "recall", "remember", "repeat"})
_STOPS = frozenset(".?!;")
_LONGEST = 20  # tokens before the colon


def find(arrays: TokenArrays, quote: int) -> FramedSentence | None:
    """Return the frame where a noun and a colon introduce the sentence of `quote`.

    `quote` is the first token of a quotation.
    """
    parsed = arrays.parsed
    begin, end = parsed.paragraphs[arrays.paragraph_of[quote]]
    colon = quote - 1
    while colon >= begin and parsed.word[colon] != ":":
        if parsed.word[colon] in _STOPS or arrays.quote_of[colon] >= 0 or quote - colon > 2 * _LONGEST:
            return None
        colon -= 1
    start = colon
    while start > begin and parsed.word[start - 1] not in _STOPS and arrays.quote_of[start - 1] < 0:
        start -= 1
    if colon < begin or colon - start > _LONGEST:
        return None
    finite = [i for i in range(start, colon) if parsed.tag[i] in FINITE]
    for noun in range(colon - 1, start, -1):
        known = parsed.lemma[noun] in SPEECH_NOUNS
        if not (known or parsed.lemma[noun] in _LEARNED) or parsed.pos[noun] != "NOUN":
            continue
        alone = not finite or _is_only_announced(arrays, noun, finite)
        whose = _possessor(arrays, noun, start, colon) if known and alone else None
        whose = whose or _giver(arrays, noun, start, colon, finite)
        if whose is not None:
            content = range(colon + 1, _content_end(arrays, quote, end))
            return FramedSentence((content,), range(noun, noun + 1), whose)
    return None


def find_behind(arrays: TokenArrays, first: int, last: int) -> FramedSentence | None:
    """Return the frame after a quotation of a noun that says whose it is: “It is off,” was the mayor's answer."""
    parsed = arrays.parsed
    end = parsed.sentences[parsed.sentence[last - 1]][1] if last < arrays.count else last
    if last + 3 > end or parsed.word[last - 2] not in _ENDS_WORDS or parsed.lemma[last] not in _COMING:
        return None
    for noun in range(last + 1, min(end, last + _LONGEST)):
        if parsed.word[noun] in _STOPS or arrays.quote_of[noun] >= 0 or parsed.pos[noun] == "VERB":
            return None
        if parsed.lemma[noun] in _ANSWERS and parsed.pos[noun] == "NOUN":
            whose = _possessor(arrays, noun, last + 1, end)
            if whose is None or is_thing(parsed, whose[-1]):
                return None
            return FramedSentence((range(first, last),), range(noun, noun + 1), whose)
    return None


def find_inscribed(arrays: TokenArrays, first: int, last: int) -> FramedSentence | None:
    """Return the frame where somebody publishes something with words on it: posted a picture captioned “Done.”

    The quotation is that of tokens `[first, last)`.
    """
    parsed = arrays.parsed
    begin = parsed.sentences[parsed.sentence[first]][0]
    at = first - 1
    if at > begin and parsed.word[at] in (":", ","):
        at -= 1
    bears = parsed.word[at] in _WRITTEN or (
        parsed.lemma[at] in _PRINTED
        and parsed.word[at - 1] in ("the", "this", "a")
        and parsed.word[at - 2] in _BEARING
    )
    if not bears or at <= begin:
        return None
    for verb in range(at - 1, begin, -1):
        if arrays.quote_of[verb] >= 0 or parsed.word[verb] in _STOPS:
            return None
        up = parsed.word[verb] in ("put", "putting", "hung") and parsed.word_at(verb + 1) in ("up", "out")
        if parsed.pos[verb] != "VERB" or not (parsed.lemma[verb] in _PUBLISHING | _OPENING or up):
            continue
        subject, how = arrays.subject(verb)
        if subject < 0 or subject > verb or "pass" in how or parsed.word[subject].casefold() in _RELATIVES:
            return None
        source = range(max(arrays.left[subject], begin), min(arrays.right[subject] + 1, verb))
        return FramedSentence((range(first, last),), range(at, at + 1), source)
    return None


def _is_only_announced(arrays: TokenArrays, noun: int, finite: list[int]) -> bool:
    """Tell whether all that is said of a noun is how or when it came: His answer was short; it came at noon."""
    parsed = arrays.parsed
    verb = parsed.head[noun]
    said = parsed.dep[noun] == "nsubj" and verb > noun and parsed.lemma[verb] in _COMING
    return said and finite == [verb]


def _giver(arrays: TokenArrays, noun: int, start: int, colon: int, finite: list[int]) -> range | None:
    """Return who has, gives or learned what a noun names: One lesson | she | learned; | Doe | has a motto."""
    parsed = arrays.parsed
    for verb in arrays.children[noun]:
        if parsed.dep[verb] == "relcl" and noun < verb < colon and parsed.lemma[verb] in _LEARNING:
            return _subject_of(arrays, verb, noun + 1, verb) if all(noun < i for i in finite) else None
    verb = parsed.head[noun]
    if (
        parsed.dep[noun] != "dobj"
        or parsed.lemma[verb] not in _GIVING
        or parsed.lemma[noun] not in SPEECH_NOUNS
    ):
        return None
    return _subject_of(arrays, verb, start, verb) if start <= verb < noun and len(finite) <= 1 else None


def _subject_of(arrays: TokenArrays, verb: int, start: int, stop: int) -> range | None:
    parsed = arrays.parsed
    for i in arrays.children[verb]:
        if parsed.dep[i] == "nsubj" and start <= arrays.left[i] and i < stop:
            return range(arrays.left[i], min(arrays.right[i] + 1, stop))
    return None


def own(
    arrays: TokenArrays, cue: int, source: TokenRanges, content: TokenRanges
) -> tuple[TokenRanges, TokenRanges]:
    """Return source and content of a colon, or of such a noun before one, read as `find` does.

    Her advice: Never trust “a dry well”. The advice is hers, and all that follows the colon is said.
    """
    parsed = arrays.parsed
    colon = cue
    stop = parsed.paragraphs[arrays.paragraph_of[cue]][1]
    while colon < stop and colon - cue < _LONGEST and parsed.word[colon] != ":":
        if (
            parsed.lemma[cue] not in SPEECH_NOUNS | _REPEATING
            or parsed.word[colon] in _STOPS
            or arrays.quote_of[colon] >= 0
        ):
            return source, content
        colon += 1
    if colon >= stop or parsed.word[colon] != ":" or len(source) != 1 or source[0][1] > colon:
        return source, content
    first, last = source[0]
    if parsed.word[cue] == ":" and parsed.lemma[last - 1] in SPEECH_NOUNS and parsed.pos[last - 1] == "NOUN":
        whose = _possessor(arrays, last - 1, first, colon)
        if whose is not None:
            source = ((whose.start, whose.stop),)
    noun = colon - 1
    repeats = parsed.lemma[cue] in _REPEATING and parsed.dep[noun] == "dobj" and parsed.head[noun] == cue
    if repeats and parsed.lemma[noun] in SPEECH_NOUNS and content[0][1] > colon + 1 > cue:
        # repeated | the mayor | 's promise: “…”
        for owner in (i for i in arrays.children[noun] if parsed.dep[i] == "poss"):
            if parsed.tag[owner] != "PRP$":
                source = ((arrays.left[owner], owner + 1),)
                content = ((max(content[0][0], colon + 1), content[0][1]), *content[1:])
    begin, end = content[0]
    quoted = arrays.quote_of[begin] >= 0 and begin > colon + 1
    if quoted and all(
        arrays.quote_of[i] < 0 and parsed.word[i] not in _STOPS for i in range(colon + 1, begin)
    ):
        content = ((colon + 1, end), *content[1:])
    return source, content


def claimant(
    arrays: TokenArrays, cue: int, source: TokenRanges, content: TokenRanges, marked: TokenRanges
) -> tuple[TokenRanges, TokenRanges, TokenRanges]:
    """Return source, content and cue words of a claim that something holds: holds allegations by | nurses | that …

    So of one that a court heard. Whoever cites or rejects such a claim speaks of it.
    """
    parsed = arrays.parsed
    first, last = content[0]
    that = next((i for i in range(first, min(last, first + _LONGEST)) if parsed.word[i] == "that"), -1)
    held = not source or is_thing(parsed, source[0][1] - 1) or parsed.lemma[cue] in _HOLDING
    if first < cue or that < 1 or not held or parsed.lemma[cue] in SPEECH_WORDS | SPEECH_NOUNS:
        return source, content, marked
    by = that - 1
    while by > cue and parsed.pos[by] in _NOMINAL and that - by < _LONGEST:
        by -= 1
    claim = parsed.lemma[by - 1] in SPEECH_NOUNS | {"report", "testimony"} and parsed.pos[by - 1] == "NOUN"
    if parsed.word[by] not in ("by", "from") or not claim or not cue < by < that - 1:
        return source, content, marked
    marked = tuple((a, min(b, by + 1)) for a, b in marked if a <= by)
    return ((by + 1, that),), ((that, last), *content[1:]), marked


def _possessor(arrays: TokenArrays, noun: int, start: int, colon: int) -> range | None:
    """Return whose a noun is: her lessons; the first of Doe's rules; a warning from the coastguard."""
    parsed = arrays.parsed
    for child in arrays.children[noun]:
        if parsed.dep[child] == "poss" and start <= child < noun:
            left, right = max(arrays.left[child], start), child + 1
            return range(left, right)
        if parsed.word[child] in _OF_WHOM and noun < child < colon:
            below = next((i for i in arrays.children[child] if parsed.dep[i] == "pobj"), -1)
            if child < below < colon:
                return range(arrays.left[below], min(arrays.right[below] + 1, colon))
    head = parsed.head[noun]
    # his first piece of advice
    if parsed.dep[noun] == "pobj" and parsed.word[head] == "of" and start < parsed.head[head] < noun:
        whole = parsed.head[head]
        for child in arrays.children[whole]:
            if parsed.dep[child] == "poss" and start <= child < whole:
                return range(max(arrays.left[child], start), child + 1)
    return None


def _content_end(arrays: TokenArrays, quote: int, end: int) -> int:
    """Return the token after the sentence of a quotation, its full stop left out where it stands outside."""
    parsed = arrays.parsed
    at = arrays.unit_end[arrays.unit_of[quote]]
    if parsed.word[at - 2] in _STOPS:
        return at
    while at < end and (arrays.quote_of[at] >= 0 or parsed.word[at] not in _STOPS):
        at += 1
    return at
