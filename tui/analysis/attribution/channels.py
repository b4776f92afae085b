"""Channels: papers, agencies and documents that pass on what somebody else said.

“We sail,” Doe said, according to the Herald: the words are Doe's, and the Herald is how they reached us. So it is
with "the Herald quoted Doe as saying" and with a label such as "Jane Doe, The Herald: …".
"""

from __future__ import annotations

from tui.analysis.attribution.cue_readings import AttributionParts, CueReading, TokenRanges
from tui.analysis.attribution.speech_words import SPEECH_WORDS
from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.entities.name_parts import TITLES
from tui.analysis.entities.word_lists import words

_REACH = 25  # tokens between "quoted" and "as saying"
_RECALLING = frozenset({"quote", "recall", "remember", "hear", "cite"})
_SAYING = frozenset({"telling", "adding", "writing", "warning", "insisting", "arguing"})
_PEOPLE = words("people") | words("nobody in particular") | TITLES
_COUNTS = frozenset({"poll", "survey", "study", "census", "data", "research"})
_SUBJECTS = ("nsubjpass", "nsubj")
_OUTLETS = frozenset("facebook instagram twitter x tiktok youtube bluesky reddit".split())
_ATTACHED = frozenset({"DET", "ADJ", "NOUN", "PROPN", "ADP", "PART", "PRON", "NUM", "PUNCT", "CCONJ"})


def relayed_words(arrays: TokenArrays, cue: int, reading: CueReading) -> AttributionParts | None:
    """Return what a reading says if its cue is a channel's: "Tass quoted Doe as saying".

    None if it is not, or where nobody is found who said the words.
    """
    parsed = arrays.parsed
    first, last = parsed.sentences[parsed.sentence[cue]]
    verb, saying = cue, cue
    # “We sail,” Tass quoted the minister as saying; Doe recalled her uncle saying.
    outside = (i for i in range(cue + 1, min(last, cue + _REACH)) if arrays.quote_of[i] < 0)
    behind = next((i for i in outside if _is_saying(arrays, i)), -1)
    if parsed.lemma[cue] in _RECALLING or (parsed.lemma[cue] == "report" and parsed.word[behind - 1] == "as"):
        saying = behind
    elif parsed.word[cue] == "saying" and cue > first and parsed.word[cue - 1] == "as":
        back = range(cue - 2, max(first, cue - _REACH) - 1, -1)
        verb = next((i for i in back if parsed.lemma[i] == "quote"), -1)
    else:
        return _cited(arrays, cue, reading)
    if verb < 0 or saying < 0:
        return None
    end = saying - 1 if parsed.word[saying - 1] == "as" else saying
    if end == saying and parsed.lemma[verb] == "quote":
        return None
    between = (verb + 1, end)
    if end == verb + 1 or parsed.word_at(verb + 1) == "by":
        # Doe was quoted (by Tass) as saying: whoever is quoted stands before the verb
        source = _quoted_subject(arrays, verb)
        channel: TokenRanges = ((verb + 2, end),) if end > verb + 2 else ()
    else:
        nouns = parsed.pos[slice(*between)]
        source = (between,) if nouns and _ATTACHED.issuperset(nouns) else ()
        source = tuple((a, b - 1) if parsed.word[b - 1] == "," else (a, b) for a, b in source)
        channel = reading.source if verb == cue else ()
    if not source:
        return None
    told = saying + 2 if parsed.word[saying] == "having" else saying + 1
    taken = {i for a, b in (*source, *channel, (verb, verb + 1), (end, told)) for i in range(a, b)}
    quoting = any(arrays.quote_of[i] >= 0 for a, b in reading.content for i in range(a, b))
    content = tuple(
        run
        for span in reading.content
        for run in _runs(arrays, span, taken)
        if not quoting or saying == cue or _holds_quotation(arrays, run)
    )
    if not content:
        return None
    return AttributionParts(((verb, verb + 1), (end, told)), source, content, channel)


def _is_saying(arrays: TokenArrays, token: int) -> bool:
    """Tell whether it is "saying", or another such verb after "as": quoted Doe as telling friends."""
    word = arrays.parsed.word
    having = word[token] == "having" and not SPEECH_WORDS.isdisjoint(
        arrays.parsed.lemma[token + 1 : token + 2]
    )
    return word[token] == "saying" or (word[token - 1] == "as" and (having or word[token] in _SAYING))


def _cited(arrays: TokenArrays, cue: int, reading: CueReading) -> AttributionParts | None:
    """Return whose words a paper reports that says so after them: “We sail,” Tass reported, citing Jane Doe.

    None if it cites nobody, but a document.
    """
    parsed = arrays.parsed
    if parsed.lemma[cue] != "report" or not reading.source:
        return None
    last = parsed.sentences[parsed.sentence[cue]][1]
    near = range(cue + 1, min(last - 1, cue + _REACH))
    citing = next((i for i in near if parsed.word[i] in ("citing", "quoting") and arrays.quote_of[i] < 0), -1)
    if citing < 0:
        return None
    whom = next((i for i in arrays.children[citing] if parsed.dep[i] == "dobj" and i > citing), -1)
    if whom < 0 or not (parsed.entity[whom] == "PERSON" or parsed.lemma[whom] in _PEOPLE):
        return None
    source = ((arrays.left[whom], arrays.right[whom] + 1),)
    taken = {*range(citing, source[0][1])}
    content = tuple(run for span in reading.content for run in _runs(arrays, span, taken))
    content = tuple((a, b - 1) if parsed.word[b - 1] == "," else (a, b) for a, b in content)
    if not content:
        return None
    return AttributionParts(((cue, cue + 1), (citing, citing + 1)), source, content, reading.source)


def _quoted_subject(arrays: TokenArrays, verb: int) -> TokenRanges:
    parsed = arrays.parsed
    for child in arrays.children[verb]:
        if parsed.dep[child] in _SUBJECTS and child < verb:
            left, right = arrays.left[child], min(arrays.right[child] + 1, verb)
            # Doe, the mayor, was quoted: without the comma before the verb
            return ((left, right - 1 if parsed.word[right - 1] == "," else right),)
    head = parsed.head[verb]
    # a captain quoted by Tass as saying
    if parsed.dep[verb] == "acl" and head < verb and parsed.pos[head] in ("NOUN", "PROPN", "PRON"):
        return ((arrays.left[head], head + 1),)
    return ()


def _holds_quotation(arrays: TokenArrays, run: tuple[int, int]) -> bool:
    return arrays.quoted_until[run[1]] > arrays.quoted_until[run[0]]


def _runs(arrays: TokenArrays, span: tuple[int, int], taken: set[int]) -> list[tuple[int, int]]:
    """Return the parts of a range of tokens that are not taken."""
    out: list[tuple[int, int]] = []
    for i in range(*span):
        if i in taken:
            continue
        if out and out[-1][1] == i:
            out[-1] = (out[-1][0], i + 1)
        else:
            out.append((i, i + 1))
    return [(a, b) for a, b in out if b - a > 1 or arrays.parsed.word[a][0].isalnum()]


def split_label(arrays: TokenArrays, cue: int, source: TokenRanges) -> tuple[TokenRanges, TokenRanges]:
    """Return source and channel of a label that names both: "Jane Doe, The Herald: …", "Jane Doe, Twitter: …".

    A label that names a person's post ("Jane Doe, Mayor: …") has no channel.
    """
    parsed = arrays.parsed
    if parsed.word[cue] != ":" or not source or source[-1][1] != cue:
        return source, ()
    first = parsed.paragraphs[arrays.paragraph_of[cue]][0]
    begin = source[0][0]
    comma = next((i for i in range(begin, cue) if parsed.word[i] == ","), -1)
    # The name must be two words or more and begin the paragraph; only the outlet follows its comma.
    if begin != first or comma - begin < 2 or comma + 1 >= cue or "," in parsed.word[comma + 1 : cue]:
        return source, ()
    names = (*range(begin, comma), *range(comma + 1, cue))
    if not all(parsed.word[i][0].isupper() or parsed.word[i] in ("of", "and", "the", "&") for i in names):
        return source, ()
    outlet = parsed.word[comma + 1].casefold()
    named = parsed.pos[cue - 1] in ("PROPN", "NUM") or parsed.word[cue - 1] in ("TV", "FM", "AM")
    if outlet in ("the", "a") or outlet in _OUTLETS or named:
        return ((begin, comma),), ((comma + 1, cue),)
    return source, ()


def passes_on(arrays: TokenArrays, cue: int, source: TokenRanges) -> bool:
    """Tell whether a cue is that of a channel: according to, reported. Polls are none: those asked speak."""
    parsed = arrays.parsed
    words = {parsed.lemma[i] for a, b in source for i in range(a, b)}
    return parsed.lemma[cue] in ("accord", "report") and _COUNTS.isdisjoint(words)


def is_speech_verb(arrays: TokenArrays, token: int) -> bool:
    """Tell whether a token outside quotation marks is a finite verb of speech."""
    parsed = arrays.parsed
    return (
        parsed.lemma[token] in SPEECH_WORDS
        and parsed.pos[token] == "VERB"
        and (parsed.tag[token] in ("VBD", "VBZ", "VBP") or _has_modal(arrays, token))
        and arrays.quote_of[token] < 0
        and not _is_connective(arrays, token)
    )


def _has_modal(arrays: TokenArrays, token: int) -> bool:
    """Tell whether a verb stands in the future or with "would": “We sail,” the mayor will say."""
    return any(arrays.parsed.tag[child] == "MD" for child in arrays.children[token])


def _is_connective(arrays: TokenArrays, token: int) -> bool:
    """Tell whether "said" is that of "That said, …" or "That being said, …"."""
    before = arrays.parsed.word[token - 1].casefold() if token else ""
    return arrays.parsed.word[token] == "said" and before in ("that", "being")
