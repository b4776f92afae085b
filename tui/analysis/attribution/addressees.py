"""Whom something was said to, who is no part of what was said: told | the court | the dam was old."""

from __future__ import annotations

from tui.analysis.attribution.cue_readings import TokenRanges
from tui.analysis.attribution.speech_words import SPEECH_WORDS
from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.entities.name_parts import SPEAKER_LABELS
from tui.analysis.entities.word_lists import words
from tui.analysis.parsed_article import FINITE

ADDRESSING = frozenset({"tell", "assure", "inform", "remind", "warn"})
_AUDIENCES = SPEAKER_LABELS | frozenset(
    "audience board broadcaster channel class committee conference congregation congress council court crowd hall "
    "hearing inquest inquiry jury magazine meeting newspaper panel paper parliament podcast press programme public "
    "rally show station team town tribunal website".split()
)
_LISTENERS = words("people") | words("occupations") | words("bodies") | words("kin") | words("plurals")
"""Of these only "told the club she had asked" is clear; "told the club Doe ran" may be of his club."""
_SUBJECTS = frozenset({"PRP", "PRP$", "NNP", "NNPS", "DT", "EX"})
_MODIFYING = frozenset({"ADJ", "PROPN", "NOUN", "PART"})
_OBJECTS = frozenset({"dobj", "dative"})
_REACH = 10  # tokens in which the verb of what was said must follow


def drop(arrays: TokenArrays, cue: int, content: TokenRanges) -> TokenRanges:
    """Return a content without an addressee that it begins with."""
    parsed = arrays.parsed
    first, last = content[-1]
    verb = first - 1 - (parsed.pos[first - 1] == "DET")
    # “Nobody is on trial,” Doe reminded | the family; “How do you know?” she asked | one of the guards; “We sail,”
    # he told the | “Harbour Post” newspaper
    if (
        len(content) == 2
        and content[0][1] <= cue < first
        and (parsed.lemma[verb] in ADDRESSING or parsed.lemma[verb] == "ask")
        and arrays.quote_of[content[0][0]] >= 0
        and (
            arrays.quoted_until[last] == arrays.quoted_until[first]
            or any(parsed.head[i] == verb and parsed.dep[i] in _OBJECTS for i in range(first, last))
        )
        and FINITE.isdisjoint(parsed.tag[first:last])
    ):
        return content[:1]
    # a fault that, as Doe told | the Courier, | the firm hid
    if len(content) > 1 and content[0][1] <= cue and content[1][0] == cue + 1:
        return content[0], *drop(arrays, cue, content[1:])
    first, last = content[0]
    # points out in a column in | the Courier, | tax is too high; has said of | Doe, | “He will go.”
    if first > cue + 1 and parsed.pos[first - 1] == "ADP" and parsed.lemma[cue] in SPEECH_WORDS | {"point"}:
        return _behind_comma(arrays, content)
    # assured | him | it was safe
    plain = parsed.word[first] in ("him", "them", "me", "us") and first + 2 < last
    if first == cue + 1 and plain and parsed.lemma[cue] in ADDRESSING:
        begins = parsed.tag[first + 1] in _SUBJECTS or parsed.word[first + 1] == "that"
        if begins and any(parsed.tag[i] in FINITE for i in range(first + 2, min(last, first + _REACH))):
            return ((first + 1, last), *content[1:])
    if first != cue + 1 or parsed.lemma[cue] not in ADDRESSING:
        return content
    # told | the court | Doe had left; told | the hall | he had seen it: without "that"
    noun = first + 1
    heard = _AUDIENCES | _LISTENERS
    while noun + 2 < last and parsed.pos[noun] in _MODIFYING:
        if parsed.lemma[noun] in heard and parsed.tag[noun + 1] != "POS":
            break
        noun += 1  # told | the club's website | he was tired
    if parsed.pos[first] == "DET" and noun + 2 < last and parsed.lemma[noun] in heard:
        following = noun + 1
        finite = any(parsed.tag[i] in FINITE for i in range(following + 1, min(last, following + _REACH)))
        # told the team the boat won it in May; not: told the paper trail of the sale
        audience = parsed.lemma[noun] in _AUDIENCES or parsed.tag[following] == "PRP"
        if audience and parsed.tag[following] in _SUBJECTS and parsed.word[following] != "that" and finite:
            return ((following, last), *content[1:])
    # told | the Courier, | tax is too high
    return _behind_comma(arrays, content)


def _behind_comma(arrays: TokenArrays, content: TokenRanges) -> TokenRanges:
    """Return a content without a name and comma that it begins with, where a clause or a quotation follows."""
    parsed = arrays.parsed
    first, last = content[0]
    end = first
    while end < last and (parsed.pos[end] in ("DET", "PROPN") or parsed.tag[end] == "NNS"):
        end += 1
    stated = any(parsed.tag[i] in FINITE or arrays.quote_of[i] >= 0 for i in range(end, last))
    if first < end < last - 1 and parsed.word[end] == "," and stated and arrays.quote_of[end] < 0:
        return ((end + 1, last), *content[1:])
    return content
