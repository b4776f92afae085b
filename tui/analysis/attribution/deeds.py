"""Readings in which somebody does something, or something shows, rather than anybody says it.

Doe launched the “green week”; his victory showed how the town had changed; Doe claimed a third victory, answered
questions about the port, or was asked about it. Nobody's words stand there: they are not shown as speech.
"""

from __future__ import annotations

from tui.analysis.analysis import Kind
from tui.analysis.attribution.cue_readings import TokenRanges
from tui.analysis.attribution.thing_subjects import is_thing
from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.parsed_article import FINITE

_SHOWING = frozenset(
    """
    confirm demonstrate highlight hint illustrate indicate mean promise prove reflect remind reveal show signal
    suggest teach underline underscore
    """.split()
)
_THINGS = frozenset({"it", "this", "that", "these", "those"})
_ANSWERING = frozenset({"answer", "respond", "reply", "react"})
_WRITING = frozenset({"write", "publish", "post"})
_DEEDS = frozenset(
    """
    abolish adopt attend ban block build buy campaign close create cut draft drop establish expand fight form
    host invest join kill launch lead organise organize overhaul pass pay pioneer play produce revamp run scrap
    seize sell set sign spearhead stand start stop unveil veto visit vote wear win
    """.split()
)
_MODALS = frozenset({"can", "could", "may", "might", "should"})
_NAMING = frozenset({"call", "dub", "name", "title", "entitle", "nickname", "term"})
_DONE_TO = frozenset(
    {"ask", "tell", "warn", "assure", "inform", "remind", "question", "press", "quiz", "advise"}
)
_CLAUSE_WORDS = frozenset("that who whom whose what which when where why how whether if".split())
_CLAUSES = frozenset({"ccomp", "parataxis", "advcl"})
_LONGEST_NAME = 4  # words in quotation marks that may be a name or a phrase, and nobody's sentence


def is_deed(
    arrays: TokenArrays, cue: int, source: TokenRanges, content: TokenRanges, kind: Kind, top: int
) -> bool:
    """Tell whether nobody says the content, whose highest token is `top`, but does it, or shows it."""
    parsed = arrays.parsed
    lemma = parsed.lemma[cue]
    if cue > 1 and parsed.word[cue - 1] == "-" and parsed.word[cue - 2].casefold() == "self":
        return True  # A self-described “gull lover”
    if _is_called(arrays, content):
        return True
    if kind is Kind.DIRECT and lemma in _DEEDS and _only_names(arrays, content):
        # seized on “religious liberty”; but launched: “We sail!”
        return (
            parsed.word[content[-1][1] - 2] not in (".", "!", "?") and parsed.word[content[0][0] - 1] != ":"
        )
    if kind is Kind.DIRECT or parsed.pos[cue] != "VERB":
        return False
    if _is_done_to_somebody(arrays, cue, source, content) or (
        lemma == "mention" and _is_left_unsaid(arrays, cue, content)
    ):
        return True
    if kind is Kind.INDIRECT and _is_possible(arrays, cue):
        return True
    if lemma in _SHOWING and source and _is_thing(arrays, source):
        return True
    # went into detail, showing that he would not shy away
    if lemma == "show" and parsed.tag[cue] == "VBG" and parsed.dep[cue] == "advcl":
        return True
    if kind is Kind.MIXED:
        # observing lessons in a “school” of mud
        seen = lemma == "observe" and not _is_clause(arrays, content, top)
        return (lemma in _DEEDS or seen) and _only_names(arrays, content)
    if lemma in _ANSWERING or lemma in _WRITING:
        return not _is_clause(arrays, content, top)
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


def _is_called(arrays: TokenArrays, content: TokenRanges) -> bool:
    """Tell whether a content is what a thing is called: a site called “Fish for All”, not called “mad” by Doe."""
    parsed = arrays.parsed
    for first, _ in content:
        verb = first - 2 if parsed.word[first - 1].casefold() in ("the", "a") else first - 1
        if first < 2 or verb < 1 or arrays.quote_of[first] < 0:
            continue
        end = arrays.unit_end[arrays.unit_of[first]]
        by = end < arrays.count and parsed.word[end] == "by"
        named = parsed.lemma[verb] in _NAMING and parsed.tag[verb] == "VBN"
        if named and not by and parsed.pos[verb - 1] in ("NOUN", "PROPN"):
            return True
    return False


def _is_clause(arrays: TokenArrays, content: TokenRanges, top: int) -> bool:
    parsed = arrays.parsed
    first = parsed.word[content[0][0]].casefold()
    verbs = any(parsed.tag[i] in FINITE for a, b in content for i in range(a, b))
    return first in ("that", "how", "why", "whether") or (verbs and parsed.dep[top] in _CLAUSES)


def _is_thing(arrays: TokenArrays, source: TokenRanges) -> bool:
    """Tell whether a source is a thing that says nothing: his victory, the timing of the sale."""
    parsed = arrays.parsed
    first, last = source[0]
    head = min(range(first, last), key=arrays.depth.__getitem__)
    noun = parsed.lemma[head].casefold()
    if noun in ("that", "which") and parsed.dep[parsed.head[head]] == "relcl":  # a passion that suggested
        head = parsed.head[parsed.head[head]]
        noun = parsed.lemma[head].casefold()
    elif noun in _THINGS:
        return True
    return is_thing(parsed, head)


def _only_names(arrays: TokenArrays, content: TokenRanges) -> bool:
    """Tell whether all that stands in quotation marks is a phrase of few words without a verb."""
    parsed = arrays.parsed
    quotes = {arrays.quote_of[i] for a, b in content for i in range(a, b)} - {-1}
    for quote in quotes:
        unit = arrays.quote_units[quote]
        inside = range(arrays.unit_start[unit] + 1, arrays.unit_end[unit] - 1)
        if len(inside) > _LONGEST_NAME or any(parsed.tag[i] in FINITE for i in inside):
            return False
    return True


def _is_done_to_somebody(arrays: TokenArrays, cue: int, source: TokenRanges, content: TokenRanges) -> bool:
    """Tell whether a passive without an agent says of what somebody was asked, told or assured, not what.

    "Asked about the count, she left", "was warned of the storm", but not "was asked whether …", "told to go".
    """
    parsed = arrays.parsed
    if parsed.tag[cue] != "VBN" or parsed.lemma[cue] not in _DONE_TO:
        return False
    if any(first and parsed.word[first - 1] == "by" for first, _ in source):
        return False  # was asked about the count by Doe, who did ask
    first = min((a for a, _ in content if a > cue), default=-1)
    about = cue + 1 < arrays.count and parsed.word[cue + 1] in ("about", "of", "on", "for")
    begins = first >= 0 and parsed.word[first].casefold() in _CLAUSE_WORDS
    return about and first in (cue + 1, cue + 2) and not begins


def _is_left_unsaid(arrays: TokenArrays, cue: int, content: TokenRanges) -> bool:
    """Tell whether a cue is denied, and its content no clause: did not mention the port, without mentioning it."""
    parsed = arrays.parsed
    first = content[0][0]
    finite = any(parsed.tag[i] in FINITE for a, b in content for i in range(a, b))
    clause = (parsed.word[first].casefold() in _CLAUSE_WORDS and finite) or first < cue
    above = parsed.word[parsed.head[cue]].casefold()
    denied = above == "without" or any(
        parsed.dep[i] == "neg" or parsed.word[i].casefold() in ("never", "no", "neither", "nor")
        for i in arrays.children[cue]
    )
    return denied and not clause
