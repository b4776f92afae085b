"""Scare quotes, names and terms in quotation marks, which nobody is said to have spoken.

Doe ran as the “green candidate”, shares a taste for “slow soup”, teaches “Mud 101”: a reader who asks what Doe said
gets nothing from them. Who credits the town with a “great heart”, or calls for a “fresh start”, did say so.
"""

from __future__ import annotations

from tui.analysis.analysis import Kind
from tui.analysis.attribution.cue_readings import TokenRanges
from tui.analysis.attribution.speech_nouns import SPEECH_NOUNS
from tui.analysis.attribution.speech_words import ATTITUDE_WORDS, SPEECH_WORDS, VERDICTS
from tui.analysis.attribution.stance import CLAUSES
from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.attribution.work_titles import in_title_case
from tui.analysis.entities.word_lists import words
from tui.analysis.parsed_article import FINITE

_NAMING = frozenset({"call", "dub", "name", "title", "titled", "entitle", "entitled", "nickname", "term"})
_PASSING = frozenset({"share", "publish", "post", "release", "write", "tweet"})
_LONGEST_NAME = 4  # words in quotation marks that may be a name or a phrase, and nobody's sentence
_TALKING = words("words of talking")
SAYING = SPEECH_WORDS | SPEECH_NOUNS | VERDICTS | ATTITUDE_WORDS | _TALKING
_REACH = 6  # tokens between a cue and its content: answered by softly | echoing | “too late”
_MONTHS = frozenset(
    "January February March April May June July August September October November December".split()
)
_FRAMED = frozenset({",", ":", ".", "?", "!", "—", "–", "--", "-"})


def is_scare_quote(arrays: TokenArrays, cue: int, content: TokenRanges, kind: Kind, top: int) -> bool:
    """Tell whether all that is quoted is a name or a phrase, and the cue a verb or noun that says nothing."""
    parsed = arrays.parsed
    lemma = parsed.lemma[cue]
    if kind is Kind.INDIRECT or parsed.pos[cue] not in ("VERB", "AUX", "NOUN", "ADJ"):
        return False
    # wrote under the name “Dr Drake”
    if parsed.word_at(cue + 1) in ("under", "as") and lemma in _PASSING and only_names(arrays, content):
        return True
    presents = lemma == "offer" and parsed.word_at(cue + 1).endswith(("self", "selves"))
    if lemma in SAYING and not presents:  # offered herself as a “green” candidate
        return False
    if says_beside(arrays, cue, content) or arrays.quote_of[cue] >= 0 or is_clause(arrays, content, top):
        return False
    return not is_framed(arrays, content) and only_names(arrays, content)


def says_beside(arrays: TokenArrays, cue: int, content: TokenRanges) -> bool:
    """Tell whether a word of speech stands beside a verb that is not one: answered by softly echoing “too late”."""
    parsed = arrays.parsed
    below = arrays.children[cue]
    behind = (i for i in below if i > cue)  # not: Declaring it over, Doe offered herself as …
    # not: though Doe took the “long way round”, it meant no delay
    above = () if any(parsed.dep[i] == "nsubj" for i in below) else (parsed.head[cue],)
    near = (*behind, *above, *range(cue + 1, min(content[0][0], cue + _REACH)))
    return any(parsed.lemma[i] in SAYING for i in near if i != cue)


def is_framed(arrays: TokenArrays, content: TokenRanges) -> bool:
    """Tell whether a content, or a piece of it, is a quotation set apart as what was said: Doe smiled: “Yes.”"""
    parsed = arrays.parsed
    for first, last in content:
        begins = parsed.word[first - 1] in _FRAMED if first else True
        if arrays.quote_of[first] >= 0 and (begins or parsed.word[last - 2] in ("!", "?")):
            return True
    return False


def is_called(arrays: TokenArrays, content: TokenRanges) -> bool:
    """Tell whether a content is, or quotes, only what things are called: a site called “Fish for All”.

    Not: called “mad” by Doe.
    """
    parsed = arrays.parsed
    quotes = sorted({arrays.quote_of[i] for a, b in content for i in range(a, b)} - {-1})
    opens = [arrays.unit_start[arrays.quote_units[quote]] for quote in quotes]
    begins = {first for first, _ in content}
    called = [first for first in opens if _follows_naming(arrays, first)]
    return any(first in begins for first in called) or (
        called == opens != [] and parsed.lemma[content[0][0] - 1 if content[0][0] else 0] in _PASSING
    )


def _follows_naming(arrays: TokenArrays, first: int) -> bool:
    parsed = arrays.parsed
    verb = first - 2 if parsed.word[first - 1].casefold() in ("the", "a") else first - 1
    if first < 2 or verb < 1:
        return False
    end = arrays.unit_end[arrays.unit_of[first]]
    by = end < arrays.count and parsed.word[end] == "by"
    named = parsed.tag[verb] == "VBN" or parsed.word[verb] in ("titled", "entitled")
    # not: called “mad”; but: her post of Monday, titled “I Want to Swim”
    noun = parsed.pos[verb - 1] in ("NOUN", "PROPN") or parsed.word[verb].casefold() in ("titled", "entitled")
    return named and parsed.lemma[verb] in _NAMING and not by and noun


def is_clause(arrays: TokenArrays, content: TokenRanges, top: int) -> bool:
    """Tell whether a content whose highest token is `top` is a clause: that the mill is shut."""
    parsed = arrays.parsed
    first = parsed.word[content[0][0]].casefold()
    verbs = any(parsed.tag[i] in FINITE for a, b in content for i in range(a, b))
    return first in ("that", "how", "why", "whether") or (verbs and parsed.dep[top] in CLAUSES)


def only_names(arrays: TokenArrays, content: TokenRanges) -> bool:
    """Tell whether all that stands in quotation marks is a phrase of few words without a verb."""
    parsed = arrays.parsed
    quotes = {arrays.quote_of[i] for a, b in content for i in range(a, b)} - {-1}
    for quote in quotes:
        unit = arrays.quote_units[quote]
        inside = range(arrays.unit_start[unit] + 1, arrays.unit_end[unit] - 1)
        named = parsed.word[inside.start : inside.stop - (parsed.word[inside.stop - 1] in (".", ","))]
        if in_title_case(named):
            continue  # played “The Old Pond in the Wood Is Green”
        if len(inside) > _LONGEST_NAME or any(parsed.tag[i] in FINITE for i in inside):
            return False
    return True
