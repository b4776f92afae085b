"""Contents that say only of what somebody spoke, or to whom: argued over | the ferry; said | little about it."""

from __future__ import annotations

from tui.analysis.attribution.agentless_passives import is_agentless
from tui.analysis.attribution.cue_readings import TokenRanges
from tui.analysis.attribution.noun_phrases import NOMINAL, noun_phrase_end
from tui.analysis.attribution.thing_subjects import is_thing
from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.parsed_article import FINITE

_AMOUNTS = frozenset("little less more much no nothing so".split())
_POINTING = frozenset({"it", "this", "that", "these", "those", "'s", "’s", "is", "was"})
_ADDRESSING = frozenset({"ask", "congratulate", "greet", "inform", "remind", "tell", "thank", "urge", "warn"})
_GREETING = frozenset({"congratulate", "greet", "thank"})
_TOPICS = {
    "argue": frozenset({"about", "over", "with"}),
    "comment": frozenset({"on", "upon", "about"}),
    "elaborate": frozenset({"on", "upon"}),
    "call": frozenset({"into"}),
}
"""Prepositions with which a verb says what was spoken of, not what was said: argued over the ferry."""
_ABOUT = frozenset({"about", "on", "of"})
_NOUN_TOPICS = {
    "explanation": _ABOUT,
    "account": _ABOUT,
    "comment": _ABOUT,
    "remark": _ABOUT,
    "post": _ABOUT,
    "tweet": _ABOUT,
    "statement": _ABOUT,
    "description": _ABOUT,
    "reply": frozenset({"to"}),
    "response": frozenset({"to"}),
    "answer": frozenset({"to"}),
}
_UNSAID = frozenset({"something", "anything", "everything", "same", "thing", "things"})


def is_only_topic(arrays: TokenArrays, cue: int, content: TokenRanges) -> bool:
    """Tell whether a content without quotation marks is what was spoken of, or to whom, not what was said."""
    parsed = arrays.parsed
    lemma = parsed.lemma[cue]
    first, last = content[0]
    # Doe's claim on this; that's according to Doe: what is meant stands elsewhere
    # revealed | this last autumn
    if len(content) == 1 and all(
        parsed.word[i].casefold() in _POINTING or parsed.entity[i] in ("DATE", "TIME")
        for i in range(first, last)
    ):
        return True
    # told few people about it: nothing of it
    if lemma == "tell" and first > cue and _tells_about(arrays, first, last):
        return True
    if any(parsed.tag[i] in FINITE for a, b in content for i in range(a, b)):
        return False
    if parsed.pos[cue] == "NOUN" and _is_topic_of_noun(arrays, cue, first):
        return True
    # said something strange; said the same of Doe
    if lemma in ("say", "tell") and len(content) == 1 and _says_only_that(arrays, first, last):
        return True
    # said little about it
    following = parsed.word_at(cue + 1).casefold()
    if lemma in ("say", "reveal", "disclose") and following in _AMOUNTS and first > cue:
        return True
    return not is_agentless(arrays, cue) and (
        _is_topic(arrays, cue, first) or _is_only_addressed(arrays, cue, first, last)
    )


def _is_topic_of_noun(arrays: TokenArrays, cue: int, first: int) -> bool:
    """Tell whether a noun has only its topic after it: her explanations | of the loss, a reply | to him."""
    parsed = arrays.parsed
    nouns = range(cue, min(cue + 2, first + 1))
    before = parsed.word[first - 1] if first else ""
    for preposition in (parsed.word[first], before):
        if any(preposition in _NOUN_TOPICS.get(parsed.lemma[i], ()) for i in nouns):
            return True
    return False


def _says_only_that(arrays: TokenArrays, first: int, last: int) -> bool:
    """Tell whether a content is "something strange", "the same of Doe": it is not said what."""
    parsed = arrays.parsed
    head = min(range(first, last), key=arrays.depth.__getitem__)
    return parsed.lemma[head].casefold() in _UNSAID and arrays.quote_of[first] < 0


def _is_topic(arrays: TokenArrays, cue: int, first: int) -> bool:
    """Tell whether a finite verb is followed by what was spoken of, and no more: argued over | the ferry."""
    parsed = arrays.parsed
    if parsed.tag[cue] not in FINITE or first not in (cue + 1, cue + 2):
        return False
    return parsed.word_at(cue + 1) in _TOPICS.get(parsed.lemma[cue], ())


def _is_only_addressed(arrays: TokenArrays, cue: int, first: int, last: int) -> bool:
    """Tell whether a content is only whom it was said to: thanked | the minister; not: warned of the flood."""
    parsed = arrays.parsed
    if parsed.lemma[cue] not in _ADDRESSING or parsed.pos[cue] != "VERB" or first != cue + 1:
        return False
    if any(
        parsed.pos[i] not in NOMINAL and parsed.word[i] != "," and parsed.tag[i] != "VBN"
        for i in range(first, last)
    ):
        return False
    head = min(range(first, last), key=arrays.depth.__getitem__)
    greeted = parsed.lemma[cue] in _GREETING
    person = greeted or parsed.pos[head] == "PROPN" or parsed.tag[head] == "PRP"
    return parsed.head[head] == cue and (
        person or (parsed.pos[head] == "NOUN" and not is_thing(parsed, head))
    )


def _tells_about(arrays: TokenArrays, first: int, last: int) -> bool:
    parsed = arrays.parsed
    end = noun_phrase_end(arrays, first, last)
    about = parsed.word[first - 1] == "about" or (first < end < last and parsed.word[end] == "about")
    return about and not any(parsed.tag[i] in FINITE for i in range(first, last))
