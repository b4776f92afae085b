"""Verbs of action, by which somebody does something or something shows, while nobody says anything.

Doe launched the “green week”; his victory showed how the town had changed; Doe answered questions about the port,
or may have said so. Nobody's words stand there: they are not shown as speech. Verbs of speech that tell of a deed
because of their objects are those of `action_objects`.
"""

from __future__ import annotations

from tui.analysis.analysis import Kind
from tui.analysis.attribution.agentless_passives import CLAUSE_WORDS, is_agentless, is_done_to_somebody
from tui.analysis.attribution.cue_readings import TokenRanges
from tui.analysis.attribution.scare_quotes import (
    SAYING,
    is_called,
    is_clause,
    is_framed,
    is_scare_quote,
    only_names,
    says_beside,
)
from tui.analysis.attribution.speech_words import SPEECH_WORDS
from tui.analysis.attribution.thing_subjects import is_thing
from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.entities.word_lists import words
from tui.analysis.parsed_article import FINITE

_SHOWING = frozenset(
    """
    confirm demonstrate highlight hint illustrate indicate mean promise prove reflect remind reveal show signal
    suggest teach underline underscore
    """.split()
)
_THINGS = frozenset({"it", "this", "that", "these", "those"})
_PERSONAL = frozenset({"he", "she", "i", "who", "we"})
_ANSWERING = frozenset({"answer", "respond", "reply", "react"})
_QUARRELLING = frozenset(
    {"argue", "bicker", "clash", "debate", "disagree", "fight", "quarrel", "talk", "speak"}
)
_WRITING = frozenset({"write", "publish", "post"})
_DEEDS = words("deeds")
_MODALS = frozenset({"can", "could", "may", "might", "should"})
_MENTIONING = frozenset({"mention", "utter", "breathe"})
_NEGATIVE = frozenset("never no neither nor hardly barely scarcely".split())


def is_deed(
    arrays: TokenArrays, cue: int, source: TokenRanges, content: TokenRanges, kind: Kind, top: int
) -> bool:
    """Tell whether nobody says the content, whose highest token is `top`, but does it, or shows it."""
    parsed = arrays.parsed
    lemma = parsed.lemma[cue]
    if cue > 1 and parsed.word[cue - 1] == "-" and parsed.word[cue - 2].casefold() == "self":
        return True  # A self-described “gull lover”
    if is_called(arrays, content) or is_scare_quote(arrays, cue, content, kind, top):
        return True
    # The evening met “the reality of a trade in decline”; Doe was looked into for “the sale of old boats”
    does = kind is not Kind.INDIRECT and lemma not in SAYING and parsed.pos[cue] in ("VERB", "AUX")
    of_thing = is_agentless(arrays, cue) or (source and _is_thing(arrays, source))
    if does and of_thing and not (is_framed(arrays, content) or says_beside(arrays, cue, content)):
        return True
    if kind is Kind.DIRECT and lemma in _DEEDS and only_names(arrays, content):
        # seized on “religious liberty”; but launched: “We sail!”
        return (
            parsed.word[content[-1][1] - 2] not in (".", "!", "?") and parsed.word[content[0][0] - 1] != ":"
        )
    if kind is Kind.DIRECT or parsed.pos[cue] != "VERB":
        return False
    if is_done_to_somebody(arrays, cue, source, content) or (
        lemma in _MENTIONING and _is_left_unsaid(arrays, cue, content)
    ):
        return True
    if kind is Kind.INDIRECT and _is_possible(arrays, cue):
        return True
    if lemma in _SHOWING and source and _is_thing(arrays, source):
        return True
    # Doe would show voters that she is serious
    saying = any(parsed.lemma[i] in SPEECH_WORDS for i in range(cue + 1, content[0][0]))
    if lemma == "show" and kind is Kind.INDIRECT and source and not saying and _is_person(arrays, source):
        return True
    # went into detail, showing that he would not shy away
    if lemma == "show" and parsed.tag[cue] == "VBG" and parsed.dep[cue] == "advcl":
        return True
    if kind is Kind.MIXED:
        # observing lessons in a “school” of mud
        seen = lemma == "observe" and not is_clause(arrays, content, top)
        return (lemma in _DEEDS or seen) and only_names(arrays, content)
    if lemma in _QUARRELLING and parsed.word_at(cue + 1) in ("over", "about", "with"):
        return not is_clause(arrays, content, top)  # The two firms argue over milk
    if lemma in _ANSWERING or lemma in _WRITING:
        return not is_clause(arrays, content, top)
    return False


def _is_possible(arrays: TokenArrays, cue: int) -> bool:
    """Tell whether somebody only may say it: the council can ask the state to pay, critics might argue that …

    Not "would say", nor "could not say", which somebody refused, nor "I should say", which is said by saying it.
    """
    parsed = arrays.parsed
    aux = [i for i in arrays.children[cue] if parsed.dep[i] in ("aux", "neg")]
    modal = any(parsed.word[i].casefold() in _MODALS for i in aux)
    myself = any(
        parsed.word[i] in ("I", "we", "We") for i in arrays.children[cue] if parsed.dep[i] == "nsubj"
    )
    return modal and not myself and not any(parsed.dep[i] == "neg" for i in aux)


def _is_person(arrays: TokenArrays, source: TokenRanges) -> bool:
    parsed = arrays.parsed
    first, last = source[0]
    head = min(range(first, last), key=arrays.depth.__getitem__)
    return parsed.entity[head] == "PERSON" or parsed.word[head].casefold() in _PERSONAL


def _is_thing(arrays: TokenArrays, source: TokenRanges) -> bool:
    """Tell whether a source is a thing that says nothing: his victory, the timing of the sale."""
    parsed = arrays.parsed
    first, last = source[0]
    head = min(range(first, last), key=arrays.depth.__getitem__)
    noun = parsed.lemma[head].casefold()
    if noun in ("that", "which") and parsed.dep[parsed.head[head]] == "relcl":  # a passion that suggested
        head = parsed.head[parsed.head[head]]
        noun = parsed.lemma[head].casefold()
    elif noun in _THINGS:  # not: those who stayed
        return not any(parsed.dep[i] in ("acl", "relcl") for i in arrays.children[head])
    return is_thing(parsed, head)


def _is_left_unsaid(arrays: TokenArrays, cue: int, content: TokenRanges) -> bool:
    """Tell whether a cue is denied, and its content no clause: did not mention the port, without mentioning it."""
    parsed = arrays.parsed
    first = content[0][0]
    finite = any(parsed.tag[i] in FINITE for a, b in content for i in range(a, b))
    clause = (parsed.word[first].casefold() in CLAUSE_WORDS and finite) or first < cue
    above = parsed.word[parsed.head[cue]].casefold()
    denied = above == "without" or any(
        parsed.dep[i] == "neg" or parsed.word[i].casefold() in _NEGATIVE for i in arrays.children[cue]
    )
    return denied and not clause
