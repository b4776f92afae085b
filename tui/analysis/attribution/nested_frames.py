"""Nested frames: somebody says, or a paper reports, that somebody else said the words.

Of two cues around the same words the inner one owns them: he said, “We sail,” the court said; “We sail,” Doe
said, according to the Herald.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from tui.analysis.attribution import channels
from tui.analysis.attribution.cue_readings import CueReading, TokenRanges
from tui.analysis.attribution.speech_words import ATTITUDE_WORDS, SPEECH_WORDS, VERDICTS
from tui.analysis.attribution.token_arrays import TokenArrays

_SAYING = SPEECH_WORDS | ATTITUDE_WORDS
_PERSONAL = frozenset({"he", "she", "it", "they", "we"})
_RETORTS = frozenset({"react", "reply", "respond"})
_MIN_INNER = 0.1  # the probability that the reading of an inner cue must have
_ADDRESSEE = frozenset({"PRON", "DET", "NOUN", "PROPN", "ADP"})
_MEANWHILE = frozenset({"as", "when", "while", "after", "before", "once"})
_CALLING = frozenset({"brand", "call", "describe", "dub", "label", "term"})
_NEAR = 6  # tokens between an inner verb and the quotation that it introduces: he urged the town, “…”


def inner_readings(
    arrays: TokenArrays,
    tokens: Sequence[int],
    readings: Sequence[CueReading],
    probability: NDArray[np.float64],
    chosen: Sequence[int],
) -> dict[int, int]:
    """Return, by chosen reading, the reading of an inner cue that takes its place.

    `tokens` are those of the cues. A cue that was chosen itself is nobody's inner cue.
    """
    best: dict[int, list[int]] = {}
    for n, reading in enumerate(readings):
        if probability[n] >= _MIN_INNER and reading.source:
            best.setdefault(tokens[reading.cue], []).append(n)
    taken = {tokens[readings[n].cue] for n in chosen}
    out: dict[int, int] = {}
    for n in chosen:
        outer = readings[n]
        cue = tokens[outer.cue]
        for token in _inner_cues(arrays, cue, outer.content):
            if token in taken or token not in best:
                continue
            inner = [m for m in best[token] if _fits(arrays, cue, token, outer, readings[m])]
            if inner:
                out[n] = max(inner, key=lambda m: float(probability[m]))
                taken.add(token)
                break
    return out


def _inner_cues(arrays: TokenArrays, cue: int, content: TokenRanges) -> list[int]:
    """Return the finite verbs of speech that stand in a content or right before it, outside quotations."""
    parsed = arrays.parsed
    begin = content[0][0]
    first = parsed.paragraphs[arrays.paragraph_of[begin]][0]
    inside = [i for a, b in content for i in range(a, b) if i != cue and channels.is_speech_verb(arrays, i)]
    before = [
        i
        for i in range(max(first, begin - _NEAR), begin)
        if arrays.quote_of[begin] >= 0 and i != cue and channels.is_speech_verb(arrays, i)
    ]
    return [*inside, *reversed(before)]


def _fits(arrays: TokenArrays, outer_cue: int, inner_cue: int, outer: CueReading, inner: CueReading) -> bool:
    parsed = arrays.parsed
    words = {i for a, b in outer.content for i in range(a, b)}
    quoted = [i for a, b in inner.content for i in range(a, b) if arrays.quote_of[i] >= 0]
    if not quoted or not words.issuperset(quoted):
        return False
    inside = inner_cue in words
    if channels.passes_on(arrays, outer_cue, outer.source):
        # “We sail,” Doe said, according to the Herald. The Herald reported that Doe said “we sail”.
        return (
            inside
            and parsed.dep[inner_cue] not in ("relcl", "acl")
            and all(i in words for a, b in inner.source for i in range(a, b))
        )
    first = quoted[0]
    # released posters it described as “parting words”, hit back at those who called it “dull”: the outer verb says
    # nothing itself
    subject = parsed.word[inner.source[0][0]].casefold() if inside else ""
    said = _SAYING - _RETORTS if subject == "who" else _SAYING
    if outer_cue < inner_cue and subject in _PERSONAL | {"who"} and parsed.lemma[outer_cue] not in said:
        claimed = sum(arrays.quote_of[i] >= 0 for i in words)
        if claimed == len(quoted) and all(i in words for a, b in inner.source for i in range(a, b)):
            return True
    # Only a quotation that a comma or a colon introduces is the inner cue's for certain: he said, “We sail.”
    if not inner_cue < first - 1 or parsed.word[first - 1] not in (",", ":"):
        return False
    between = range(inner_cue + 1, first - 1)
    if any(arrays.quote_of[i] >= 0 or parsed.word[i] in ".;" or parsed.pos[i] == "VERB" for i in between):
        return False
    if first - inner_cue > _NEAR:
        return False
    # In the call he said, “I know you,” the court said: the cue after them is the frame around both.
    if outer_cue > quoted[-1]:
        return True
    # Listeners laughed when he urged the town, “Count”; the clerk remembered that he said, “I know you”.
    return outer_cue < inner_cue and (inside or parsed.lemma[outer_cue] not in SPEECH_WORDS)


def inner_content(arrays: TokenArrays, outer_cue: int, reading: CueReading) -> CueReading:
    """Return the reading of an inner cue without words of the frame around it.

    Of “the Herald reported that Doe said “we sail”” the content is “we sail”, without "that"; of “We sail,” Doe
    said on Monday, according to the Herald, the cue ends before the comma.
    """
    word = arrays.parsed.word
    quoted = arrays.quoted_until
    least = min((a for a, _ in (*reading.source, *reading.cue_words)), default=0)
    content = tuple((a, b) for a, b in reading.content if b > least or quoted[b] > quoted[a])
    marked = []
    for a, b in reading.cue_words:
        if a < outer_cue < b:
            b = outer_cue - 1 if word[outer_cue - 1] == "," else outer_cue
        if a < b:
            marked.append((a, b))
    return replace(reading, content=content or reading.content, cue_words=tuple(marked))


def stated_inside(
    arrays: TokenArrays, outer_cue: int, outer: CueReading, *, relayed: bool = False
) -> tuple[int, CueReading] | None:
    """Return the inner cue of a channel's content, and its reading, where the parse alone shows them.

    "According to the Herald, Mayor Doe said: “We sail.”": the learned steps take "said" for no cue. What is
    `relayed` already has its channel: only a sentence that is introduced in it is another's.
    """
    parsed = arrays.parsed
    if relayed:
        return _introduced_inside(arrays, outer_cue, outer)
    if not channels.passes_on(arrays, outer_cue, outer.source):
        return (
            _introduced_inside(arrays, outer_cue, outer)
            or _judged_inside(arrays, outer_cue, outer)
            or _called_inside(arrays, outer_cue, outer)
        )
    for first, last in outer.content:
        for cue in range(first + 1, last):
            if not channels.is_speech_verb(arrays, cue) or parsed.dep[cue] in ("relcl", "acl"):
                continue
            subject = next(
                (i for i in arrays.children[cue] if parsed.dep[i] == "nsubj" and first <= i < cue), -1
            )
            if subject < 0:
                continue
            source = ((max(arrays.left[subject], first), arrays.right[subject] + 1),)
            if source[0][1] > cue:
                continue
            opens = cue + 2 if parsed.word_at(cue + 1) in (",", ":") else cue + 1
            begin = source[0][0]
            if opens < last and arrays.quote_of[opens] >= 0:
                content = ((opens, last),)
            elif first < begin and arrays.quote_of[begin - 1] >= 0 and cue + 2 >= last:
                content = ((first, begin),)  # “We sail,” the mayor will say, according to the Herald
            else:
                continue
            top = content[0][0] + 1
            return cue, replace(outer, content=content, source=source, cue_words=((cue, cue + 1),), top=top)
    return None


def _is_said(arrays: TokenArrays, verb: int) -> bool:
    """Tell whether a verb of speech is finite or in the past perfect: that she had shouted."""
    if channels.is_speech_verb(arrays, verb):
        return True
    parsed = arrays.parsed
    had = any(parsed.lemma[i] == "have" and parsed.dep[i] == "aux" for i in arrays.children[verb])
    return had and parsed.lemma[verb] in SPEECH_WORDS


def _introduced_inside(
    arrays: TokenArrays, outer_cue: int, outer: CueReading
) -> tuple[int, CueReading] | None:
    """Return the inner cue and reading where all that is said is that somebody said a whole sentence.

    A neighbour testified that she had shouted, “The roof comes off”: the quoted words are hers. So they are where
    the frame follows: A guard recalled that she shouted, “The roof comes off,” the court said.
    """
    parsed = arrays.parsed
    first, last = outer.content[0]
    behind = last <= outer_cue and arrays.quote_of[first] >= 0
    if behind:
        first = parsed.sentences[parsed.sentence[first]][0]
    opens = next((i for i in range(max(first, outer.content[0][0]), last) if arrays.quote_of[i] >= 0), last)
    led_in = parsed.word[opens - 1] in (",", ":")
    cue = opens - 2 if led_in else opens - 1
    while led_in and cue > first and opens - cue < _NEAR and parsed.pos[cue] in _ADDRESSEE:
        cue -= 1  # shouted | at her, “…”
    if len(outer.content) > 1 or not (behind or outer_cue < first) or opens >= last or not first < cue:
        return None
    whole = parsed.word[opens + 1][0].isupper() and (led_in or parsed.word[last - 2] in (".", "?", "!"))
    end = arrays.unit_end[arrays.unit_of[opens]]
    if led_in and end + 1 < last and parsed.word[end - 2] == "," and parsed.word[end] in _MEANWHILE:
        last = end  # had shouted, “Leave,” | before throwing a spade
    # Doe waved a flag while shouting: “The roof comes off,” before she fell, the court said
    meanwhile = behind and led_in and parsed.tag[cue] == "VBG" and parsed.lemma[cue] in SPEECH_WORDS
    if not whole or end < last or not (meanwhile or _is_said(arrays, cue)):
        return None
    verb = parsed.head[cue] if meanwhile else cue
    subject = next((i for i in arrays.children[verb] if parsed.dep[i] == "nsubj" and first <= i < cue), -1)
    if subject < 0 or parsed.tag[subject] in ("WP", "WDT"):
        return None
    apart = any(parsed.lemma[i] in _MEANWHILE for i in range(first, subject)) or any(
        parsed.tag[i] in ("WP", "WDT", "WRB") for i in arrays.children[cue]
    )
    if behind and (apart or not led_in):
        return None  # As she shouted, “Nobody moves,” Doe said. Asked what it meant, “Nothing,” Doe said.
    source = ((max(arrays.left[subject], first), subject + 1),)
    content, marked = ((opens, last),), ((cue, cue + 1),)
    return cue, replace(outer, content=content, source=source, cue_words=marked, top=opens + 1)


def _judged_inside(arrays: TokenArrays, outer_cue: int, outer: CueReading) -> tuple[int, CueReading] | None:
    """Return the inner cue and reading where a second person is said to have called something a “failure”.

    Doe said the minister, Igor Roe, had called the deal “a fraud”: the quoted words are Roe's.
    """
    parsed = arrays.parsed
    first, last = outer.content[-1]
    if len(outer.content) > 1 or first < outer_cue or parsed.lemma[outer_cue] not in SPEECH_WORDS:
        return None
    for cue in range(first + 1, last - 1):
        if arrays.quote_of[cue] >= 0:
            break
        # had called it so before: of "said that Roe once called it so" Doe may be the only witness
        before = any(parsed.word[child] == "had" for child in arrays.children[cue])
        if parsed.lemma[cue] not in VERDICTS or parsed.pos[cue] != "VERB" or not before:
            continue
        subject = next((i for i in arrays.children[cue] if parsed.dep[i] == "nsubj"), -1)
        # not "what Roe called a “fraud”", which is the narrator's word for it
        asked = any(parsed.tag[i] in ("WP", "WDT") for i in range(first, cue))
        named = not asked and first <= subject < cue and "PERSON" in parsed.entity[arrays.left[subject] : cue]
        opens = next((i for i in range(cue, last) if arrays.quote_of[i] >= 0), last)
        # had called the town and warned it of “dark days”: the words are the second verb's
        if not named or opens == last or any(parsed.tag[i] in ("VBD", "CC") for i in range(cue + 1, opens)):
            continue
        source = ((arrays.left[subject], min(arrays.right[subject] + 1, cue)),)
        content = ((cue + 1, last),)
        return cue, replace(outer, content=content, source=source, cue_words=((cue, cue + 1),), top=last - 1)
    return None


def _called_inside(arrays: TokenArrays, outer_cue: int, outer: CueReading) -> tuple[int, CueReading] | None:
    """Return the inner cue and reading where a deed is done to what somebody else called so.

    The court threw out what | Doe | called | a bid to silence her: the court called it nothing.
    """
    parsed = arrays.parsed
    first, last = outer.content[0]
    if len(outer.content) > 1 or first < outer_cue or parsed.word[first] != "what":
        return None
    cue = parsed.head[first]
    subject = next((i for i in arrays.children[cue] if parsed.dep[i] == "nsubj"), -1)
    named = first < subject < cue and parsed.pos[subject] in ("PROPN", "NOUN")
    if parsed.lemma[outer_cue] in SPEECH_WORDS | VERDICTS or parsed.lemma[cue] not in _CALLING or not named:
        return None
    source = ((arrays.left[subject], arrays.right[subject] + 1),)
    if not first < cue < last - 1 or source[0][1] > cue:
        return None
    content = ((cue + 1, last),)
    return cue, replace(outer, content=content, source=source, cue_words=((cue, cue + 1),), top=last - 1)
